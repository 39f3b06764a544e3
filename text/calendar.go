package text

var calendarTexts = map[string]entry{
	"calendar.problem": {"kalenderen %[1]q: %[2]s: %[3]s", "calendar %[1]q: %[2]s: %[3]s"},
}
