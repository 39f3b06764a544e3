package text

var eventsTexts = map[string]entry{
	"events.none":     {"der er ingen begivenheder", "there are no events"},
	"events.all-day":  {"hele dagen", "all day"},
	"events.days":     {"%[1]s–%[2]s", "%[1]s–%[2]s"},
	"events.span":     {"%[1]s–%[2]s", "%[1]s–%[2]s"},
	"events.clock":    {"%[1]s–%[2]s", "%[1]s–%[2]s"},
	"events.declined": {"takket nej", "declined"},
	"events.free":     {"vist som ledig", "shown as free"},

	"cmd.events.short": {"vis kalenderens begivenheder, som de er læst", "list the calendar's events as they are read"},
	"cmd.events.long": {
		`Viser alle begivenheder i ugen eller perioden, gentagelser medregnet, dag for dag. Med filer, mapper eller - (standard input) bruges kun de,
uden indstillinger; ellers kalenderne i indstillingerne. Det, der ikke kan læses, fortælles for sig, og resten vises.`,
		`Lists all events of the week or period, recurring ones included, day by day. With files, folders or - (standard input) only these are used,
without settings; else the calendars of the settings. What cannot be read is told apart, and the rest is listed.`},
	"cmd.events.example": {
		"  ugeseddel events uge.ics --week 2026-W47\n  ugeseddel events --from 2026-11-01 --to 2026-12-01 --calendar arbejde\n  ugeseddel events - --json < uge.ics",
		"  ugeseddel events week.ics --week 2026-W47\n  ugeseddel events --from 2026-11-01 --to 2026-12-01 --calendar work\n  ugeseddel events - --json < week.ics"},
}
