package text

// entry is one text in both languages, with the verbs of package fmt for its arguments; a verb with an index (%[2]s) where the order differs.
type entry struct{ da, en string }

func (e entry) in(l Lang) string {
	if l == Danish {
		return e.da
	}
	return e.en
}

// catalogue is the whole of it, in one part for each part of the program. A key begins with the name of the package that says it.
var catalogue = []map[string]entry{
	generalTexts,
	yamlreadTexts,
	calendarTexts,
	draftTexts,
	caldavTexts,
	secretTexts,
	graphTexts,
	signinTexts,
	loginTexts,
	configTexts,
	cmdTexts,
	leantimeTexts,
	postTexts,
	mappingTexts,
	rulesTexts,
	icalTexts,
	icsTexts,
	eventsTexts,
	viewTexts,
	demoTexts,
	draftsTexts,
	reviewTexts,
}

func lookUp(key string) (entry, bool) {
	for _, part := range catalogue {
		if e, ok := part[key]; ok {
			return e, true
		}
	}
	return entry{}, false
}

var generalTexts = map[string]entry{
	"text.verbatim": {"%s", "%s"},
	"text.and":      {"og", "and"},

	"system.cancelled":  {"afbrudt", "interrupted"},
	"system.no-host":    {"serveren %s findes ikke, eller der er ingen forbindelse til nettet", "there is no server %s, or no connection to the network"},
	"system.timeout":    {"svaret kom ikke i tide", "the answer did not come in time"},
	"system.refused":    {"der er ingen server, der svarer på adressen", "no server answers at the address"},
	"system.no-file":    {"filen findes ikke", "there is no such file"},
	"system.permission": {"adgang nægtet", "permission denied"},
}
