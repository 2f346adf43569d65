package notation

import (
	"slices"
	"strings"
)

// head is the noun that a clause is about: what comes first, up to a preposition, and of
// that the last word. "Besparelse på dokumentation" is a saving, "dokumentation af
// besparelsen" and "besparelsesdokumentation" are documentation.
type head struct {
	class string // kind, role, derived, harmless, doubt, money, amount; empty for none
	value string
	yes   string
	no    string
	bare  bool // the last part of a compound, or a word that is a cost when nothing else is said
	said  bool // by a phrase
}

// nounClasses are the classes of words that can be what a clause is about.
var nounClasses = []string{"kind", "weak", "role", "derived", "harmless", "doubt", "money", "amount"}

// modest are the roles whose words never take a clause from a kind of amounts that stands
// in front of them: "Besparelse projekt" is a saving.
var modest = []Role{
	RoleName, RoleDepartment, RoleInvestor, RoleGiver, RoleParticipants, RoleTarget, RolePeriod, RoleYear, RoleNumber,
	RoleContact, RoleCapacity, RoleInvestment, RoleWish, RoleStart, RoleItem, RoleResults, RoleReimbursement,
}

// strongest are the kinds by which of two words of one clause counts.
var strongest = []Role{RoleRepayment, RoleReallocation, RoleSaving, RoleFunding, RoleOneOff, RoleCost}

// headOf finds what a clause is about.
func headOf(r *reading) head {
	if r.question {
		return questionHead(r)
	}
	var groups [][]part
	last := -1
	for _, p := range r.parts {
		if !slices.Contains(nounClasses, p.class) {
			continue
		}
		if p.group != last {
			groups = append(groups, nil)
			last = p.group
		}
		groups[len(groups)-1] = append(groups[len(groups)-1], p)
	}
	if len(groups) == 0 {
		return lessHead(r, head{})
	}
	h := headOfGroups(r, groups)
	if saving := r.described(); Role(h.value) == RolePayer && len(r.payers) == 1 && Role(saving.value) == RoleSaving {
		return saving // "Besparelser, der tilfalder kommunen", "Besparelser (tilfalder kommunen)"
	}
	return lessHead(r, h)
}

// described is the head of what stands before a relative clause or a bracket.
func (r *reading) described() head {
	end := strings.IndexByte(r.text, '(')
	if at := slices.IndexFunc(r.words, func(w word) bool { return slices.Contains(relatives, w.key) }); at > 0 {
		end = r.words[at].at
	}
	if end <= 0 {
		return head{}
	}
	before := headingLexicon().read(clauseOf(r.text[:end]), level{})
	return headOf(&before)
}

// relatives are the words by which a description of a noun begins.
var relatives = []string{"der", "som", "that", "which"}

// questionHead is what a question asks for, which only a phrase says, or a word that is
// no kind of amounts.
func questionHead(r *reading) head {
	var noun head
	for _, p := range r.parts {
		switch {
		case p.phrase && slices.Contains(nounClasses, p.class):
			return headPart(p)
		case p.class == "role" && noun.class == "" && !slices.Contains(modest, Role(p.value)):
			noun = headPart(p)
		}
	}
	if r.has("kind") || r.has("money") {
		return head{}
	}
	return noun
}

func headPart(p part) head {
	h := head{class: p.class, value: p.value, yes: p.yes, no: p.no, said: p.phrase, bare: p.loose}
	if p.class == "weak" {
		h.class, h.bare = "kind", true
	}
	return h
}

// headOfGroups is the head of the first group, or of a later one where the first speaks
// of money alone: "Midler til drift".
func headOfGroups(r *reading, groups [][]part) head {
	first := headOfGroup(r, groups[0])
	for _, g := range groups[1:] {
		if first.class != "amount" && first.class != "money" {
			break
		}
		if next := headOfGroup(r, g); next.class == "kind" || next.class == "doubt" || first.class == "amount" {
			first = next
		}
	}
	if first.class == "kind" && len(groups) > 1 {
		return first.against(r, groups[1:])
	}
	return first
}

