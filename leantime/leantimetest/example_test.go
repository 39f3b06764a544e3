package leantimetest_test

import (
	"fmt"
	"net/http"
	"strings"
	"time"

	"ugeseddel/day"
	"ugeseddel/leantime/leantimetest"
)

// A lost answer makes a client call again, and the hours are there twice.
func Example() {
	zone, _ := time.LoadLocation("Europe/Copenhagen")
	server := leantimetest.New(leantimetest.Options{})
	mette := server.AddUser(leantimetest.User{First: "Mette", Token: "secret"})
	project := server.AddProject(leantimetest.Project{Name: "OS2valghalla", Members: []int{mette}})
	server.AddTask(leantimetest.Task{Project: project, Headline: "Koordinering", Status: 3})

	network := leantimetest.NewNetwork(server, leantimetest.Schedule{{Kind: leantimetest.DropAfter}})
	client := &http.Client{Transport: network}
	for range 2 {
		call, _ := http.NewRequest(http.MethodPost, "http://leantime.example/api/jsonrpc", strings.NewReader(
			`{"jsonrpc":"2.0","id":1,"method":"leantime.rpc.timesheets.logTime","params":{"ticketId":1,"params":
			{"date":"2026-11-18T00:00:00+01:00","hours":1.5,"kind":"GENERAL_BILLABLE","description":"møde"}}}`))
		call.Header.Set("Authorization", "Bearer secret")
		if answer, err := client.Do(call); err != nil {
			fmt.Println(err)
		} else {
			fmt.Println(answer.Status)
		}
	}
	for _, line := range server.TimeTable(mette, day.Date{Year: 2026, Month: time.November, Day: 16}, zone) {
		fmt.Println(line.Project, line.Headline, line.Hours())
	}
	// Output:
	// Post "http://leantime.example/api/jsonrpc": EOF
	// 200 OK
	// OS2valghalla Koordinering 3
}
