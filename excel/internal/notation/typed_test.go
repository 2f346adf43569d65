package notation

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"
)

// typedAmounts are amounts as people type them. The reading is the number in
// units, with the unit behind it; "A | B" is Danish and English where they differ;
// "-" is a refusal.
var typedAmounts = []struct{ text, reading string }{
	// plain figures
	{"0", "0"}, {"7", "7"}, {"1500", "1500"}, {"12100000", "12100000"}, {"  42  ", "42"}, {"+5", "5"}, {"007", "7"},
	{"1\u00a0500", "1500"}, {"1 500", "1500"}, {"1\u202f500\u202f000", "1500000"}, {"1'500'000", "1500000"}, {"١٢", "-"},
	// decimals that only one notation writes
	{"12,1", "12.1"}, {"0,5", "0.5"}, {",5", "0.5"}, {"12.1", "12.1"}, {"0.5", "0.5"}, {".5", "0.5"}, {"2,30", "2.3"},
	{"3,09999999", "3.09999999"}, {"3.09999999", "3.09999999"}, {"1,2345", "1.2345"}, {"1.2345", "1.2345"}, {"0,500", "0.5"}, {"0.500", "0.5"},
	{"1500,25", "1500.25"}, {"1500.25", "1500.25"}, {"1 500,25", "1500.25"}, {"1 500.25", "1500.25"},
	// both marks
	{"1.234,5", "1234.5"}, {"1,234.5", "1234.5"}, {"1.650.000,50", "1650000.5"}, {"1,650,000.50", "1650000.5"}, {"3.150,5", "3150.5"},
	{"1.234,567", "1234.567"}, {"1,234.567", "1234.567"}, {"12.345.678,90", "12345678.9"},
	// groups
	{"1.650.000", "1650000"}, {"1,650,000", "1650000"}, {"12.100.000", "12100000"}, {"999.999.999", "999999999"},
	// two readings
	{"1.200", "1200 | 1.2"}, {"1,200", "1.2 | 1200"}, {"12.345", "12345 | 12.345"}, {"12,345", "12.345 | 12345"}, {"999.999", "999999 | 999.999"},
	{"1.200 kr.", "1200 | 1.2 kr."}, {"1.200 mio. kr.", "1200 | 1.2 mio. kr."}, {"-1.200", "-1200 | -1.2"}, {"(1.200)", "-1200 | -1.2"}, {"1.200*", "1200 | 1.2"},
	// figures that are none
	{"1.20.0", "-"}, {"1.2.3", "-"}, {"1,2,3", "-"}, {"12.34.567", "-"}, {"1.2345.678", "-"}, {"1,234,56", "-"}, {"1.234.56", "-"}, {"1.234,567,8", "-"},
	{"1,234.567.8", "-"}, {"0.123.456", "-"}, {"012.345", "12.345"}, {"1..5", "-"}, {"1,,5", "-"}, {"1,", "-"}, {"1.", "-"}, {".", "-"}, {",", "-"},
	{"1 50", "-"}, {"15 00", "-"}, {"1 2345", "-"}, {"1 500 00", "-"}, {"12 34", "-"}, {"1.500 000", "-"},
	// signs
	{"-2,3", "-2.3"}, {"- 2,3", "-2.3"}, {"−2,3", "-2.3"}, {"–2,3", "-2.3"}, {"2,3-", "-2.3"}, {"2,3 -", "-2.3"}, {"(2,3)", "-2.3"}, {"( 2,3 )", "-2.3"},
	{"(2,3) mio. kr.", "-"}, {"(2,3 mio. kr.)", "-2.3 mio. kr."}, {"--2", "-"}, {"-(2)", "-"}, {"(-2)", "-"}, {"-2-", "-"}, {"(2", "-"}, {"2)", "-"}, {"+-2", "-"},
	// kroner
	{"12.100.000 kr.", "12100000 kr."}, {"12.100.000 kr", "12100000 kr."}, {"12.100.000,00 kr.", "12100000 kr."}, {"kr. 12.100.000", "12100000 kr."},
	{"kr 12.100.000,50", "12100000.5 kr."}, {"DKK 1500", "1500 kr."}, {"1500 DKK", "1500 kr."}, {"1500 kroner", "1500 kr."}, {"1500kr.", "1500 kr."}, {"1500kr", "1500 kr."},
	{"1.250,-", "1250"}, {"1.250,- kr.", "1250 kr."}, {"1250,-", "1250"}, {"kr. 1250,-", "1250 kr."}, {"1.250,–", "1250"}, {"-kr. 5", "-5 kr."}, {"kr. -5", "-5 kr."},
	// what else is written with them
	{"1¼ mio. kr.", "1.25 mio. kr."}, {"½ mio. kr.", "0.5 mio. kr."}, {"1,25 mkr.", "1.25 mio. kr."}, {"1,25 m. kr.", "1.25 mio. kr."},
	{"1250 (1.000 kr.)", "1250 1.000 kr."}, {"2026 (1.000 kr.)", "-"}, {"årligt 1500 kr.", "1500 kr."}, {"12 m", "-"},
	// sizes
	{"12,1 mio. kr.", "12.1 mio. kr."}, {"12,1 mio.kr.", "12.1 mio. kr."}, {"12,1 mio", "12.1 mio. kr."}, {"12,1 mio.", "12.1 mio. kr."}, {"12,1mio. kr.", "12.1 mio. kr."},
	{"12,1 mill. kr.", "12.1 mio. kr."}, {"12,1 million kr.", "12.1 mio. kr."}, {"12,1 millioner kroner", "12.1 mio. kr."}, {"12.1 million DKK", "12.1 mio. kr."},
	{"9 MIO. KR.", "9 mio. kr."}, {"9 Mio. kr.", "9 mio. kr."}, {"0,65 mio. kr.", "0.65 mio. kr."}, {"2 mia. kr.", "2 mia. kr."}, {"2 milliarder kr.", "2 mia. kr."}, {"2 mia", "2 mia. kr."},
	{"500 t.kr.", "500 1.000 kr."}, {"500 tkr.", "500 1.000 kr."}, {"500 tkr", "500 1.000 kr."}, {"500 t. kr.", "500 1.000 kr."}, {"500 tusind kr.", "500 1.000 kr."}, {"500 TKR", "500 1.000 kr."},
	{"-9 mio. kr.", "-9 mio. kr."}, {"9 mio. kr.*", "9 mio. kr."},
	{"9 m", "-"}, {"9 M", "-"}, {"9 mm", "-"}, {"9 k", "-"}, {"9 t", "-"}, {"9 mio. euro", "-"}, {"9 EUR", "-"}, {"9 €", "-"}, {"$9", "-"}, {"9 mio. mio. kr.", "-"}, {"9 kr. mio.", "-"},
	// by the year, price level
	{"12,1 mio. kr. årligt", "12.1 mio. kr."}, {"12,1 mio. kr. om året", "12.1 mio. kr."}, {"9 mio. kr. pr. år", "9 mio. kr."}, {"9 mio. kr./år", "9 mio. kr."}, {"9 mio. kr. p.a.", "9 mio. kr."},
	{"9 mio. kr. (2026-pl)", "9 mio. kr. 2026"}, {"9 mio. kr. i 2026-priser", "9 mio. kr. 2026"}, {"9 mio. kr. 2026 p/l", "9 mio. kr. 2026"}, {"9 mio. kr. i 2026", "-"},
	// footnotes
	{"2,3*", "2.3"}, {"2,3 *", "2.3"}, {"2,3**", "2.3"}, {"2,3¹", "2.3"}, {"2,3 1)", "2.3"}, {"*2,3", "-"}, {"2,3 a)", "-"},
	// nothing, or not worked out
	{"-", "dash"}, {"–", "dash"}, {"—", "dash"}, {" - ", "dash"}, {"--", "dash"}, {"ikke opgjort", "unquantified"}, {"Ikke opgjort.", "unquantified"}, {"ej opgjort", "unquantified"},
	{"endnu ikke beregnet", "unquantified"}, {"not quantified", "unquantified"}, {"ikke", "-"}, {"opgjort", "-"},
	// not amounts
	{"", "-"}, {" ", "-"}, {"?", "-"}, {"ca. 2 mio.?", "-"}, {"2 mio.?", "-"}, {"2-3 mio. kr.", "-"}, {"2 - 3", "-"}, {"2/3", "-"}, {"2+3", "-"}, {"=2", "-"}, {"to mio.", "-"}, {"x", "-"},
	{"n/a", "-"}, {"N/A", "-"}, {"ukendt", "-"}, {"følger", "-"}, {"se bilag 2", "-"}, {"under 2 mio.", "-"}, {"max 2 mio.", "-"}, {"> 2", "-"}, {"<2", "-"}, {"1e6", "-"}, {"1E6", "-"}, {"0x10", "-"},
	{"31.12.2025", "-"}, {"31-12-2025", "-"}, {"12:30", "-"}, {"#REF!", "-"}, {"TRUE", "-"}, {"1 2 3", "-"}, {"12,1 og 9", "-"}, {"12,1 mio. kr. eller mere", "-"}, {"12,1 mio. kr. i alt", "-"},
	{strings.Repeat("9", 40), "-"}, {"1" + strings.Repeat(".000", 20), "-"},
	// about, percent: known, and refused as amounts by who asks
	{"ca. 500", "about 500"}, {"cirka 500", "about 500"}, {"omkring 500", "about 500"}, {"70 %", "70 percent"}, {"70%", "70 percent"}, {"12,5 %", "12.5 percent"},
}

