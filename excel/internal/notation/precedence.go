package notation

import (
	"slices"
	"strings"
)

// view is the readings of a heading: the column's own, and those of the groups above.
type view struct {
	own    *reading
	head   head
	groups []reading
	heads  []head // of the groups
	whole  bool   // the group and the column are one phrase
}

// aside are the roles of texts: what follows them in the same heading says what to write.
var aside = []Role{RoleRemark, RoleDescription, RoleDocumentation, RoleResults, RoleContact, RoleReplaces, RoleEvidence}

// saidOf are the roles of which another, behind them in the same heading, only says more:
// "Fremtidig kapacitet, antal personer", "Besparelsen tilfalder / giver".
var saidOf = map[Role][]Role{
	RoleParticipants: {RoleCapacity, RoleTarget},
	RoleCount:        {RoleCapacity, RoleTarget, RoleParticipants},
	RoleGiver:        {RolePayer},
}

// fundingSaved reports whether a clause is of a grant that the clause before it in its cell says is
// saved: "Besparelse, tilskud til foreninger".
func fundingSaved(before, r *reading, of head) bool {
	if before.cell != r.cell || of.class != "kind" || of.value != string(RoleFunding) {
		return false
	}
	saving := headOf(before)
	return saving.class == "kind" && saving.value == string(RoleSaving) && len(before.loose(false, "")) == 0
}

func newView(readings []reading) view {
	last := len(readings) - 1
	v := view{own: &readings[last], groups: readings[:last]}
	v.head = headOf(v.own)
	if last > 0 && fundingSaved(&v.groups[last-1], v.own, v.head) {
		v.head = headOf(&v.groups[last-1])
	}
	v.own.head = v.head
	for i := range v.groups {
		h := headOf(&v.groups[i])
		if i > 0 && fundingSaved(&v.groups[i-1], &v.groups[i], h) {
			h = v.heads[i-1]
		}
		v.groups[i].head = h
		v.heads = append(v.heads, h)
		text := slices.Contains(aside, Role(h.value)) && !v.head.said
		more := slices.Contains(saidOf[Role(v.head.value)], Role(h.value))
		if v.groups[i].cell == v.own.cell && Role(h.value) == RoleSaving && Role(v.head.value) == RolePayer && len(v.own.payers) == 1 {
			v.head = h // "Besparelser (tilfalder kommunen)"
		}
		if v.groups[i].cell == v.own.cell && h.class == "role" && (text || more || v.asksMore(Role(h.value))) {
			v.head = h
		}
	}
	return v
}

// elaborated are the roles of texts that a question behind them only asks for.
var elaborated = append([]Role{RoleSocial, RoleEconomic, RoleWish}, aside...)

// asksMore reports whether the column's own words are an open question that says nothing of
// money, behind a role that it asks for: "Social effekt – hvad ved vi?".
func (v *view) asksMore(of Role) bool {
	open := len(v.own.parts) > 0 && v.own.parts[0].class == "question" && v.own.parts[0].first == 0
	if of == RoleEconomic && v.own.question && v.head.class != "kind" && !v.own.has("kind") {
		return true // "Økonomisk effekt – kan det ses på budgettet?"
	}
	return open && v.head.class == "" && !v.own.money() && slices.Contains(elaborated, of)
}

// groupHead is the head of the nearest group that has one of the given classes.
func (v *view) groupHead(classes ...string) head {
	for i := len(v.heads) - 1; i >= 0; i-- {
		if slices.Contains(classes, v.heads[i].class) {
			return v.heads[i]
		}
	}
	return head{}
}

// groupRole is the kind of amounts that a group says.
func (v *view) groupRole() Role { return Role(v.groupHead("kind").value) }

// departmentPays reports whether a department is named beside a kind of amounts.
func (v *view) departmentPays() bool {
	all := append(slices.Clone(v.groups), *v.own)
	return slices.ContainsFunc(all, func(r reading) bool {
		return r.has("department") && slices.ContainsFunc(all, func(other reading) bool {
			return other.cell == r.cell && other.head.class == "kind"
		})
	})
}

// any reports whether some clause says a value.
func (v *view) any(class, value string) bool {
	return v.own.is(class, value) || slices.ContainsFunc(v.groups, func(r reading) bool { return r.is(class, value) })
}

// subject is what no part explains, the groups' first.
func (v *view) subject(withWeak bool, role Role) string {
	var texts []string
	for i := range v.groups {
		texts = append(texts, v.groups[i].loose(withWeak, role)...)
	}
	return strings.Join(append(texts, v.own.loose(withWeak, role)...), ", ")
}

// unexplained lists what no part explains; of words that say nothing together, all.
func (v *view) unexplained() []string {
	if words := v.own.loose(true, ""); len(words) > 0 {
		return words
	}
	if text := strings.TrimSpace(v.own.text); text != "" && !v.own.onlyYears() {
		return []string{text}
	}
	return nil
}

// A rule says what a heading's role is, where it applies.
type precedenceRule struct {
	why  string
	says func(h *Heading, v *view) bool
}

