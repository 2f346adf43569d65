package excel

import (
	"regexp"
	"strings"
)

// numberFormat is what a number format says of the amount behind it.
type numberFormat struct {
	scale   int32 // decimal places the shown number is smaller by: 3 for each scaling comma
	units   []Unit
	level   int
	percent bool
	date    bool
	foreign bool // another currency than kroner
}

var (
	scaling = regexp.MustCompile(`[0#?](,+)(?:[^,0#?]|$)`)
	// A currency as Excel tags it, but for the Danish krone: [$€-2], [$USD].
	foreignTag = regexp.MustCompile(`(?i)\[\$[^\]-]*(?:€|\$|£|eur|usd|gbp|sek|nok|chf)`)
	literal    = regexp.MustCompile(`"([^"]*)"|\\(.)|_(.)`)
)

// readFormat reads a number format: scaling commas (#,##0,,), literal text that
// names a unit ("mio. kr."), per cent and dates.
func readFormat(code string) numberFormat {
	f := numberFormat{date: isDateFormat(code)}
	if f.date {
		return f
	}
	section := formatSection(code)
	f.percent = strings.Contains(section, "%")
	if m := scaling.FindStringSubmatch(section); m != nil {
		f.scale = int32(3 * len(m[1]))
	}
	f.units = findUnits(literals(code))
	f.foreign = foreignMoney.MatchString(literals(code)) || foreignTag.MatchString(code)
	if levels := findPriceLevels(literals(code)); len(levels) == 1 {
		f.level = levels[0]
	}
	return f
}

// literals is the literal text of a format's first section.
func literals(code string) string {
	first := code
	inQuotes := false
	for i := range len(code) {
		if code[i] == '"' {
			inQuotes = !inQuotes
		}
		if code[i] == ';' && !inQuotes {
			first = code[:i]
			break
		}
	}
	var b strings.Builder
	for _, m := range literal.FindAllStringSubmatch(first, -1) {
		b.WriteString(m[1] + m[2])
		if m[3] != "" {
			b.WriteByte(' ')
		}
	}
	return b.String()
}
