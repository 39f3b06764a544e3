package text

var graphTexts = map[string]entry{
	"graph.address": {"%q er ikke en https-adresse, som Microsoft Graph kan være på", "%q is no https address where Microsoft Graph could be"},

	"graph.item":        {"begivenhed nr. %d i svaret", "event no. %d in the answer"},
	"graph.event":       {"begivenheden %s", "the event %s"},
	"graph.unreadable":  {"den kan ikke læses og er udeladt", "it cannot be read and is left out"},
	"graph.no-start":    {"den har ikke noget gyldigt starttidspunkt og er udeladt", "it has no valid start and is left out"},
	"graph.no-end":      {"den har ikke noget gyldigt sluttidspunkt og er udeladt", "it has no valid end and is left out"},
	"graph.ends-before": {"den slutter, før den begynder, og er udeladt", "it ends before it starts and is left out"},

	"graph.no-calendar":   {"kontoen har ingen kalender, der hedder %q", "the account has no calendar named %q"},
	"graph.calendar-gone": {"kalenderen %[1]q findes ikke længere (%[2]s)", "the calendar %[1]q is no longer there (%[2]s)"},
	"graph.foreign-link":  {"Microsoft Graph henviste til en anden server; det følger ugeseddel ikke, for så fulgte din adgang med", "Microsoft Graph pointed to another server; ugeseddel does not go there, because your access would go with it"},
	"graph.endless":       {"svaret fra Microsoft Graph har ingen ende", "the answer of Microsoft Graph has no end"},

	"graph.cut":           {"svaret fra Microsoft Graph blev afbrudt hver gang", "the answer of Microsoft Graph broke off each time"},
	"graph.web-page":      {"der kom en webside i stedet for kalenderen", "a web page came instead of the calendar"},
	"graph.no-list":       {"svaret fra %s er ikke en kalender", "the answer of %s is no calendar"},
	"graph.signed-out":    {"Microsoft vil have, at du logger ind igen (%s)", "Microsoft wants you to sign in again (%s)"},
	"graph.denied":        {"Microsoft giver ikke ugeseddel lov til at læse din kalender (%s)", "Microsoft does not let ugeseddel read your calendar (%s)"},
	"graph.policy":        {"din organisation har spærret for, at ugeseddel læser postkassen (%s)", "your organisation keeps ugeseddel out of the mailbox (%s)"},
	"graph.not-shared":    {"kalenderen hos %[1]s findes ikke, eller den er ikke delt med dig (%[2]s)", "there is no calendar of %[1]s, or it is not shared with you (%[2]s)"},
	"graph.no-mailbox":    {"kontoen har ingen postkasse i Microsoft 365: den mangler licens, er lukket eller ligger på organisationens egen server (%s)", "the account has no mailbox in Microsoft 365: it lacks a licence, is closed, or lives on the organisation's own server (%s)"},
	"graph.not-found":     {"Microsoft Graph kan ikke finde kalenderen (%s)", "Microsoft Graph cannot find the calendar (%s)"},
	"graph.gone":          {"Microsoft Graph glemte, hvor langt læsningen var nået, to gange i træk (%s)", "Microsoft Graph forgot twice how far the reading had come (%s)"},
	"graph.throttled":     {"Microsoft Graph har for travlt (%s)", "Microsoft Graph is too busy (%s)"},
	"graph.throttled-for": {"Microsoft Graph har for travlt; det beder om %[1]d sekunders ro (%[2]s)", "Microsoft Graph is too busy; it asks for %[1]d seconds of patience (%[2]s)"},
	"graph.down":          {"Microsoft Graph virker ikke lige nu (%s)", "Microsoft Graph is not working just now (%s)"},
	"graph.zone":          {"Microsoft Graph kender ikke tidszonen UTC (%s)", "Microsoft Graph does not know the time zone UTC (%s)"},
	"graph.bad-request":   {"Microsoft Graph forstod ikke spørgsmålet (%s)", "Microsoft Graph did not understand the request (%s)"},
	"graph.refused":       {"Microsoft Graph afviste spørgsmålet (%s)", "Microsoft Graph refused the request (%s)"},

	"graph.try-calendar": {"vælg en af disse i indstillingerne: %s", "choose one of these in the settings: %s"},
	"graph.try-web-page": {"der er nok en netværkslogin eller en proxy mellem dig og %s: åbn adressen i browseren, og prøv igen", "there is probably a network login or a proxy between you and %s: open the address in the browser, and try again"},
	"graph.try-login":    {"kør \"ugeseddel login %s\"", "run \"ugeseddel login %s\""},
	"graph.try-approve":  {"din it-afdeling skal godkende Calendars.Read for ugeseddel: %s — indtil da kan en udgivet Outlook-kalender eller en eksporteret .ics-fil bruges (docs/it-afdelingen.md)", "your IT department must approve Calendars.Read for ugeseddel: %s — until then a published Outlook calendar or an exported .ics file works (docs/it-department.md)"},
	"graph.try-policy":   {"din it-afdeling skal lukke ugeseddel ind i postkassen (RBAC for Applications eller application access policy i Exchange); indtil da kan en udgivet Outlook-kalender eller en eksporteret .ics-fil bruges (docs/it-afdelingen.md)", "your IT department must let ugeseddel into the mailbox (RBAC for Applications or an application access policy in Exchange); until then a published Outlook calendar or an exported .ics file works (docs/it-department.md)"},
	"graph.try-share":    {"se efter, om adressen er rigtig; bed %[1]s om at dele sin kalender med dig; og din it-afdeling skal have godkendt Calendars.Read.Shared: %[2]s", "check the address; ask %[1]s to share the calendar with you; and your IT department must have approved Calendars.Read.Shared: %[2]s"},
	"graph.try-mailbox":  {"spørg din it-afdeling, hvor din kalender ligger; en eksporteret .ics-fil eller CalDAV kan bruges i stedet", "ask your IT department where your calendar is; an exported .ics file or CalDAV works instead"},
	"graph.try-later":    {"prøv igen om lidt", "try again in a while"},
	"graph.try-report":   {"det er en fejl i ugeseddel eller i base_url i indstillingerne; fortæl os teksten i parentesen", "this is a mistake in ugeseddel, or in base_url of the settings; tell us the words in the brackets"},
}
