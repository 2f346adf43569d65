package notation

import (
	"regexp"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"videre/budget"
)

// ReadPayer reads whose a saving is: a department or its name is the municipality's,
// "Psykiatrien i regionen" is the region's. Several, or one that is taken back, is told.
func ReadPayer(text string) (budget.Payer, Certainty) {
	var payers []budget.Payer
	doubt, body := false, false
	for _, s := range statementsOf("payer", text) {
		if len(payers) == 1 && !doubt && s.excludes(payers[0]) { // "Regionen, ikke kommunen"
			continue
		}
		body = body || s.has("body")
		doubt = doubt || s.has("not") || s.has("hedge") || s.has("no")
		for _, class := range s.classes {
			if payer, ok := payersByCode[class]; ok {
				payers = appendNew(payers, payer)
			}
		}
	}
	if len(payers) == 0 && body {
		payers = []budget.Payer{budget.Other}
	}
	doubt = doubt || body && payers[0] != budget.Other // "Kommunens leverandør"
	switch {
	case len(payers) == 0 && !doubt:
		return 0, Unread
	case doubt || len(payers) != 1:
		return 0, Doubtful
	}
	return payers[0], Certain
}

// excludes reports whether a statement says no more than that others than a payer are none.
func (s statement) excludes(payer budget.Payer) bool {
	others := 0
	for _, class := range s.classes {
		other, ok := payersByCode[class]
		if ok && other != payer {
			others++
		} else if class != "not" {
			return false
		}
	}
	return others > 0 && s.has("not") && s.unknown == 0
}

// wayRulings is what a statement on reimbursement means.
var wayRulings = []ruling[budget.Reimbursement]{
	{"not", "", 0, Doubtful},
	{"hedge", "", 0, Doubtful},
	{"net gross", "", 0, Doubtful},
	{"net", "", budget.Net, Certain},
	{"gross", "", budget.Gross, Certain},
	{"unknown", "", 0, Doubtful},
}

// ReadWay reads net or gross: "Brutto, før refusion".
func ReadWay(text string) (budget.Reimbursement, Certainty) {
	return together(wayRulings, statementsOf("way", text))
}

// yesNo are the rulings of a cell that answers ja or nej, or says the same in words.
func yesNo(in, out string) []ruling[bool] {
	return []ruling[bool]{
		{"hedge", "", false, Doubtful},
		{out, "not", false, Certain},
		{out, "", false, Doubtful},
		{in + " not", "", false, Certain},
		{in, "", true, Certain},
		{"not", "", false, Doubtful},
	}
}

var (
	budgetedRulings = yesNo("in", "out")
	cashableRulings = yesNo("in", "avoided")
)

// Budgeted is what a cell says of a saving that is in the budget.
type Budgeted struct {
	In   bool
	From int // the first year it is in the budget; 0 where it is not said
}

// ReadBudgeted reads whether a saving is in the budget already: "Ja, fra 2024".
func ReadBudgeted(text string) (Budgeted, Certainty) {
	in, certainty := readYesNo("budgeted", budgetedRulings, text)
	b := Budgeted{In: in}
	if m := anyYear.FindAllStringSubmatch(text, -1); in && certainty == Certain && len(m) == 1 {
		b.From = YearOf(m[0][1])
	}
	return b, certainty
}

// ReadCashable reads whether the budget can be lowered: true for "Ja", false for "Nej,
// undgået udgift".
func ReadCashable(text string) (bool, Certainty) { return readYesNo("cashable", cashableRulings, text) }

// readYesNo reads a ja or nej with what follows, which must not say the opposite.
func readYesNo(topic string, rulings []ruling[bool], text string) (bool, Certainty) {
	statements := statementsOf(topic, text)
	yes, no := answers(statements)
	said, certainty := together(rulings, slices.DeleteFunc(slices.Clone(statements), statement.onlyDenies))
	denied := slices.ContainsFunc(statements, statement.onlyDenies)
	switch {
	case certainty == Doubtful, denied && (yes || certainty == Certain && said):
		return false, Doubtful
	case denied:
		return false, Certain // "Ikke endnu"
	case certainty == Certain && (yes && !said || no && said):
		return false, Doubtful
	case yes || no:
		return yes, Certain
	}
	return said, certainty
}

// denials are the words that say no by themselves, with the small ones: "Nej, slet ikke".
var denials = strings.Fields("ikke ikk ej not nope no nej n endnu yet slet overhovedet intet ingen none at all")

// onlyDenies reports whether a statement says no more than "ikke".
func (s statement) onlyDenies() bool {
	words := wordsIn(s.text)
	return s.has("not") && !s.has("hedge") && len(words) > 0 && !slices.ContainsFunc(words, func(w word) bool {
		m := topics()["effect"].exact[w.key]
		return m.class != "filler" && !slices.Contains(denials, w.key)
	})
}

// frameRulings is what a statement on the frame means.
var frameRulings = []ruling[budget.Frame]{
	{"not", "", 0, Doubtful},
	{"hedge", "", 0, Doubtful},
	{"service transfers", "", 0, Doubtful},
	{"service capital", "", 0, Doubtful},
	{"transfers capital", "", 0, Doubtful},
	{"unknown", "", 0, Doubtful},
	{"service", "", budget.ServiceFrame, Certain},
	{"transfers", "", budget.TransferFrame, Certain},
	{"capital", "", budget.CapitalFrame, Certain},
}

