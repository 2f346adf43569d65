package notation

import "testing"

func TestReadAvoided(t *testing.T) {
	for text, want := range map[string]struct {
		avoided bool
		c       Certainty
	}{
		"Kun undgået udgift":         {true, Certain},
		"Nej, undgået merudgift":     {true, Certain},
		"Avoided cost":               {true, Certain},
		"Budgettet kan sættes ned":   {false, Certain},
		"Ja, budgettet kan sænkes":   {false, Certain},
		"Budgettet kan ikke sænkes":  {false, Unread},
		"Kan delvist sættes ned":     {false, Unread},
		"Ikke kun en undgået udgift": {false, Unread},
		"Ja":                         {false, Unread},
	} {
		if avoided, c := ReadAvoided(text); avoided != want.avoided || c != want.c {
			t.Errorf("%q: %t, %v", text, avoided, c)
		}
	}
}
