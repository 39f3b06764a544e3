package leantime

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"ugeseddel/day"
	"ugeseddel/leantime/leantimetest"
	"ugeseddel/text"
)

func english(m text.Message) string { return text.English.Say(m) }

var versions = []string{"3.5.12", "3.7.3", "3.8.0", "3.9.3", "3.9.8"}

func onEveryVersion(t *testing.T, test func(t *testing.T, w *world)) {
	for _, v := range versions {
		t.Run(v, func(t *testing.T) {
			t.Parallel()
			test(t, newWorld(t, v))
		})
	}
}

func TestFirstPostingCreatesRowsAndSecondChangesNothing(t *testing.T) {
	t.Parallel()
	onEveryVersion(t, func(t *testing.T, w *world) {
		task := w.task(w.iot, "Drift", tagDrift)
		regs := []Registration{meeting(16, 90, "Drift"), meeting(17, 45, "Drift"), meeting(18, 60, "Nyt møde")}

		proof := w.post(regs...)
		require.True(t, proof.Verified)
		require.Len(t, proof.Created, 1)
		require.Equal(t, []Verb{Create, Create, Create}, verbs(proof.Actions))
		hours, words := w.row(on(16), task)
		require.Equal(t, 1.5, hours)
		require.Contains(t, words, "Møde om Drift [ugeseddel 1.5 ")

		before := len(w.server.Requests())
		again := w.plan(regs...)
		require.True(t, again.Empty())
		require.Equal(t, []Verb{Unchanged, Unchanged, Unchanged}, verbs(again.Actions))
		require.LessOrEqual(t, len(w.server.Requests())-before, 3)
	})
}

func TestNewTaskHasTheProjectsFirstStatusTheTagAndThePerson(t *testing.T) {
	t.Parallel()
	onEveryVersion(t, func(t *testing.T, w *world) {
		w.server.ChangeProject(w.iot, func(p *leantimetest.Project) {
			p.Statuses = []leantimetest.Status{{ID: 3, Name: "Færdig", Type: "DONE"}, {ID: 7, Name: "I gang", Type: "INPROGRESS"}, {ID: 5, Name: "Ny", Type: "NEW"}}
		})
		p := w.plan(meeting(16, 30, "Nyt møde"), meeting(17, 30, " nyt  MØDE "))
		require.Equal(t, 1, p.NewTasks())
		w.post(meeting(16, 30, "Nyt møde"), meeting(17, 30, " nyt  MØDE "))
		tasks := w.server.Tasks()
		require.Len(t, tasks, 1)
		require.Equal(t, 5, tasks[0].Status)
		require.Equal(t, tagDrift, tasks[0].Tags)
		require.Equal(t, w.mette, tasks[0].Editor)
	})
}

func TestOwnHoursAreKeptAddedToAndGivenBack(t *testing.T) {
	t.Parallel()
	onEveryVersion(t, func(t *testing.T, w *world) {
		task := w.task(w.iot, "Drift", tagDrift)
		w.own(on(16), task, 1.5, "Mit eget")
		proof := w.post(meeting(16, 45, "Drift"))
		require.True(t, proof.Verified)
		require.Equal(t, Change, proof.Actions[0].Verb)
		require.Equal(t, 1.5, proof.Actions[0].Before)
		require.Equal(t, 2.25, proof.Actions[0].After)
		hours, words := w.row(on(16), task)
		require.Equal(t, 2.25, hours)
		require.Contains(t, words, "Mit eget")
		require.Contains(t, words, "[ugeseddel 0.75+1.5 ")
		require.Len(t, w.server.Rows(), 1)

		require.True(t, w.undo().Verified)
		hours, words = w.row(on(16), task)
		require.Equal(t, 1.5, hours)
		if w.client().mustVersion(t).setsText() {
			require.Equal(t, "Mit eget", words)
		}
	})
}

func (c *Client) mustVersion(t *testing.T) version {
	t.Helper()
	_, err := c.Connect(t.Context())
	require.NoError(t, err)
	return c.version
}

