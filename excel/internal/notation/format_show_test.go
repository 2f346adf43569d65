package notation

import (
	"testing"

	"github.com/shopspring/decimal"
)

// TestFormatsShow shows numbers as Excel does in Danish, and asks whether a person would
// read the number that is stored.
func TestFormatsShow(t *testing.T) {
	for _, c := range []struct {
		code, number, want string
		means              bool
	}{
		// What says nothing else than the number.
		{"", "12.1", "12,1", true}, {"General", "2.29999999999999", "2,3", true}, {"0", "12.1", "12", true},
		{"#,##0.00", "12100000.5", "12.100.000,50", true}, {"#,##0", "-3400", "-3.400", true},
		{"#,##0,", "12100", "12", true}, {"0.0,,", "12100000", "12,1", true}, {`0.0,," mio. kr."`, "12100000", "12,1 mio. kr.", true},
		{`#,##0;(#,##0)`, "-12", "(12)", true}, {`#,##0_);[Red]\(#,##0\)`, "-12", "(12)", true},
		{`0.0;[Red]0.0`, "-12", "12,0", true}, {`+0.0;-0.0;0`, "12.1", "+12,1", true}, {`+0.0;-0.0;0`, "0", "0", true},
		{`_-* #,##0.00\ "kr."_-;\-* #,##0.00\ "kr."_-;_-* "-"??\ "kr."_-;_-@_-`, "1234.5", " 1.234,50 kr. ", true},
		{`_-* #,##0.00\ "kr."_-;\-* #,##0.00\ "kr."_-;_-* "-"??\ "kr."_-;_-@_-`, "-1234.5", "-1.234,50 kr. ", true},
		{`_-* #,##0.00\ "kr."_-;\-* #,##0.00\ "kr."_-;_-* "-"??\ "kr."_-;_-@_-`, "0", " -   kr. ", true},
		{`#,##0;-#,##0;"-"`, "0", "-", true}, {`0;-0;;@`, "0", "", true}, {`0;0;"nul"`, "0", "nul", true},
		{`[$kr.-406] #,##0`, "1200", "kr. 1.200", true}, {`"kr." #,##0;"kr." -#,##0`, "-1200", "kr. -1.200", true},
		{`#,##0",-"`, "1250", "1.250,-", true}, {`0.0" mio. kr. (2026-p/l)"`, "12.1", "12,1 mio. kr. (2026-p/l)", true},
		{`0.0" mio. kr. i 2026"`, "12.1", "12,1 mio. kr. i 2026", true}, {`0.0" (1.000 kr.)"`, "12.1", "12,1 (1.000 kr.)", true},
		{`"B"0`, "2026", "B2026", true}, {`"Budget "0`, "2026", "Budget 2026", true}, {`# ##0`, "3400", "3 400", true},
		{`#\ ##0`, "3400", "3 400", true}, {`[>=1000000]0.0,,"M";[>=1000]0.0,"K";0`, "12100", "12,1K", true},
		{`[Blue]0.0`, "12.1", "12,1", true}, {`0.0"*"`, "12.1", "12,1*", true}, {"0%", "0.5", "50%", true},
		{`0.0#`, "12.1", "12,1", true}, {`.00`, "0.5", ",50", true}, {"0000", "25", "0025", true},
		{`[<0]"-"0;0`, "-5", "-5", true}, {`0.0E+00`, "12100000", "12100000", true}, {`"I alt: "0`, "5", "I alt: 5", true},
		{`"Udgift - "0`, "5", "Udgift - 5", true}, {`0" - pr. år"`, "5", "5 - pr. år", true}, {"General_)", "5", "5 ", true},
		{`- #,##0`, "-5", "-- 5", false},
		// What says something else.
		{`"9,0"`, "12.1", "9,0", false}, {`[>10]"9,0";0.0`, "12.1", "9,0", false}, {`[>10]"9,0";0.0`, "2", "2,0", true},
		{`"1"0.0`, "12.1", "112,1", false}, {`#,##0"0"`, "12", "120", false}, {`"-"#`, "12", "-12", false},
		{`"2027"`, "2025", "2027", false}, {"h:mm", "2025", "0:00", false}, {`0;0`, "-12", "12", false},
		{`\(0.0\)`, "12", "(12,0)", false}, {`0"-"`, "12", "12-", false}, {`-;-;"-"`, "12.1", "-", false},
		{`0\.0`, "121", "12.1", false}, {`0\,0`, "121", "12,1", false}, {`0"00"`, "5", "500", false}, {`*9#,##0`, "12", "912", false}, {`*0#,##0`, "12", "012", true}, {`"ikke "0`, "12", "ikke 12", false},
		{`"2026"0.0`, "12.1", "202612,1", false}, {`0.0"5 mio."`, "12.1", "12,15 mio.", false},
		{`"9,0 (før "0.0")"`, "12.1", "9,0 (før 12,1)", false}, {`0;-0;"ikke opgjort"`, "0", "ikke opgjort", false},
		{`"Yes";"Yes";"No"`, "1", "Yes", false}, {`0.0"%"`, "0.5", "0,5%", false}, {`"minus "0`, "12", "minus 12", false},
		{`"kr. -"0`, "12", "kr. -12", false}, {`0" 000"`, "12", "12 000", false}, {`"1 "0.0`, "12.1", "1 12,1", false},
		{`\1;#,##0`, "12", "1", false}, {`"2027 ("0")"`, "2025", "2027 (2025)", false}, {`\9`, "12.1", "9", false},
	} {
		f, d := ParseFormat(c.code), decimal.RequireFromString(c.number)
		if got := f.Show(d, false); got != c.want {
			t.Errorf("%s by %s is shown as %q, want %q", c.number, c.code, got, c.want)
		}
		if got := f.Means(d, false); got != c.means {
			t.Errorf("%s by %s, shown as %q: means it is %v", c.number, c.code, f.Show(d, false), got)
		}
	}
}

