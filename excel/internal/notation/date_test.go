package notation

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
)

func TestTypedYears(t *testing.T) {
	for _, c := range []struct {
		text string
		want int
	}{
		{"2025", 2025}, {" 2025 ", 2025}, {"31.12.2025", 2025}, {"31/12-25", 2025}, {"31/12-2025", 2025},
		{"31-12-2025", 2025}, {"2025-12-31", 2025}, {"2025-12-31 00:00:00", 2025},
		{"t.o.m. 2025", 2025}, {"til og med 2025", 2025}, {"ultimo 2025", 2025}, {"Ultimo 2025", 2025},
		{"medio 2026", 2026}, {"udgangen af 2025", 2025}, {"december 2025", 2025},
		{"31. december 2025", 2025}, {"dec. 2025", 2025}, {"4. kvartal 2025", 2025}, {"Q4 2025", 2025},
		{"med udgangen af 2025", 2025}, {"end of 2025", 2025}, {"31.12.25", 2025}, {"1. juli 2025", 2025},
		{"12/31/2025", 2025}, {"2025*", 2025}, {"til udgangen af 2025", 2025}, {"31. dec 2025", 2025},
		{"", 0}, {"snart", 0}, {"25", 0}, {"202", 0}, {"20255", 0}, {"2025 eller 2026", 0}, {"2024/2025", 0},
		{"32.12.2025", 0}, {"31.13.2025", 0}, {"efter 2025", 0}, {"før 2025", 0},
		{"ikke før 2025", 0}, {"1825", 0}, {"2125", 0}, {"ca. 2025", 0}, {"2025?", 0}, {"30.02.2025", 0},
		{"46022", 0}, {"2021-2025", 0},
	} {
		got, ok := TypedYear(c.text)
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
		{46022, false, "2025-12-31"}, {1, false, "1900-01-01"}, {59, false, "1900-02-28"},
		{61, false, "1900-03-01"}, {44560, true, "2025-12-31"}, {0, true, "1904-01-01"},
	} {
		if got := SerialDate(c.serial, c.date1904).Format("2006-01-02"); got != c.want {
			t.Errorf("serialDate(%d, %v) = %s, want %s", c.serial, c.date1904, got, c.want)
		}
	}
}

