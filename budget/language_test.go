package budget_test

import (
	"testing"

	"github.com/shopspring/decimal"

	"videre/budget"
)

// TestEveryLanguageIsKnownByItsCode: a code is one language's, and the first language is
// the one that is used when none is named.
func TestEveryLanguageIsKnownByItsCode(t *testing.T) {
	for _, l := range budget.Languages() {
		if got, ok := budget.ParseLanguage(l.String()); !ok || got != l {
			t.Errorf("%q is the code of language %d and read as %d", l, l, got)
		}
	}
	none, ok := budget.ParseLanguage("")
	if first := budget.Languages()[0]; ok || none != first {
		t.Errorf("no code is read as %s (%t), want %s", none, ok, first)
	}
}

// TestEveryLanguageTellsAThousandFromADecimal: a number written for people can be read
// in one way only.
func TestEveryLanguageTellsAThousandFromADecimal(t *testing.T) {
	for _, l := range budget.Languages() {
		large, small := l.Number(decimal.New(1234, 0)), l.Number(decimal.New(1234, -3))
		if large == small || len(large) != len("1.234") || len(small) != len("1.234") {
			t.Errorf("%s: a thousand is %q, the decimals are %q", l, large, small)
		}
	}
}