// TestFormatsShowDays shows days and times.
func TestFormatsShowDays(t *testing.T) {
	for _, c := range []struct {
		code, number, want string
		means              bool
	}{
		{"dd-mm-yyyy", "46022", "31-12-2025", true}, {"[$-406]d. mmmm yyyy;@", "46022", "31. december 2025", true},
		{"[$-409]mmm-yy", "46022", "Dec-25", true}, {"dddd", "46022", "onsdag", true}, {"yyyy", "46022", "2025", true},
		{"d/m/yy h:mm", "46022.75", "31/12/25 18:00", true}, {"mm:ss", "0.0107", "15:24", false}, {"[h]:mm", "1.5", "36:00", false},
		{"h:mm AM/PM", "0.75", "6:00 PM", false}, {`dd.mm."2027"`, "46022", "31.12.2027", false},
		{`"Udløb 31.12."yyyy`, "46022", "Udløb 31.12.2025", true}, {`"2027"`, "46022", "2027", false},
	} {
		f, d := ParseFormat(c.code), decimal.RequireFromString(c.number)
		if got := f.Show(d, false); got != c.want || f.MeansDay(d, false) != c.means {
			t.Errorf("%s by %s is shown as %q, want %q; means it: %v", c.number, c.code, got, c.want, !c.means)
		}
	}
}

// TestFormatsShowTexts shows texts.
func TestFormatsShowTexts(t *testing.T) {
	for _, c := range []struct {
		code, text, want string
		means            bool
	}{
		{"0.0", "Positiv", "Positiv", true}, {"@", "Positiv", "Positiv", true}, {`"9,0"`, "Positiv", "Positiv", true},
		{`General;General;General;"negativ"`, "Positiv", "negativ", false}, {`0;0;0;@" *"`, "Positiv", "Positiv *", true},
		{`"ikke "@`, "positiv", "ikke positiv", false}, {`@" kr."`, "12,1", "12,1 kr.", true}, {`@"0"`, "12", "120", false},
		{`"Projekt: "@`, "Havnen", "Projekt: Havnen", true}, {";;;", "Positiv", "", true}, {`\(@\)`, "x", "(x)", true},
		{`_ @_ `, "Positiv", " Positiv ", true},
	} {
		f := ParseFormat(c.code)
		if got := f.ShowText(c.text); got != c.want || f.MeansText(c.text) != c.means {
			t.Errorf("%s by %s is shown as %q, want %q; means it: %v", c.text, c.code, got, c.want, !c.means)
		}
	}
}

// FuzzShow checks that every format shows every number and text, and that a plain one shows
// what a person reads as the number.
func FuzzShow(f *testing.F) {
	for _, code := range []string{
		"General", `#,##0,, "mio. kr."`, `_-* #,##0\ "kr."_-;@`, "[$€-2] 0%", "dd-mm-yyyy", "[h]:mm:ss.00", "# ?/?", "0.0E+0", `[>1]"9";0`,
	} {
		f.Add(code, int64(12_100_000), "Positiv")
	}
	f.Fuzz(func(t *testing.T, code string, number int64, text string) {
		format, d := ParseFormat(code), decimal.New(number, -2)
		shown := format.Show(d, false)
		format.MeansDay(d, false)
		format.MeansText(text)
		if !format.plain {
			format.Means(d, false)
			return
		}
		format.plain = false
		if !format.Means(d, false) {
			t.Fatalf("%q shows %s as %q, and is plain", code, d, shown)
		}
	})
}
