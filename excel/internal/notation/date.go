package notation

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

// TypedYear is the year of a year or a date as people type it: "2025",
// "31.12.2025", "31/12-25", "2025-12-31", "t.o.m. 2025", "ultimo 2025".
func TypedYear(text string) (int, bool) {
	s := strings.ToLower(strings.Trim(Clean(text), " *"))
	if m := yearAlone.FindStringSubmatch(s); m != nil {
		return checkYear(m[1])
	}
	if m := isoDay.FindStringSubmatch(s); m != nil {
		return checkDay(m[3], m[2], m[1])
	}
	if m := numericDay.FindStringSubmatch(s); m != nil {
		return checkDay(m[1], m[2], m[3])
	}
	m := wordsYear.FindStringSubmatch(s)
	if m == nil {
		return 0, false
	}
	before := strings.TrimSpace(strings.TrimSuffix(s, m[1]))
	if !onlyDateWords(before) {
		return 0, false
	}
	return checkYear(m[1])
}

var (
	yearAlone  = regexp.MustCompile(`^(?:år )?((?:19|20)\d\d)$`)
	numericDay = regexp.MustCompile(`^(\d{1,2})[./-] ?(\d{1,2})[./-] ?((?:19|20)?\d\d)\.?$`)
	isoDay     = regexp.MustCompile(`^((?:19|20)\d\d)-(\d\d)-(\d\d)(?:[t ].*)?$`)
	wordsYear  = regexp.MustCompile(`^(?:[\pL.]+ ?|\d{1,2}(?:\.|st|nd|rd|th)?,? ?|q[1-4] ?|[1-4]\. ?)*((?:19|20)\d\d)$`)
	dateWords  = regexp.MustCompile(`^(?:` +
		`t\.? ?o\.? ?m\.?|til og med|til|indtil|ultimo|medio|primo|` +
		`udgangen af|udg\.? af|udg\.?|med udgangen af|ved udgangen af|slutningen af|slut|midten af|starten af|begyndelsen af|udløber|udløb|` +
		`januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|` +
		`jan\.?|feb\.?|mar\.?|apr\.?|jun\.?|jul\.?|aug\.?|sep\.?|sept\.?|okt\.?|nov\.?|dec\.?|` +
		`january|february|march|may|june|july|october|end of|the end of|until|to|through|by|mid|early|late|` +
		`q[1-4]|kvartal|quarter|halvår|half|den|the|of|år|year|\d{1,2}\.|[1-4]\.|\d{1,2}(?:st|nd|rd|th)?,?)$`)
)

// onlyDateWords reports whether all words before a year are words of dates: each alone,
// or up to three together.
func onlyDateWords(s string) bool {
	for words := strings.Fields(s); len(words) > 0; {
		n := min(3, len(words))
		for n > 0 && !dateWords.MatchString(strings.Join(words[:n], " ")) {
			n--
		}
		if n == 0 {
			return false
		}
		words = words[n:]
	}
	return true
}

// The years a workbook can speak of.
const (
	firstYear = 1990
	lastYear  = 2099
)

// PlausibleYear reports whether a workbook can speak of a year.
func PlausibleYear(year int) bool { return year >= firstYear && year <= lastYear }

// checkYear is the year that four digits write, if a workbook can speak of it.
func checkYear(digits string) (int, bool) {
	year := YearOf(digits)
	return year, PlausibleYear(year)
}

// YearOf is the year that digits write.
func YearOf(digits string) int {
	year, _ := strconv.Atoi(digits) // digits, by the patterns that found them
	return year
}

// checkDay is the year of a day; a year of two digits is in this century.
func checkDay(day, month, year string) (int, bool) {
	d, _ := strconv.Atoi(day)
	m, _ := strconv.Atoi(month)
	y, _ := strconv.Atoi(year)
	if y < 100 {
		y += 2000
	}
	if d > 12 || m <= 12 {
		return y, PlausibleYear(y) && validDay(y, m, d)
	}
	return y, PlausibleYear(y) && validDay(y, d, m) // month before day
}

// validDay reports whether a year has a day.
func validDay(y, m, d int) bool {
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	return m >= 1 && m <= 12 && t.Day() == d
}

// SerialDate is the day that a date's serial number means, in the workbook's date
// system (ECMA-376 part 1, 18.17.4.1).
func SerialDate(serial int, date1904 bool) time.Time {
	if date1904 {
		return time.Date(1904, 1, 1+serial, 0, 0, 0, 0, time.UTC)
	}
	if serial < 60 { // 1900 is a leap year in this system
		serial++
	}
	return time.Date(1899, 12, 30+serial, 0, 0, 0, 0, time.UTC)
}
