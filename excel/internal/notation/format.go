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

// ReadFormat reads a number format (ECMA-376 part 1, 18.8.31): what of a moment its
// section for positive numbers shows, else its scaling commas (#,##0,,), literal text that
// names a unit ("mio. kr.") and per cent. What it does not know says nothing.
func ReadFormat(code string) NumberFormat { return ParseFormat(code).First() }

// say is what the section says of the number behind it.
func (s *formatSection) say() NumberFormat {
	f := NumberFormat{Moment: s.moment()}
	if f.Moment != NoMoment {
		return f
	}
	f.Percent = strings.Contains(s.codes, "%")
	if m := scaling.FindStringSubmatch(s.codes); m != nil {
		f.Scale = int32(3 * len(m[1]))
	}
	f.Units = FindUnits(s.literal)
	if size, ok := letterUnits[strings.ToLower(strings.TrimSpace(s.literal))]; ok && size == Unit(f.Scale) {
		f.Units = []Unit{size}
	}
	f.Foreign = s.foreign || ForeignCurrency.MatchString(s.literal)
	if levels := FindPriceLevels(s.literal); len(levels) == 1 {
		f.Level = levels[0]
	}
	return f
}

// letterUnits are the letters behind a number that say by what its commas divide it.
var letterUnits = map[string]Unit{"k": 3, "t": 3, "m": 6, "mia": 9}

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
	halfOfDay      = strings.NewReplacer("am/pm", "", "a/p", "")
	secondFraction = regexp.MustCompile(`s\.0+`)
)

// momentCodes are the letters of dates and times: hours, minutes or months, seconds,
// and those of eras and weekdays in other countries.
const momentCodes = "hmsegba"

// moment is what of a moment the section shows. Letters among the codes of digits are
// text that somebody forgot to quote.
func (s *formatSection) moment() Moment {
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
