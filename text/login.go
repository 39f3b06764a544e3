package text

var loginTexts = map[string]entry{
	"cmd.login.short": {"log ind på en kalender eller på Leantime", "sign in to a calendar or to Leantime"},
	"cmd.login.long": {
		`NAVN er en kalenders navn i indstillingerne, eller leantime.

Outlook og Google: du logger ind i browseren; med --device, eller uden en browser, skriver du i stedet en kode på en anden enhed.
Nextcloud: du giver lov i browseren, og ugeseddel får en adgangskode for sig selv.
Leantime og andre CalDAV-servere: du skriver tokenet eller adgangskoden, som ikke vises; uden en terminal læses det fra standard input.

Adgangen gemmes i computerens nøglering, eller i en fil, som kun du kan læse. "ugeseddel logout NAVN" sletter den igen.`,
		`NAME is a calendar's name in the settings, or leantime.

Outlook and Google: you sign in in the browser; with --device, or without a browser, you type a code on another device instead.
Nextcloud: you agree in the browser, and ugeseddel gets a password of its own.
Leantime and other CalDAV servers: you type the token or password, which is not shown; without a terminal it is read from standard input.

The access is kept in this computer's keyring, or in a file that only you can read. "ugeseddel logout NAME" removes it again.`},
	"cmd.login.example": {
		"  ugeseddel login outlook\n  ugeseddel login outlook --device\n  ugeseddel login leantime < token.txt",
		"  ugeseddel login outlook\n  ugeseddel login outlook --device\n  ugeseddel login leantime < token.txt"},
	"cmd.logout.short":   {"glem et login", "forget a sign-in"},
	"cmd.logout.long":    {"Sletter det, som \"ugeseddel login NAVN\" gemte på denne computer.", "Removes what \"ugeseddel login NAME\" stored on this computer."},
	"cmd.logout.example": {"  ugeseddel logout outlook", "  ugeseddel logout outlook"},

	"cmd.flag.device":  {"vis en kode, som skrives på en anden enhed", "show a code to type on another device"},
	"cmd.flag.no-open": {"vis adressen i stedet for at åbne en browser", "print the address instead of opening a browser"},

	"cmd.one-name":       {"%s skal have ét navn", "%s needs one name"},
	"cmd.unknown-login":  {"der er ingen kalender %[1]q i indstillingerne; du kan logge ind på %[2]s", "there is no calendar %[1]q in the settings; you can sign in to %[2]s"},
	"cmd.login-needless": {"kalenderen %q er en fil eller et link; den skal man ikke logge ind på", "calendar %q is a file or a link; it needs no sign-in"},

	"cmd.login-code":    {"Åbn %[1]s på en hvilken som helst enhed, og skriv koden %[2]s", "Open %[1]s on any device, and type the code %[2]s"},
	"cmd.login-waiting": {"Venter på, at du logger ind … (Ctrl-C afbryder)", "Waiting for you to sign in … (Ctrl-C stops)"},
	"cmd.login-opened":  {"Log ind i browseren, der åbner nu … (Ctrl-C afbryder)", "Sign in in the browser that opens now … (Ctrl-C stops)"},
	"cmd.login-done":    {"Du er logget ind hos %[1]s. Adgangen er gemt i: %[2]s", "You are signed in to %[1]s. The access is kept in: %[2]s"},
	"cmd.login-tried":   {"Kalenderen %q kan læses.", "Calendar %q can be read."},

	"cmd.ask-token":        {"Token til %s:", "Token for %s:"},
	"cmd.ask-password":     {"Adgangskode for %[1]s på %[2]s:", "Password of %[1]s at %[2]s:"},
	"cmd.no-secret":        {"der blev ikke skrevet noget", "nothing was typed"},
	"cmd.no-secret-hint":   {"skriv tokenet eller adgangskoden, eller giv det på standard input", "type the token or password, or give it on standard input"},
	"cmd.login-leantime":   {"Leantime %[1]s kender dig som %[2]s.", "Leantime %[1]s knows you as %[2]s."},
	"cmd.login-password":   {"Adgangskoden til kalenderen %q er modtaget.", "The password of calendar %q was received."},
	"cmd.login-kept":       {"Gemt i: %s", "Kept in: %s"},
	"cmd.login-unused":     {"Men indstillingerne henter den et andet sted; skriv {keyring: %s}, eller fjern linjen, så bruges det gemte.", "But the settings get it elsewhere; write {keyring: %s}, or remove the line, and what is kept is used."},
	"cmd.login-other-user": {"Nextcloud kender dig som %[1]q; skriv user: %[1]s ved kalenderen %[2]q i indstillingerne.", "Nextcloud knows you as %[1]q; write user: %[1]s with calendar %[2]q in the settings."},

	"cmd.logout-done":    {"Adgangen til %s er slettet fra denne computer.", "The access to %s is removed from this computer."},
	"cmd.logout-nothing": {"Der var ikke gemt nogen adgang til %s.", "No access to %s was kept."},
}
