package notation

import (
	"math/big"
	"strconv"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

func TestStoredNumbers(t *testing.T) {
	for _, c := range []struct{ raw, want string }{
		{"2.2999999999999998", "2.3"},
		{"68.664999999999992", "68.665"},
		{"0.96910940047961645", "0.969109400479616"},
		{"4.9800000000000004", "4.98"},
		{"12100000", "12100000"},
		{"3.0999999900000001", "3.09999999"},
		{"1E-2", "0.01"},
		{"1.5e3", "1500"},
		{"-0.10000000000000001", "-0.1"},
		{"12345678901234567", "12345678901234600"},
		{"0", "0"},
		{"000000000000000012.5", "12.5"},
		{"1.0000000000000002", "1"},
	} {
		got, ok := StoredNumber(c.raw)
		if want := decimal.RequireFromString(c.want); !ok || !got.Equal(want) {
			t.Errorf("storedNumber(%s) = %s %v, want %s", c.raw, got, ok, c.want)
		}
	}
	for _, raw := range []string{"", " ", "x", "1,5", "NaN", "Inf", "0x10", "1_000", "--1", "1e999", "1e", "12 3"} {
		if got, ok := StoredNumber(raw); ok {
			t.Errorf("storedNumber(%q) = %s", raw, got)
		}
	}
}

// TestAnyAmountOfFifteenDigitsComesBack stores amounts as Excel does, with 17
// significant digits of the nearest float64.
func TestAnyAmountOfFifteenDigitsComesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := decimal.NewFromBigInt(big.NewInt(rapid.Int64Range(-999_999_999_999_999, 999_999_999_999_999).Draw(t, "digits")), rapid.Int32Range(-10, 3).Draw(t, "exponent"))
		f, _ := want.Float64()
		raw := strconv.FormatFloat(f, 'g', 17, 64)
		if got, ok := StoredNumber(raw); !ok || !got.Equal(want) {
			t.Fatalf("%s is stored as %s and read as %s", want, raw, got)
		}
	})
}

// TestAShortestNumberIsShownAsItIsStored holds that nothing is read otherwise for not being read.
func TestAShortestNumberIsShownAsItIsStored(t *testing.T) {
	for raw, want := range map[string]bool{
		"0": true, "7": true, "-7": true, "12.1": true, "0.5": true, "-0.25": true, "2027": true, "100": true,
		"": false, "-": false, "-0": false, "007": false, "1.50": false, "1.": false, ".5": false, "+5": false, "1e3": false,
		"1.2.3": false, "2.2999999999999998": false, "12a": false, "1-2": false, "-0.0": false,
	} {
		if got := IsShortest(raw); got != want {
			t.Errorf("%q: %v", raw, got)
		}
		if d, ok := StoredNumber(raw); want && (!ok || strings.Replace(raw, ".", ",", 1) != DanishNumber(d)) {
			t.Errorf("%q is shown as %s", raw, DanishNumber(d))
		}
	}
}
