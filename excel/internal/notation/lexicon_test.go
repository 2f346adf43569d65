package notation

import (
	"strings"
	"testing"

	"videre/budget"
)

// TestNoStemMeansTwoThings reads the files as people extend them: a word stands once, its
// language is named, and its meaning is one that the program knows.
func TestNoStemMeansTwoThings(t *testing.T) {
	classes := strings.Fields("kind weak money amount doubt less more avoided annual total of expected budgeted way " +
		"payer department evidence percent role derived harmless preposition filler not partly and question ordinary")
	for name, table := range map[string]string{"stems.txt": stemsText, "phrases.txt": phrasesText} {
		seen := map[string]string{}
		eachAlias(table, func(m, language, text string) {
			for _, form := range formsOf(strings.Trim(text, "*")) {
				mark := strings.HasSuffix(text, "*")
				if other, taken := seen[form]; taken && other != m && !mark {
					t.Errorf("%s: %q of %q stands under %s and %s", name, form, text, other, m)
				}
				if !mark {
					seen[form] = m
				}
			}
			if language == "" || strings.Trim(text, "*~ ") == "" {
				t.Errorf("%s: %q of %s is no word of a language", name, text, m)
			}
			if !contains(classes, parseMeaning(m).class) {
				t.Errorf("%s: %s is no meaning", name, m)
			}
		})
	}
}

// TestAnswersAreOfTopics holds answers.txt against the topics that readers ask for.
func TestAnswersAreOfTopics(t *testing.T) {
	for _, topic := range strings.Fields("effect wish payer way budgeted cashable extended committed frame giver " +
		"unquantified share until row area amount whose whom figures investor paper decided kind") {
		if topics()[topic] == nil {
			t.Errorf("answers.txt has no words of %s", topic)
		}
	}
	if len(topics()) != 23 {
		t.Errorf("answers.txt has %d topics", len(topics()))
	}
	seen := map[string]string{}
	eachAlias(answersText, func(m, language, text string) {
		topic, _, _ := strings.Cut(m, ".")
		if other, taken := seen[topic+"|"+text]; taken && other != m {
			t.Errorf("%q stands under %s and %s", text, other, m)
		}
		seen[topic+"|"+text] = m
		if _, ok := budget.ParseLanguage(language); !ok || strings.Trim(text, "*~ ") == "" {
			t.Errorf("%q of %s is no word of a language", text, m)
		}
	})
}

// TestEveryMeaningHasItsName holds meanings.txt against the files whose meanings it names.
func TestEveryMeaningHasItsName(t *testing.T) {
	used := map[string]bool{}
	eachAlias(stemsText+phrasesText+answersText+outcomesText, func(written, _, _ string) {
		name, _, _ := strings.Cut(written, " ")
		for _, l := range budget.Languages() {
			if meaningName(written, l) == name && !used[name] {
				t.Errorf("%s has no name in %s", name, l)
			}
		}
		used[name] = true
	})
	for _, name := range meaningTable().Order {
		role, isRole := strings.CutPrefix(name, "role.")
		if !used[name] || isRole && HeadingTable().Listed[role] != nil {
			t.Errorf("meanings.txt names %s needlessly", name)
		}
	}
}

func contains(list []string, word string) bool {
	for _, w := range list {
		if w == word {
			return true
		}
	}
	return false
}
