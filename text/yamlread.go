package text

var yamlreadTexts = map[string]entry{
	"yaml.utf8":              {"linjen er ikke gemt som UTF-8; gem filen som UTF-8 og prøv igen", "the line is not UTF-8; save the file as UTF-8 and try again"},
	"yaml.documents":         {"filen har mere end ét dokument; fjern linjen med ---", "the file holds more than one document; remove the line with ---"},
	"yaml.syntax":            {"dette er ikke gyldig YAML (%s)", "this is not valid YAML (%s)"},
	"yaml.tab":               {"her står et tabulatortegn eller et tegn, der skal i citationstegn; indryk med mellemrum", "there is a tab, or a character that needs quotes; indent with spaces"},
	"yaml.colon":             {"kolon midt i en tekst; sæt teksten i citationstegn", "a colon within a text; put the text in quotes"},
	"yaml.unclosed":          {"noget er ikke lukket: mangler der et citationstegn eller en parentes?", "something is not closed: is a quote or a bracket missing?"},
	"yaml.indent":            {"linjen passer ikke med dem over; se på indrykning og kolon", "the line does not fit those above; look at indentation and colons"},
	"yaml.alias":             {"YAML-ankre (& og *) bruges ikke her; skriv værdien ud", "YAML anchors (& and *) are not used here; write the value out"},
	"yaml.want-map":          {"her skal stå nøgler og værdier (navn: værdi)", "there should be keys and values here (name: value)"},
	"yaml.want-list":         {"her skal stå en liste (linjer, der begynder med -, eller [a, b])", "there should be a list here (lines that begin with -, or [a, b])"},
	"yaml.want-text":         {"her skal stå en enkelt tekst", "there should be a single text here"},
	"yaml.want-bool":         {"%q er hverken true eller false", "%q is neither true nor false"},
	"yaml.want-int":          {"%[1]q er ikke et helt tal fra %[2]d til %[3]d", "%[1]q is no whole number from %[2]d to %[3]d"},
	"yaml.want-number":       {"%[1]q er ikke et tal fra %[2]v til %[3]v", "%[1]q is no number from %[2]v to %[3]v"},
	"yaml.want-date":         {"%q er ikke en dato som 2026-11-23", "%q is no date such as 2026-11-23"},
	"yaml.twice":             {"%[1]q står allerede i linje %[2]d", "%[1]q stands in line %[2]d already"},
	"yaml.unknown-key":       {"ukendt nøgle %[1]q; her kan stå %[2]s", "unknown key %[1]q; possible here: %[2]s"},
	"yaml.unknown-key-near":  {"ukendt nøgle %[1]q — mente du %[2]q?", "unknown key %[1]q — did you mean %[2]q?"},
	"yaml.unknown-word":      {"ukendt værdi %[1]q; her kan stå %[2]s", "unknown value %[1]q; possible here: %[2]s"},
	"yaml.unknown-word-near": {"ukendt værdi %[1]q — mente du %[2]q?", "unknown value %[1]q — did you mean %[2]q?"},
}
