package budget

import "strings"

// Language is the language of an output. What is judged is the same in every one.
type Language uint8

// The languages.
const (
	Danish  Language = iota // the default
	English                 // for readers who have no Danish
)

// languages is how each language is named and how it writes numbers. A language more is
// a row here, a catalogue in each package, and words of its own in the reader's tables.
var languages = [...]struct {
	code             string // ISO 639-1
	thousands, point string // what groups digits, and the decimal sign
}{
	Danish:  {"da", ".", ","},
	English: {"en", ",", "."},
}

// Languages lists every language, the default first.
func Languages() []Language {
	all := make([]Language, len(languages))
	for i := range all {
		all[i] = Language(i)
	}
	return all
}

// ParseLanguage reads a language's code, "da"; false, with the default, for any other.
func ParseLanguage(code string) (Language, bool) {
	for i := range languages {
		if strings.EqualFold(code, languages[i].code) {
			return Language(i), true
		}
	}
	return Danish, false
}

// String is the language's code, as --lang takes it.
func (l Language) String() string { return languages[l].code }
