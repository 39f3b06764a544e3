package leantimetest

import "cmp"

// AddUser adds an account with its token or key and returns its id.
func (s *Server) AddUser(u User) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	u.ID = cmp.Or(u.ID, len(s.users)+1)
	u.Role = cmp.Or(u.Role, Editor)
	s.users = append(s.users, &u)
	if u.Token != "" {
		s.credentials[u.Token] = &credential{user: u.ID}
	}
	if u.Key != "" {
		s.credentials[u.Key] = &credential{user: u.ID, key: true}
	}
	return u.ID
}

// ExpireToken makes a token or key worthless, as when it is revoked or runs out.
func (s *Server) ExpireToken(token string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.credentials, token)
}

// AddProject adds a project and returns its id.
func (s *Server) AddProject(p Project) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	p.ID = cmp.Or(p.ID, len(s.projects)+1)
	s.projects = append(s.projects, &p)
	return p.ID
}

// AddTask adds a to-do as someone makes it in the browser: with the project's first NEW status where none is given.
func (s *Server) AddTask(t Task) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	t.ID = cmp.Or(t.ID, s.lastTask+1)
	s.lastTask = max(s.lastTask, t.ID)
	t.Type = cmp.Or(t.Type, "task")
	t.Date = cmp.Or(t.Date, s.now())
	t.quick = true
	s.tasks = append(s.tasks, &t)
	return t.ID
}

// AddRow adds a row to the timesheet just as it is given, or replaces the row of that id, as by hand in the browser.
func (s *Server) AddRow(r Row) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	r.Kind = cmp.Or(r.Kind, Billable)
	r.WorkDate = r.WorkDate.UTC()
	r.Modified = cmp.Or(r.Modified, s.now())
	if old := s.row(r.ID); old != nil {
		*old = r
		return r.ID
	}
	r.ID = cmp.Or(r.ID, s.lastRow+1)
	s.lastRow = max(s.lastRow, r.ID)
	s.rows = append(s.rows, &r)
	return r.ID
}

// DeleteRow removes a row, as by hand in the browser.
func (s *Server) DeleteRow(id int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.rows = without(s.rows, func(r *Row) bool { return r.ID == id })
}

// ChangeTask lets change work on the to-do of that id, as someone does in the browser.
func (s *Server) ChangeTask(id int, change func(*Task)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if t := s.task(id); t != nil {
		change(t)
		t.Modified = s.now()
	}
}

// ChangeProject lets change work on the project of that id, as a manager does in the browser.
func (s *Server) ChangeProject(id int, change func(*Project)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if p := s.project(id); p != nil {
		change(p)
	}
}

// DeleteTask removes a to-do; its rows stay behind.
func (s *Server) DeleteTask(id int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.tasks = without(s.tasks, func(t *Task) bool { return t.ID == id })
}

// Rows returns all rows by id.
func (s *Server) Rows() []Row {
	s.mu.Lock()
	defer s.mu.Unlock()
	return copied(s.rows)
}

// Tasks returns all to-dos by id.
func (s *Server) Tasks() []Task {
	s.mu.Lock()
	defer s.mu.Unlock()
	return copied(s.tasks)
}

// MailsSent counts the mails that changed to-dos have sent to the members of their projects.
func (s *Server) MailsSent() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.mails
}

func copied[T any](list []*T) []T {
	var values []T
	for _, v := range list {
		values = append(values, *v)
	}
	return values
}

func without[T any](list []*T, is func(*T) bool) []*T {
	var left []*T
	for _, v := range list {
		if !is(v) {
			left = append(left, v)
		}
	}
	return left
}