func TestCorrectionChangesOnlyTheDifferenceAlsoDownwardsAndToAnotherTask(t *testing.T) {
	t.Parallel()
	onEveryVersion(t, func(t *testing.T, w *world) {
		drift, other := w.task(w.iot, "Drift", tagDrift), w.task(w.iot, "Andet", tagDrift)
		w.own(on(17), drift, 0.5, "Mit eget")
		w.post(meeting(16, 90, "Drift"), meeting(17, 60, "Drift"))

		proof := w.post(meeting(16, 60, "Drift"), meeting(17, 60, "Andet"))
		require.True(t, proof.Verified)
		require.Equal(t, []Verb{Change, Create, Change}, verbs(proof.Actions))
		for spot, want := range map[spot]float64{{on(16), drift}: 1, {on(17), drift}: 0.5, {on(17), other}: 1} {
			hours, _ := w.row(spot.date, spot.taskID)
			require.Equal(t, want, hours, spot)
		}
		require.True(t, w.plan(meeting(16, 60, "Drift"), meeting(17, 60, "Andet")).Empty())

		require.True(t, w.post().Verified)
		rows := w.server.Rows()
		require.Len(t, rows, 1)
		require.Equal(t, 0.5, rows[0].Hours)
	})
}

func TestHoursOnTopOfOwnOnesGoUpAndDownWithoutTouchingTheOwn(t *testing.T) {
	t.Parallel()
	onEveryVersion(t, func(t *testing.T, w *world) {
		task := w.task(w.iot, "Drift", tagDrift)
		w.own(on(16), task, 1.25, "Mit eget")
		for _, minutes := range []int{75, 30, 60, 120, 0, 45, 90, 15} {
			var regs []Registration
			if minutes > 0 {
				regs = []Registration{meeting(16, minutes, "Drift")}
			}
			require.True(t, w.post(regs...).Verified, minutes)
			got, words := w.row(on(16), task)
			require.Equal(t, 1.25+float64(minutes)/60, got)
			require.Contains(t, words, "Mit eget")
			require.True(t, w.plan(regs...).Empty(), minutes)
		}
		require.True(t, w.undo().Verified)
		got, _ := w.row(on(16), task)
		require.Equal(t, 1.25, got)
	})
}

func TestRowsThatTimeTableWouldHideOrThatAreSettledBlock(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		row  leantimetest.Row
		want string
	}{
		"of another kind":              {leantimetest.Row{WorkDate: on(16).In(copenhagen), Kind: leantimetest.Development}, "DEVELOPMENT"},
		"at noon":                      {leantimetest.Row{WorkDate: on(16).In(copenhagen).Add(12 * 3600e9)}, "time of day"},
		"at noon of the day before":    {leantimetest.Row{WorkDate: on(15).In(copenhagen).Add(12 * 3600e9)}, "time of day"},
		"at midnight in UTC":           {leantimetest.Row{WorkDate: on(16).In(copenhagen).Add(3600e9)}, "time of day"},
		"invoiced to the company":      {leantimetest.Row{WorkDate: on(16).In(copenhagen), InvoicedComp: 1}, "invoiced or paid"},
		"invoiced from the employee":   {leantimetest.Row{WorkDate: on(16).In(copenhagen), InvoicedEmpl: 1}, "invoiced or paid"},
		"paid":                         {leantimetest.Row{WorkDate: on(16).In(copenhagen), Paid: 1}, "invoiced or paid"},
		"full, with more than the day": {leantimetest.Row{WorkDate: on(16).In(copenhagen), Hours: 23.5}, "more than a day"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t, "3.9.8")
			c.row.User, c.row.Task, c.row.Text = w.mette, w.task(w.iot, "Drift", tagDrift), "Mit eget"
			if c.row.Hours == 0 {
				c.row.Hours = 1
			}
			w.server.AddRow(c.row)
			before := w.server.Rows()
			proof := w.post(meeting(16, 60, "Drift"))
			require.Equal(t, Blocked, proof.Actions[0].Verb)
			require.Contains(t, said(proof.Actions[0]), c.want)
			require.Equal(t, before, w.server.Rows())
		})
	}
}

