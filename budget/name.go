package budget

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// FoldName is a name as it is compared: the case of letters, blanks, quotation marks, hyphens
// and dashes never make two names of one. Only between digits does a blank or a dash tell them
// apart ("Spor 1-2", "Spor 12"), and before a mark that stands without a letter. The reader has
// already brought texts to one Unicode form.
func FoldName(name string) string {
	var b strings.Builder
	var last rune
	for i, word := range strings.Fields(foldWords(name)) {
		first, _ := utf8.DecodeRuneInString(word)
		if i > 0 && (unicode.IsDigit(last) && unicode.IsDigit(first) || unicode.IsMark(first)) {
			b.WriteByte(' ')
		}
		b.WriteString(word)
		last, _ = utf8.DecodeLastRuneInString(word)
	}
	return b.String()
}

// fold is FoldName, for short.
func fold(name string) string { return FoldName(name) }

// foldWords is a name in lower case, its words apart, without quotation marks and dashes.
func foldWords(name string) string {
	return strings.ToLower(strings.Join(strings.Fields(strings.Map(evenOut, name)), " "))
}

// evenOut takes quotation marks and what is not seen away, and makes dashes blanks.
func evenOut(r rune) rune {
	switch {
	case unicode.Is(unicode.Quotation_Mark, r), unicode.Is(unicode.Cf, r), r == '´', r == '`', r == 'ʼ':
		return -1
	case unicode.Is(unicode.Dash, r), unicode.Is(unicode.Hyphen, r):
		return ' '
	}
	return r
}

// sameName reports whether two names are the same project's.
func sameName(a, b string) bool { return fold(a) == fold(b) }

// SameName reports whether two names are the same project's, as FoldName has them.
func SameName(a, b string) bool { return sameName(a, b) }

// HoldsName reports whether a name stands whole within a longer one, words beside it: "Nabohjælp"
// in "Nabohjælp, husleje". A number more makes another project ("Værksted", "Værksted 2").
func HoldsName(long, short string) bool { return HoldsWords(wordsOf(long), wordsOf(short)) }

// NameWords are the words of a name as names are compared.
func NameWords(name string) []string { return wordsOf(name) }

// HoldsWords is [HoldsName] of names whose words are known.
func HoldsWords(words, within []string) bool {
	if !holds(words, within) {
		return false
	}
	rest := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return slices.Contains(within, w) })
	return len(rest) == 0 || hasLetter(rest)
}

// nameLikeness is what is compared of a name to find out whether it is near another,
// made once for each name.
type nameLikeness struct {
	letters []rune // lower case, spelling of å, æ, ø evened out, nothing else
	digits  string
}

var danishSpelling = strings.NewReplacer("å", "aa", "æ", "ae", "ø", "oe", "ä", "ae", "ö", "oe")

func likeness(name string) nameLikeness {
	var l nameLikeness
	for _, r := range danishSpelling.Replace(foldWords(name)) {
		switch {
		case unicode.IsDigit(r):
			l.digits += string(r)
		case unicode.IsLetter(r):
			l.letters = append(l.letters, r)
		}
	}
	return l
}

// near reports whether two different names are so alike that one may be a slip for
// the other: the same but for blanks and punctuation, one the other with something
// after it, or a letter or two apart. Names whose numbers differ are different
// ("Værksted 8", "Værksted 9").
func (l nameLikeness) near(m nameLikeness) bool {
	if l.digits != m.digits || len(l.letters) == 0 || len(m.letters) == 0 {
		return false
	}
	short, long := l.letters, m.letters
	if len(short) > len(long) {
		short, long = long, short
	}
	if len(short) >= 5 && string(long[:len(short)]) == string(short) {
		return true
	}
	allowed := len(short) / 4
	if allowed > 2 {
		allowed = 2
	}
	return len(long)-len(short) <= allowed && EditDistance(short, long) <= allowed
}

// EditDistance is the number of letters to insert, delete, replace or swap with
// their neighbour to turn a into b (optimal string alignment).
func EditDistance(a, b []rune) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range a {
		row[0] = i + 1
		for j := range b {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			row[j+1] = min(last[j]+cost, last[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
