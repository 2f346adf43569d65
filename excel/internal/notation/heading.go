package notation

import (
	"regexp"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"videre/budget"
)

// Heading is what the texts over a column say together, or those of a label, a section
// row, a table's title or a sheet's name.
type Heading struct {
	Role Role        // what the column is; empty when no part says
	Kind budget.Kind // of the amounts, where they are of a kind of lines
	// Under is the role of the group above, where the column has one of its own.
	Under Role
	// Subject is what no part explains, as people wrote it: "forsørgelse". Those of
	// several texts are divided by a comma, the group's first.
	Subject string

	Payers   []budget.Payer       // whose a saving is, or who gives a funding; each once
	Share    *decimal.Decimal     // the share that a percentage in the heading states
	Giver    budget.Giver         // who gives a funding, where the heading says so
	Way      budget.Reimbursement // net or gross, 0 where it is not said
	Year     int                  // of the amounts, or while Ahead, years after the budget year; 0 for none
	Ahead    bool                 // Year is relative: BO1
	From, To int                  // the first and last year of a period; To is 0 for "from 2026"
	Units    []Unit               // each once
	Levels   []int                // price levels

	Annual   bool // said of every year
	Total    bool // a sum: "i alt"
	Of       bool // a part of what stands beside it: "heraf"
	Budgeted bool // already in the budget
	Expected bool // only expected
	Avoided  bool // avoided cost
	Until    int  // the last year that it holds for
	Derived  bool // computed of other columns: netto, finansieringsgrad
	Question bool // asked as a question, so that its cells answer

	Yes, No  string      // what ja and nej stand for in its cells: "positive"; "?" for what is not certain
	Counted  budget.Kind // of what is counted, where its words say one: "Sparede timer"
	Harmless Harmless    // why its amounts cannot concern the financing
	Money    bool        // its words touch money
	Doubt    Doubt       // why it can mean two things; empty when it cannot

	Near        string   // the known word that a misspelt one was taken for
	Unexplained []string // the words that no part explains, when Role is empty
}

// Harmless is why what stands under a heading cannot concern the financing.
type Harmless string

// The reasons.
const (
	HarmlessInvestment  Harmless = "investment"  // what was invested
	HarmlessGrant       Harmless = "grant"       // what was given already
	HarmlessConsumption Harmless = "consumption" // what was spent
	HarmlessUnitPrice   Harmless = "unit-price"  // of one citizen, place or hour
	HarmlessCount       Harmless = "count"       // persons, hours, places
	HarmlessReference   Harmless = "reference"   // numbers that are names
	HarmlessDate        Harmless = "date"        // other than expiry and commitment
	HarmlessPayback     Harmless = "payback"     // ratios of the whole
)

// Doubt is why a heading can mean two things.
type Doubt string

// The doubts.
const (
	DoubtKinds   Doubt = "kinds"    // two kinds of amounts in one heading
	DoubtMoney   Doubt = "money"    // money whose kind is not said: budget, bevilling
	DoubtPayer   Doubt = "payer"    // a payer said, and divided or taken back
	DoubtNet     Doubt = "net"      // net of what: refusion, or savings
	DoubtWay     Doubt = "way"      // both net and gross
	DoubtShare   Doubt = "share"    // several shares
	DoubtPeriod  Doubt = "period"   // of other periods than years, or of several years together
	DoubtOnce    Doubt = "once"     // a saving or funding that comes once
	DoubtMeasure Doubt = "measure"  // amounts or something else: "Færre sygedage"
	DoubtNegated Doubt = "negated"  // "ikke" of something that is no payer
	DoubtGroup   Doubt = "group"    // the group says another kind than its column
	DoubtLost    Doubt = "lost"     // money that goes away: "Bortfald af statstilskud"
	DoubtNotUsed Doubt = "not-used" // amounts of what was given already, and a kind
)

// longestHeading is how long a heading is, in bytes; what is longer is prose.
const longestHeading = 1000

// ReadHeading reads the texts over a column, from the top group to the column's own.
// Every word is accounted for: what no part explains is the subject, and where nothing
// gives it a role, it is unexplained. What the role is, is decided by [precedence].
func ReadHeading(path ...string) Heading {
	var h Heading
	var readings []reading
	for cell, text := range path {
		if len(text) > longestHeading {
			return Heading{Money: true, Unexplained: path}
		}
		l := levelOf(endsPerCent.ReplaceAllString(text, " ($1)"))
		h.state(l)
		for _, c := range l.clauses {
			r := headingLexicon().read(c, l)
			r.cell, r.alone = cell, len(l.clauses) == 1
			readings = append(readings, r)
		}
	}
	h.Giver, _ = ReadGiver(strings.Join(path, "; "))
	if len(readings) > 0 {
		h.merge(readings)
	}
	if h.Role == RoleSaving && AsksWhom(path[len(path)-1]) {
		h.Role, h.Kind, h.Doubt = RolePayer, 0, ""
	}
	h.Money = h.Money || len(h.Units) > 0 || h.Kind != 0
	return h
}

// endsPerCent ends a heading with what its figures are: "Kommunens andel, pct.".
var endsPerCent = regexp.MustCompile(`(?i), *((?:i )?(?:pct\.?|procent|%|per cent|percent))\s*$`)

// AsksWhom reports whether a heading leaves to its cells whose a saving is: "Gevinst hos".
func AsksWhom(heading string) bool { return endsAtWhom.MatchString(Clean(heading)) }

// endsAtWhom ends a heading that leaves to its cells whose a saving is.
var endsAtWhom = regexp.MustCompile(`(?i)\bhos(?: hvem)?[:?]?$`)

