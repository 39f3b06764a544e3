package mapping_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"ugeseddel/mapping"
	"ugeseddel/yamlread"
)

func TestEveryMistakeInTheRulesIsToldAtOnceWithItsPlace(t *testing.T) {
	t.Parallel()
	_, err := mapping.Parse("rules.yaml", []byte(`projects:
  names:
    - {name: Skov}
    - {name: skov}
tags:
  - {id: a, name: A, all-day: hele}
  - {id: a, navn: A}
  - {id: b, name: B, keywords: ["!!"], against: "KL, KDF"}
  - {id: skip, name: C, keywords: [=drift-]}
skip:
  - {keywords: [kage]}
exceptions:
  - if: {title: [x], attendees: mange, starts: 25:00-}
  - {if: {weekdays: [mandag], show-as: [fri]}, then: {project: Strand, tag: c, split: [{parts: 0}]}}
`))
	var mistakes yamlread.Mistakes
	require.ErrorAs(t, err, &mistakes)
	var told []string
	for _, m := range mistakes {
		told = append(told, strings.SplitN(m.Error(), "\n", 2)[0])
	}
	require.Equal(t, []string{
		`rules.yaml:2:3: "default" is missing`,
		`rules.yaml:4:14: "skov" stands here twice`,
		`rules.yaml:6:31: unknown value "hele" — did you mean "half"?`,
		`rules.yaml:7:5: "name" is missing`,
		`rules.yaml:7:10: "a" stands here twice`,
		`rules.yaml:7:13: unknown key "navn" — did you mean "name"?`,
		`rules.yaml:8:33: "!!" has no letters or digits to know it by`,
		`rules.yaml:8:49: "KL, KDF" is one word with a comma in it; are there [ ] missing around the list?`,
		`rules.yaml:9:10: no tag can be called skip: the word means that something is not registered`,
		`rules.yaml:9:36: "=drift-" is both a word alone (=) and a part of another (-); choose one`,
		`rules.yaml:11:5: "why" is missing`,
		`rules.yaml:13:5: an exception has both "if" and "then"`,
		`rules.yaml:13:33: "mange" is no number and no span such as 3-8, 3- or -8`,
		`rules.yaml:13:48: "25:00-" is no time of day such as 7:00-8:59, 13:00- or -8:59 (both ends included)`,
		`rules.yaml:14:22: unknown value "mandag" — did you mean "monday"?`,
		`rules.yaml:14:41: unknown value "fri" — did you mean "free"?`,
		`rules.yaml:14:64: unknown value "Strand"; possible here: Skov and skov`,
		`rules.yaml:14:77: unknown value "c" — did you mean "a"?`,
		`rules.yaml:14:96: "0" is no whole number from 1 to 100`,
	}, told)
}

func TestAnEmptyFileOfRulesSaysWhatItLacks(t *testing.T) {
	t.Parallel()
	_, err := mapping.Parse("rules.yaml", nil)
	require.ErrorContains(t, err, `rules.yaml:1:1: "default" is missing`)
}

func TestTheDefaultRulesHoldTheHandbook(t *testing.T) {
	t.Parallel()
	r := defaultRules(t)
	require.Equal(t, []string{"Sekretariatsarbejde", "OS2valghalla", "OS2iot", "OS2ai", "OS2opendata", "OS2skole", "OS2årsmøde"}, r.ProjectNames())
	require.Len(t, r.Tags, 13)
	for _, tag := range r.Tags {
		require.NotEmpty(t, tag.When, tag.ID)
		require.NotEmpty(t, tag.Name, tag.ID)
	}
	require.Empty(t, r.Check(nil, nil), "rules check has nothing to say")
}
