package notation

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"

	"github.com/shopspring/decimal"
)

// NumberFormat is what a number format says of the number behind it.
type NumberFormat struct {
	Moment  Moment
	Scale   int32  // decimal places the shown number is smaller by: 3 for each scaling comma
	Units   []Unit // that its literal text names, each once
	Level   int    // price level; 0 when the literal text states none, or several
	Percent bool
	Foreign bool // another currency than kroner
}

// Moment is what of a moment in time a number format shows.
type Moment uint8

const (
	NoMoment Moment = iota // a number
	Day                    // a day or a year: dd-mm-yyyy, d. mmm, yyyy
	month                  // a month alone: mmmm
	clock                  // a time of the day: hh:mm
	elapsed                // hours, minutes or seconds gone by: [h]:mm
)

// ReadFormat reads a number format (ECMA-376 part 1, 18.8.31): what of a moment it
// shows, else its scaling commas (#,##0,,), literal text that names a unit ("mio. kr.")
// and per cent. What it does not know says nothing.
func ReadFormat(code string) NumberFormat {
	section := firstSection(code)
	f := NumberFormat{Moment: section.moment()}
	if f.Moment != NoMoment {
		return f
	}
	f.Percent = strings.Contains(section.codes, "%")
	if m := scaling.FindStringSubmatch(section.codes); m != nil {
		f.Scale = int32(3 * len(m[1]))
	}
	f.Units = FindUnits(section.literal)
	f.Foreign = ForeignCurrency.MatchString(section.literal) || foreignTag.MatchString(code)
	if levels := FindPriceLevels(section.literal); len(levels) == 1 {
		f.Level = levels[0]
	}
	return f
}

// Text is a number as people see it through the format: a day as 31.12.2025, a time as
// 06:30, else its digits in Danish notation.
func (f NumberFormat) Text(d decimal.Decimal, date1904 bool) string {
	switch {
	case f.Moment == NoMoment || d.IsNegative():
	case f.Moment == clock || f.Moment == elapsed:
		if d.LessThan(lastClock) {
			return clockText(d, f.Moment == elapsed)
		}
	case d.LessThan(LastDay):
		return SerialDate(int(d.IntPart()), date1904).Format("02.01.2006")
	}
	return DanishNumber(d)
}

// Days are shown as such up to the year 2173, and times of as many days as a person
// could mean; what lies beyond is shown in digits.
var (
	LastDay   = decimal.New(100_000, 0)
	lastClock = decimal.New(1_000_000_000, 0)
)

var (
	scaling = regexp.MustCompile(`[0#?](,+)(?:[^,0#?]|$)`)
	// A currency as Excel tags it, but for the Danish krone: [$€-2], [$USD].
	foreignTag = regexp.MustCompile(`(?i)\[\$[^\]-]*(?:€|\$|£|eur|usd|gbp|sek|nok|chf)`)
)

// formatSection is a section of a number format, taken apart.
type formatSection struct {
	codes   string // digits, dates, times, per cent
	literal string // text that is shown as it stands; padding is a blank
	elapsed bool   // holds [h], [mm] or [ss]
}

// formatToken is literal text in quotation marks or behind a backslash, padding, a
// filling character, what stands in square brackets, the end of a section, or a code.
var formatToken = regexp.MustCompile(`"([^"]*)"|\\(.)|_(.)|\*.|\[([^\]]*)\]|;|.`)

var elapsedTag = regexp.MustCompile(`(?i)^(?:h+|m+|s+)$`)

// firstSection is a format's first section, which positive numbers are shown by.
func firstSection(code string) formatSection {
	var s formatSection
	for _, m := range formatToken.FindAllStringSubmatch(code, -1) {
		switch {
		case m[0] == ";":
			return s
		case len(m[0]) == 1:
			s.codes += m[0]
		case m[3] != "":
			s.literal += " "
		case m[4] != "":
			s.elapsed = s.elapsed || elapsedTag.MatchString(m[4])
		case m[0][0] == '"' || m[0][0] == '\\':
			s.literal += m[1] + m[2]
		case m[0][0] > unicode.MaxASCII: // a letter or a mark that no code uses
			s.codes += m[0]
		}
	}
	return s
}

var (
	halfOfDay      = strings.NewReplacer("am/pm", "", "a/p", "")
	secondFraction = regexp.MustCompile(`s\.0+`)
)

// momentCodes are the letters of dates and times: hours, minutes or months, seconds,
// and those of eras and weekdays in other countries.
const momentCodes = "hmsegba"

// moment is what of a moment the section shows. Letters among the codes of digits are
// text that somebody forgot to quote.
func (s formatSection) moment() Moment {
	codes := strings.ToLower(s.codes)
	digits := strings.ContainsAny(codes, "#0")
	switch {
	case strings.Contains(codes, "y") || strings.Contains(codes, "d") && !digits:
		return Day
	case s.elapsed:
		return elapsed
	}
	codes = secondFraction.ReplaceAllString(halfOfDay.Replace(codes), "s")
	letters := strings.Map(keepLetter, codes)
	switch {
	case letters == "" || strings.Trim(letters, momentCodes) != "" || strings.ContainsAny(codes, "#0?"):
		return NoMoment
	case strings.ContainsAny(letters, "hs"):
		return clock
	}
	return month
}

func keepLetter(r rune) rune {
	if unicode.IsLetter(r) {
		return r
	}
	return -1
}

// clockText is the time of the day of a serial number, whose whole part is days, or the
// hours that it comes to.
func clockText(days decimal.Decimal, elapsed bool) string {
	const daySeconds = 24 * 60 * 60
	seconds := days.Mul(decimal.New(daySeconds, 0)).Round(0).IntPart()
	if !elapsed {
		seconds %= daySeconds
	}
	text := fmt.Sprintf("%02d:%02d", seconds/3600, seconds/60%60)
	if seconds%60 != 0 {
		text += fmt.Sprintf(":%02d", seconds%60)
	}
	return text
}