func tellTyped(text string) string {
	t, ok := ParseTyped(text)
	if !ok {
		return "-"
	}
	if t.Dash {
		return "dash"
	}
	if t.Unquantified {
		return "unquantified"
	}
	var said string
	if t.About {
		said = "about "
	}
	if t.Ambiguous() {
		said += t.Danish.String() + " | " + t.English.String()
	} else {
		d, _ := t.In(eitherNotation)
		said += d.String()
	}
	if t.Percent {
		said += " percent"
	}
	if t.HasUnit {
		said += " " + t.Unit.String()
	}
	if t.Level != 0 {
		said += " " + decimal.New(int64(t.Level), 0).String()
	}
	return said
}

func TestTypedAmounts(t *testing.T) {
	if len(typedAmounts) < 150 {
		t.Fatalf("only %d typed amounts", len(typedAmounts))
	}
	for _, c := range typedAmounts {
		if got := tellTyped(c.text); got != c.reading {
			t.Errorf("%q is read as %q, want %q", c.text, got, c.reading)
		}
	}
}

func TestUnitsInTexts(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Mio. kr.", "mio. kr."}, {"mio.kr", "mio. kr."}, {"1.000 kr., 2026-pl", "1.000 kr."}, {"1000 kr p/l", "1.000 kr."}, {"Beløb i t.kr.", "1.000 kr."},
		{"Årlig udgift (kr.)", "kr."}, {"Årlig udgift", ""}, {"Kr., 2026-pl", "kr."}, {"tkr", "1.000 kr."}, {"i mio.", "mio. kr."}, {"DKK million", "mio. kr."}, {"kr. (mio.)", "kr.; mio. kr."},
		{"Mia. kr.", "mia. kr."}, {"1.000.000 kr.", "mio. kr."}, {"kr. og mio. kr.", "kr.; mio. kr."}, {"Projekt", ""}, {"Kristine", ""}, {"sekretær", ""}, {"emkr", ""},
		{"Mio. kr. 2020 p/l", "mio. kr."}, {"2026", ""}, {"thousand DKK", "1.000 kr."},
	} {
		var got []string
		for _, u := range FindUnits(c.text) {
			got = append(got, u.String())
		}
		if said := strings.Join(got, "; "); said != c.want {
			t.Errorf("findUnits(%q) = %q, want %q", c.text, said, c.want)
		}
	}
}