func TestRowWithoutTextIsRaisedWhereTextsCanBeSetAndElseBlocked(t *testing.T) {
	t.Parallel()
	onEveryVersion(t, func(t *testing.T, w *world) {
		task := w.task(w.iot, "Drift", tagDrift)
		w.server.AddRow(leantimetest.Row{User: w.mette, Task: task, WorkDate: on(16).In(copenhagen), Hours: 1, TextNull: true})
		proof := w.post(meeting(16, 60, "Drift"))
		if !w.client().mustVersion(t).setsText() {
			require.Equal(t, Blocked, proof.Actions[0].Verb)
			return
		}
		hours, words := w.row(on(16), task)
		require.Equal(t, 2.0, hours)
		require.Contains(t, words, "[ugeseddel 1+1 ")
		w.undo()
		hours, words = w.row(on(16), task)
		require.Equal(t, 1.0, hours)
		require.Empty(t, words)
	})
}

func TestWhatCannotBePostedIsSaidBefore(t *testing.T) {
	t.Parallel()
	w := newWorld(t, "3.9.8")
	closed := w.server.AddProject(leantimetest.Project{Name: "OS2gammel", Members: []int{w.mette}, Closed: true})
	w.server.AddProject(leantimetest.Project{Name: "OS2ai"})
	w.server.AddProject(leantimetest.Project{Name: "OS2 skole", Members: []int{w.mette}})
	w.server.AddProject(leantimetest.Project{Name: "OS2skole", Members: []int{w.mette}})
	w.task(closed, "Drift", tagDrift)
	w.task(w.iot, "Styregruppe", tagDrift)
	done := w.server.AddTask(leantimetest.Task{Project: w.iot, Headline: "Styregruppen", Tags: tagDrift, Status: 0})
	w.server.AddTask(leantimetest.Task{Project: w.iot, Headline: "Arkiv", Tags: tagDrift, Status: -1})
	w.task(w.iot, "Ferie", tagFravaer)
	w.task(w.iot, "Begge", tagDrift+","+tagFravaer)
	w.task(w.iot, "Tvilling", tagFravaer)
	w.task(w.iot, "Tvilling", "Pause")

	good := meeting(16, 60, "Styregruppe")
	with := func(change func(*Registration)) Registration { r := good; change(&r); return r }
	for name, c := range map[string]struct {
		reg     Registration
		want    string
		choices int
	}{
		"no project":           {with(func(r *Registration) { r.Project = " " }), "no project", 0},
		"unknown project":      {with(func(r *Registration) { r.Project = "OS2iit" }), "the nearest is OS2iot", 0},
		"not on the project":   {with(func(r *Registration) { r.Project = "OS2ai" }), "no project named OS2ai", 0},
		"closed project":       {with(func(r *Registration) { r.Project = "os2 GAMMEL" }), "closed", 0},
		"two projects":         {with(func(r *Registration) { r.Project = "OS2skole" }), "2 projects", 2},
		"no to-do":             {with(func(r *Registration) { r.Task = "" }), "no to-do", 0},
		"unknown to-do":        {with(func(r *Registration) { r.TaskID = 999 }), "no to-do 999 on the project OS2iot; the nearest open one is Styregruppe", 2},
		"done to-do":           {with(func(r *Registration) { r.Task = "Styregruppen" }), "done or archived in Leantime; the nearest open one is Styregruppe", 2},
		"done to-do by number": {with(func(r *Registration) { r.TaskID = done }), "done or archived", 2},
		"archived to-do":       {with(func(r *Registration) { r.Task = "Arkiv" }), "done or archived", 1},
		"to-do of another tag": {with(func(r *Registration) { r.Task = "ferie" }), "has the tag Fravær", 2},
		"to-do with two tags":  {with(func(r *Registration) { r.Task = "Begge" }), "has 2 of the tags", 1},
		"two to-dos":           {with(func(r *Registration) { r.Task = "Tvilling" }), "2 open to-dos", 2},
		"a comma in the tag":   {with(func(r *Registration) { r.Tag = "a,b" }), "comma", 0},
		"an unknown tag":       {with(func(r *Registration) { r.Tag, r.Task = "Sjov", "Ny" }), "not one of those", 0},
		"a long tag":           {with(func(r *Registration) { r.Tag = long(256) }), "255", 0},
		"a long title":         {with(func(r *Registration) { r.Task = long(256) }), "255", 0},
		"a long text":          {with(func(r *Registration) { r.Text = long(70000) }), "64 KB", 0},
		"no hours":             {with(func(r *Registration) { r.Minutes = 0 }), "0 hours", 0},
		"negative hours":       {with(func(r *Registration) { r.Minutes = -60 }), "-1 hours", 0},
		"huge hours":           {with(func(r *Registration) { r.Minutes = 25 * 60 }), "more than a day", 0},
	} {
		p := w.plan(c.reg)
		require.Len(t, p.Actions, 1, name)
		require.Equal(t, Blocked, p.Actions[0].Verb, name)
		require.Contains(t, said(p.Actions[0]), c.want, name)
		require.Len(t, p.Actions[0].Choices, c.choices, name)
		require.True(t, p.Empty(), name)
	}
}

