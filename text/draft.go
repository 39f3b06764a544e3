package text

var draftTexts = map[string]entry{
	"draft.left-declined":   {"du har sagt nej", "you declined"},
	"draft.left-private":    {"privat aftale", "private event"},
	"draft.left-free":       {"vises som ledig, og ingen regel kender den", "shown as free, and no rule knows it"},
	"draft.left-rule":       {"registreres ikke efter reglerne", "not registered, by the rules"},
	"draft.left-unsure":     {"skal måske ikke registreres", "perhaps not to be registered"},
	"draft.left-no-length":  {"begynder og slutter på samme tid", "begins and ends at the same time"},
	"draft.left-no-norm":    {"en dag uden arbejdstid", "a day without working hours"},
	"draft.left-gives-way":  {"viger for det andet, der sker på det tidspunkt", "gives way to what else happens at the time"},
	"draft.left-with-event": {"aftalen tælles ikke med", "the event does not count"},
	"draft.left-merged":     {"lagt sammen med en anden linje", "merged with another line"},
	"draft.merged":          {"tiden står på linjen %s", "its time stands on line %s"},
	"draft.decided":         {"besluttet af dig", "decided by you"},
	"draft.passed":          {"bekræftet sammen med planen", "confirmed together with the plan"},
	"draft.posted":          {"står i Leantime", "stands in Leantime"},
	"draft.both":            {"tæller fuldt, også samtidig med andet", "counts in full, also beside other things"},
	"draft.kept-unread":     {"kalenderen %q er ikke læst; linjen står som før", "the calendar %q was not read; the line is as before"},
	"draft.rounded-up":      {"rundet op fra %[1]d til %[2]d minutter (+%[3]d), så dagens sum passer", "rounded up from %[1]d to %[2]d minutes (+%[3]d), so that the day adds up"},
	"draft.rounded-down":    {"rundet ned fra %[1]d til %[2]d minutter (−%[3]d), så dagens sum passer", "rounded down from %[1]d to %[2]d minutes (−%[3]d), so that the day adds up"},

	"draft.no-hours": {"hele dagen, men reglerne siger ikke, hvor mange timer det er", "all day, but the rules do not say how many hours it is"},
	"draft.speedy":   {"%[1]d minutter tæller som %[2]d", "%[1]d minutes count as %[2]d"},
	"draft.gave":     {"tæller %[1]d af %[2]d minutter; resten tæller andetsteds", "counts %[1]d of %[2]d minutes; the rest counts elsewhere"},
	"draft.gap":      {"%[1]s %[2]s–%[3]s", "%[1]s %[2]s–%[3]s"},

	"draft.changed-gone":     {"aflyst, eller flyttet ud af ugen", "cancelled, or moved out of the week"},
	"draft.changed-back":     {"står i kalenderen igen", "is in the calendar again"},
	"draft.changed-day":      {"flyttet fra %s til %s", "moved from %s to %s"},
	"draft.changed-time":     {"var %s, er nu %s", "was %s, is now %s"},
	"draft.changed-title":    {"hed %q, hedder nu %q", "was called %q, is now %q"},
	"draft.changed-answer":   {"svaret var %s, er nu %s", "the answer was %s, is now %s"},
	"draft.changed-hand":     {"bogført som %[1]s timer på %[2]s, %[3]s", "posted as %[1]s hours on %[2]s, %[3]s"},
	"draft.changed-hand.one": {"bogført som %[1]s time på %[2]s, %[3]s", "posted as %[1]s hour on %[2]s, %[3]s"},
	"draft.all-day":          {"hele dagen", "all day"},
	"draft.clock":            {"%s–%s", "%s–%s"},
	"draft.answer-accepted":  {"ja", "yes"},
	"draft.answer-declined":  {"nej", "no"},
	"draft.answer-tentative": {"måske", "maybe"},
	"draft.answer-organizer": {"indkaldt af dig selv", "organised by yourself"},
	"draft.answer-none":      {"intet svar", "no answer"},

	"draft.private-event":   {"en privat aftale", "a private event"},
	"draft.untitled":        {"en linje uden titel", "a line without title"},
	"draft.overlap":         {"»%[1]s« ligger samtidig med »%[2]s« i %[3]d minutter og giver tiden fra sig", "“%[1]s” is at the same time as “%[2]s” for %[3]d minutes, and gives them away"},
	"draft.overlap-unclear": {"»%[1]s« ligger samtidig med »%[2]s« i %[3]d minutter: hvilken tæller?", "“%[1]s” is at the same time as “%[2]s” for %[3]d minutes: which one counts?"},
	"draft.unread":          {"»%[1]s«: kalenderen %[2]q kunne ikke læses, så linjen står som før", "“%[1]s”: the calendar %[2]q could not be read, so the line is as before"},
	"draft.changed":         {"»%[1]s«: kalenderen er ændret: %[2]s", "“%[1]s”: the calendar has changed: %[2]s"},
	"draft.nothing":         {"»%[1]s« bliver til 0 timer (%[2]d minutter i kalenderen)", "“%[1]s” comes to 0 hours (%[2]d minutes in the calendar)"},
	"draft.no-project":      {"»%s« mangler et projekt", "“%s” has no project"},
	"draft.no-tag":          {"»%s« mangler et tag", "“%s” has no tag"},
	"draft.no-task":         {"»%s« mangler en opgave", "“%s” has no to-do"},
	"draft.unknown-project": {"projektet %q findes ikke", "there is no project %q"},
	"draft.unknown-tag":     {"tagget %q findes ikke", "there is no tag %q"},
	"draft.on-holiday":      {"»%[1]s« ligger på en helligdag (%[2]s)", "“%[1]s” is on a holiday (%[2]s)"},
	"draft.private-posted":  {"en privat aftale %s ville blive registreret", "a private event on %s would be registered"},
	"draft.confidential":    {"»%s« ser fortrolig ud; skriv en anden tekst, hvis andre ikke må læse den", "“%s” looks confidential; write another text if others must not read it"},
	"draft.long-day":        {"%[1]s har %[2]s timer, mere end %[3]s", "%[1]s has %[2]s hours, more than %[3]s"},
	"draft.long-week":       {"ugen er på %[1]s timer, %[3]s over normen på %[2]s; måske kan du holde fri en anden dag", "the week has %[1]s hours, %[3]s above the norm of %[2]s; perhaps you can take time off another day"},

	"draft.no-line":            {"der er ingen linje %q i kladden", "there is no line %q in the draft"},
	"draft.no-event":           {"linjen %q hører ikke til en aftale", "line %q belongs to no event"},
	"draft.needs-project":      {"»%s« mangler et projekt og kan ikke registreres", "“%s” has no project and cannot be registered"},
	"draft.needs-project-hint": {"vælg et projekt, eller spring linjen over", "choose a project, or skip the line"},
	"draft.bad-minutes":        {"%[1]d minutter går ikke op i trin på %[2]d minutter, eller er mere end et døgn", "%[1]d minutes is no multiple of %[2]d, or more than a day"},
	"draft.other-week":         {"%[1]s ligger ikke i uge %[2]s", "%[1]s is not in week %[2]s"},
	"draft.cannot-split":       {"»%s« kan ikke deles: der skal mindst to dele til, og en del deles ikke igen", "“%s” cannot be split: it takes two parts at least, and a part is not split again"},
	"draft.bad-clock":          {"tiden skal gå fremad og slutte senest ved midnat", "the time must run forward, and end at midnight at the latest"},
	"draft.bad-share":          {"en del skal være et helt tal over 0", "a part must be a whole number above 0"},
	"draft.cannot-merge":       {"kun to eller flere forskellige linjer på samme dag kan lægges sammen", "only two or more different lines of one day can be merged"},

	"draft.cmd-lines":          {"%[1]d linjer i kladden for uge %[2]s. Ret den i en teksteditor, eller kør: ugeseddel review --week %[2]s", "%[1]d lines in the draft of week %[2]s. Edit it in any text editor, or run: ugeseddel review --week %[2]s"},
	"draft.cmd-changed":        {"%[1]s »%[2]s« er ændret i kalenderen, siden du besluttede linjen: %[3]s", "%[1]s “%[2]s” has changed in the calendar since you decided the line: %[3]s"},
	"draft.cmd-changed-posted": {"%[1]s »%[2]s« er ændret, siden du bogførte: %[3]s", "%[1]s “%[2]s” has changed since you posted: %[3]s"},

	"draft.cmd-unread":     {"%d linjer er fra en kalender, der ikke blev læst sidst, og står som før", "%d lines are of a calendar that was not read the last time, and are as before"},
	"draft.cmd-unread.one": {"%d linje er fra en kalender, der ikke blev læst sidst, og står som før", "%d line is of a calendar that was not read the last time, and is as before"},
	"draft.cmd-ahead":      {"%[1]d linjer ligger stadig foran dig: %[2]s", "%[1]d lines still lie ahead of you: %[2]s"},
	"draft.cmd-ahead.one":  {"%[1]d linje ligger stadig foran dig: %[2]s", "%[1]d line still lies ahead of you: %[2]s"},

	"draft.file-header": {`Kladde til ugesedlen for uge %[1]d i %[2]d. Filen må gerne rettes i hånden.
Det, du ændrer i en linje, er din beslutning og bliver stående, når kladden bringes ajour.
  time      hvornår: 09:00-10:30
  minutes   hvor længe: et antal minutter, der går op i "step"
  project, tag, task   hvor, hvilken slags arbejde, og hvilken opgave (to-do)
  note      teksten til registreringen; uden den bruges title
  status    ready: registreres · check: mangler din beslutning · skip: registreres ikke
  both: true    tæller fuldt, også når noget andet sker samtidig
  always: true  aftaler som denne skal altid springes over
En linje, der ikke skal med, får "status: skip"; slettes den, kommer den igen.
En linje mere skrives med date, time eller minutes, title, project, tag og task – uden id.
Resten af nøglerne passer ugeseddel selv: lad dem stå. Kommentarer med ## skrives om hver gang, dine egne med # bliver.`,
		`Draft of the timesheet for week %[1]d of %[2]d. You are welcome to edit this file.
What you change in a line is your decision, and stays when the draft is brought up to date.
  time      when: 09:00-10:30
  minutes   how long: minutes that are a multiple of "step"
  project, tag, task   where, which kind of work, and which to-do
  note      the text of the registration; without it, title is used
  status    ready: will be registered · check: needs your decision · skip: will not be registered
  both: true    counts in full, also when something else happens at the same time
  always: true  events like this one are always to be skipped
A line that you do not want gets "status: skip"; if you delete it, it comes back.
One more line takes date, time or minutes, title, project, tag and task, and no id.
The other keys are ugeseddel's own: leave them. Comments with ## are written anew each time, your own with # stay.`},
	"draft.file-day":        {"%[1]s · %[2]s af %[3]s timer", "%[1]s · %[2]s of %[3]s hours"},
	"draft.file-no-week":    {"filen mangler \"week\", for eksempel week: 2026-W47", "the file has no \"week\", such as week: 2026-W47"},
	"draft.file-week":       {"%q er ikke en uge som 2026-W47", "%q is no week such as 2026-W47"},
	"draft.file-zone":       {"%q er ikke en tidszone som Europe/Copenhagen", "%q is no time zone such as Europe/Copenhagen"},
	"draft.file-step":       {"%d minutter går ikke op i en time", "%d minutes do not divide an hour"},
	"draft.file-no-date":    {"linjen mangler \"date\", for eksempel date: 2026-11-16", "the line has no \"date\", such as date: 2026-11-16"},
	"draft.file-time":       {"%q er ikke et tidsrum som 09:00-10:30", "%q is no time such as 09:00-10:30"},
	"draft.file-when":       {"%q er ikke en dag og et tidsrum som 2026-11-16 09:00-10:30", "%q is no day and time such as 2026-11-16 09:00-10:30"},
	"draft.file-minutes":    {"%[1]d minutter går ikke op i trin på %[2]d; det nærmeste er %[3]d", "%[1]d minutes is no multiple of %[2]d; the nearest is %[3]d"},
	"draft.file-twice":      {"id %q står på flere linjer; fjern id fra den nye linje", "id %q is on more than one line; remove the id from the new line"},
	"draft.file-no-project": {"linjen er \"ready\", men mangler \"project\"", "the line is \"ready\" but has no \"project\""},
}
