package mapping

import "strings"

// boilerplate are pieces of the lines that Teams, Zoom, Meet and Webex put into descriptions, and of what mail programs add.
var boilerplate = []string{
	"microsoft teams", "teams-møde", "teams meeting", "deltag i mødet", "deltag på din", "join on your", "join the meeting", "join zoom", "join with",
	"klik her for at deltage", "click here to join", "møde-id", "meeting id", "adgangskode", "passcode", "password", "download teams",
	"flere oplysninger", "learn more", "mødeindstillinger", "meeting options", "har du brug for hjælp", "need help", "for arrangører", "for organizers",
	"zoom meeting", "one tap mobile", "dial by", "ring op", "dial in", "telefonkonference", "conference id", "google meet", "webex", "http://", "https://",
	"nulstil pin", "reset dial-in", "find your local number", "find et lokalt nummer", "viva insights", "notifications are muted", "more phone numbers",
}

// withoutBoilerplate drops the lines of a description that a meeting service wrote.
func withoutBoilerplate(description string) string {
	var kept []string
	for _, line := range strings.Split(description, "\n") {
		if !isBoilerplate(strings.ToLower(line)) {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "\n")
}

func isBoilerplate(line string) bool {
	for _, b := range boilerplate {
		if strings.Contains(line, b) {
			return true
		}
	}
	return false
}
