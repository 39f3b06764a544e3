package leantime

import (
	"context"
	"maps"
	"slices"
	"strconv"

	"ugeseddel/day"
	"ugeseddel/text"
)

// Verb is what becomes of a row.
type Verb string

// The verbs of a plan.
const (
	Create    Verb = "create"
	Change    Verb = "change"
	Remove    Verb = "remove"
	Unchanged Verb = "unchanged"
	Blocked   Verb = "blocked" // not posted; Reason says why, and Choices, where there are any, what can be answered
)

// An Action is one row of a plan: what happens to the person's time on one to-do on one day.
type Action struct {
	Date          day.Date
	Project, Task string // as in Leantime
	TaskID        int    // 0 for a to-do that is still to be created
	Tag           string
	NewTask       bool
	SetsTag       bool    // the action is about the to-do itself: it gets its tag, before the first day that needs it
	Before, After float64 // hours of the whole row
	Verb          Verb
	Reason        text.Message
	Choices       []Choice
	Refs          []string // of the registrations in it

	key  string // the same in every plan for the same registrations
	work work
}

// work is what it takes to carry an action out.
type work struct {
	at      spot
	row     *booked // nil: there is none yet
	minutes int     // posted by ugeseddel, when done
	base    float64
	text    string
	target  target
	reg     Registration
}

// A Plan is what posting, or undoing, would do. It does nothing itself.
type Plan struct {
	Account *Account
	Actions []Action
	Notes   []text.Message // what a person should know before saying yes
	Stays   []Task         // of an undo: to-dos that were created for the days, and that stay

	client    *Client
	span      Span
	projects  []int // whose to-dos are looked at
	held      *snapshot
	decisions map[string]decision
	posted    []Posted
	build     func(*snapshot, map[string]decision, []Posted) []Action
}

// Plan compares the registrations with what Leantime holds on the days of span. It writes nothing. On those days rows that ugeseddel
// posted and that are no longer registered are taken back; rows on other days are not looked at.
func (c *Client) Plan(ctx context.Context, span Span, registrations []Registration, options Options) (*Plan, error) {
	account, err := c.Connect(ctx)
	if err != nil {
		return nil, err
	}
	p := &Plan{Account: account, client: c, span: span, projects: projectsOf(account.Projects, registrations), decisions: map[string]decision{}}
	if p.held, err = c.look(ctx, span, p.projects); err != nil {
		return nil, err
	}
	p.posted = options.Posted
	p.build = func(held *snapshot, decisions map[string]decision, posted []Posted) []Action {
		b := newBuilder(c, held, span, Options{options.Tags, posted}, decisions)
		return b.post(registrations)
	}
	p.Actions = p.build(p.held, p.decisions, p.posted)
	p.Notes = slices.Clone(account.Notes)
	if account.otherMidnight(span) {
		p.Notes = append(p.Notes, text.Msg("leantime.other-zone", account.Zone, span.Zone.String()))
	}
	return p, nil
}

// projectsOf returns the ids of the projects that the registrations name.
func projectsOf(all []Project, registrations []Registration) []int {
	wanted := map[string]bool{}
	for _, r := range registrations {
		wanted[plain(r.Project)] = true
	}
	var ids []int
	for _, p := range all {
		if wanted[plain(p.Name)] {
			ids = append(ids, p.ID)
		}
	}
	return ids
}

// Choose answers a question: the plan's actions are made anew.
func (p *Plan) Choose(choice Choice) {
	d := p.decisions[choice.key]
	given := choice.decision
	if given.projectID != 0 {
		d.projectID = given.projectID
	}
	if given.taskID != 0 {
		d.taskID, d.newTask = given.taskID, false
	}
	d.newTask = d.newTask || given.newTask
	d.onlyTag = d.onlyTag || given.onlyTag
	d.asShown = d.asShown || given.asShown
	d.addOn = d.addOn || given.addOn
	p.decisions[choice.key] = d
	p.Actions = p.build(p.held, p.decisions, p.posted)
}

// NewTasks counts the to-dos that the plan would create; Leantime mails the project's members about each.
func (p *Plan) NewTasks() int {
	seen := map[string]bool{}
	for _, a := range p.Actions {
		if a.NewTask && a.Verb == Create {
			seen[a.work.target.newKey(a.work.reg)] = true
		}
	}
	return len(seen)
}

// Empty tells whether there is nothing to do.
func (p *Plan) Empty() bool {
	return !slices.ContainsFunc(p.Actions, func(a Action) bool { return a.writes() })
}

// Hours is all the person's time on the days of the plan, as it was read: also the rows that the plan has nothing to do with.
func (p *Plan) Hours() float64 { return p.held.hours(p.span) }

// Question tells a's question apart from others: rows that one answer settles have the same. "" is none.
func (a Action) Question() string {
	if len(a.Choices) == 0 {
		return ""
	}
	return a.Choices[0].key
}

func (a Action) writes() bool { return a.Verb == Create || a.Verb == Change || a.Verb == Remove }

func itoa(n int) string { return strconv.Itoa(n) }

// newKey tells to-dos to be created apart.
func (t target) newKey(reg Registration) string {
	return itoa(t.project.ID) + "|" + plain(reg.Task) + "|" + plain(reg.Tag)
}

func newBuilder(c *Client, held *snapshot, span Span, options Options, decisions map[string]decision) *builder {
	b := &builder{
		resolver: resolver{account: c.account, held: held, tags: options.Tags, decisions: decisions},
		version:  c.version,
		sheet:    sortRows(held.rows, span, c.version.setsText()),
		span:     span,
		posted:   map[spot]Posted{},
		claimed:  map[spot]bool{},
		unclear:  map[day.Date]bool{},
	}
	for _, p := range options.Posted {
		b.posted[spot{p.Date, p.TaskID}] = p
	}
	return b
}

// sorted orders the actions by day, then as the registrations came.
func sorted(actions []Action) []Action {
	slices.SortStableFunc(actions, func(a, b Action) int { return a.Date.Compare(b.Date) })
	return actions
}

// spots returns the rows' spots ordered by day and to-do.
func (s sheet) spots() []spot {
	return slices.SortedFunc(maps.Keys(s.proper), func(a, b spot) int {
		if c := a.date.Compare(b.date); c != 0 {
			return c
		}
		return a.taskID - b.taskID
	})
}
