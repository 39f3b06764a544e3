package text

var viewTexts = map[string]entry{
	"view.week":     {"Uge %[1]d · %[2]s – %[3]s %[4]d", "Week %[1]d · %[2]s – %[3]s %[4]d"},
	"view.of":       {"%[1]s af %[2]s t", "%[1]s of %[2]s h"},
	"view.all-day":  {"hele dagen", "all day"},
	"view.nothing":  {"ingenting", "nothing"},
	"view.ahead":    {"ligger forude", "lies ahead"},
	"view.free":     {"mangler %[1]s timer; ledig %[2]s", "%[1]s hours missing; free %[2]s"},
	"view.free.one": {"mangler %[1]s time; ledig %[2]s", "%[1]s hour missing; free %[2]s"},
	"view.private":  {"Privat", "Private"},
	"view.look-at":  {"Se på dette", "Look at this"},
	"view.problem":  {"%[1]s: %[2]s", "%[1]s: %[2]s"},
	"view.total":    {"I alt %[1]s af %[2]s timer", "In all %[1]s of %[2]s hours"},
	"view.open":     {"%d linjer mangler en afgørelse", "%d lines need a decision"},
	"view.open.one": {"%d linje mangler en afgørelse", "%d line needs a decision"},
	"view.legend":   {"✓ klar   ? mangler en afgørelse   – bogføres ikke", "✓ ready   ? needs a decision   – not registered"},
}
