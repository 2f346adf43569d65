package calc

import "strings"

// pattern is a text with wildcards: * any characters, ? any one, ~ before one of the
// three takes its meaning away.
type pattern struct {
	runes []rune
	wild  []bool
}

// hasWildcard reports whether a text must be read as a pattern.
func hasWildcard(s string) bool { return strings.ContainsAny(s, "*?~") }

func newPattern(s string) pattern {
	var p pattern
	runes := []rune(strings.ToLower(s))
	for i := 0; i < len(runes); i++ {
		r, wild := runes[i], runes[i] == '*' || runes[i] == '?'
		if r == '~' && i+1 < len(runes) && strings.ContainsRune("*?~", runes[i+1]) {
			i++
			r, wild = runes[i], false
		}
		p.runes, p.wild = append(p.runes, r), append(p.wild, wild)
	}
	return p
}

func (p pattern) star(i int) bool { return i < len(p.runes) && p.wild[i] && p.runes[i] == '*' }

func (p pattern) fits(i int, r rune) bool {
	return i < len(p.runes) && (p.wild[i] && p.runes[i] == '?' || !p.wild[i] && p.runes[i] == r)
}

// matches reports whether a whole text fits. Only the last star is ever tried again, so
// the work is bounded by the product of the lengths.
func (e *evaluator) matches(p pattern, text string) bool {
	runes := []rune(strings.ToLower(text))
	at, star, from := 0, -1, 0
	for i := 0; i < len(runes); {
		switch {
		case p.star(at):
			star, from = at, i
			at++
		case p.fits(at, runes[i]):
			at, i = at+1, i+1
		case star >= 0:
			if !e.spend((i - from) / 16) {
				return false
			}
			from++
			at, i = star+1, from
		default:
			return false
		}
	}
	for p.star(at) {
		at++
	}
	return at == len(p.runes)
}

// find is where a pattern first fits within a text, from a place on; -1 for nowhere.
func (e *evaluator) find(p pattern, text []rune, from int) int {
	rest := pattern{append(append([]rune(nil), p.runes...), '*'), append(append([]bool(nil), p.wild...), true)}
	for i := from; i <= len(text) && e.spend(1+(len(text)-i)/64); i++ {
		if e.matches(rest, string(text[i:])) {
			return i
		}
	}
	return -1
}
