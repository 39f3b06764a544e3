package text

var rulesTexts = map[string]entry{
	"cmd.flag.memory":        {"brug også det, du har afgjort før", "use what you decided before as well"},
	"cmd.flag.with":          {"sammenlign med reglerne i `FIL`", "compare with the rules in `FILE`"},
	"cmd.flag.yes-proposals": {"sig ja til alle forslag", "say yes to every proposal"},

	"cmd.suggest.short": {"foreslå projekt, to-do og tag: JSON-linjer ind, JSON-linjer ud", "suggest project, to-do and tag: JSON lines in, JSON lines out"},
	"cmd.suggest.long": {
		`Læser aftaler som JSON, én pr. linje (som events --json skriver dem; felter må mangle), og skriver én linje for hver, i samme rækkefølge:
id, skip, certain, project, tag, task og why. Reglerne alene bestemmer; med --memory også det, du har afgjort før.`,
		`Reads events as JSON, one a line (as events --json writes them; fields may be missing), and writes one line for each, in the same order:
id, skip, certain, project, tag, task and why. The rules alone decide; with --memory also what you decided before.`},
	"cmd.suggest.example": {
		"  ugeseddel events --json | ugeseddel suggest\n  echo '{\"title\":\"SG valghalla\"}' | ugeseddel suggest --rules rules.yaml",
		"  ugeseddel events --json | ugeseddel suggest\n  echo '{\"title\":\"SG valghalla\"}' | ugeseddel suggest --rules rules.yaml"},
	"suggest.file": {"%s kan ikke læses", "%s cannot be read"},
	"suggest.read": {"input kan ikke læses", "the input cannot be read"},
	"suggest.line": {"linje %d", "line %d"},

	"cmd.rules.short":   {"efterse, forklar og afprøv reglerne", "check, explain and try out the rules"},
	"cmd.rules.long":    {"Efterser rules.yaml, forklarer hvorfor en aftale foreslås som den gør, og afprøver ændringer på det, I allerede har afgjort.", "Checks rules.yaml, explains why an event is suggested as it is, and tries out changes on what you have decided already."},
	"cmd.rules.example": {"  ugeseddel rules check\n  ugeseddel rules explain \"SG valghalla\"\n  ugeseddel rules replay --with nye-regler.yaml", "  ugeseddel rules check\n  ugeseddel rules explain \"SG valghalla\"\n  ugeseddel rules replay --with new-rules.yaml"},

	"cmd.rules-check.short": {"find fejl, døde og modstridende ord i reglerne", "find mistakes, dead and contradicting words in the rules"},
	"cmd.rules-check.long": {
		`Læser reglerne og siger alt, der er galt eller tvivlsomt, med fil, linje og kolonne: ord, der aldrig kan afgøre noget; ord, som to sider
gør krav på; ord, der siger for meget; og projekter, tags og to-dos, som Leantime ikke har (når Leantime står i indstillingerne).`,
		`Reads the rules and tells everything that is wrong or doubtful, with file, line and column: words that can never decide; words that two
sides claim; words that say too much; and projects, tags and to-dos that Leantime does not have (when Leantime is in the settings).`},
	"cmd.rules-check.example": {"  ugeseddel rules check\n  ugeseddel rules check --rules mine-regler.yaml", "  ugeseddel rules check\n  ugeseddel rules check --rules my-rules.yaml"},
	"rules.not-asked":         {"bemærk: Leantime er ikke spurgt (%s), så projekter, tags og to-dos er ikke sammenlignet med Leantimes", "note: Leantime was not asked (%s), so projects, tags and to-dos were not compared with Leantime's"},
	"rules.checked":           {"%d bemærkninger til %s", "%d remarks on %s"},
	"rules.checked.one":       {"%d bemærkning til %s", "%d remark on %s"},

	"cmd.rules-explain.short": {"forklar, hvorfor en aftale foreslås som den gør", "explain why an event is suggested as it is"},
	"cmd.rules-explain.long": {
		"Viser hele ræsonnementet for en titel eller en aftale som JSON (- læser den fra standard input): hvert ord, der blev fundet, med linjen i reglerne, og hvad der vejede mest.",
		"Shows the whole reasoning for a title, or for an event as JSON (- reads it from standard input): every word that was found, with its line in the rules, and what weighed most."},
	"cmd.rules-explain.example": {"  ugeseddel rules explain \"kaffemøde med Syddjurs\"\n  ugeseddel rules explain '{\"title\":\"Ferie\",\"all_day\":true}'", "  ugeseddel rules explain \"kaffemøde med Syddjurs\"\n  ugeseddel rules explain '{\"title\":\"Ferie\",\"all_day\":true}'"},
	"rules.explain-what":        {"skriv en titel i citationstegn, en aftale som JSON, eller -", "write a title in quotes, an event as JSON, or -"},
	"rules.no-event":            {"det er ikke en aftale som JSON", "this is no event as JSON"},

	"cmd.rules-replay.short": {"afprøv reglerne på det, der allerede er afgjort", "try the rules on what has been decided already"},
	"cmd.rules-replay.long": {
		`Kører reglerne over alle linjer, som du har afgjort i dine kladder, eller over en fil med aftaler og en med de rigtige svar, og viser
præcision (så mange af de sikre forslag er rigtige) og dækning (så mange forslag er sikre). Med --with: hvad bliver bedre, værre og anderledes.`,
		`Runs the rules over every line that you decided in your drafts, or over a file of events and one of right answers, and shows
precision (how many of the certain suggestions are right) and coverage (how many suggestions are certain). With --with: what gets better, worse and different.`},
	"cmd.rules-replay.example": {"  ugeseddel rules replay\n  ugeseddel rules replay --with nye-regler.yaml\n  ugeseddel rules replay aftaler.jsonl svar.jsonl", "  ugeseddel rules replay\n  ugeseddel rules replay --with new-rules.yaml\n  ugeseddel rules replay events.jsonl labels.jsonl"},
	"rules.replay-files":       {"skriv to filer, aftalerne og de rigtige svar, eller ingen", "write two files, the events and the right answers, or none"},
	"rules.nothing-to-replay":  {"der er intet at afprøve reglerne på: ingen linjer er afgjort i kladderne endnu", "there is nothing to try the rules on: no line is decided in the drafts yet"},
	"rules.line":               {"%s, linje %d", "%s, line %d"},
	"rules.wrong":              {"forkert: %q: %s; rigtigt er %s", "wrong: %q: %s; right is %s"},
	"rules.better":             {"bedre: %d", "better: %d"},
	"rules.worse":              {"værre: %d", "worse: %d"},
	"rules.different":          {"anderledes: %d", "different: %d"},
	"rules.change":             {"%q: før %s, nu %s", "%q: before %s, now %s"},
	"rules.figures":            {"%s: %d af %d rigtige (%s), præcision %s, dækning %s", "%s: %d of %d right (%s), precision %s, coverage %s"},
	"rules.answer":             {"%s, %s", "%s, %s"},
	"rules.answer-skip":        {"registreres ikke", "not registered"},
	"rules.answer-unsure":      {"%s?", "%s?"},
	"rules.answer-ask":         {"spørg et menneske", "ask a person"},

	"cmd.rules-save.short": {"gem reglerne i en fil, som du kan rette i", "save the rules in a file that you can change"},
	"cmd.rules-save.long": {
		`Skriver de regler, der bruges nu (de indbyggede, hvis du ikke har andre), i en ny fil. Skriv "rules: FIL" i config.yaml, så er det dem, der gælder.`,
		`Writes the rules in use (those built in where you have no others) into a new file. Write "rules: FILE" into config.yaml to make them yours.`},
	"cmd.rules-save.example": {"  ugeseddel rules save mine-regler.yaml", "  ugeseddel rules save my-rules.yaml"},
	"rules.save-where":       {"skriv, hvilken fil reglerne skal gemmes i", "write the file in which to save the rules"},
	"rules.save":             {"reglerne kan ikke gemmes i %s", "the rules cannot be saved in %s"},
	"rules.save-exists":      {"%s findes allerede og er ikke ændret", "%s is there already and was not changed"},
	"rules.save-exists-hint": {"vælg et andet navn", "choose another name"},
	"rules.saved-examples":   {"Eksemplerne i %s er ikke kopieret: læg filen ved siden af de gemte regler.", "The examples in %s are not copied: put the file beside the saved rules."},
	"rules.saved":            {"Reglerne er gemt i %[1]s. Skriv i config.yaml: rules: %[1]s", "The rules are saved in %[1]s. Write into config.yaml: rules: %[1]s"},

	"cmd.rules-propose.short": {"foreslå regler ud fra det, du har rettet", "propose rules from what you corrected"},
	"cmd.rules-propose.long": {
		`Har du rettet tre lignende aftaler på samme måde, foreslås en regel: linjen i filen, og de aftaler den ville ramme, ændre og ikke nå.
Siger du ja, skrives den i filen, og dine kommentarer bliver stående. Intet ændres, uden at du siger ja.`,
		`Where you corrected three like events in the same way, a rule is proposed: the line in the file, and the events it would hit, change and miss.
Where you say yes it is written into the file, and your comments stay. Nothing is changed unless you say yes.`},
	"cmd.rules-propose.example": {"  ugeseddel rules propose --rules rules.yaml", "  ugeseddel rules propose --rules rules.yaml"},
	"rules.built-in":            {"reglerne er de indbyggede og kan ikke ændres", "the rules are those built in and cannot be changed"},
	"rules.built-in-hint":       {"kør \"ugeseddel rules save FIL\", skriv rules: FIL i config.yaml, og kør \"ugeseddel rules propose\" igen", "run \"ugeseddel rules save FILE\", write rules: FILE into config.yaml, and run \"ugeseddel rules propose\" again"},
	"rules.could-propose":       {"Du har rettet mindst tre lignende aftaler på samme måde (%q). Se forslaget til en regel med: ugeseddel rules propose", "You corrected at least three like events in the same way (%q). See the rule proposed for them with: ugeseddel rules propose"},
	"rules.accept":              {"Skriv den i %s? [j/N]", "Write it into %s? [y/N]"},
	"rules.nothing-to-propose":  {"Der er intet at foreslå: ingen tre lignende rettelser kalder på en regel.", "There is nothing to propose: no three like corrections call for a rule."},
	"rules.proposed":            {"%d regler skrevet i %s", "%d rules written into %s"},
	"rules.proposed.one":        {"%d regel skrevet i %s", "%d rule written into %s"},
	"rules.proposal":            {"Forslag: %q bliver til %s", "Proposal: %q becomes %s"},
	"rules.proposal-place":      {"  i %s, linje %d:\n%s", "  in %s, line %d:\n%s"},
	"rules.proposal-keyword":    {"  i %s, linje %d, blandt keywords for %s:\n    %s", "  in %s, line %d, among the keywords of %s:\n    %s"},
	"rules.proposal-sure":       {"  sikre, så ingen ser efter: %d af %d", "  certain, so that nobody looks: %d of %d"},
	"rules.proposal-hits":       {"  rammer %d, som du rettede:", "  hits %d that you corrected:"},
	"rules.proposal-changes":    {"  ændrer %d, som var rigtige:", "  changes %d that were right:"},
	"rules.proposal-misses":     {"  når ikke %d lignende:", "  misses %d like them:"},
	"rules.proposal-event":      {"    %s", "    %s"},
}