// against finds a second kind behind a conjunction or a slash, and a cost that speaks of
// savings.
func (h head) against(r *reading, later [][]part) head {
	for _, g := range later {
		next := headOfGroup(r, g)
		if next.class != "kind" || next.value == h.value || next.bare {
			continue
		}
		if r.joined(g[0].first) {
			return r.alternatives(g[0].first)
		}
		if h.value == string(RoleCost) && !r.has("less") {
			return head{class: "doubt", value: string(DoubtKinds)}
		}
	}
	return h
}

// headOfGroup is the last noun of a group that takes it.
func headOfGroup(r *reading, nouns []part) head {
	h, last := headPart(nouns[0]), nouns[0].last
	for _, p := range nouns[1:] {
		next := headPart(p)
		if h.class == "kind" && next.class == "kind" {
			if h.value != next.value && !next.bare && r.joined(p.first) {
				return r.alternatives(p.first)
			}
			if next.over(h) {
				h = next
			}
			continue
		}
		if inside := h.said && p.first < last; !inside && !h.keeps(next, r) {
			h, last = next, p.last
		}
	}
	return h
}

// over reports whether of two kinds a later one counts.
func (h head) over(earlier head) bool {
	return earlier.bare && !h.bare || earlier.bare == h.bare && stronger(h.value, earlier.value)
}

// keeps reports whether a head stands against a noun behind it.
func (h head) keeps(next head, r *reading) bool {
	switch {
	case h.class == "doubt", h.class == "role" && h.said && !next.said && next.class != "kind":
		return true
	case h.class == "kind":
		return !next.takes(r)
	}
	return next.class == "amount" || next.class == "money" && h.class != "amount"
}

// stronger reports whether a kind counts before another.
func stronger(a, b string) bool {
	return slices.Index(strongest, Role(a)) < slices.Index(strongest, Role(b))
}

// takes reports whether a noun takes a clause from a kind of amounts before it.
func (h head) takes(r *reading) bool {
	switch h.class {
	case "derived", "doubt":
		return true
	case "harmless":
		return !h.bare && (h.value != string(HarmlessCount) || len(r.payers) == 0 && !r.has("annual"))
	case "role":
		if Role(h.value) == RoleBudgeted || Role(h.value) == RoleCommitted {
			return r.states()
		}
		return !h.bare && !slices.Contains(modest, Role(h.value))
	}
	return false
}

// joined reports whether a word is joined to the one before it by a slash or a word like
// "og".
func (r *reading) joined(at int) bool {
	return r.words[at].slash || at > 0 && r.conjunction(at) != ""
}

// conjunction is the "og" or "eller" right before a word.
func (r *reading) conjunction(at int) string {
	for _, p := range r.parts {
		if p.class == "and" && p.first == at-1 {
			return r.words[p.first].key
		}
	}
	return ""
}

// alternatives are two kinds in one clause: with a slash or "eller" a column of kinds, and
// else amounts of both together.
func (r *reading) alternatives(at int) head {
	if c := r.conjunction(at); c == "og" || c == "samt" || c == "and" {
		return head{class: "doubt", value: string(DoubtKinds)}
	}
	return head{class: "role", value: string(RoleKind)}
}

// lessHead makes a saving of a cost that is lower, and of anything else that is less.
func lessHead(r *reading, h head) head {
	less := max(r.index("less"), r.index("avoided"))
	switch {
	case less < 0 || h.said && h.class != "kind":
		return h
	case h.class == "money":
		return head{class: "doubt", value: string(DoubtKinds)}
	case h.class == "kind" && (h.value == string(RoleCost) || h.bare):
		return head{class: "kind", value: string(RoleSaving)}
	case h.class == "kind" && h.value != string(RoleSaving):
		return head{class: "doubt", value: string(DoubtKinds)}
	case h.class == "" && len(r.loose(false, "")) > 0:
		return head{class: "kind", value: string(RoleSaving)}
	}
	return h
}

// states reports whether a clause is a sentence about its noun, and no description of it:
// "besparelsen er i budgettet", and not "besparelser, der er i budgettet".
func (r *reading) states() bool {
	verb := false
	for i := range r.words {
		switch key := r.words[i].key; {
		case slices.Contains(relatives, key):
			return false
		case slices.Contains([]string{"er", "indgaar", "ligger", "is", "are"}, key):
			verb = true
		}
	}
	return verb
}
