package leantime

import (
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"ugeseddel/day"
	"ugeseddel/leantime/leantimetest"
)

var (
	stormSeed  = flag.Uint64("storm.seed", 47, "seed of the first schedule")
	stormCount = flag.Int("storm.count", 700, "schedules for each version")
)

// TestStorm runs schedules of postings, corrections, hand edits, undoings, faults and kills, and looks after each whether the rows are
// what was confirmed plus what was typed by hand. A failing schedule prints its seed: go test ./leantime -run Storm -storm.seed=N -storm.count=1
func TestStorm(t *testing.T) {
	t.Parallel()
	for _, v := range []string{"3.5.12", "3.7.3", "3.9.8"} {
		t.Run(v, func(t *testing.T) {
			t.Parallel()
			t.Logf("seeds %d to %d", *stormSeed, *stormSeed+uint64(*stormCount)-1)
			count := *stormCount
			if testing.Short() {
				count = min(count, 50)
			}
			for i := range uint64(count) {
				if newSchedule(t, v, *stormSeed+i).run() {
					continue
				}
				s := newSchedule(t, v, *stormSeed+i)
				s.loud = true
				s.run()
				t.Fatalf("seed %d:\n%s", s.seed, strings.Join(s.story, "\n"))
			}
		})
	}
}

// schedule is one story: what happened so far, and what the rows should be because of it.
type schedule struct {
	*world
	seed      uint64
	rng       *rand.Rand
	tasks     []int
	own       map[spot]float64 // typed by hand
	confirmed []Registration
	touched   map[spot]float64 // hours that a person gave a row that held some of ours: never to be changed again
	networks  []*leantimetest.Network
	undone    bool // the last word was undo
	loud      bool // the story is written
	setsText  bool // the version does; before, hours on top of own ones that a person lowers are not told from ours (see README.md)
	remembers bool // this computer remembers what it posted; otherwise each run is on another one
	story     []string
	failure   string
}

func newSchedule(t *testing.T, version string, seed uint64) *schedule {
	s := &schedule{world: newWorld(t, version), seed: seed, remembers: seed%2 == 0, setsText: version == "3.9.8", rng: rand.New(rand.NewPCG(seed, 0)), own: map[spot]float64{}, touched: map[spot]float64{}}
	for _, title := range []string{"Drift", "Styregruppe", "Leverandør"} {
		s.tasks = append(s.tasks, s.task(s.iot, title, tagDrift))
	}
	return s
}

// tell adds to the story what happened, and what the rows are now.
func (s *schedule) tell(format string, args ...any) {
	if s.loud {
		s.story = append(s.story, fmt.Sprintf(format, args...)+"\n\t"+s.state())
	}
}

func (s *schedule) run() bool {
	s.confirm()
	for range 1 + s.rng.IntN(7) {
		switch s.rng.IntN(8) {
		case 0, 1, 2:
			s.try(false)
		case 3:
			s.confirm()
		case 4, 5:
			s.editByHand()
		case 6:
			s.try(true)
		case 7:
			s.settle()
		}
	}
	s.settle()
	s.calmly()
	return s.failure == ""
}

// confirm changes what the person has confirmed.
func (s *schedule) confirm() {
	s.confirmed = nil
	titles := []string{"Drift", "Styregruppe", "Leverandør", "Nyt møde", "Andet nyt"}
	for range s.rng.IntN(6) {
		s.confirmed = append(s.confirmed, meeting(16+s.rng.IntN(3), 15*(1+s.rng.IntN(8)), titles[s.rng.IntN(len(titles))]))
	}
	s.tell("confirmed: %v", summary(s.confirmed))
}

func summary(regs []Registration) []string {
	var list []string
	for _, r := range regs {
		list = append(list, fmt.Sprintf("%d %s %d", r.Date.Day, r.Task, r.Minutes))
	}
	return list
}

// try posts, or takes back, on a network with faults; the program may be killed.
func (s *schedule) try(undo bool) {
	faults := leantimetest.RandomSchedule(s.rng, s.rng.IntN(6), 10)
	net := s.faults(faults)
	s.networks = append(s.networks, net)
	err := s.attempt(undo, s.rng.IntN(4) == 0)
	s.undone = undo
	s.tell("undo=%v, %v: %v", undo, net.Happened(), err)
}

func (s *schedule) attempt(undo, edit bool) error {
	plan, err := s.planFor(undo)
	if err != nil {
		return err
	}
	if edit {
		s.editByHand()
		plan.client.fresh = 0
	}
	_, err = s.apply(plan)
	return err
}

// apply carries the plan out, and remembers it where this computer does.
func (s *schedule) apply(plan *Plan) (*Proof, error) {
	if !s.remembers {
		return plan.client.Apply(context.Background(), plan)
	}
	s.posted = plan.Before(s.posted)
	proof, err := plan.client.Apply(context.Background(), plan)
	if err == nil {
		s.posted = proof.After(s.posted)
	}
	return proof, err
}

func (s *schedule) planFor(undo bool) (*Plan, error) {
	c, options := s.client(), Options{Tags: tags, Posted: s.posted}
	if undo {
		return c.UndoPlan(context.Background(), week47, options)
	}
	return c.Plan(context.Background(), week47, s.confirmed, options)
}