func TestTaskWithoutTagGetsItAsARowOfThePlan(t *testing.T) {
	t.Parallel()
	onEveryVersion(t, func(t *testing.T, w *world) {
		task := w.task(w.iot, "Drift", "noget andet")
		proof := w.post(meeting(16, 60, "Drift"), meeting(17, 60, "Drift"))
		require.True(t, proof.Verified)
		require.Equal(t, []Verb{Change, Create, Create}, verbs(proof.Actions))
		require.True(t, proof.Actions[0].SetsTag)
		require.Equal(t, "noget andet,"+tagDrift, w.server.Tasks()[0].Tags)
		hours, _ := w.row(on(17), task)
		require.Equal(t, 1.0, hours)
	})
}

func TestEqualTasksTheFirstIsUsedAndSaid(t *testing.T) {
	t.Parallel()
	w := newWorld(t, "3.9.8")
	first := w.task(w.iot, "Drift", tagDrift)
	w.task(w.iot, "drift", tagDrift)
	proof := w.post(meeting(16, 60, "DRIFT"))
	require.Equal(t, first, proof.Actions[0].TaskID)
	require.Contains(t, said(proof.Actions[0]), "2 open to-dos are alike")
}

func TestAnswersToQuestionsAreCarriedOut(t *testing.T) {
	t.Parallel()
	w := newWorld(t, "3.9.8")
	w.task(w.iot, "Styregruppe", tagDrift)
	w.server.AddTask(leantimetest.Task{Project: w.iot, Headline: "Styregruppen", Tags: tagDrift, Status: 0})
	p := w.plan(meeting(16, 60, "Styregruppen"), meeting(17, 30, "Styregruppen"))
	p.Choose(p.Actions[0].Choices[1]) // a new one
	require.Equal(t, []Verb{Create, Create}, verbs(p.Actions))
	proof, err := p.client.Apply(t.Context(), p)
	require.NoError(t, err)
	require.True(t, proof.Verified)
	require.Len(t, w.server.Tasks(), 3)
	require.True(t, w.plan(meeting(16, 60, "Styregruppen"), meeting(17, 30, "Styregruppen")).Empty())
}

func TestWhatAPersonDidToAPostedRowIsNoticed(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		edit func(w *world, r leantimetest.Row)
		want string
	}{
		"other hours": {func(w *world, r leantimetest.Row) { r.Hours = 2; w.server.AddRow(r) }, "changed in Leantime to 2"},
		"deleted":     {func(w *world, r leantimetest.Row) { w.server.DeleteRow(r.ID) }, "deleted"},
		"moved to Tuesday": {func(w *world, r leantimetest.Row) {
			r.WorkDate = on(17).In(copenhagen)
			w.server.AddRow(r)
			w.posted = nil
		}, "moved"},
		"mark removed": {func(w *world, r leantimetest.Row) { r.Text = "Mit eget"; w.server.AddRow(r) }, "mark in its text is gone"},
		"mark changed": {func(w *world, r leantimetest.Row) { r.Text = "Mit [ugeseddel 2.5 abcdef]"; w.server.AddRow(r) }, "mark"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			onEveryVersion(t, func(t *testing.T, w *world) {
				w.task(w.iot, "Drift", tagDrift)
				w.post(meeting(16, 60, "Drift"))
				c.edit(w, w.server.Rows()[0])
				before := w.server.Rows()
				proof := w.post(meeting(16, 90, "Drift"))
				require.Equal(t, Blocked, proof.Actions[0].Verb)
				require.Contains(t, said(proof.Actions[0]), c.want)
				require.Equal(t, before, w.server.Rows())
				require.NotEmpty(t, proof.Actions[0].Choices)
			})
		})
	}
}

