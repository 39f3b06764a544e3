package text

var mappingTexts = map[string]entry{
	"mapping.place":      {"%s:%d", "%s:%d"},
	"mapping.twice":      {"%q står her to gange", "%q stands here twice"},
	"mapping.missing":    {"%q mangler", "%q is missing"},
	"mapping.no-letters": {"%q har ingen bogstaver eller cifre at kende den på", "%q has no letters or digits to know it by"},
	"mapping.if-then":    {"en undtagelse har både \"if\" og \"then\"", "an exception has both \"if\" and \"then\""},
	"mapping.span":       {"%q er ikke et tal eller et spænd som 3-8, 3- eller -8", "%q is no number and no span such as 3-8, 3- or -8"},

	"mapping.cancelled": {"%q: mødet er aflyst", "%q: it is called off"},
	"mapping.exception": {"%s (%s)", "%s (%s)"},
	"mapping.nothing":   {"ingen regel kender noget ord i den", "no rule knows a word of it"},
	"mapping.guess":     {"et gæt: %s (%s)", "a guess: %s (%s)"},
	"mapping.title":     {"%q i titlen (%s)", "%q in the title (%s)"},
	"mapping.category":  {"%q blandt kategorierne (%s)", "%q among the categories (%s)"},
	"mapping.elsewhere": {"%q i sted eller beskrivelse (%s)", "%q in location or description (%s)"},
	"mapping.hint":      {"%q tyder på det (%s)", "%q points to it (%s)"},
	"mapping.skip":      {"registreres ikke: %s", "not registered: %s"},
	"mapping.tie":       {"%s og %s vejer lige meget", "%s and %s weigh the same"},
	"mapping.second":    {"næst efter: %s for %q (%s)", "came second: %s for %q (%s)"},
	"mapping.project":   {"%q er projektet %s (%s)", "%q is the project %s (%s)"},
	"mapping.projects":  {"både %s og %s er nævnt; det fælles hører under %s", "both %s and %s are named; what is shared belongs to %s"},
	"mapping.open-todo": {"den åbne to-do %q passer", "the open to-do %q fits"},
}
