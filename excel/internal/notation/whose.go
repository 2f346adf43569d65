package notation

import (
	"slices"
	"strings"
	"unicode"

	_ "embed"
)

// SaysOthersCost reports whether the name of a saving says that the cost that gets lower is another's:
// "Boligselskabets tab ved udsættelser", "betalt af borgernes hjemkommuner".
func SaysOthersCost(text string) bool { return saysOnly("whose", "others", "own", text) }

// SaysOthersEffect reports whether a text says whom an effect is for, and that is not the citizens:
// "Positiv (medarbejdernes trivsel)".
func SaysOthersEffect(text string) bool { return saysOnly("whom", "others", "citizens", text) }

// saysOnly reports whether a text says a class of a topic, and nowhere another.
func saysOnly(topic, class, other, text string) bool {
	said := statementsOf(topic, text)
	has := func(class string) bool {
		return slices.ContainsFunc(said, func(s statement) bool { return s.has(class) })
	}
	return has(class) && !has(other)
}

// Replacing is how surely words say that the amounts below them stand in the place of others.
type Replacing uint8

// How surely.
const (
	ReplacesNothing Replacing = iota
	MayReplace                // "Nye tal": those of the same name
	Replaces                  // "Rettede tal efter møde med Økonomi"
)

// ReadReplacing reads whether a title, a section or the name of a sheet says that its amounts are
// corrected ones.
func ReadReplacing(text string) Replacing {
	says := ReplacesNothing
	for _, s := range statementsOf("figures", text) {
		switch {
		case s.has("other"):
			return ReplacesNothing
		case s.has("replaced"):
			says = Replaces
		case s.has("newer") && says == ReplacesNothing:
			says = MayReplace
		}
	}
	return says
}

// SaysRepaid reports whether what is said of an investor says that the money goes back.
func SaysRepaid(text string) bool { return saysOnly("investor", "repaid", "given", text) }

// SaysMissing reports whether a text says that what its heading asks for is not there: "Findes ikke",
// "Under udarbejdelse".
func SaysMissing(text string) bool { return saysOnly("paper", "missing", "there", text) }

// SaysDecidedAgainst reports whether what was decided is that a project does not go on.
func SaysDecidedAgainst(text string) bool { return saysOnly("decided", "against", "", text) }

//go:embed languages.txt
var languagesText string

// foreignWords are the words of each language of languages.txt.
var foreignWords = func() map[string]map[string]bool {
	languages := map[string]map[string]bool{}
	for line := range strings.Lines(languagesText) {
		name, words, found := strings.Cut(line, "|")
		if !found || strings.HasPrefix(line, "#") {
			continue
		}
		of := map[string]bool{}
		for word := range strings.SplitSeq(words, ";") {
			of[strings.TrimSpace(word)] = true
		}
		languages[strings.TrimSpace(name)] = of
	}
	return languages
}()

// fewestForeign is how many words of a language make a text one of it.
const fewestForeign = 2

// IsForeign reports whether a text is in another language than Danish and English, as far as its
// small words and its letters tell: "Mit dem Jobcenter noch nicht abgestimmt".
func IsForeign(text string) bool {
	words := wordsIn(Clean(text))
	for _, of := range foreignWords {
		hits := 0
		for i := range words {
			if of[strings.ToLower(words[i].text)] {
				hits++
			}
		}
		if hits >= fewestForeign {
			return true
		}
	}
	return slices.ContainsFunc(words, func(w word) bool { return isForeignScript(w.text) })
}

// isForeignScript reports whether a word is written in other letters: three or more, which are no sign.
func isForeignScript(word string) bool {
	others := 0
	for _, letter := range word {
		if unicode.IsLetter(letter) && !unicode.Is(unicode.Latin, letter) && letter != 'µ' {
			others++
		}
	}
	return others >= 3
}