func TestRowWithJustTheHoursAndWordsToBePostedIsAskedAbout(t *testing.T) {
	t.Parallel()
	onEveryVersion(t, func(t *testing.T, w *world) {
		task := w.task(w.iot, "Drift", tagDrift)
		w.own(on(16), task, 1, "møde om drift, referat sendt")
		w.own(on(17), task, 1, "noget andet")
		p := w.plan(meeting(16, 60, "Drift"), meeting(17, 60, "Drift"))
		require.Equal(t, []Verb{Blocked, Change}, verbs(p.Actions))
		require.Len(t, p.Actions[0].Choices, 2)
		same, more := p.Actions[0].Choices[0], p.Actions[0].Choices[1]
		p.Choose(more)
		require.Equal(t, 2.0, p.Actions[0].After)
		p = w.plan(meeting(16, 60, "Drift"), meeting(17, 60, "Drift"))
		p.Choose(same)
		require.Equal(t, 1.0, p.Actions[0].After)
		proof, err := p.client.Apply(t.Context(), p)
		require.NoError(t, err)
		require.True(t, proof.Verified)
		require.True(t, w.plan(meeting(16, 60, "Drift"), meeting(17, 60, "Drift")).Empty())
	})
}

func TestTextThatAPersonEditedIsKeptAndUndoLeavesTheRowAlone(t *testing.T) {
	t.Parallel()
	w := newWorld(t, "3.9.8")
	task := w.task(w.iot, "Drift", tagDrift)
	w.post(meeting(16, 60, "Drift"))
	r := w.server.Rows()[0]
	r.Text = "Referat sendt. " + r.Text
	w.server.AddRow(r)
	require.True(t, w.plan(meeting(16, 60, "Drift")).Empty())
	w.post(meeting(16, 90, "Drift"))
	hours, words := w.row(on(16), task)
	require.Equal(t, 1.5, hours)
	require.Contains(t, words, "Referat sendt. Møde om Drift [ugeseddel 1.5 ")
	proof := w.undo()
	require.Equal(t, Blocked, proof.Actions[0].Verb)
	require.Len(t, w.server.Rows(), 1)
}

func TestUndoNamesARowWhoseTextWasReplacedAndLeavesItAlone(t *testing.T) {
	t.Parallel()
	onEveryVersion(t, func(t *testing.T, w *world) {
		task := w.task(w.iot, "Drift", tagDrift)
		w.own(on(17), task, 2, "Mit eget")
		w.post(meeting(16, 60, "Drift"), meeting(18, 60, "Drift"))
		r := w.server.Rows()[1]
		r.Text = "Noget helt andet"
		w.server.AddRow(r)
		p, err := w.client().UndoPlan(t.Context(), week47, Options{Tags: tags, Posted: w.posted})
		require.NoError(t, err)
		require.Equal(t, []Verb{Blocked, Remove}, verbs(p.Actions))
		require.Equal(t, 1.0, p.Actions[0].After)
		require.Equal(t, 4.0, p.Hours(), "also the person's own")
		proof, err := p.client.Apply(t.Context(), p)
		require.NoError(t, err)
		require.Equal(t, 3.0, proof.Hours)
		hours, words := w.row(on(16), task)
		require.Equal(t, 1.0, hours)
		require.Equal(t, "Noget helt andet", words)
	})
}

func TestPostedRowOfATaskThatIsDoneNowStaysAsItIs(t *testing.T) {
	t.Parallel()
	w := newWorld(t, "3.9.8")
	task := w.task(w.iot, "Drift", tagDrift)
	w.post(meeting(16, 60, "Drift"))
	w.server.ChangeTask(task, func(t *leantimetest.Task) { t.Status = 0 })
	p := w.plan(meeting(16, 60, "Drift"))
	require.Equal(t, []Verb{Unchanged}, verbs(p.Actions))
	p = w.plan(meeting(16, 90, "Drift"))
	require.Equal(t, []Verb{Blocked}, verbs(p.Actions))
	require.Len(t, p.Actions, 1)
}

