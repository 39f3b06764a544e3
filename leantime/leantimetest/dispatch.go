package leantimetest

import (
	"strings"
	"time"
)

// A call is a method about to run: who calls it, and the cast parameters that were given.
type call struct {
	who  *User
	args map[string]any
}

func (c *call) has(name string) bool             { return c.args[name] != nil }
func (c *call) int(name string) int              { n, _ := c.args[name].(int); return n }
func (c *call) text(name string) string          { t, _ := c.args[name].(string); return t }
func (c *call) date(name string) time.Time       { t, _ := c.args[name].(time.Time); return t }
func (c *call) array(name string) map[string]any { a, _ := c.args[name].(map[string]any); return a }

// dispatch finds the method that fields call and casts its parameters.
func (s *Server) dispatch(who *User, fields map[string]any) (method, *call, *rpcError) {
	name, _ := fields["method"].(string)
	if name == "" {
		return method{}, nil, badParams("Must include method")
	}
	m, refused := s.lookUp(name)
	if protocol, ok := fields["jsonrpc"]; !ok {
		refused = invalidRequest(`You must include a "jsonrpc" parameter with a value of "2.0"`)
	} else if protocol != "2.0" {
		refused = invalidRequest("Leantime only supports JSON-RPC version 2.0")
	}
	if refused != nil {
		return method{}, nil, refused
	}
	c := &call{who: who, args: map[string]any{}}
	return m, c, m.cast(given(fields["params"]), c.args)
}

// lookUp finds leantime.rpc.{module}.{method} or leantime.rpc.{module}.{service}.{method}, without regard to case.
func (s *Server) lookUp(name string) (method, *rpcError) {
	rest, ok := strings.CutPrefix(name, rpcPrefix)
	if !ok {
		return method{}, badParams(`Method string doesn't start with "leantime.rpc."`)
	}
	parts := strings.Split(rest, ".")
	if len(parts) < 2 || len(parts) > 3 {
		return method{}, badParams(`Method is case sensitive and must follow the following naming convention: ` +
			`"leantime.rpc.{domain}.{servicename}.{methodname}"`)
	}
	service, last := parts[len(parts)-2], parts[len(parts)-1]
	offered, ok := api[strings.ToLower(service)]
	if !ok {
		return method{}, noMethod("Service doesn't exist: " + capital(service))
	}
	m, ok := offered[strings.ToLower(last)]
	if !ok || s.version.olderThan(m.came) {
		return method{}, noMethod("Method doesn't exist: " + last)
	}
	if m.left != nil && !s.version.olderThan(*m.left) {
		return method{}, noMethod("Method is not available via API: " + last)
	}
	return m, nil
}

func capital(name string) string {
	if name == "" {
		return ""
	}
	return strings.ToUpper(name[:1]) + name[1:]
}

// given returns the named parameters: an object, or the text of one. A list has no names.
func given(params any) map[string]any {
	if text, ok := params.(string); ok {
		params, _ = decode([]byte(text))
	}
	named, _ := params.(map[string]any)
	return named
}

// cast fills args. Unknown names are passed over; an explicit null cannot be cast.
func (m method) cast(given, args map[string]any) *rpcError {
	for _, p := range m.params {
		value, ok := given[p.name]
		if !ok {
			if p.optional {
				continue
			}
			return badParams("Required Parameter Missing: " + p.name)
		}
		if args[p.name], ok = p.cast(value); !ok {
			return badParams("Could not cast parameter: " + p.name + ". See server logs for more details.")
		}
	}
	return nil
}

// asInt takes whole numbers, also as text.
func asInt(v any) (any, bool) {
	switch v := v.(type) {
	case int:
		return v, true
	case string:
		return wholeNumber(v)
	}
	return nil, false
}

// asMaybeInt takes null besides what asInt takes.
func asMaybeInt(v any) (any, bool) {
	if v == nil {
		return nil, true
	}
	return asInt(v)
}

// asText takes text and numbers.
func asText(v any) (any, bool) {
	text, ok := toText(v)
	return text, ok && v != nil
}

// asArray takes objects, and lists as far as they are empty: nothing here has numbered keys.
func asArray(v any) (any, bool) {
	switch v := v.(type) {
	case map[string]any:
		return v, true
	case []any:
		return map[string]any{}, true
	}
	return nil, false
}
