package text

var cmdTexts = map[string]entry{
	"cmd.root.long": {
		`ugeseddel fører ugen fra kalenderen til timesedlen i Leantime.

Uden kommando: fredagens opgave. Ugens aftaler læses, projekt, to-do og tag foreslås, du retter og bekræfter.
Intet bogføres, før du har sagt ja.`,
		`ugeseddel takes the week from the calendar to the timesheet in Leantime.

Without a command: the Friday job. The week's events are read, project, to-do and tag suggested, you correct and confirm.
Nothing is posted before you have said yes.`},

	"cmd.usage.usage":        {"Brug", "Usage"},
	"cmd.usage.command":      {"kommando", "command"},
	"cmd.usage.commands":     {"Kommandoer", "Commands"},
	"cmd.usage.examples":     {"Eksempler", "Examples"},
	"cmd.usage.flags":        {"Flag", "Flags"},
	"cmd.usage.global-flags": {"Flag til alle kommandoer", "Flags of all commands"},

	"cmd.flag.config":   {"indstillinger i `FIL` i stedet for den sædvanlige", "settings in `FILE` instead of the usual one"},
	"cmd.flag.rules":    {"regler i `FIL` i stedet for de indbyggede", "rules in `FILE` instead of those built in"},
	"cmd.flag.calendar": {"kun kalenderen `NAVN` (kan gentages)", "only the calendar `NAME` (may be repeated)"},
	"cmd.flag.timezone": {"tidszone `ZONE`, fx Europe/Copenhagen", "time zone `ZONE`, such as Europe/Copenhagen"},
	"cmd.flag.lang":     {"sprog", "language"},
	"cmd.flag.no-color": {"ingen farver", "no colours"},
	"cmd.flag.help":     {"vis denne hjælp", "show this help"},
	"cmd.flag.version":  {"vis versionen", "show the version"},
	"cmd.flag.week":     {"`UGE` som 2026-W47, this eller last", "`WEEK` such as 2026-W47, this or last"},
	"cmd.flag.from":     {"fra og med `DATO` (2026-11-23)", "from `DATE` (2026-11-23)"},
	"cmd.flag.to":       {"til, men ikke med, `DATO`", "until, but without, `DATE`"},

	"cmd.hint":                 {"råd: %s", "hint: %s"},
	"cmd.see-help":             {"Tilføj --help for at se, hvordan kommandoen bruges.", "Add --help to see how the command is used."},
	"cmd.timezone":             {"der er ingen tidszone %q; skriv fx Europe/Copenhagen", "there is no time zone %q; write for example Europe/Copenhagen"},
	"cmd.no-state":             {"der er ingen mappe til kladder på denne computer", "there is no folder for drafts on this computer"},
	"cmd.no-state-hint":        {"sæt UGESEDDEL_STATE til en mappe", "set UGESEDDEL_STATE to a folder"},
	"cmd.unknown-command":      {"der er ingen kommando %q", "there is no command %q"},
	"cmd.unknown-command-near": {"der er ingen kommando %[1]q — mente du %[2]q?", "there is no command %[1]q — did you mean %[2]q?"},
	"cmd.no-arguments":         {"%[1]s forstår ikke %[2]q", "%[1]s does not understand %[2]q"},
	"cmd.unknown-flag":         {"der er intet flag %s", "there is no flag %s"},
	"cmd.flag-value":           {"%s mangler en værdi", "%s lacks a value"},
	"cmd.flag-invalid":         {"%[1]q kan ikke bruges til %[2]s", "%[1]q cannot be used for %[2]s"},
	"cmd.period-order":         {"--from %[1]s ligger ikke før --to %[2]s", "--from %[1]s is not before --to %[2]s"},
	"cmd.period-week":          {"fra %[1]s til %[2]s er mere end én uge; en kladde er en hel uge, som --from og --to kun kan beskære", "from %[1]s to %[2]s is more than one week; a draft is a whole week, which --from and --to can only cut"},
	"cmd.date":                 {"%[1]s: %[2]q er ikke en dato som 2026-11-23", "%[1]s: %[2]q is no date such as 2026-11-23"},
	"cmd.week":                 {"%q er ikke en uge som 2026-W47, this eller last", "%q is no week such as 2026-W47, this or last"},
	"cmd.no-such-week":         {"%[1]d har ingen uge %[2]d; den sidste er uge %[3]d", "%[1]d has no week %[2]d; the last one is week %[3]d"},
}