// precedence is what a heading can mean, the first that applies. Within a clause the head
// is found first (see [headOf]): phrases go before words, longer phrases before shorter,
// the last part of a compound before its front, the first noun before what stands behind a
// preposition. Among words of one group of nouns: repayment, reallocation, saving,
// funding, one-off, cost.
//
//	 1  the group and the column are one phrase          Effekt › Social: social effect
//	 2  a question that no phrase explains               Er der besparelser? : nothing
//	 3  a year or a day under what ends or begins        Udløb › År: expiry
//	 4  a compound that ends in a kind, under a kind     Besparelser › Boligtilskud: a saving
//	 5  a cost under a one-off, repayment, reallocation  Etablering › Udgift: one-off
//	 6  a kind under what was given or invested          Investering › Udgift: doubt
//	 7  a cost under savings                             Besparelser › Udgift: cost, doubt
//	 8  the column's own head                            Besparelser › Område: area
//	 9  what stands under a kind                         Besparelser › Forsørgelse: a saving
//	10  what stands under an investment                  Investering › 2024: investment
//	11  payers and nothing else                         Kommune/region/stat: payer
//	12  net or gross and nothing else                    Netto: derived
//	13  a year and nothing else                          Budget 2026: year
//	14  several years and nothing else                   2026-2029: period; I alt 2026-2029: total
//	15  every year, or an amount                         Beløb pr. år: annual
//	16  a sum                                            I alt: total
//	17  money of no kind                                 Bevilling: doubt
var precedence = []precedenceRule{
	{"one phrase with the group", joinedPhrase},
	{"an unexplained question", func(_ *Heading, v *view) bool { return v.own.question && v.head.class == "" }},
	{"a year of an end", yearOfEnd},
	{"a compound under a kind", compoundUnderKind},
	{"a cost under another kind", costUnderKind},
	{"a kind under what was given", kindUnderGiven},
	{"a cost under savings", costUnderSavings},
	{"the own head", ownHead},
	{"under a kind", underKind},
	{"under an investment", underGiven},
	{"payers alone", payersAlone},
	{"net or gross alone", wayAlone},
	{"a year", yearItself},
	{"several years", yearsAlone},
	{"every year", annualAlone},
	{"a sum", totalAlone},
	{"money of no kind", moneyAlone},
}

// take gives a heading the meaning of a head.
func (h *Heading) take(from head) {
	switch from.class {
	case "kind", "role":
		h.Role, h.Yes, h.No = Role(from.value), from.yes, from.no
	case "derived":
		h.Role, h.Derived = RoleResult, true
	case "harmless":
		h.Role, h.Harmless = Role(from.value), Harmless(from.value)
	case "doubt":
		h.Doubt = Doubt(from.value)
	}
	if reason, ok := harmlessRoles[h.Role]; ok {
		h.Harmless = reason
	}
}

// harmlessRoles are the roles that cannot concern the financing.
var harmlessRoles = map[Role]Harmless{
	RoleInvestment: HarmlessInvestment,
	RoleNumber:     HarmlessReference,
	RoleDate:       HarmlessDate,
	RoleStart:      HarmlessDate,
}

// joinedWords is how many words a group may have that is one phrase with its column.
const joinedWords = 4

func joinedPhrase(h *Heading, v *view) bool {
	if len(v.groups) == 0 || v.head.said || v.head.class == "kind" && !v.head.bare {
		return false
	}
	group := &v.groups[len(v.groups)-1]
	if len(group.words) > joinedWords || len(v.own.words) > joinedWords {
		return false
	}
	for _, text := range []string{v.own.text + " " + group.text, group.text + " " + v.own.text} {
		joined := headingLexicon().read(clauseOf(text), level{})
		for _, p := range joined.parts {
			if p.phrase && p.class == "role" && joined.allKnown() && p.first == 0 && p.last == len(joined.words)-1 {
				h.take(headPart(p))
				h.Under = v.groupRole()
				v.whole = true
				return true
			}
		}
	}
	return false
}

// allKnown reports whether every word is explained.
func (r *reading) allKnown() bool {
	return !slices.ContainsFunc(r.words, func(w word) bool { return !w.known })
}

// ends are the roles of years and days.
var ends = []Role{RoleExpiry, RoleStart, RoleCommitted, RoleExtendedUntil, RoleDocumented, RoleExtended}

func yearOfEnd(h *Heading, v *view) bool {
	if v.head.class != "role" || v.head.value != string(RoleYear) && v.head.value != string(RoleDate) {
		return false
	}
	group := v.groupHead("role")
	if !slices.Contains(ends, Role(group.value)) {
		return false
	}
	h.take(group)
	return true
}

func compoundUnderKind(h *Heading, v *view) bool {
	saving := v.head.class == "kind" && v.head.value == string(RoleSaving)
	if !v.head.bare || v.groupRole() == "" || v.head.class == "role" || saving {
		return false
	}
	h.take(v.groupHead("kind"))
	return true
}

