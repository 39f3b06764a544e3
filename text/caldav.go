package text

var caldavTexts = map[string]entry{
	"caldav.calendar": {"%q på serveren", "%q on the server"},

	"caldav.cut":          {"svaret blev afbrudt undervejs", "the answer was cut short"},
	"caldav.huge":         {"serveren sender mere end %d MB på én gang", "the server sends more than %d MB at once"},
	"caldav.web-page":     {"serveren svarer med en webside og ikke med en kalender", "the server answers with a web page and not with a calendar"},
	"caldav.unreadable":   {"serverens svar er ikke CalDAV", "the server's answer is not CalDAV"},
	"caldav.circle":       {"serveren sender os i ring", "the server sends us in circles"},
	"caldav.no-address":   {"adressen er ikke en, der begynder med https://", "the address is not one that begins with https://"},
	"caldav.address-hint": {"se efter, om adressen er den, der skal bruges til CalDAV; ved Nextcloud er det https://SERVER/remote.php/dav", "see whether the address is the one for CalDAV; of Nextcloud it is https://SERVER/remote.php/dav"},

	"caldav.elsewhere":      {"serveren henviser til %s, og dertil sendes adgangskoden ikke", "the server refers to %s, and the password is not sent there"},
	"caldav.elsewhere-hint": {"hvis du har tillid til den adresse, så skriv den i indstillingerne: caldav: %s", "if you trust that address, write it in the settings: caldav: %s"},

	"caldav.certificate":      {"serverens certifikat kan ikke godkendes", "the server's certificate cannot be trusted"},
	"caldav.certificate-hint": {"spørg den, der driver serveren; send aldrig en adgangskode til en server med et forkert certifikat", "ask whoever runs the server; never send a password to a server with a wrong certificate"},

	"caldav.unauthorized":      {"serveren godtager ikke brugernavn og adgangskode (401)", "the server does not accept user name and password (401)"},
	"caldav.unauthorized-hint": {"ret dem i indstillingerne; i Nextcloud skal der laves en app-adgangskode under Indstillinger → Sikkerhed", "correct them in the settings; in Nextcloud, make an app password under Settings → Security"},
	"caldav.no-access":         {"serveren giver ikke adgang (401)", "the server does not give access (401)"},
	"caldav.no-access-hint":    {"skriv user og password i indstillingerne; ved Google: log ind igen med ugeseddel login", "write user and password into the settings; with Google: sign in again with ugeseddel login"},
	"caldav.forbidden":         {"brugeren har ikke lov til at læse den (403)", "the user may not read it (403)"},
	"caldav.forbidden-hint":    {"bed kalenderens ejer om at dele den med dig", "ask the calendar's owner to share it with you"},
	"caldav.not-found":         {"der er ikke noget på adressen (%d)", "there is nothing at the address (%d)"},
	"caldav.no-caldav":         {"adressen kan ikke bruges til CalDAV (%d)", "the address does not speak CalDAV (%d)"},
	"caldav.too-many":          {"serveren har fået for mange forespørgsler (429)", "the server has had too many requests (429)"},
	"caldav.wait-hint":         {"prøv igen efter %s", "try again after %s"},
	"caldav.ask-hint":          {"spørg den, der driver serveren", "ask whoever runs the server"},
	"caldav.unreached":         {"der er ingen forbindelse til serveren", "the server cannot be reached"},
	"caldav.unreached-hint":    {"se efter, om adressen er rigtig, og om der er forbindelse til nettet", "see whether the address is right, and whether there is a connection to the network"},
	"caldav.server":            {"der er en fejl på serveren (%d)", "the server is in trouble (%d)"},
	"caldav.later-hint":        {"prøv igen lidt senere", "try again a little later"},
	"caldav.status":            {"serveren svarer med %d", "the server answers with %d"},

	"caldav.home-set":     {"mappen %s", "the folder %s"},
	"caldav.no-home":      {"der er ingen kalendere på adressen", "there are no calendars at the address"},
	"caldav.no-calendars": {"der er ingen kalendere med begivenheder", "there are no calendars with events"},
	"caldav.copy":         {"den lokale kopi", "the local copy"},
	"caldav.unkept":       {"den kan ikke gemmes (%s), så næste læsning tager længere tid", "it cannot be stored (%s), so that the next read takes longer"},

	"caldav.undelivered":   {"kunne ikke hentes: %s", "could not be fetched: %s"},
	"caldav.object-status": {"serveren svarer med %d", "the server answers with %d"},
	"caldav.not-sent":      {"serveren sender ikke indholdet", "the server does not send its content"},
}
