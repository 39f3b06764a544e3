package mapping_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"ugeseddel"
	"ugeseddel/mapping"
)

func TestAReviewOffersTheOpenToDosBeforeTheStandardOnes(t *testing.T) {
	t.Parallel()
	rules, err := mapping.Parse("rules.yaml", ugeseddel.DefaultRules)
	require.NoError(t, err)
	drift, _ := rules.Tag("drift")
	rules = rules.WithTodos("OS2iot", []mapping.Todo{
		{Name: "Gateway-udskiftning", Tag: drift.Name},
		{Name: "Kampagne", Tag: "Kommunikation & synlighed"},
		{Name: drift.Tasks[0].Name, Tag: drift.Name},
	})

	offered := rules.TasksFor("OS2iot", "drift")
	require.Equal(t, "Gateway-udskiftning", offered[0])
	require.NotContains(t, offered, "Kampagne", "a to-do has one kind of work")
	require.Len(t, offered, 1+len(drift.Tasks), "nothing is offered twice")
	require.Empty(t, rules.TasksFor("OS2iot", "no such tag"))
}

func TestAChosenTagBringsTheToDoThatFitsTheTitle(t *testing.T) {
	t.Parallel()
	rules, err := mapping.Parse("rules.yaml", ugeseddel.DefaultRules)
	require.NoError(t, err)
	require.Equal(t, "Rekruttering og onboarding af medarbejdere", rules.TaskFor("Sekretariatsarbejde", "ledelse", "Rekruttering: samtaler"))
	require.Equal(t, "Transport", rules.TaskFor("Sekretariatsarbejde", "transport", "Tog"))
}
