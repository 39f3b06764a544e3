package mapping_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"ugeseddel/mapping"
)

func TestRulesTellWhetherTheyLookAtDescriptions(t *testing.T) {
	t.Parallel()
	words := []mapping.Word{{Text: "valg"}}
	exceptions := func(c mapping.Condition) []mapping.Exception { return []mapping.Exception{{}, {If: c}} }
	for name, c := range map[string]struct {
		rules mapping.Rules
		want  bool
	}{
		"nothing":            {mapping.Rules{}, false},
		"a title":            {mapping.Rules{Exceptions: exceptions(mapping.Condition{Title: words})}, false},
		"a description":      {mapping.Rules{Exceptions: exceptions(mapping.Condition{Description: words})}, true},
		"anywhere":           {mapping.Rules{Exceptions: exceptions(mapping.Condition{Anywhere: words})}, true},
		"in a last resort":   {mapping.Rules{Otherwise: exceptions(mapping.Condition{Description: words})}, true},
		"in what is skipped": {mapping.Rules{Skips: []mapping.Skip{{If: mapping.Condition{Description: words}}}}, true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			require.Equal(t, c.want, c.rules.ReadDescriptions())
		})
	}
}
