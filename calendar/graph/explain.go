package graph

import (
	"errors"
	"net/http"
	"time"

	"ugeseddel/text"
)

// explain turns what Graph said into what the person has to know: what happened, and who must do what.
func (c *Calendar) explain(err error) error {
	if r, ok := errors.AsType[*refusal](err); ok {
		return c.explainRefusal(r)
	}
	switch {
	case errors.Is(err, errCut):
		return text.Errorf("graph.cut")
	case errors.Is(err, errWebPage):
		return text.Errorf("graph.web-page").Try("graph.try-web-page", c.base.Host)
	case errors.Is(err, errNoList):
		return text.Errorf("graph.no-list", c.base.Host)
	}
	return err
}

func (c *Calendar) explainRefusal(r *refusal) error {
	switch r.status {
	case http.StatusUnauthorized:
		return text.Errorf("graph.signed-out", r.detail()).Try("graph.try-login", c.settings.Name)
	case http.StatusForbidden:
		return c.explainForbidden(r)
	case http.StatusNotFound:
		return c.explainNotFound(r)
	case http.StatusBadRequest:
		return explainBadRequest(r)
	case http.StatusGone:
		return text.Errorf("graph.gone", r.detail()).Try("graph.try-later")
	case http.StatusTooManyRequests:
		return explainThrottled(r)
	}
	if r.status >= 300 && r.status < 400 {
		return text.Errorf("graph.web-page").Try("graph.try-web-page", c.base.Host)
	}
	if r.status >= 500 {
		return text.Errorf("graph.down", r.detail()).Try("graph.try-later")
	}
	return text.Errorf("graph.refused", r.detail())
}

func (c *Calendar) explainForbidden(r *refusal) error {
	switch {
	case r.blocked:
		return text.Errorf("graph.policy", r.detail()).Try("graph.try-policy")
	case r.is("insufficient_claims"):
		return text.Errorf("graph.signed-out", r.detail()).Try("graph.try-login", c.settings.Name)
	case c.settings.Mailbox != "":
		return text.Errorf("graph.not-shared", c.settings.Mailbox, r.detail()).
			Try("graph.try-share", c.settings.Mailbox, c.settings.Approval)
	}
	return text.Errorf("graph.denied", r.detail()).Try("graph.try-approve", c.settings.Approval)
}

func (c *Calendar) explainNotFound(r *refusal) error {
	switch {
	case r.is("MailboxNotEnabledForRESTAPI"), r.is("MailboxNotSupportedForRESTAPI"):
		return text.Errorf("graph.no-mailbox", r.detail()).Try("graph.try-mailbox")
	case c.settings.Mailbox != "":
		return text.Errorf("graph.not-shared", c.settings.Mailbox, r.detail()).
			Try("graph.try-share", c.settings.Mailbox, c.settings.Approval)
	case c.settings.Calendar != "":
		return text.Errorf("graph.calendar-gone", c.settings.Calendar, r.detail()).Try("graph.try-later")
	}
	return text.Errorf("graph.not-found", r.detail()).Try("graph.try-mailbox")
}

func explainThrottled(r *refusal) error {
	if r.wait > 0 {
		return text.Errorf("graph.throttled-for", int(r.wait.Round(time.Second)/time.Second), r.detail()).Try("graph.try-later")
	}
	return text.Errorf("graph.throttled", r.detail()).Try("graph.try-later")
}

func explainBadRequest(r *refusal) error {
	if r.is("TimeZoneNotSupportedException") {
		return text.Errorf("graph.zone", r.detail()).Try("graph.try-report")
	}
	return text.Errorf("graph.bad-request", r.detail()).Try("graph.try-report")
}