func TestNumberFormats(t *testing.T) {
	for _, c := range []struct {
		code   string
		scale  int32
		units  int
		moment Moment
	}{
		{"", 0, 0, NoMoment}, {"General", 0, 0, NoMoment}, {"#,##0.00", 0, 0, NoMoment},
		{"#,##0,", 3, 0, NoMoment}, {"#,##0,,", 6, 0, NoMoment}, {"0.0,,", 6, 0, NoMoment},
		{`#,##0.0 "mio. kr."`, 0, 1, NoMoment}, {`#,##0,, "mio. kr."`, 6, 1, NoMoment},
		{`#,##0\ "kr."`, 0, 1, NoMoment}, {`"kr." #,##0;-"kr." #,##0`, 0, 1, NoMoment},
		{"dd-mm-yyyy", 0, 0, Day}, {"[$-406]d. mmmm yyyy", 0, 0, Day}, {"yyyy", 0, 0, Day},
		{"mmm-yy", 0, 0, Day}, {`[Red]#,##0`, 0, 0, NoMoment}, {`0 "dage"`, 0, 0, NoMoment},
		{"d-mmm", 0, 0, Day},
		{"ddd", 0, 0, Day}, {"dd-mm-yyyy hh:mm", 0, 0, Day}, {"[h]:mm dd", 0, 0, Day},
		{"hh:mm", 0, 0, clock}, {"h:mm AM/PM", 0, 0, clock}, {"mm:ss", 0, 0, clock}, {"mmss.0", 0, 0, clock},
		{`hh" timer "mm`, 0, 0, clock}, {"[$-F400]h:mm:ss\\ AM/PM", 0, 0, clock},
		{"[h]:mm", 0, 0, elapsed}, {"[hh]:mm:ss;@", 0, 0, elapsed}, {"[mm]:ss", 0, 0, elapsed},
		{"[SS].00", 0, 0, elapsed},
		{"mmmm", 0, 0, month}, {"[$-406]mmm;@", 0, 0, month}, {"[$-411]ggge", 0, 0, month},
		{`0 "mm"`, 0, 0, NoMoment}, {`0\ \h`, 0, 0, NoMoment}, {"0.00E+00", 0, 0, NoMoment},
		{"# ?/?", 0, 0, NoMoment}, {"_-* #,##0_m", 0, 0, NoMoment},
		{"[Magenta]0", 0, 0, NoMoment}, {"#,##0 mio. kr.", 0, 0, NoMoment}, {"0 h", 0, 0, NoMoment},
		{"@", 0, 0, NoMoment}, {"G/通用格式", 0, 0, NoMoment},
		{`0;hh:mm`, 0, 0, NoMoment}, {`hh:mm;0`, 0, 0, clock}, {`";"hh`, 0, 0, clock}, {`"`, 0, 0, NoMoment},
		{`\`, 0, 0, NoMoment}, {"[h", 0, 0, clock},
	} {
		f := ReadFormat(c.code)
		if f.Scale != c.scale || len(f.Units) != c.units || f.Moment != c.moment {
			t.Errorf("readFormat(%q) = %+v", c.code, f)
		}
	}
}

func TestNumbersAsTheirFormatsShowThem(t *testing.T) {
	for _, c := range []struct{ code, number, want string }{
		{"dd-mm-yyyy", "46022", "31.12.2025"}, {"mmmm", "46022", "31.12.2025"},
		{"dd-mm-yyyy", "100000", "100000"}, {"dd-mm-yyyy", "-1.5", "-1,5"},
		{"hh:mm", "0.5", "12:00"}, {"hh:mm", "46022.270833333299", "06:30"}, {"mm:ss", "0.0107", "00:15:24"},
		{"hh:mm", "12100000", "00:00"},
		{"[h]:mm", "1.5", "36:00"}, {"[h]:mm", "1000", "24000:00"},
		{"[h]:mm", "1E+300", "1" + strings.Repeat("0", 300)}, {"#,##0.0,,", "12100000.5", "12100000,5"},
	} {
		if got := ReadFormat(c.code).Text(decimal.RequireFromString(c.number), false); got != c.want {
			t.Errorf("%s is shown by %s as %s, want %s", c.number, c.code, got, c.want)
		}
	}
}

// FuzzFormat checks that whatever a number format says, a number is shown as such or as a
// moment, a moment has no unit, and literal text is no code.
func FuzzFormat(f *testing.F) {
	for _, code := range []string{
		"General", `#,##0,, "mio. kr."`, `_-* #,##0\ "kr."_-;@`, "[$€-2] 0%", "dd-mm-yyyy", "[h]:mm", "mmmm",
		`"`, `\`, "[", "2026-p/l",
	} {
		f.Add(code, int64(12_100_000))
	}
	f.Fuzz(func(t *testing.T, code string, number int64) {
		format, d := ReadFormat(code), decimal.New(number, -2)
		if format.Moment == NoMoment && format.Text(d, false) != DanishNumber(d) {
			t.Fatalf("%q shows %s as %s", code, d, format.Text(d, false))
		}
		if format.Moment != NoMoment && (len(format.Units) > 0 || format.Scale != 0 || format.Percent) {
			t.Fatalf("%q is a moment: %+v", code, format)
		}
		if strings.ContainsAny(code, "\"\r\n") {
			return
		}
		quoted := ReadFormat(`"` + code + `"`)
		if quoted.Moment != NoMoment || quoted.Scale != 0 || quoted.Percent || !slices.Equal(quoted.Units, FindUnits(code)) {
			t.Fatalf("%q, all of it text, is %+v", code, quoted)
		}
	})
}

// FuzzTypedYear checks that a year is read only where its last two digits stand in the
// text, and is one that a workbook can speak of.
func FuzzTypedYear(f *testing.F) {
	for _, text := range []string{"2025", "31.12.2025", "31/12-25", "12/31/2025", "t.o.m. 2025", "4. kvartal 2025", "2025-12-31T00:00", "30.02.2025"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		year, ok := TypedYear(text)
		if !ok {
			return
		}
		if digits := strconv.Itoa(year); !PlausibleYear(year) || !strings.Contains(Clean(text), digits[2:]) {
			t.Fatalf("%q is read as the year %d", text, year)
		}
		if again, ok := TypedYear(" " + text + " "); !ok || again != year {
			t.Fatalf("%q between blanks is %d %v, not %d", text, again, ok, year)
		}
	})
}

// FuzzSerialDate checks that days follow one another in both date systems.
func FuzzSerialDate(f *testing.F) {
	for _, serial := range []int{0, 1, 59, 60, 61, 46022, 99_999} {
		f.Add(serial, serial%2 == 0)
	}
	f.Fuzz(func(t *testing.T, serial int, date1904 bool) {
		if serial < 0 || serial > 3_000_000 {
			return
		}
		gap := SerialDate(serial+1, date1904).Sub(SerialDate(serial, date1904)).Hours()
		if leap := !date1904 && serial == 59; gap != 24 && !(leap && gap == 0) {
			t.Fatalf("%d and the day after are %v hours apart", serial, gap)
		}
	})
}