// editByHand is what a person does in Leantime's own pages. Requests that are still on their way arrive before: one that sets a row after
// a person did cannot be told from one that does so on purpose.
func (s *schedule) editByHand() {
	s.settle()
	date, task := on(16+s.rng.IntN(3)), s.tasks[s.rng.IntN(len(s.tasks))]
	at, now := spot{date, task}, float64(1+s.rng.IntN(12))/4
	rows := s.server.Rows()
	i := slices.IndexFunc(rows, func(r leantimetest.Row) bool { return r.Task == task && r.WorkDate.Equal(date.In(copenhagen)) })
	switch {
	case i < 0:
		s.own[at] = now
		s.world.own(date, task, now, "Tastet selv")
		s.tell("by hand: new row %v of %v h", at, now)
	case !strings.Contains(rows[i].Text, "[ugeseddel"):
		s.own[at], rows[i].Hours = now, now
		s.server.AddRow(rows[i])
		s.tell("by hand: own row %v now %v h", at, now)
	case s.rng.IntN(4) == 0:
		s.server.DeleteRow(rows[i].ID)
		delete(s.own, at)
		delete(s.touched, at)
		if slices.ContainsFunc(s.posted, func(p Posted) bool { return p.Date == date && p.TaskID == task }) {
			s.touched[at] = 0 // asked about, and not posted again without an answer
		}
		s.tell("by hand: posted row %v deleted", at)
	case s.rng.IntN(2) == 0 || s.own[at] > 0 && !s.setsText:
		rows[i].Text = "Rettet: " + rows[i].Text
		s.server.AddRow(rows[i])
		s.tell("by hand: text of %v", at)
		if s.own[at] == 0 {
			s.touched[at] = -1 // its hours follow what is confirmed, but undo leaves it alone
		}
	default:
		now += rows[i].Hours
		s.touched[at], rows[i].Hours = now, now
		s.server.AddRow(rows[i])
		s.tell("by hand: posted row %v now %v h", at, now)
	}
}

// settle lets everything arrive that is still on its way.
func (s *schedule) settle() {
	for _, net := range s.networks {
		net.Calm()
	}
}

// calmly runs the last command again without faults, as often as a person would, and compares.
func (s *schedule) calmly() {
	s.net = s.server
	for range 2 {
		plan, err := s.planFor(s.undone)
		require.NoError(s.t, err)
		proof, err := s.apply(plan)
		require.NoError(s.t, err)
		s.tell("calm")
		s.expectEqual(proof)
	}
	requests := len(s.server.Requests())
	plan, err := s.planFor(s.undone)
	require.NoError(s.t, err)
	s.expect(plan.Empty(), "another run would change something: %v", verbs(plan.Actions))
	s.expect(s.undone || len(s.server.Requests())-requests <= 3, "another run takes %d requests", len(s.server.Requests())-requests)
}

func (s *schedule) expect(ok bool, format string, args ...any) {
	if !ok && s.failure == "" {
		s.failure = fmt.Sprintf(format, args...)
		s.tell("FAILED: %s", s.failure)
	}
}

// expectEqual compares the rows with what was confirmed plus what was typed by hand.
func (s *schedule) expectEqual(proof *Proof) {
	want := map[string]float64{}
	for at, hours := range s.own {
		want[s.key(at.date, at.taskID)] += hours
	}
	for _, r := range s.confirmed {
		if !s.undone {
			want[fmt.Sprint(r.Date, r.Task)] += float64(r.Minutes) / 60
		}
	}
	blocked := map[string]bool{}
	for at, hours := range s.touched {
		key := s.key(at.date, at.taskID)
		delete(want, key)
		blocked[key] = true
		if got, _ := s.row(at.date, at.taskID); hours > 0 {
			s.expect(got == hours || s.isConfirmed(at, got), "%s was %v by hand and is %v", key, hours, got)
		}
	}
	got := map[string]float64{}
	for _, r := range s.server.Rows() {
		key := s.key(day.Of(r.WorkDate.In(copenhagen)), r.Task)
		s.expect(got[key] == 0, "two rows for %s", key)
		s.expect(r.Text != "" && r.WorkDate.Equal(day.Of(r.WorkDate.In(copenhagen)).In(copenhagen)), "row without text or not at midnight: %v", r)
		if !blocked[key] {
			got[key] = r.Hours
		}
	}
	s.shown()
	s.expect(fmt.Sprint(want) == fmt.Sprint(got), "want %v, got %v", want, got)
	s.expect(proof.Verified, "not verified")
}

// shown compares what TimeTable shows with the rows: each is seen, once, on its day.
func (s *schedule) shown() {
	cells := map[int]bool{}
	for _, line := range s.server.TimeTable(s.mette, week47.From, copenhagen) {
		for i, cell := range line.Cells {
			if cell != nil {
				cells[cell.ID] = true
				s.expect(day.Of(cell.WorkDate.In(copenhagen)) == week47.From.Add(i), "row %d is shown on another day", cell.ID)
			}
		}
	}
	s.expect(len(cells) == len(s.server.Rows()), "TimeTable shows %d of %d rows", len(cells), len(s.server.Rows()))
}

// isConfirmed tells whether a row that was changed by hand is at what is confirmed for it all the same.
func (s *schedule) isConfirmed(at spot, hours float64) bool {
	sum := s.own[at]
	for _, r := range s.confirmed {
		if s.key(at.date, at.taskID) == fmt.Sprint(r.Date, r.Task) {
			sum += float64(r.Minutes) / 60
		}
	}
	return sum == hours
}

// key names a spot by the to-do's title: the network may have created a to-do twice.
func (s *schedule) key(date day.Date, task int) string {
	for _, t := range s.server.Tasks() {
		if t.ID == task {
			return fmt.Sprint(date, t.Headline)
		}
	}
	return "?"
}

func (s *schedule) state() string {
	var b strings.Builder
	for _, r := range s.server.Rows() {
		fmt.Fprintf(&b, "%s #%d %v h %q; ", s.key(day.Of(r.WorkDate.In(copenhagen)), r.Task), r.Task, r.Hours, r.Text)
	}
	return b.String()
}
