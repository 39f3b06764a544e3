package text

var configTexts = map[string]entry{
	"config.timezone":        {"der er ingen tidszone %q; skriv fx Europe/Copenhagen", "there is no time zone %q; write for example Europe/Copenhagen"},
	"config.address":         {"%q er ikke en e-mailadresse", "%q is no e-mail address"},
	"config.rounding":        {"%d går ikke op i 60 minutter; skriv fx 15 eller 30", "%d does not divide 60 minutes; write for example 15 or 30"},
	"config.url":             {"%q er ikke en adresse, der begynder med https://", "%q is no address that begins with https://"},
	"config.leantime-url":    {"leantime mangler url: adressen på jeres Leantime", "leantime lacks url: the address of your Leantime"},
	"config.bare-secret":     {"her står en hemmelighed i klar tekst; skriv i stedet, hvor den findes: {env: NAVN}, {file: STI}, {command: \"…\"} eller {keyring: NAVN}", "there is a bare secret here; write where to find it instead: {env: NAME}, {file: PATH}, {command: \"…\"} or {keyring: NAME}"},
	"config.one-secret":      {"skriv ét sted, hvor hemmeligheden findes: env, file, command eller keyring", "write one place where the secret is found: env, file, command or keyring"},
	"config.calendar-twice":  {"der er allerede en kalender, der hedder %[1]q, i linje %[2]d", "there is a calendar named %[1]q already, in line %[2]d"},
	"config.calendar-name":   {"kalenderen mangler et navn (name)", "the calendar lacks a name"},
	"config.calendar-kind":   {"skriv, hvad kalenderen er: præcis én af ics, caldav og graph", "write what the calendar is: exactly one of ics, caldav and graph"},
	"config.not-for-ics":     {"%s bruges ikke til en ics-kalender", "%s is not used for an ics calendar"},
	"config.not-for-graph":   {"%s bruges ikke her ved graph; client_id skal stå inde i graph: {…}", "%s is not used here with graph; client_id belongs inside graph: {…}"},
	"config.only-google":     {"%s bruges kun med caldav: google", "%s is only used with caldav: google"},
	"config.google-client":   {"caldav: google kræver et client_id", "caldav: google needs a client_id"},
	"config.graph-client":    {"graph kræver et client_id; jeres it-afdeling har det", "graph needs a client_id; your IT department has it"},
	"config.unreadable":      {"indstillingerne i %s kan ikke læses", "the settings in %s cannot be read"},
	"config.unreadable-hint": {"se, om stien efter --config eller i UGESEDDEL_CONFIG er rigtig", "see whether the path after --config or in UGESEDDEL_CONFIG is right"},
}