func TestPostedRowStaysWhereNothingMoreCouldBePosted(t *testing.T) {
	t.Parallel()
	for name, change := range map[string]func(*leantimetest.Project){
		"the project is closed now":        func(p *leantimetest.Project) { p.Closed = true },
		"the person is no longer on it":    func(p *leantimetest.Project) { p.Members = nil },
		"another project has its name too": func(p *leantimetest.Project) { p.Name = "Sekretariats Arbejde" },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t, "3.9.8")
			w.task(w.iot, "Drift", tagDrift)
			w.post(meeting(16, 60, "Drift"), meeting(16, 30, "Nyt"))
			w.server.ChangeProject(w.iot, change)
			reg := meeting(16, 60, "Drift")
			if name == "another project has its name too" {
				reg.Project = "Sekretariatsarbejde"
			}
			p := w.plan(reg)
			require.Equal(t, Unchanged, p.Actions[0].Verb, said(p.Actions[0]))
		})
	}
}

func TestTimeOnATaskThatWasDeletedIsAskedAbout(t *testing.T) {
	t.Parallel()
	onEveryVersion(t, func(t *testing.T, w *world) {
		task := w.task(w.iot, "Drift", tagDrift)
		w.post(meeting(16, 60, "Drift"))
		w.server.DeleteTask(task)
		p := w.plan(meeting(16, 60, "Drift"))
		require.Equal(t, []Verb{Blocked}, verbs(p.Actions))
		require.Contains(t, said(p.Actions[0]), "deleted")
		p.Choose(p.Actions[0].Choices[0])
		require.Equal(t, []Verb{Create}, verbs(p.Actions))
		proof, err := p.client.Apply(t.Context(), p)
		require.NoError(t, err)
		require.True(t, proof.Verified)
	})
}

func TestOnlyWhatWasShownIsDone(t *testing.T) {
	t.Parallel()
	w := newWorld(t, "3.9.8")
	task := w.task(w.iot, "Drift", tagDrift)
	p := w.plan(meeting(16, 60, "Drift"), meeting(17, 60, "Drift"))
	w.own(on(16), task, 0.5, "Kom til imens")
	p.client.fresh = 0
	proof, err := p.client.Apply(t.Context(), p)
	require.NoError(t, err)
	require.False(t, proof.Verified)
	require.Equal(t, []Verb{Blocked, Create}, verbs(proof.Actions))
	hours, words := w.row(on(16), task)
	require.Equal(t, 0.5, hours)
	require.Equal(t, "Kom til imens", words)
}

func TestOtherDaysAndOtherPeopleAreNotTouched(t *testing.T) {
	t.Parallel()
	onEveryVersion(t, func(t *testing.T, w *world) {
		jens := w.server.AddUser(leantimetest.User{First: "Jens", Email: "jens@example.dk"})
		task := w.task(w.iot, "Drift", tagDrift)
		w.server.AddRow(leantimetest.Row{User: jens, Task: task, WorkDate: on(16).In(copenhagen), Hours: 3, Text: "Jens"})
		w.own(on(15), task, 2, "Søndag")
		w.own(on(23), task, 2, "Mandag")
		before := w.server.Rows()
		w.post(meeting(16, 60, "Drift"), meeting(23, 60, "Drift"))
		w.undo()
		require.Equal(t, before, w.server.Rows())
	})
}

func TestDaysOnWhichTheClockChangesAreBookedOnTheRightDay(t *testing.T) {
	t.Parallel()
	for _, date := range []day.Date{{Year: 2026, Month: time.March, Day: 29}, {Year: 2026, Month: time.March, Day: 30}, {Year: 2026, Month: time.October, Day: 25}, {Year: 2026, Month: time.October, Day: 26}} {
		onEveryVersion(t, func(t *testing.T, w *world) {
			w.task(w.iot, "Drift", tagDrift)
			monday := day.WeekOf(date).Monday()
			reg := meeting(16, 60, "Drift")
			reg.Date = date
			c := w.client()
			p, err := c.Plan(t.Context(), Span{monday, monday.Add(7), copenhagen}, []Registration{reg}, Options{Tags: tags})
			require.NoError(t, err)
			proof, err := c.Apply(t.Context(), p)
			require.NoError(t, err)
			require.True(t, proof.Verified)
			lines := w.server.TimeTable(w.mette, monday, copenhagen)
			require.Len(t, lines, 1)
			require.NotNil(t, lines[0].Cells[date.DaysSince(monday)])
			require.Equal(t, 1.0, lines[0].Hours())
		})
	}
}

func verbs(actions []Action) []Verb {
	var list []Verb
	for _, a := range actions {
		list = append(list, a.Verb)
	}
	return list
}

func long(n int) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = 'x'
	}
	return string(b)
}
