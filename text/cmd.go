package text

var cmdTexts = map[string]entry{
	"cmd.root.long": {
		`ugeseddel fører ugen fra kalenderen til timesedlen i Leantime.

Uden kommando: fredagens opgave. Ugens aftaler læses, projekt, to-do og tag foreslås, du retter og bekræfter.
Intet bogføres, før du har sagt ja.`,
		`ugeseddel takes the week from the calendar to the timesheet in Leantime.

Without a command: the Friday job. The week's events are read, project, to-do and tag suggested, you correct and confirm.
Nothing is posted before you have said yes.`},

	"cmd.use.file":   {"FIL", "FILE"},
	"cmd.use.name":   {"NAVN", "NAME"},
	"cmd.use.title":  {"TITEL", "TITLE"},
	"cmd.use.events": {"AFTALER", "EVENTS"},
	"cmd.use.labels": {"SVAR", "LABELS"},

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
	"cmd.period-not-in-week":   {"uge %[1]s og fra %[2]s til %[3]s passer ikke sammen; skriv kun ét af dem", "week %[1]s and from %[2]s to %[3]s do not fit together; write only one of them"},
	"cmd.period-week":          {"fra %[1]s til %[2]s er mere end én uge; en kladde er en hel uge, som --from og --to kun kan beskære", "from %[1]s to %[2]s is more than one week; a draft is a whole week, which --from and --to can only cut"},
	"cmd.date":                 {"%[1]s: %[2]q er ikke en dato som 2026-11-23", "%[1]s: %[2]q is no date such as 2026-11-23"},
	"cmd.week":                 {"%q er ikke en uge som 2026-W47, this eller last", "%q is no week such as 2026-W47, this or last"},
	"cmd.no-such-week":         {"%[1]d har ingen uge %[2]d; den sidste er uge %[3]d", "%[1]d has no week %[2]d; the last one is week %[3]d"},

	"cmd.no-calendar":       {"der er ingen kalender i indstillingerne", "there is no calendar in the settings"},
	"cmd.no-calendar-hint":  {"giv en fil (ugeseddel preview uge.ics), eller skriv calendars: i config.yaml", "give a file (ugeseddel preview week.ics), or write calendars: into config.yaml"},
	"cmd.unknown-calendar":  {"der er ingen kalender %[1]q i indstillingerne; der er %[2]s", "there is no calendar %[1]q in the settings; there is %[2]s"},
	"cmd.reading-calendars": {"læser kalenderne …", "reading the calendars …"},
	"cmd.names-unread":      {"Leantime kunne ikke spørges om projekter og to-dos (%s); dem, der kendes i forvejen, bruges", "Leantime could not be asked for projects and to-dos (%s); those known before are used"},
	"cmd.calendar-as-of":    {"kalenderen %[1]q er som den var %[2]s", "calendar %[1]q is as it was on %[2]s"},
	"cmd.calendar-failed":   {"kalenderen %q kunne ikke læses", "calendar %q could not be read"},
	"cmd.examples":          {"eksemplerne i %s kan ikke læses", "the examples in %s cannot be read"},
	"cmd.rules":             {"reglerne i %s kan ikke læses", "the rules in %s cannot be read"},

	"cmd.flag.json":     {"som JSON, til andre programmer", "as JSON, for other programs"},
	"cmd.flag.all":      {"spørg om alle ugens linjer, også dem, der er klar", "ask about every line of the week, also those that are ready"},
	"cmd.flag.terminal": {"linje for linje i terminalen (er det, der er, indtil siden i browseren kommer)", "line by line in the terminal (what there is until the page in the browser)"},

	"cmd.flag.fill": {"tilbyd bagefter at fylde ledig tid: med det, der var der i sidste uge, eller en fast linje", "offer afterwards to fill what is free: with what was there last week, or a standing line"},

	"cmd.preview.short": {"vis ugen, som den ville blive bogført; intet gemmes", "show the week as it would be registered; writes nothing"},
	"cmd.preview.long": {
		`Viser ugen dag for dag: hver aftale med tid, timer, projekt, to-do, tag og grund; hvad der udelades og hvorfor; summer; og hvad der mangler
en afgørelse. Med en fil (eller - for standard input) bruges kun filen og reglerne, uden indstillinger; ellers din egen kladde, bragt ajour.`,
		`Shows the week day by day: each event with time, hours, project, to-do, tag and reason; what is left out and why; sums; and what needs
a decision. With a file (or - for standard input) only the file and the rules are used, without settings; else your own draft, brought up to date.`},
	"cmd.preview.example": {
		"  ugeseddel preview uge.ics --week 2026-W47\n  ugeseddel preview --week last\n  ugeseddel preview --json | jq .days",
		"  ugeseddel preview week.ics --week 2026-W47\n  ugeseddel preview --week last\n  ugeseddel preview --json | jq .days"},

	"cmd.draft.short": {"skriv ugens kladde, eller bring den ajour", "write the week's draft, or bring it up to date"},
	"cmd.draft.long": {
		`Læser kalenderne og skriver ugens kladde: en fil, som du kan rette i en hvilken som helst teksteditor (docs/draft.md). Er der en kladde,
bringes den ajour: det, du har besluttet, bliver stående, og hvad kalenderen har ændret siden, bliver sagt. Filens navn skrives ud.`,
		`Reads the calendars and writes the week's draft: a file that you can edit in any text editor (docs/draft.md). Where there is a draft,
it is brought up to date: what you decided stays, and what the calendar has changed since is told. Prints the name of the file.`},
	"cmd.draft.example": {"  ugeseddel draft\n  ugeseddel draft --week last", "  ugeseddel draft\n  ugeseddel draft --week last"},

	"cmd.review.short": {"gå igennem det, der mangler en afgørelse, og bekræft ugen", "go through what needs a decision, and confirm the week"},
	"cmd.review.long": {
		`Bringer ugens kladde ajour med kalenderen og spørger om hver linje, der mangler en afgørelse: godkend, ret eller spring over.
Hvert svar gemmes med det samme, så du kan stoppe når som helst.`,
		`Brings the week's draft up to date with the calendar and asks about every line that needs a decision: accept, correct or skip.
Every answer is saved at once, so that you can stop at any time.`},
	"cmd.review.example": {"  ugeseddel review\n  ugeseddel review --week last", "  ugeseddel review\n  ugeseddel review --week last"},

	"cmd.flag.demo-yes": {"svar selv på spørgsmålene (gøres også uden en terminal)", "answer the questions by itself (done without a terminal too)"},
	"cmd.demo.short":    {"prøv hele opgaven på en indbygget uge og et indbygget Leantime", "try the whole job on an embedded week and an embedded Leantime"},
	"cmd.demo.long": {
		`Viser hele fredagens opgave uden indstillinger og uden servere: en uge i sekretariatet læses, gennemgås og bogføres i et Leantime, der
kun findes, mens demoen kører.`,
		`Shows the whole Friday job without settings and without servers: a week in the secretariat is read, gone through and posted to a Leantime
that exists only while the demo runs.`},
	"cmd.demo.example": {"  ugeseddel demo\n  ugeseddel demo --yes --lang en", "  ugeseddel demo\n  ugeseddel demo --yes --lang da"},
}