func costUnderKind(h *Heading, v *view) bool {
	group := v.groupHead("kind")
	under := []Role{RoleOneOff, RoleRepayment, RoleReallocation}
	if v.head.class != "kind" || v.head.value != string(RoleCost) || !slices.Contains(under, Role(group.value)) {
		return false
	}
	h.take(group)
	return true
}

func kindUnderGiven(h *Heading, v *view) bool {
	if v.head.class != "kind" || v.head.said || len(v.groups) == 0 {
		return false
	}
	last := len(v.groups) - 1
	given := v.heads[last].class == "harmless" || v.heads[last].value == string(RoleInvestment)
	if !given || len(v.groups[last].loose(false, "")) > 0 {
		return false
	}
	h.take(v.head)
	h.Doubt = DoubtNotUsed
	return true
}

func costUnderSavings(h *Heading, v *view) bool {
	if v.head.class != "kind" || v.head.value != string(RoleCost) || v.groupRole() != RoleSaving {
		return false
	}
	h.take(v.head)
	h.Doubt = DoubtGroup
	return true
}

func ownHead(h *Heading, v *view) bool {
	if !slices.Contains([]string{"kind", "role", "derived", "harmless", "doubt"}, v.head.class) {
		return false
	}
	if v.head.value == string(RoleYear) && v.own.years.year != 0 {
		return false
	}
	h.take(v.head)
	h.Under = Role(v.groupHead("kind", "role").value)
	return true
}

func underKind(h *Heading, v *view) bool {
	group := v.groupHead("kind")
	if group.class == "" {
		return false
	}
	h.take(group)
	inside := len(v.own.loose(true, "")) > 0 || len(v.own.payers) > 0
	if group.value == string(RoleFunding) && inside && h.Giver == 0 {
		h.Doubt = DoubtGroup // saved money of an area, or money from outside
	}
	return true
}

func underGiven(h *Heading, v *view) bool {
	group := v.groupHead("harmless", "role")
	if group.class == "role" && group.value != string(RoleInvestment) {
		h.Under = Role(group.value)
		return false
	}
	h.take(group)
	return group.class != ""
}

func payersAlone(h *Heading, v *view) bool {
	if len(v.own.payers) < 2 || v.head.class != "" || len(v.own.loose(true, "")) > 0 {
		return false
	}
	h.Role = RolePayer
	return true
}

func wayAlone(h *Heading, v *view) bool {
	if !v.own.has("way") || len(v.own.loose(true, "")) > 0 {
		return false
	}
	switch {
	case v.own.phrase("way", "net"):
		h.Role, h.Doubt = RoleReimbursement, DoubtNet
	case v.own.is("way", "net"):
		h.Role, h.Derived = RoleResult, true
	default:
		h.Role = RoleReimbursement
	}
	return true
}

func yearItself(h *Heading, v *view) bool {
	unsaid := v.head.class == "" || v.head.value == string(RoleYear) || v.head.class == "amount" || v.onlyBudget()
	if v.own.years.year == 0 || !unsaid || !v.own.alone || len(v.own.loose(true, "")) > 0 || v.otherMoney() {
		return false
	}
	h.Role = RoleYear
	return true
}

// otherMoney reports whether a group speaks of money that is not a budget.
func (v *view) otherMoney() bool {
	return v.groupHead("money", "doubt").class != "" && !slices.ContainsFunc(v.groups, func(r reading) bool {
		return onlyBudgetWords(&r)
	})
}

// onlyBudget reports whether the only money of the column's own words is a budget.
func (v *view) onlyBudget() bool { return v.head.class == "money" && onlyBudgetWords(v.own) }

func onlyBudgetWords(r *reading) bool {
	for _, p := range r.parts {
		if p.class == "money" && !strings.HasPrefix(r.words[p.first].key, "budget") {
			return false
		}
	}
	return r.has("money")
}

func yearsAlone(h *Heading, v *view) bool {
	y := v.own.years
	said := y.from != 0 || y.since != 0 || y.until != 0
	unsaid := v.head.class == "" || v.head.class == "money"
	if !said || !unsaid || !v.own.alone || len(v.own.loose(true, "")) > 0 {
		return false
	}
	switch h.Role = RolePeriod; {
	case v.own.has("total"):
		h.Role = RoleTotal
	case v.groupHead("role").value == string(RoleWish): // "Ønske › Efter 2025"
		h.Role = RoleWish
	}
	return true
}

func annualAlone(h *Heading, v *view) bool {
	if !v.own.has("annual") && v.head.class != "amount" || v.head.class == "money" || len(v.own.loose(true, "")) > 0 {
		return false
	}
	h.Role = RoleAnnual
	if v.own.has("total") {
		h.Role = RoleTotal
	}
	return true
}

func totalAlone(h *Heading, v *view) bool {
	if !v.own.has("total") || v.head.class != "" || len(v.own.loose(true, "")) > 0 {
		return false
	}
	h.Role = RoleTotal
	return true
}

func moneyAlone(h *Heading, v *view) bool {
	if v.head.class != "money" && v.groupHead("money").class == "" {
		return false
	}
	h.Doubt, h.Money = DoubtMoney, true
	return true
}