func TestPriceLevelsInTexts(t *testing.T) {
	for _, c := range []struct {
		text string
		want []int
	}{
		{"1.000 kr., 2026-pl", []int{2026}}, {"2026 p/l", []int{2026}}, {"Mio. kr. 2020 p/l", []int{2020}}, {"prisniveau 2026", []int{2026}}, {"2026-priser", []int{2026}},
		{"i 2025-prisniveau", []int{2025}}, {"Budget 2026", nil}, {"2016 pl og 2017 pl", []int{2016, 2017}}, {"Prisniveau: 2026", []int{2026}}, {"p/l 2026", []int{2026}}, {"2026 plan", nil},
		{"2026-prices", []int{2026}}, {"price level 2026", []int{2026}},
	} {
		got := FindPriceLevels(c.text)
		if len(got) != len(c.want) {
			t.Errorf("findPriceLevels(%q) = %v, want %v", c.text, got, c.want)
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("findPriceLevels(%q) = %v, want %v", c.text, got, c.want)
			}
		}
	}
}

// FuzzTyped checks that whatever is typed, a number is read only from its own
// figures: every digit of the text is in every reading, in order.
func FuzzTyped(f *testing.F) {
	for _, c := range typedAmounts {
		f.Add(c.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got, ok := ParseTyped(text)
		if !ok || got.Dash || got.Unquantified {
			return
		}
		for _, n := range []Notation{DanishNotation, EnglishNotation} {
			d, ok := got.In(n)
			if !ok {
				t.Fatalf("%q is a number and not one in notation %d", text, n)
			}
			if d.NumDigits() > maxDigits+1 {
				t.Fatalf("%q gives %s", text, d)
			}
		}
		if got.Ambiguous() {
			if _, ok := got.In(eitherNotation); ok {
				t.Fatalf("%q has two readings, and one was chosen", text)
			}
		}
	})
}
