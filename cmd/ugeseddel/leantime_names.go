package main

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"time"

	"ugeseddel/atomicfile"
	"ugeseddel/leantime"
	"ugeseddel/mapping"
	"ugeseddel/text"
)

// leantimeNames is what the person has in Leantime, by name: open projects and their open to-dos. A copy is kept, so that suggestions know
// it also where Leantime is not asked.
type leantimeNames struct {
	Of       string                    `json:"of"` // the address of the Leantime
	At       time.Time                 `json:"at"`
	Projects []string                  `json:"projects"`
	Todos    map[string][]mapping.Todo `json:"todos"` // by project
}

// namesAge is how long the copy is good: asking each time would use up the requests that Leantime allows in a minute.
const namesAge = 12 * time.Hour

// namesPatience is how long a review waits for Leantime, which it can do without.
const namesPatience = 10 * time.Second

// knowNames lets the rules know the person's own projects and to-dos. Leantime is asked only where ask is set and the copy is old;
// where it cannot be asked, that is said, and the copy serves.
func (w *week) knowNames(ctx context.Context, ask bool) error {
	file, err := w.namesFile()
	if err != nil || w.settings.Leantime.URL == "" {
		return err
	}
	names := w.keptNames(file)
	if age := w.now().Sub(names.At); ask && (age < 0 || age > namesAge) {
		if fresh, err := w.askNames(ctx); err != nil {
			w.say("cmd.names-unread", text.List{err})
		} else if err := fresh.write(file); err != nil {
			return err
		} else {
			names = fresh
		}
	}
	w.rules = names.into(w.rules)
	w.settings.Draft.Projects = w.rules.ProjectNames()
	return nil
}

// into returns rules that know the names.
func (n leantimeNames) into(rules *mapping.Rules) *mapping.Rules {
	if len(n.Projects) == 0 {
		return rules
	}
	rules = rules.WithProjects(n.Projects)
	for project, todos := range n.Todos {
		rules = rules.WithTodos(project, todos)
	}
	return rules
}

func (w *week) namesFile() (string, error) {
	dir, err := w.stateDir()
	return filepath.Join(dir, "leantime.json"), err
}

// keptNames reads the copy. One that is missing, broken or of another Leantime is as good as none.
func (w *week) keptNames(file string) leantimeNames {
	var n leantimeNames
	data, err := os.ReadFile(file)
	if err != nil || json.Unmarshal(data, &n) != nil || n.Of != w.settings.Leantime.URL {
		return leantimeNames{}
	}
	return n
}

func (n leantimeNames) write(file string) error {
	data, err := json.MarshalIndent(n, "", "  ")
	if err != nil {
		return err
	}
	return atomicfile.Write(file, data)
}

// askNames reads the person's open projects and to-dos.
func (w *week) askNames(ctx context.Context) (leantimeNames, error) {
	ctx, cancel := context.WithTimeout(ctx, namesPatience)
	defer cancel()
	client, err := w.leantime(ctx, w.settings)
	if err != nil {
		return leantimeNames{}, err
	}
	projects, tasks, err := openWork(ctx, client)
	if err != nil {
		return leantimeNames{}, err
	}
	n := leantimeNames{Of: w.settings.Leantime.URL, At: w.now(), Projects: projectNames(projects), Todos: map[string][]mapping.Todo{}}
	for _, t := range tasks {
		n.Todos[t.Project] = append(n.Todos[t.Project], todo(t))
	}
	return n, nil
}

// todo is a to-do as the rules know it. One with several tags has none that can be relied on.
func todo(t leantime.Task) mapping.Todo {
	if len(t.Tags) != 1 {
		return mapping.Todo{Name: t.Title}
	}
	return mapping.Todo{Name: t.Title, Tag: t.Tags[0]}
}
