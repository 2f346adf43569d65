package notation

import (
	"slices"
	"strings"
)

// proven reports whether a text says where the effect on spending was seen: "Mindreudgiften er
// konstateret i regnskabet for 2024", "Ja, i ledelsesinformationen for 2024". Every word of it
// must be known, and every year gone by before a base year; what is only calculated, estimated or expected is not seen.
// Behind a ja, which says that it is documented, what was seen is enough: "Ja, besparelserne er realiseret".
func proven(text string, base int, yes bool) bool {
	var said []string
	for _, piece := range piecesOf(text) {
		if strings.HasSuffix(strings.TrimRight(piece, " )"), "?") {
			return false
		}
		words := wordsIn(piece)
		for _, p := range outcomeTopics()["proof"].parts(words) {
			said = append(said, p.class)
			for i := p.first; i <= p.last; i++ {
				words[i].known = words[i].known || !p.inside
			}
		}
		unknown := func(w word) bool { return !w.known && !isNumber(w.key) }
		if len(words) == maxWords || slices.ContainsFunc(words, unknown) {
			return false
		}
	}
	has := func(class string) bool { return slices.Contains(said, class) }
	where := has("source") || has("years") && has("money") && has("verb")
	seen := has("seen") || has("yes") || has("shows") && has("money")
	where = where || yes && (has("money") || has("seen"))
	return gone(text, base) && where && seen && !has("doubt") && !has("contrast")
}
