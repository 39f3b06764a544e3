package text

var secretTexts = map[string]entry{
	"secret.env":     {"miljøvariablen %s", "the environment variable %s"},
	"secret.file":    {"filen %s", "the file %s"},
	"secret.command": {"den kommando, der skal skrive adgangskoden", "the command that should write the secret"},
	"secret.entry":   {"nøgleringens %q", "the keyring's %q"},

	"secret.empty":       {"der skulle stå en adgangskode eller et token i %s, men der står ikke noget", "there should be a password or a token in %s, but there is nothing"},
	"secret.unread":      {"%s kan ikke læses", "%s cannot be read"},
	"secret.none":        {"der er ikke gemt noget under navnet %q", "nothing is kept under the name %q"},
	"secret.ring":        {"nøgleringen svarer ikke", "the keyring does not answer"},
	"secret.ring-delete": {"filen er slettet, men nøgleringen svarer ikke, og der kan ligge noget ældre i den", "the file is deleted, but the keyring does not answer, and something older may be left in it"},
	"secret.lock":        {"en anden ugeseddel er ved at bruge den samme adgang", "another ugeseddel is using the same secret"},

	"secret.in-file": {"filen %s, som kun du kan læse (her er ingen nøglering, eller den tog ikke imod)", "the file %s, which only you can read (there is no keyring here, or it refused)"},
	"secret.in-ring": {"computerens nøglering", "this computer's keyring"},

	"secret.try-command":     {"kør kommandoen selv for at se, hvad den siger", "run the command yourself to see what it says"},
	"secret.try-ring":        {"lås nøgleringen op, og prøv igen; eller kør \"ugeseddel login %s\", så gemmes adgangen i en fil", "unlock the keyring and try again; or run \"ugeseddel login %s\", which keeps the access in a file"},
	"secret.try-ring-delete": {"lås nøgleringen op, og gør det igen", "unlock the keyring and do it again"},
}
