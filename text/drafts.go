package text

var draftsTexts = map[string]entry{
	"drafts.unreadable":   {"kladden %s kan ikke læses", "the draft %s cannot be read"},
	"drafts.unwritable":   {"kladden %s kan ikke gemmes", "the draft %s cannot be saved"},
	"drafts.other-week":   {"kladden %[1]s handler om uge %[2]s, ikke den, dens navn siger", "the draft %[1]s is about week %[2]s, not the one that its name says"},
	"drafts.changed":      {"kladden %s er ændret af et andet program, mens du arbejdede; intet er gemt oven i det", "the draft %s was changed by another program while you worked; nothing was saved over it"},
	"drafts.changed-hint": {"kør kommandoen igen; den begynder med kladden, som den er nu", "run the command again; it begins with the draft as it is now"},
}
