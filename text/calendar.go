package text

var calendarTexts = map[string]entry{
	"calendar.not-json":   {"linjen er ikke en aftale som JSON, {\"title\": …}", "the line is no event as JSON, {\"title\": …}"},
	"calendar.json-field": {"feltet %q har en forkert slags værdi", "the field %q has the wrong kind of value"},
	"calendar.json-time":  {"feltet %[1]q: %[2]q er ikke et tidspunkt som 2026-11-23T09:00", "the field %[1]q: %[2]q is no time such as 2026-11-23T09:00"},
	"calendar.problem":    {"kalenderen %[1]q: %[2]s: %[3]s", "calendar %[1]q: %[2]s: %[3]s"},
}
