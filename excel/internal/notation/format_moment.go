package notation

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/shopspring/decimal"
)

// instant is a moment taken apart to be shown.
type instant struct {
	day     time.Time
	seconds int64 // of the day
	elapsed int64 // seconds since the beginning
	names   *momentNames
	half    bool // hours are counted to twelve
}

// momentNames are the names of months and days in a language.
type momentNames struct{ months, days []string }

var (
	danishNames = momentNames{
		strings.Fields("januar februar marts april maj juni juli august september oktober november december"),
		strings.Fields("søndag mandag tirsdag onsdag torsdag fredag lørdag"),
	}
	englishNames = momentNames{
		strings.Fields("January February March April May June July August September October November December"),
		strings.Fields("Sunday Monday Tuesday Wednesday Thursday Friday Saturday"),
	}
)

// showMoment is a number as the section shows it as a day or a time. One that is no moment,
// or one beyond those that people mean, Excel shows as #.
func (s *formatSection) showMoment(d decimal.Decimal, date1904 bool) string {
	if d.IsNegative() || d.GreaterThanOrEqual(lastClock) || s.said.Moment == Day && d.GreaterThanOrEqual(lastSerial) {
		return "########"
	}
	at := instantOf(d, date1904)
	if s.english {
		at.names = &englishNames
	}
	for _, p := range s.pieces {
		at.half = at.half || p.kind == pieceMoment && strings.Contains(p.text, "/p")
	}
	var b strings.Builder
	for i, p := range s.pieces {
		switch p.kind {
		case pieceMoment:
			b.WriteString(at.part(p.text, s.isMinutes(i)))
		case pieceDigit:
			b.WriteString("0")
		default:
			b.WriteString(p.text)
		}
	}
	return b.String()
}

// lastSerial is behind the last day that Excel shows, 31.12.9999.
var lastSerial = decimal.New(2_958_466, 0)

// instantOf takes a number apart as a moment.
func instantOf(d decimal.Decimal, date1904 bool) instant {
	const daySeconds = 24 * 60 * 60
	whole := d.Mul(decimal.New(daySeconds, 0)).Round(0).IntPart()
	days := min(whole/daySeconds, lastSerial.IntPart())
	return instant{
		day: SerialDate(int(days), date1904), seconds: whole % daySeconds, elapsed: whole, names: &danishNames,
	}
}

// isMinutes reports whether a run of m counts minutes: it stands behind hours or before
// seconds.
func (s *formatSection) isMinutes(at int) bool {
	if s.pieces[at].text[0] != 'm' || len(s.pieces[at].text) > 2 {
		return false
	}
	for i := at - 1; i >= 0; i-- {
		if p := s.pieces[i]; p.kind == pieceMoment {
			if strings.Contains(p.text, "h") || p.text == "[h]" {
				return true
			}
			break
		}
	}
	for _, p := range s.pieces[at+1:] {
		if p.kind == pieceMoment {
			return strings.HasPrefix(strings.Trim(p.text, "["), "s")
		}
	}
	return false
}

// part is one part of the moment: yyyy, mm, [h].
func (at *instant) part(code string, minutes bool) string {
	n := len(code)
	switch code[0] {
	case '[':
		per := map[byte]int64{'h': 3600, 'm': 60, 's': 1}[code[1]]
		return fmt.Sprintf("%0*d", n-2, at.elapsed/per)
	case 'y', 'e':
		if n <= 2 && code[0] == 'y' {
			return fmt.Sprintf("%02d", at.day.Year()%100)
		}
		return strconv.Itoa(at.day.Year())
	case 'm':
		if minutes {
			return fmt.Sprintf("%0*d", n, at.seconds/60%60)
		}
		return named(int(at.day.Month()), n, at.names.months[at.day.Month()-1])
	case 'd':
		return named(at.day.Day(), n, at.names.days[at.day.Weekday()])
	case 'h':
		hour := at.seconds / 3600
		if at.half {
			hour = (hour+11)%12 + 1
		}
		return fmt.Sprintf("%0*d", min(n, 2), hour)
	case 's':
		return fmt.Sprintf("%0*d", min(n, 2), at.seconds%60)
	case 'a':
		return at.halfOfDay(code)
	}
	return ""
}

// named is a number as one or two letters ask for it, or its name in three letters or whole.
func named(number, letters int, name string) string {
	switch {
	case letters <= 2:
		return fmt.Sprintf("%0*d", letters, number)
	case letters == 3:
		return string([]rune(name)[:3])
	case letters == 5:
		return string([]rune(name)[:1])
	}
	return name
}

// halfOfDay is AM or PM, or the first letter of it.
func (at *instant) halfOfDay(code string) string {
	half := "AM"
	if at.seconds >= 12*60*60 {
		half = "PM"
	}
	if code == "a/p" {
		return half[:1]
	}
	return half
}
