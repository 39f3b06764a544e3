package text

var icsTexts = map[string]entry{
	"ics.no-files":   {"der er ingen .ics-filer i mappen", "there are no .ics files in the folder"},
	"ics.unreadable": {"filen kan ikke læses: %s", "the file cannot be read: %s"},
	"ics.bad-link":   {"linket er ikke en gyldig adresse", "the link is no valid address"},
	"ics.html":       {"linket svarer med en webside i stedet for en kalender", "the link answers with a web page instead of a calendar"},
	"ics.denied":     {"serveren giver ikke adgang (status %d)", "the server does not give access (status %d)"},
	"ics.gone":       {"kalenderen findes ikke længere på linket (status %d)", "the calendar is no longer behind the link (status %d)"},
	"ics.server":     {"serveren kan ikke svare lige nu (status %d)", "the server cannot answer now (status %d)"},
	"ics.status":     {"serveren svarede uventet (status %d)", "the server answered unexpectedly (status %d)"},
	"ics.cut-short":  {"svaret blev afbrudt", "the answer was cut short"},
	"ics.too-big":    {"kalenderen er større end %d MB", "the calendar is larger than %d MB"},
	"ics.redirects":  {"serveren sender i ring", "the server redirects in a circle"},
	"ics.downgrade":  {"serveren sender videre til en adresse uden kryptering", "the server redirects to an address without encryption"},
	"ics.no-copy":    {"kopien af kalenderen kan ikke gemmes", "the copy of the calendar cannot be kept"},
	"ics.new-link":   {"hent linket på ny i kalenderprogrammet (det skal ende på .ics) og sæt det i indstillingerne", "get the link anew from the calendar program (it should end in .ics) and put it into the settings"},
	"ics.try-later":  {"prøv igen senere", "try again later"},
}
