package notation

import (
	"slices"
	"strings"

	"videre/budget"
)

// reading is what one clause of a heading says.
type reading struct {
	clause
	parts    []part
	cell     int  // which text of the path it is of
	alone    bool // it is all of that text
	question bool
	payers   []budget.Payer
	near     string
	doubt    Doubt
	head     head
}

// read reads a clause.
func (l *lexicon) read(c clause, in level) reading {
	r := reading{clause: c}
	r.parts = l.parts(r.words)
	for i := range r.parts {
		p := &r.parts[i]
		if payer, ok := payersByCode[p.value]; ok && p.class == "payer" {
			r.payers = appendNew(r.payers, payer)
		}
		if p.phrase && p.class == "kind" { // "Hvad sparer kommunen?"
			for _, w := range r.words[p.first : p.last+1] {
				if m := l.exact[w.key]; m.class == "payer" && payersByCode[m.value] != 0 {
					r.payers = appendNew(r.payers, payersByCode[m.value])
				}
			}
		}
	}
	for i := range r.words {
		w := &r.words[i]
		if budgetYear.MatchString(w.key) {
			if w.taken {
				r.years.year = 0
			}
			w.known = true
		}
		if r.near == "" {
			r.near = w.near
		}
		w.known = w.known || isOrdinal(w.key)
	}
	r.question = l.asks(r.words, in.question)
	r.divided()
	if yearOrder.MatchString(r.text) {
		r.doubt = DoubtPeriod
	}
	return r
}

// asks reports whether words are a question that a cell answers: one that begins with a
// word of questions, or with a verb or an unknown word and ends in a question mark.
func (l *lexicon) asks(words []word, marked bool) bool {
	if len(words) < 2 {
		return false
	}
	class := l.exact[words[0].key].class
	return class == "question" || marked && (class == "filler" || l.word(words[0].key, false) == nil)
}

var payersByCode = bySaid(budget.Payers()...)

// isOrdinal reports whether a word is a number of one or two digits, which counts columns.
func isOrdinal(key string) bool { return len(key) <= 2 && allDigits(key) }

// divided finds a payer that is said, and divided or taken back.
func (r *reading) divided() {
	if len(r.payers) == 0 {
		return
	}
	of := r.index("of")
	if r.has("not") || r.has("partly") || len(r.payers) > 1 || of > 0 && r.index("kind") >= 0 && r.index("kind") < of {
		r.doubt = DoubtPayer
	}
}

// index is the place of the first part of a class, -1 for none.
func (r *reading) index(class string) int {
	return slices.IndexFunc(r.parts, func(p part) bool { return p.class == class })
}

// has reports whether a part is of a class.
func (r *reading) has(class string) bool { return r.index(class) >= 0 }

// is reports whether a part says a value.
func (r *reading) is(class, value string) bool {
	return slices.ContainsFunc(r.parts, func(p part) bool { return p.class == class && p.value == value })
}

// phrase reports whether a phrase says a value.
func (r *reading) phrase(class, value string) bool {
	return slices.ContainsFunc(r.parts, func(p part) bool {
		return p.phrase && p.class == class && p.value == value
	})
}

// compoundNet reports whether "netto" stands right before its noun: "nettobesparelse".
func (r *reading) compoundNet() bool {
	for i, p := range r.parts {
		if p.class == "way" && p.value == "net" && !p.phrase && i+1 < len(r.parts) &&
			slices.Contains(nounClasses, r.parts[i+1].class) && r.parts[i+1].first <= p.first+1 {
			return true
		}
	}
	return false
}

// budgeted reports whether the clause says of its amounts that they are in the budget.
func (r *reading) budgeted() bool {
	return (r.is("role", "budgeted") || r.has("budgeted")) && !r.has("not")
}

// moneyRoles are the roles whose words touch money.
var moneyRoles = []Role{
	RoleBudgeted, RoleReimbursement, RoleCommitted, RolePayer, RoleShare, RoleInvestment, RoleCashable, RoleDeadweight,
}

