package excel

import "testing"

func TestTypedYears(t *testing.T) {
	for _, c := range []struct {
		text string
		want int
	}{
		{"2025", 2025}, {" 2025 ", 2025}, {"31.12.2025", 2025}, {"31/12-25", 2025}, {"31/12-2025", 2025}, {"31-12-2025", 2025}, {"2025-12-31", 2025}, {"2025-12-31 00:00:00", 2025},
		{"t.o.m. 2025", 2025}, {"til og med 2025", 2025}, {"ultimo 2025", 2025}, {"Ultimo 2025", 2025}, {"medio 2026", 2026}, {"udgangen af 2025", 2025}, {"december 2025", 2025},
		{"31. december 2025", 2025}, {"dec. 2025", 2025}, {"4. kvartal 2025", 2025}, {"Q4 2025", 2025}, {"med udgangen af 2025", 2025}, {"end of 2025", 2025}, {"31.12.25", 2025}, {"1. juli 2025", 2025},
		{"12/31/2025", 2025}, {"2025*", 2025}, {"til udgangen af 2025", 2025}, {"31. dec 2025", 2025},
		{"", 0}, {"snart", 0}, {"25", 0}, {"202", 0}, {"20255", 0}, {"2025 eller 2026", 0}, {"2024/2025", 0}, {"32.12.2025", 0}, {"31.13.2025", 0}, {"efter 2025", 0}, {"før 2025", 0},
		{"ikke før 2025", 0}, {"1825", 0}, {"2125", 0}, {"ca. 2025", 0}, {"2025?", 0}, {"30.02.2025", 0}, {"46022", 0}, {"2021-2025", 0},
	} {
		got, ok := typedYear(c.text)
		if ok != (c.want != 0) || ok && got != c.want {
			t.Errorf("typedYear(%q) = %d %v, want %d", c.text, got, ok, c.want)
		}
	}
}

func TestSerialDates(t *testing.T) {
	for _, c := range []struct {
		serial   int
		date1904 bool
		want     string
	}{
		{46022, false, "2025-12-31"}, {1, false, "1900-01-01"}, {59, false, "1900-02-28"}, {61, false, "1900-03-01"}, {44560, true, "2025-12-31"}, {0, true, "1904-01-01"},
	} {
		if got := serialDate(c.serial, c.date1904).Format("2006-01-02"); got != c.want {
			t.Errorf("serialDate(%d, %v) = %s, want %s", c.serial, c.date1904, got, c.want)
		}
	}
}

func TestNumberFormats(t *testing.T) {
	for _, c := range []struct {
		code  string
		scale int32
		units int
		date  bool
	}{
		{"", 0, 0, false}, {"General", 0, 0, false}, {"#,##0.00", 0, 0, false}, {"#,##0,", 3, 0, false}, {"#,##0,,", 6, 0, false}, {"0.0,,", 6, 0, false},
		{`#,##0.0 "mio. kr."`, 0, 1, false}, {`#,##0,, "mio. kr."`, 6, 1, false}, {`#,##0\ "kr."`, 0, 1, false}, {`"kr." #,##0;-"kr." #,##0`, 0, 1, false},
		{"dd-mm-yyyy", 0, 0, true}, {"[$-406]d. mmmm yyyy", 0, 0, true}, {"yyyy", 0, 0, true}, {"mmm-yy", 0, 0, true}, {`[Red]#,##0`, 0, 0, false}, {`0 "dage"`, 0, 0, false}, {"d-mmm", 0, 0, true},
	} {
		f := readFormat(c.code)
		if f.scale != c.scale || len(f.units) != c.units || f.date != c.date {
			t.Errorf("readFormat(%q) = %+v", c.code, f)
		}
	}
}
