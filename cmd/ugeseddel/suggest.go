package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"time"

	"github.com/spf13/cobra"

	"ugeseddel/calendar"
	"ugeseddel/mapping"
	"ugeseddel/text"
)

func (a *app) suggestCommand() *cobra.Command {
	c := a.command("cmd.suggest", "suggest [FILE.jsonl]", nil)
	c.Args = cobra.MaximumNArgs(1)
	withMemory := c.Flags().Bool("memory", false, a.lang.T("cmd.flag.memory"))
	c.Flags().Bool("json", false, a.lang.T("cmd.flag.json")) // as it is anyway
	c.RunE = func(c *cobra.Command, files []string) error {
		s, err := a.settingsBeside([]string{"-"}) // it reads no calendar
		if err != nil {
			return err
		}
		rules, err := a.rules(s)
		if err != nil {
			return err
		}
		memory := &mapping.Memory{}
		if *withMemory {
			if memory, err = a.memory(); err != nil {
				return err
			}
		}
		in, err := a.open(files)
		if err != nil {
			return err
		}
		defer in.Close()
		return a.suggest(in, rules, memory, s.Timezone)
	}
	return c
}

// open returns the file named, or standard input where none is, or "-".
func (a *app) open(files []string) (io.ReadCloser, error) {
	if len(files) == 0 || files[0] == "-" {
		return io.NopCloser(a.in), nil
	}
	f, err := os.Open(files[0])
	if err != nil {
		return nil, text.Errorf("suggest.file", files[0]).Because(err)
	}
	return f, nil
}

// suggestion is a line that suggest writes.
type suggestion struct {
	ID      json.RawMessage `json:"id"`
	Skip    bool            `json:"skip"`
	Certain bool            `json:"certain"`
	Project string          `json:"project"`
	Tag     string          `json:"tag"`
	Task    string          `json:"task"`
	Why     []string        `json:"why"`
}

// suggest writes one line for each line of in, in their order. A line that is no event is told, and answered with nothing but the reason,
// so that the others keep their places; the status is then 1. Empty lines are passed over.
func (a *app) suggest(in io.Reader, rules *mapping.Rules, memory *mapping.Memory, zone *time.Location) error {
	lines := bufio.NewReader(in)
	out := bufio.NewWriter(a.out)
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	var unread error
	for number := 1; ; number++ {
		line, readErr := lines.ReadBytes('\n')
		if readErr != nil && readErr != io.EOF {
			return text.Errorf("suggest.read").Because(readErr)
		}
		if len(bytes.TrimSpace(line)) > 0 {
			s, err := a.suggestLine(line, rules, memory, zone)
			if err != nil {
				s.Why = a.lang.Error(err)
				unread = errors.Join(unread, text.Errorf("suggest.line", number).Because(err))
			}
			if err := encoder.Encode(s); err != nil {
				return err
			}
		}
		if readErr == io.EOF {
			return errors.Join(out.Flush(), unread)
		}
	}
}

func (a *app) suggestLine(line []byte, rules *mapping.Rules, memory *mapping.Memory, zone *time.Location) (suggestion, error) {
	var named struct{ ID json.RawMessage }
	_ = json.Unmarshal(line, &named) // what is wrong with the line, ParseEvent tells
	if named.ID == nil {
		named.ID = json.RawMessage(`""`)
	}
	said := suggestion{ID: named.ID, Why: []string{}}
	e, err := calendar.ParseEvent(line, zone)
	if err != nil {
		return said, err
	}
	s := rules.Suggest(e, memory)
	said.Skip, said.Certain, said.Project, said.Tag, said.Task = s.Skip, s.Certain, s.Project, s.Tag, s.Task
	for _, why := range s.Why {
		said.Why = append(said.Why, a.lang.Say(why))
	}
	return said, nil
}
