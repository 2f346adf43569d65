package notation

import (
	"math/big"
	"strconv"
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
