package notation

import (
	"regexp"
	"strings"
)

// Legend is what marks stand for, as a note explains them.
type Legend map[string]string

// legendEntry is a mark, an equal sign or a colon, and what the mark stands for.
var legendEntry = regexp.MustCompile(`(?:^|[\s,;(.:])(\++|[-–—−]+|\(\+\)|\(-\)|0|[1-5]|[A-ZÆØÅ]{1,2}|[●○◐]|x)` +
	` ?(?:=|:|er lig) ?([^,;\n=]+)`)

// ReadLegend reads a note that explains marks: "++ = klar positiv effekt, 0 = uklar". It
// is false for a note that explains fewer than two.
func ReadLegend(text string) (Legend, bool) {
	legend := Legend{}
	if len(text) > longestText {
		return nil, false
	}
	for _, m := range legendEntry.FindAllStringSubmatch(Clean(text), -1) {
		mark := legendMark(m[1])
		if _, taken := legend[mark]; taken {
			return nil, false
		}
		legend[mark] = strings.Trim(m[2], " .)")
	}
	return legend, len(legend) >= 2
}

// legendMark is a mark as it is compared: every dash is one.
func legendMark(mark string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune("–—−", r) {
			return '-'
		}
		return r
	}, strings.TrimSpace(mark))
}

// Words are what a mark stands for, or the text itself where the legend has no such mark.
func (l Legend) Words(text string) string {
	if words, ok := l[legendMark(Clean(text))]; ok {
		return words
	}
	return text
}
