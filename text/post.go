package text

var postTexts = map[string]entry{
	"cmd.post.short": {"vis, hvad der vil ske i Leantime, spørg, og bogfør ugen", "show what would happen in Leantime, ask, and post the week"},
	"cmd.post.long": {
		`Sammenligner det, du har bekræftet, med det, der står i Leantime, og viser række for række, hvad der vil ske: før og efter.
Efter et ja bogføres det og læses tilbage. Timer, du selv har tastet, bliver stående. Kør kommandoen igen, når det skal være:
intet bliver bogført to gange, og kun forskellen bogføres, hvis du har rettet noget.

Med --csv kommer de linjer, som et ja til planen ville bekræfte, som CSV; Leantime bruges slet ikke. Linjer, der mangler en afgørelse,
et projekt, et tag eller en to-do, er ikke med.`,
		`Compares what you have confirmed with what stands in Leantime, and shows row by row what would happen: before and after.
After a yes it is posted and read back. Hours that you typed yourself stay. Run it again whenever you like:
nothing is posted twice, and only the difference is posted where you have corrected something.

With --csv the lines that a yes to the plan would confirm come as CSV; Leantime is not used at all. Lines that lack a decision,
a project, a tag or a to-do are left out.`},
	"cmd.post.example": {
		"  ugeseddel post\n  ugeseddel post --week last --yes\n  ugeseddel post --dry-run\n  ugeseddel post --csv > uge.csv",
		"  ugeseddel post\n  ugeseddel post --week last --yes\n  ugeseddel post --dry-run\n  ugeseddel post --csv > week.csv"},
	"cmd.undo.short": {"tag det, der er bogført for ugen, tilbage", "take back what was posted for the week"},
	"cmd.undo.long": {
		`Viser, hvad der skal til, for at ugen i Leantime bliver, som den var, før den blev bogført, og gør det efter et ja.
Timer, du selv har tastet, bliver stående; det, der er rettet i Leantime siden, nævnes og røres ikke. To-do'er, der blev oprettet, bliver.`,
		`Shows what it takes to have the week in Leantime as it was before it was posted, and does it after a yes.
Hours that you typed yourself stay; what was edited in Leantime since is named and left alone. To-dos that were created stay.`},
	"cmd.undo.example":  {"  ugeseddel undo --week last\n  ugeseddel undo --dry-run", "  ugeseddel undo --week last\n  ugeseddel undo --dry-run"},
	"cmd.flag.yes":      {"sig ja til planen på forhånd; det, der kræver et svar, bliver ikke bogført", "say yes to the plan beforehand; what needs an answer is not posted"},
	"cmd.flag.yes-undo": {"sig ja til planen på forhånd; det, der er rettet i Leantime siden, røres ikke", "say yes to the plan beforehand; what was edited in Leantime since is left alone"},
	"cmd.flag.dry-run":  {"vis kun planen", "show the plan only"},
	"cmd.flag.csv":      {"skriv det, et ja til planen ville bekræfte, som CSV, uden Leantime", "print what a yes to the plan would confirm as CSV, without Leantime"},

	"post.csv-json":         {"--csv og --json kan ikke bruges sammen", "--csv and --json cannot be used together"},
	"post.no-leantime":      {"der står ikke noget Leantime i indstillingerne", "there is no Leantime in the settings"},
	"post.no-leantime-hint": {"skriv leantime: {url: …, token: …} i config.yaml", "put leantime: {url: …, token: …} into config.yaml"},
	"post.no-leantime-csv":  {"skriv leantime: {url: …, token: …} i config.yaml; uden Leantime kan du bruge ugeseddel post --csv", "put leantime: {url: …, token: …} into config.yaml; without Leantime you can use ugeseddel post --csv"},
	"post.unreadable":       {"filen %s kan ikke læses", "the file %s cannot be read"},
	"post.unwritable":       {"filen %s kan ikke skrives", "the file %s cannot be written"},
	"post.undecided":        {"%[1]d linjer mangler en afgørelse, så intet er bogført: ugeseddel review --week %[2]s", "%[1]d lines need a decision, so nothing was posted: ugeseddel review --week %[2]s"},
	"post.undecided.one":    {"%[1]d linje mangler en afgørelse, så intet er bogført: ugeseddel review --week %[2]s", "%[1]d line needs a decision, so nothing was posted: ugeseddel review --week %[2]s"},
	"post.left-out":         {"%d linjer mangler en afgørelse og er ikke med", "%d lines need a decision and are left out"},
	"post.left-out.one":     {"%d linje mangler en afgørelse og er ikke med", "%d line needs a decision and is left out"},

	"post.incomplete":     {"%[1]d linjer mangler et projekt, et tag eller en to-do og er ikke med: ugeseddel review --week %[2]s", "%[1]d lines have no project, no tag or no to-do, and are left out: ugeseddel review --week %[2]s"},
	"post.incomplete.one": {"%[1]d linje mangler et projekt, et tag eller en to-do og er ikke med: ugeseddel review --week %[2]s", "%[1]d line has no project, no tag or no to-do, and is left out: ugeseddel review --week %[2]s"},

	"post.plan":            {"I Leantime, %[1]s til %[2]s, for %[3]s:", "In Leantime, %[1]s to %[2]s, for %[3]s:"},
	"post.sums":            {"%[1]d nye (+), %[2]d ændres (~), %[3]d fjernes (-), %[4]d uændret (=), %[5]d bogføres ikke (!) · %[6]s → %[7]s timer", "%[1]d new (+), %[2]d changed (~), %[3]d removed (-), %[4]d unchanged (=), %[5]d not posted (!) · %[6]s → %[7]s hours"},
	"post.new-task":        {"ny to-do", "new to-do"},
	"post.new-tasks":       {"%d nye to-do'er oprettes; Leantime sender en mail om hver til projektets medlemmer", "%d new to-dos are created; Leantime mails the project's members about each"},
	"post.new-tasks.one":   {"%d ny to-do oprettes; Leantime sender en mail om den til projektets medlemmer", "%d new to-do is created; Leantime mails the project's members about it"},
	"post.question":        {"%[1]s  %[2]s › %[3]s: %[4]s", "%[1]s  %[2]s › %[3]s: %[4]s"},
	"post.choice":          {"  %[1]d  %[2]s", "  %[1]d  %[2]s"},
	"post.which":           {"Vælg et tal, eller tryk Enter for at lade den være:", "Choose a number, or press Enter to leave it:"},
	"post.really":          {"Skal det gøres? [j/n]", "Do it? [y/n]"},
	"post.no-answer":       {"der kom intet svar, så intet er ændret i Leantime", "there was no answer, so nothing was changed in Leantime"},
	"post.no-answer-try":   {"brug --yes, hvor ingen kan svare, eller --dry-run for kun at se planen", "use --yes where nobody can answer, or --dry-run to see the plan only"},
	"post.nothing-done":    {"intet er ændret i Leantime", "nothing was changed in Leantime"},
	"post.created":         {"oprettet: %[1]s (%[2]d) på %[3]s", "created: %[1]s (%[2]d) on %[3]s"},
	"post.nothing-to-do":   {"intet at gøre: Leantime har, hvad det skal have (%s timer)", "nothing to do: Leantime has what it should have (%s hours)"},
	"post.proved":          {"✓ %[1]d rækker skrevet og læst tilbage; %[2]s timer i alt i Leantime", "✓ %[1]d rows written and read back; %[2]s hours in all in Leantime"},
	"post.proved.one":      {"✓ %[1]d række skrevet og læst tilbage; %[2]s timer i alt i Leantime", "✓ %[1]d row written and read back; %[2]s hours in all in Leantime"},
	"post.nothing-written": {"der er ikke skrevet noget; %s timer i alt i Leantime", "nothing was written; %s hours in all in Leantime"},
	"post.stays":           {"to-do'en %[1]s (%[2]d) på %[3]s blev oprettet og bliver stående", "the to-do %[1]s (%[2]d) on %[3]s was created and stays"},

	"post.stopped":              {"%[1]d rækker kunne ikke gøres; se hvorfor ovenfor, og kør kommandoen igen", "%[1]d rows could not be done; see why above, and run the command again"},
	"post.stopped.one":          {"%[1]d række kunne ikke gøres; se hvorfor ovenfor, og kør kommandoen igen", "%[1]d row could not be done; see why above, and run the command again"},
	"post.stopped-question":     {"%[1]d rækker venter på dit svar og er ikke rørt: ugeseddel post --week %[2]s, uden --yes og --dry-run, spørger dig", "%[1]d rows wait for your answer and are left alone: ugeseddel post --week %[2]s, without --yes and --dry-run, asks you"},
	"post.stopped-question.one": {"%[1]d række venter på dit svar og er ikke rørt: ugeseddel post --week %[2]s, uden --yes og --dry-run, spørger dig", "%[1]d row waits for your answer and is left alone: ugeseddel post --week %[2]s, without --yes and --dry-run, asks you"},
	"post.stopped-line":         {"%[1]d rækker kan ikke bogføres, som de er: se hvorfor ovenfor, og ret det i kladden (ugeseddel review --week %[2]s) eller i Leantime", "%[1]d rows cannot be posted as they are: see why above, and correct that in the draft (ugeseddel review --week %[2]s) or in Leantime"},
	"post.stopped-line.one":     {"%[1]d række kan ikke bogføres, som den er: se hvorfor ovenfor, og ret det i kladden (ugeseddel review --week %[2]s) eller i Leantime", "%[1]d row cannot be posted as it is: see why above, and correct that in the draft (ugeseddel review --week %[2]s) or in Leantime"},
	"post.stopped-undo":         {"%[1]d rækker i uge %[2]s tages ikke tilbage; se hvorfor ovenfor, og ret dem selv i Leantime, hvis de skal væk", "%[1]d rows of week %[2]s are not taken back; see why above, and change them in Leantime yourself if they should go"},
	"post.stopped-undo.one":     {"%[1]d række i uge %[2]s tages ikke tilbage; se hvorfor ovenfor, og ret den selv i Leantime, hvis den skal væk", "%[1]d row of week %[2]s is not taken back; see why above, and change it in Leantime yourself if it should go"},
}