// state takes over what a cell says by itself: unit, price level, share.
func (h *Heading) state(l level) {
	h.Units = appendNew(h.Units, l.units...)
	h.Levels = appendNew(h.Levels, l.levels...)
	h.Question = l.question
	for _, share := range l.shares {
		if h.Share != nil && !h.Share.Equal(share) {
			h.Doubt = DoubtShare
		}
		h.Share = &share
	}
}

// appendNew appends the values that are not in a list.
func appendNew[T comparable](list []T, values ...T) []T {
	for _, v := range values {
		if !slices.Contains(list, v) {
			list = append(list, v)
		}
	}
	return list
}

// merge puts the readings of the texts together and lets precedence decide.
func (h *Heading) merge(readings []reading) {
	v := newView(readings)
	for _, rule := range precedence {
		if rule.says(h, &v) {
			break
		}
	}
	for i := range readings {
		last := len(readings) - 1
		h.add(&readings[i], i == last, readings[i].cell == readings[last].cell)
	}
	if v.departmentPays() {
		h.Payers = appendNew(h.Payers, budget.Municipality)
	}
	h.settle(&v)
}

// add takes over what a clause says besides the role.
func (h *Heading) add(r *reading, own, ownCell bool) {
	h.Payers = appendNew(h.Payers, r.payers...)
	h.Annual = h.Annual || r.has("annual")
	h.Total = h.Total || r.has("total")
	h.Of = h.Of || r.has("of")
	h.Expected = h.Expected || r.has("expected")
	h.Avoided = h.Avoided || r.has("avoided")
	h.Budgeted = h.Budgeted || r.budgeted()
	h.Money = h.Money || r.money()
	if h.Near == "" {
		h.Near = r.near
	}
	h.addWay(r)
	h.addYears(r, own, ownCell)
	if r.doubt != "" && (own || r.doubt == DoubtPayer) && h.Doubt == "" {
		h.Doubt = r.doubt
	}
}

// addWay takes net or gross over.
func (h *Heading) addWay(r *reading) {
	for _, way := range []budget.Reimbursement{budget.Net, budget.Gross} {
		if !r.is("way", way.String()) {
			continue
		}
		if h.Way != 0 && h.Way != way && h.Role != RoleReimbursement {
			h.Doubt = DoubtWay
		}
		h.Way = way
	}
}

// addYears takes years over: of the column itself, a period of any part of its own cell, and of
// a group that is nothing but a year.
func (h *Heading) addYears(r *reading, own, ownCell bool) {
	y := r.years
	if y.year != 0 && (own || r.alone && r.onlyYears()) && (h.Year == 0 || own) {
		h.Year, h.Ahead = y.year, y.ahead
	}
	if y.from != 0 && (own || ownCell || r.alone && r.onlyYears()) {
		h.From, h.To = y.from, y.to
	}
	if y.since != 0 {
		h.From = y.since
	}
	if y.until != 0 {
		h.Until = y.until
	}
}

// settle states what follows from all of it together.
func (h *Heading) settle(v *view) {
	h.Kind = ListKinds[h.Role]
	if h.Harmless == HarmlessCount && v.own.is("kind", "saving") {
		h.Counted = budget.Saving
	}
	if h.Role != RoleFunding {
		h.Giver = 0
	}
	subject := v.subject(kindRoles[h.Role], h.Role)
	if h.Role == "" {
		h.Unexplained = v.unexplained()
	} else if !v.whole {
		h.Subject = subject
	}
	if kindRoles[h.Role] {
		h.settleAmounts(v)
	} else {
		h.settleOthers(v)
	}
}

// settleOthers finds what is doubtful of a column that holds no kind of amounts.
func (h *Heading) settleOthers(v *view) {
	switch {
	case h.Doubt == DoubtPayer:
		h.Doubt = ""
	case (h.Role == RoleSocial || h.Role == RoleEconomic) && len(h.Units) > 0:
		h.Doubt = DoubtMeasure
	case h.Harmless == HarmlessCount && (len(h.Units) > 0 || v.groupRole() != ""):
		h.Doubt = DoubtMeasure
	case h.Role == RoleBudgeted && v.own.has("not"):
		h.Doubt = DoubtNegated
	}
}

// settleAmounts finds what is doubtful of a kind's amounts.
func (h *Heading) settleAmounts(v *view) {
	doubt := func(d Doubt, when bool) {
		if when && h.Doubt == "" {
			h.Doubt = d
		}
	}
	netOf := h.Way == budget.Net && !v.own.phrase("way", "net")
	once := v.any("kind", "one-off")
	if h.Role == RoleFunding && h.Total && h.Giver == 0 && len(h.Payers) == 0 && h.Subject == "" {
		h.Derived = true
	}
	running := h.Role == RoleCost && v.any("weak", "cost") // "Nettodriftsudgift" is budgets' own word
	doubt(DoubtNet, netOf && !running && (h.Role == RoleCost || v.own.compoundNet()))
	doubt(DoubtPayer, len(h.Payers) > 1)
	doubt(DoubtOnce, once && (h.Role == RoleSaving || h.Role == RoleFunding))
	doubt(DoubtPeriod, h.From != 0 && h.To != 0 && !h.Annual || h.From != 0 && h.To == 0)
	negated := v.own.has("not") && !v.own.is("role", "budgeted") && !v.own.has("budgeted")
	doubt(DoubtNegated, negated && !h.Avoided && !v.own.has("way"))
	doubt(DoubtMeasure, v.own.has("percent") && h.Share == nil || v.own.counts())
	doubt(DoubtMeasure, v.own.has("less") && !v.own.is("kind", "cost") && !h.stated(v))
}

// stated reports whether anything says that the amounts are money.
func (h *Heading) stated(v *view) bool {
	return len(h.Units) > 0 || len(h.Payers) > 0 || h.Annual || v.groupRole() != "" || h.Share != nil
}