// ReadFrame reads which frame an amount weighs on.
func ReadFrame(text string) (budget.Frame, Certainty) {
	return together(frameRulings, statementsOf("frame", text))
}

// ReadKind reads what a line is, as a heading of amounts is read: "Merudgift",
// "Tilbagebetaling til investor". The heading holds what else the text says.
func ReadKind(text string) (Heading, Certainty) {
	h := ReadHeading(text)
	_, kind := kindRoles[h.Role]
	switch {
	case h.Doubt != "" || h.Question:
		return h, Doubtful
	case !kind:
		return h, Unread
	}
	return h, Certain
}

// kindRoles are the roles of kinds of amounts.
var kindRoles = map[Role]bool{
	RoleCost: true, RoleOneOff: true, RoleSaving: true, RoleFunding: true, RoleRepayment: true, RoleReallocation: true,
}

var giverRulings = []ruling[budget.Giver]{
	{"not", "", 0, Doubtful},
	{"own external", "", 0, Doubtful},
	{"own", "", budget.Own, Certain},
	{"external", "", budget.External, Certain},
	{"unknown", "", 0, Doubtful},
}

// ReadGiver reads who gives a funding: "Rådet for Sociale Investeringer" is the
// municipality's own money, "Fonden …" is from outside.
func ReadGiver(text string) (budget.Giver, Certainty) {
	return together(giverRulings, statementsOf("giver", text))
}

var (
	shareAlone  = regexp.MustCompile(`(?i)^(\d{1,3}(?:[.,]\d{1,6})?) ?(?:%|pct\.?|procent|percent|per cent)$`)
	shareInside = regexp.MustCompile(`(?i)\d ?(?:%|pct|procent|percent|per cent)`)
)

// ReadShare reads a share in words or per cent: "80 pct.", "halvdelen". A number without
// either says nothing here.
func ReadShare(text string) (decimal.Decimal, Certainty) {
	s := strings.Trim(Clean(text), " .*")
	if m := shareAlone.FindStringSubmatch(s); m != nil {
		return percentOf(m[1]), Certain
	}
	said := statementsOf("share", s)
	switch {
	case len(said) == 1 && said[0].unknown == 0 && len(said[0].classes) == 1 && said[0].classes[0][0] <= '9':
		return percentOf(said[0].classes[0]), Certain
	case len(s) <= longestText && shareInside.MatchString(s), saysShare(said):
		return decimal.Zero, Doubtful
	}
	return decimal.Zero, Unread
}

// percentOf is digits of per cent as a share.
func percentOf(digits string) decimal.Decimal {
	percent, err := decimal.NewFromString(strings.Replace(digits, ",", ".", 1))
	if err != nil { // digits, by the pattern or the file they come from
		return decimal.Zero
	}
	return percent.Shift(-2)
}

// saysShare reports whether something in a text is a share.
func saysShare(said []statement) bool {
	return slices.ContainsFunc(said, func(s statement) bool {
		return slices.ContainsFunc(s.classes, func(class string) bool { return class == "part" || class[0] <= '9' })
	})
}

// partAmount begins with an amount: "900", "kun 1,5 mio.".
var partAmount = regexp.MustCompile(`^(?:med |for |kun |ca\.? ?|only )*\d`)

// SaysPart reports whether what follows a ja makes it hold for some of an amount: "halvdelen", "900".
func SaysPart(rest string) bool {
	said := statementsOf("share", rest)
	all := slices.ContainsFunc(said, func(s statement) bool { return s.has("100") })
	if saysShare(said) && !all {
		return true
	}
	return partAmount.MatchString(anyYear.ReplaceAllString(rest, ""))
}

// ReadLineKind reads a cell that says what kind a line is: as a heading of amounts is read, and
// where that says no kind, or a cost that may come once only, by words that only cells have.
func ReadLineKind(text string) (budget.Kind, bool) {
	h := ReadHeading(text)
	kind := ListKinds[h.Role]
	open := h.Doubt == "" || h.Doubt == DoubtMoney && kind == 0 // money, and the words say which
	if h.Doubt == DoubtKinds && isOnce(text) {
		return budget.OneOff, true
	}
	if !open || kind != 0 && kind != budget.Cost && kind != budget.Funding || len(text) > longestHeading {
		return kind, kind != 0 && h.Doubt == ""
	}
	said := kindInWords(text)
	switch {
	case kind == 0:
		return said, said != 0
	case kind == budget.Cost && said == budget.OneOff, kind == budget.Funding && said == budget.Reallocation:
		return said, true
	}
	return kind, true
}

// isOnce reports whether a text is a cost that brackets say comes once: "Udgift (engangs)".
func isOnce(text string) bool {
	cost := ReadHeading(Brackets.ReplaceAllString(text, " "))
	return cost.Role == RoleCost && cost.Doubt == "" &&
		kindInWords(strings.Join(Brackets.FindAllString(text, -1), " ")) == budget.OneOff
}

// kindInWords is the one kind that words of answers.txt say; 0 for none, or for what is denied,
// or only possible.
func kindInWords(text string) budget.Kind {
	var kind budget.Kind
	for _, s := range statementsOf("kind", text) {
		for _, class := range s.classes {
			said := kindsByCode[class]
			if said == 0 || kind != 0 && kind != said {
				return 0
			}
			kind = said
		}
	}
	return kind
}

var kindsByCode = bySaid(budget.Kinds()...)
