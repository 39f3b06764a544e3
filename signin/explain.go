package signin

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/oauth2"

	"ugeseddel/text"
)

var errNotUnderstood = errors.New("the answer is no answer to a sign-in")

// answer is a provider's refusal (RFC 6749 §5.2) with what Entra adds to it.
type answer struct {
	Error       string `json:"error"`
	Description string `json:"error_description"`
	Numbers     []int  `json:"error_codes"`
	Suberror    string `json:"suberror"`
	TraceID     string `json:"trace_id"`
}

// passing tells whether the same question may be answered a little later.
func passing(err error) bool {
	if e, ok := errors.AsType[*oauth2.RetrieveError](err); ok {
		return e.Response.StatusCode >= 500 || e.Response.StatusCode == http.StatusTooManyRequests
	}
	_, lost := errors.AsType[*url.Error](err)
	return lost
}

// explain turns what went wrong into what the person has to know. What a provider or the library says of it is not passed on:
// their words can hold tokens and codes.
func (s *Session) explain(err error) error {
	if err == nil || errors.Is(err, context.Canceled) {
		return err
	}
	if e, ok := errors.AsType[*oauth2.RetrieveError](err); ok {
		var a answer
		if json.Unmarshal(e.Body, &a) != nil || a.Error == "" {
			return text.Errorf("signin.down", s.Provider.Name, strconv.Itoa(e.Response.StatusCode)).Try("signin.try-later")
		}
		return s.explainAnswer(a)
	}
	if e, ok := errors.AsType[*url.Error](err); ok {
		return text.Errorf("signin.unreachable", s.Provider.Name).Because(e.Err)
	}
	return text.Errorf("signin.not-understood", s.Provider.Name)
}

func (s *Session) explainAnswer(a answer) error {
	name, detail := s.Provider.Name, a.detail()
	switch a.kind() {
	case declined:
		return text.Errorf("signin.declined", name, detail).Try("signin.try-approve", s.Provider.Approval)
	case notApproved:
		return text.Errorf("signin.not-approved", name, detail).Try("signin.try-approve", s.Provider.Approval)
	case blocked:
		return text.Errorf("signin.blocked", name, detail).Try("signin.try-blocked", s.Name)
	case wrongAccount:
		return text.Errorf("signin.wrong-account", name, detail).Try("signin.try-tenant")
	case notAssigned:
		return text.Errorf("signin.not-assigned", name, detail).Try("signin.try-assign")
	case registration:
		return text.Errorf("signin.registration", name, detail).Try("signin.try-registration")
	case wrongScope:
		return text.Errorf("signin.scope", name, detail).Try("signin.try-scope")
	case tooLate:
		return text.Errorf("signin.too-late").Try("signin.try-login-device", s.Name)
	case down:
		return text.Errorf("signin.down", name, detail).Try("signin.try-later")
	case ended:
		return text.Errorf("signin.ended", name, detail).Try("signin.try-login", s.Name)
	}
	return text.Errorf("signin.refused", name, detail).Try("signin.try-login", s.Name)
}

// kind is what a refusal means for the person.
type kind int

const (
	unknown kind = iota
	declined
	notApproved
	blocked
	wrongAccount
	notAssigned
	registration
	wrongScope
	tooLate
	ended
	down
)

// kind looks at Entra's number first: it is more exact than the error, though Microsoft may change it. A number that nobody knows
// leaves the standard's error.
func (a answer) kind() kind {
	for _, n := range a.numbers() {
		if k, ok := numbers[n]; ok {
			return k
		}
	}
	if a.Suberror == "consent_required" {
		return notApproved
	}
	return kinds[a.Error]
}

// kinds are the errors of RFC 6749, RFC 8628 and OpenID Connect, and Entra's own for them.
var kinds = map[string]kind{
	"access_denied":           declined,
	"authorization_declined":  declined, // Entra's word for access_denied with a device code
	"consent_required":        notApproved,
	"expired_token":           tooLate,
	"code_expired":            tooLate,
	"bad_verification_code":   tooLate,
	"invalid_grant":           ended,
	"interaction_required":    ended,
	"login_required":          ended,
	"unauthorized_client":     registration,
	"invalid_client":          registration,
	"invalid_scope":           wrongScope,
	"server_error":            down,
	"temporarily_unavailable": down,
}

// numbers are Entra's AADSTS numbers that tell more than the error beside them
// (learn.microsoft.com/entra/identity-platform/reference-error-codes).
var numbers = map[int]kind{
	65004: declined,

	65001: notApproved, // nobody has consented
	90093: notApproved, // only an administrator can
	90094: notApproved,
	90095: notApproved, // an administrator has been asked

	50005:  blocked, // Conditional Access, on this kind of device
	50097:  blocked, // a known device is wanted
	53000:  blocked, // a compliant device is wanted
	53001:  blocked, // a device of the domain is wanted
	53002:  blocked,
	53003:  blocked, // Conditional Access
	53004:  blocked, // suspicious activity
	530032: blocked,
	530033: blocked,
	530036: blocked, // this way of signing in is not allowed

	50020:  wrongAccount, // the account is of another tenant
	50034:  wrongAccount, // the tenant has no such account
	50059:  wrongAccount, // the registration is of one tenant only, which must be named
	50128:  wrongAccount,
	50194:  wrongAccount,
	90002:  wrongAccount, // there is no such tenant
	90072:  wrongAccount,
	700016: wrongAccount, // the tenant does not have the app

	50105: notAssigned,

	50011:   registration, // the redirect is not registered
	700025:  registration, // a public client was given a secret
	7000215: registration,
	7000218: registration, // public client flows are not allowed

	70011:  wrongScope,
	650053: wrongScope,

	70019: tooLate,
	70020: tooLate,

	50076:  ended, // a second factor is wanted
	50079:  ended,
	50133:  ended, // the password has changed
	50173:  ended,
	70008:  ended, // not used for too long
	70043:  ended, // signed in too long ago
	70044:  ended,
	700082: ended,
	700084: ended,
}

var numberForm = regexp.MustCompile(`AADSTS(\d+)`)

// numbers returns Entra's numbers; in the browser's answer they stand only within the description.
func (a answer) numbers() []int {
	found := slices.Clone(a.Numbers)
	for _, m := range numberForm.FindAllStringSubmatch(a.Description, -1) {
		if n, err := strconv.Atoi(m[1]); err == nil && !slices.Contains(found, n) {
			found = append(found, n)
		}
	}
	return found
}

// harmless is the form of a provider's error and id. Whatever else stands there is not told.
var harmless = regexp.MustCompile(`^[A-Za-z0-9_.-]{1,80}$`)

// detail is what an IT department or Microsoft's support need to know.
func (a answer) detail() string {
	var words []string
	if harmless.MatchString(a.Error) {
		words = append(words, a.Error)
	}
	if numbers := a.numbers(); len(numbers) > 0 {
		words = append(words, "AADSTS"+strconv.Itoa(numbers[0]))
	}
	if harmless.MatchString(a.TraceID) {
		words = append(words, "trace "+a.TraceID)
	}
	return cmp.Or(strings.Join(words, ", "), "?")
}
