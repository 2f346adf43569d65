package notation

import "testing"

func TestConditionsInWords(t *testing.T) {
	for _, test := range []struct {
		text             string
		done, sure, once bool
	}{
		{"Godkendt", true, false, false}, {"ok", true, false, false}, {"Er aftalt", true, false, false},
		{"Ikke godkendt", false, false, false}, {"Afventer", false, false, false},
		{"Høj", false, true, false}, {"Lav", false, false, false}, {"Middel", false, false, false},
		{"Certain", false, true, false}, {"Usikker", false, false, false},
		{"Straks", false, false, true}, {"Senere", false, false, false}, {"2028", false, false, false},
	} {
		if SaysDone(test.text) != test.done || SaysSure(test.text) != test.sure || SaysAtOnce(test.text) != test.once {
			t.Errorf("%q: done %v, sure %v, at once %v", test.text, SaysDone(test.text), SaysSure(test.text), SaysAtOnce(test.text))
		}
	}
}
