package notation

import (
	"regexp"
	"slices"
	"strings"
)

// naText are amounts that people write as a mark.
var naText = regexp.MustCompile(`(?i)^(?:n/?a\.?|i/t|\?+|x+|\.\.+|…)$`)

// ReadUnquantified reports whether a cell says that nobody has worked the amount out. A
// dash is doubtful: it is a zero to some.
func ReadUnquantified(text string) Certainty {
	s := Clean(text)
	switch {
	case s == "" || len(s) > longestText:
		return Unread
	case dashes.MatchString(s):
		return Doubtful
	case naText.MatchString(s):
		return Certain
	}
	certainty := Unread
	for _, statement := range statementsOf("unquantified", s) {
		if statement.has("in") {
			certainty = Certain
		}
	}
	if certainty == Certain && strings.ContainsAny(s, "123456789") && !anyYear.MatchString(s) {
		return Doubtful
	}
	return certainty
}

// Contradiction is what a remark says against a figure beside it.
type Contradiction string

// The contradictions.
const (
	AlreadyBudgeted  Contradiction = "budgeted"   // it was taken out of the budget already
	NotCounted       Contradiction = "notcounted" // it is not to be counted
	OtherPayer       Contradiction = "payer"      // it falls to another
	Ends             Contradiction = "ends"       // it does not hold for every year
	Uncertain        Contradiction = "uncertain"  // it is provisional
	Wrong            Contradiction = "wrong"      // it is said to be wrong
	BeforeRefund     Contradiction = "gross"      // it is before reimbursement
	CountedElsewhere Contradiction = "double"     // it stands elsewhere too
)

// contradictions are those that remarks are read for.
var contradictions = []Contradiction{
	AlreadyBudgeted, NotCounted, OtherPayer, Ends, Uncertain, Wrong, BeforeRefund, CountedElsewhere,
}

// takenBack are the contradictions that an "ikke" beside them takes back: "er ikke trukket
// ud af budgettet".
var takenBack = []Contradiction{AlreadyBudgeted, OtherPayer, Ends, Uncertain, BeforeRefund, CountedElsewhere, Wrong}

// ReadRemark lists what a remark says against the figures of its row, in the order of the
// constants.
func ReadRemark(text string) []Contradiction {
	statements := statementsOf("remark", text)
	return slices.DeleteFunc(slices.Clone(contradictions), func(c Contradiction) bool {
		return !slices.ContainsFunc(statements, func(s statement) bool { return s.contradicts(c) })
	})
}

// contradicts reports whether a statement says something against a figure.
func (s statement) contradicts(c Contradiction) bool {
	return s.has(string(c)) && !(s.has("not") && slices.Contains(takenBack, c))
}

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