// money reports whether the words touch money.
func (r *reading) money() bool {
	return r.years.budget || slices.ContainsFunc(r.parts, func(p part) bool {
		switch p.class {
		case "kind", "weak", "money", "amount", "way", "budgeted", "doubt":
			return true
		}
		return p.class == "role" && slices.Contains(moneyRoles, Role(p.value))
	})
}

// onlyYears reports whether the clause is nothing but years.
func (r *reading) onlyYears() bool {
	for i := range r.words {
		if w := &r.words[i]; !budgetYear.MatchString(w.key) {
			return false
		}
	}
	return true
}

// quiet are the classes of words that are no subject, and say nothing.
var quiet = []string{"filler", "preposition", "and", "question", "not"}

// loose lists the pieces that no part explains, as they are written. Small words between
// two of them stay; those at the ends go. Words that are costs only when nothing else is
// said stay where another kind is the column's, and a compound of its role leaves its
// front: "forsørgelse" of "forsørgelsesudgift".
func (r *reading) loose(withWeak bool, role Role) []string {
	var pieces []string
	from, to := -1, -1
	flush := func() {
		if from >= 0 {
			pieces = append(pieces, r.text[from:to])
		}
		from = -1
	}
	for i := range r.words {
		at, end, open := r.openOf(i, withWeak, role)
		if from >= 0 && strings.ContainsAny(r.text[to:at], "()[]/") {
			flush()
		}
		switch {
		case open && from >= 0:
			to = end
		case open:
			from, to = at, end
		case !r.quietAt(i):
			flush()
		}
	}
	flush()
	return pieces
}

// openOf is the piece of a word that no part explains.
func (r *reading) openOf(i int, withWeak bool, role Role) (at, end int, open bool) {
	w := &r.words[i]
	for _, p := range r.parts {
		if p.first != i || p.phrase {
			continue
		}
		if p.loose && (p.class == "kind" && p.value == string(RoleCost) || p.value == string(role)) {
			return w.at, w.at + frontOf(w.text, p.front), true
		}
		if p.loose || withWeak && !p.inside && (p.class == "weak" || r.named(p)) {
			return w.at, w.end, true
		}
	}
	return w.at, w.end, !w.known && !r.quietAt(i)
}

// named reports whether a word for projects stands behind a saving, which is of them
// then: "sparede sociale indsatser".
func (r *reading) named(p part) bool {
	at := slices.IndexFunc(r.parts, func(p part) bool { return p.class == "kind" && p.value == string(RoleSaving) })
	return p.class == "role" && Role(p.value) == RoleName && at >= 0 && r.parts[at].first < p.first
}

// quietAt reports whether a word says nothing by itself.
func (r *reading) quietAt(i int) bool {
	for _, p := range r.parts {
		if p.first == i && slices.Contains(quiet, p.class) {
			return true
		}
	}
	return false
}

// frontOf is how much of a word is the front that folded has a number of bytes, without
// the s that joins it to what follows.
func frontOf(text string, folded int) int {
	n := 0
	for at, r := range text {
		if n >= folded {
			return at - joiningS(text[:at])
		}
		n += len(foldWord(string(r)))
	}
	return len(text)
}

// keepS are the ends of words whose s belongs to them.
var keepS = []string{"is", "us", "as", "os", "ss"}

func joiningS(front string) int {
	lower := strings.ToLower(front)
	own := slices.ContainsFunc(keepS, func(end string) bool { return strings.HasSuffix(lower, end) })
	if len(front) > 4 && strings.HasSuffix(lower, "s") && !own {
		return 1
	}
	return 0
}

// counts reports whether a clause speaks of a number of something: "ved 500 unge".
func (r *reading) counts() bool {
	return slices.ContainsFunc(r.words, func(w word) bool { return allDigits(w.key) && !isNumber(w.key) })
}
