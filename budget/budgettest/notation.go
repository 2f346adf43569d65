// Package budgettest reads submissions from a text that a finance colleague can
// read, for examples and tests.
//
// A line of the text is a project, a line of a project, or something said of the
// whole; its parts are divided by semicolons:
//
//	budget 2026                        the budget year; "uden budgetår" states none
//	prisniveau 2026                    of every amount; "uden prisniveau" states none
//	titel 2027                         a title that says another budget year
//	projekt: NAVN; udløber 2025; social positiv; økonomi dokumenteret; …
//	driftsudgift: TEKST; 1.000         the same amount every year
//	besparelse: TEKST; 2026 500; 2027 600; tilfalder kommune; område NAVN; andel 60 %
//	finansiering: TEKST; 500; giver ekstern; til 2027
//	omprioritering: TEKST; 500; område NAVN
//	tilbagebetaling: TEKST; 500
//	engangsudgift: TEKST; 500
//	post: TEKST; 500                   a line without a kind
//	ikke forstået: beløb               an amount that may be the project's; "besparelse" and the other
//	                                   kinds: one of that kind; "andet": another fact
//	i alt: 1.500                       the sum of the first amounts of the project's lines
//
// "fuldt belyst" stands for all that a project, a saving or a funding must say, and what
// comes after it goes before it: a test says so, and then what differs. A line belongs
// to the project above it unless it says "projekt NAVN". A question mark is something
// unreadable, a hash sign an error; what is left out, or only named ("udløber"), is
// blank. Every value has an origin of its own.
package budgettest

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"videre/budget"
)

// Parse reads a submission.
func Parse(text string) (*budget.Submission, error) {
	p := parser{priceLevel: 2026, year: 2026}
	for n, line := range strings.Split(text, "\n") {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		if err := p.line(line); err != nil {
			return nil, fmt.Errorf("line %d: %w", n+1, err)
		}
	}
	if p.year != 0 {
		p.s.Years = append(p.s.Years, budget.YearHint{Source: budget.YearColumns, Year: p.year, Origin: p.next()})
	}
	p.s.PriceLevelAt = p.next()
	p.finish()
	return &p.s, nil
}

// MustParse is Parse for texts that stand in a test.
func MustParse(text string) *budget.Submission {
	s, err := Parse(text)
	if err != nil {
		panic(err)
	}
	return s
}

type parser struct {
	s          budget.Submission
	last       budget.Origin
	year       int
	priceLevel int
	project    budget.Field[string] // the name of the project above
	above      budget.Origin        // that project
	owner      budget.Origin        // that project, when it has no name to be called by
}

func (p *parser) next() budget.Origin {
	p.last++
	return p.last
}

func (p *parser) line(line string) error {
	word, rest, parts := strings.Cut(line, ":")
	if !parts {
		return p.setting(line)
	}
	fields := strings.Split(rest, ";")
	for i := range fields {
		fields[i] = strings.TrimSpace(fields[i])
	}
	switch word = strings.TrimSpace(word); word {
	case "projekt":
		return p.projectLine(fields)
	case "ikke forstået":
		return p.unread(fields)
	case "i alt":
		return p.total(fields[0])
	}
	if kind, ok := besideKinds[word]; ok {
		p.s.Beside = append(p.s.Beside, budget.Beside{Kind: kind, Origin: p.next(), What: budget.Quote(fields[0])})
		return nil
	}
	return p.budgetLine(word, fields)
}

// besideKinds are the words for what stands beside what a workbook says.
var besideKinds = map[string]budget.BesideKind{
	"beholdt": budget.BesideKept, "efterlignet": budget.BesideImitated,
	"kører selv": budget.BesideActive, "hentet udefra": budget.BesideOutside,
}

func (p *parser) setting(line string) error {
	var year int
	switch {
	case line == "uden prisniveau":
		p.priceLevel = 0
	case line == "uden budgetår":
		p.year = 0
	case scan(line, "prisniveau %d", &year):
		p.priceLevel = year
	case scan(line, "budget %d", &year):
		p.year = year
	case scan(line, "titel %d", &year):
		p.s.Years = append(p.s.Years, budget.YearHint{Source: budget.YearTitle, Year: year, Origin: p.next()})
	default:
		return fmt.Errorf("%q is no setting", line)
	}
	return nil
}

func scan(line, format string, year *int) bool {
	var found int
	if _, err := fmt.Sscanf(line, format, &found); err != nil {
		return false
	}
	*year = found
	return true
}

func (p *parser) projectLine(fields []string) error {
	pr := blankProject(p)
	pr.Name = field(p, fields[0], func(s string) (string, bool) { return s, true })
	pr.Origin = pr.Name.Origin
	p.project, p.owner, p.above = pr.Name, budget.NoOrigin, pr.Origin
	if !pr.Name.Known() {
		p.owner = pr.Origin
	}
	for _, f := range completed("projekt", fields[1:]) {
		if err := p.projectField(&pr, f); err != nil {
			return err
		}
	}
	p.s.Projects = append(p.s.Projects, pr)
	return nil
}

// complete is what "fuldt belyst" stands for.
var complete = map[string][]string{
	"projekt":      {"udløber 2025", "social positiv", "økonomi dokumenteret", "ønske permanent"},
	"besparelse":   {"tilfalder kommune", "område Familier"},
	"finansiering": {"giver ekstern", "varigt ja"},
}

// completed are the parts of a project or a line with "fuldt belyst" written out.
func completed(word string, fields []string) []string {
	var all []string
	for _, f := range fields {
		if f == "fuldt belyst" {
			all = append(all, complete[word]...)
		} else {
			all = append(all, f)
		}
	}
	return all
}

// blankProject gives every field that a finding can point at a place.
func blankProject(p *parser) budget.Project {
	var pr budget.Project
	pr.Expiry.Origin, pr.Social.Origin, pr.Economic.Origin = p.next(), p.next(), p.next()
	pr.ExtendedBefore.Origin, pr.Wish.Origin, pr.Capacity.Origin = p.next(), p.next(), p.next()
	return pr
}

func (p *parser) projectField(pr *budget.Project, f string) error {
	word, value, _ := strings.Cut(f, " ")
	ok := true
	switch word {
	case "udløber":
		pr.Expiry = field(p, value, year)
	case "social":
		pr.Social = field(p, value, term(map[string]budget.SocialEffect{
			"positiv": budget.SocialPositive, "uklar": budget.SocialUnclear,
			"negativ": budget.SocialNegative, "udokumenteret": budget.SocialUndocumented,
		}))
	case "økonomi":
		pr.Economic = field(p, value, term(map[string]budget.EconomicEffect{
			"dokumenteret": budget.EconomicDocumented, "udokumenteret": budget.EconomicUndocumented,
			"negativ": budget.EconomicNegative,
		}))
	case "ønske":
		pr.Wish = field(p, value, term(map[string]budget.Wish{
			"permanent": budget.WishPermanent, "skaleret": budget.WishScaled,
			"forlænget": budget.WishExtended, "afsluttet": budget.WishEnded,
		}))
	case "forlænget":
		pr.ExtendedBefore = field(p, value, yesNo)
	case "kapacitet":
		pr.Capacity = field(p, value, number)
	case "målgruppe":
		pr.TargetGroup = field(p, value, number)
	case "sammenlignet":
		pr.Compared = field(p, value, yesNo)
	case "afdeling":
		pr.Department = field(p, value, func(s string) (string, bool) { return s, true })
	default:
		ok = false
	}
	if !ok {
		return fmt.Errorf("%q is nothing a project says", f)
	}
	return nil
}

var kinds = map[string]budget.Kind{"driftsudgift": budget.Cost, "engangsudgift": budget.OneOff,
	"besparelse": budget.Saving, "finansiering": budget.Funding,
	"omprioritering": budget.Reallocation, "tilbagebetaling": budget.Repayment}

var frames = map[string]budget.Frame{"service": budget.ServiceFrame, "overførsler": budget.TransferFrame,
	"anlæg": budget.CapitalFrame}

func (p *parser) budgetLine(word string, fields []string) error {
	l := budget.Line{Origin: p.next(), Owner: p.owner, Project: p.project}
	l.Project.Origin = p.next()
	switch {
	case kinds[word] != 0:
		l.Kind = field(p, word, term(kinds))
	case word == "post":
		l.Kind.Origin = p.next()
	case word == "?":
		l.Kind = field(p, word, term(kinds))
	default:
		return fmt.Errorf("%q is no kind of line", word)
	}
	l.Item = field(p, fields[0], func(s string) (string, bool) { return s, true })
	l.Payer.Origin, l.Area.Origin, l.Reimbursement.Origin = p.next(), p.next(), p.next()
	l.CommittedUntil.Origin, l.Giver.Origin = p.next(), p.next()
	level := p.priceLevel
	for _, f := range completed(word, fields[1:]) {
		if scan(f, "%d-pl", &level) {
			continue
		}
		if err := p.lineField(&l, f); err != nil {
			return err
		}
	}
	l.Annual.PriceLevel = level
	for i := range l.Amounts {
		l.Amounts[i].PriceLevel = level
	}
	if l.Annual.Origin == budget.NoOrigin && len(l.Amounts) == 0 {
		l.Annual.Origin = p.next()
	}
	p.s.Lines = append(p.s.Lines, l)
	return nil
}

func (p *parser) lineField(l *budget.Line, f string) error {
	word, value, _ := strings.Cut(f, " ")
	text := func(s string) (string, bool) { return s, true }
	switch word {
	case "tilfalder":
		l.Payer = field(p, value, term(map[string]budget.Payer{
			"kommune": budget.Municipality, "region": budget.Region,
			"stat": budget.CentralState, "andre": budget.Other,
		}))
	case "område":
		l.Area = field(p, value, text)
	case "andel":
		l.Share = field(p, value, share)
	case "netto", "brutto":
		l.Reimbursement = field(p, word, term(map[string]budget.Reimbursement{
			"netto": budget.Net, "brutto": budget.Gross,
		}))
	case "giver":
		l.Giver = field(p, value, term(map[string]budget.Giver{"ekstern": budget.External, "egen": budget.Own}))
	case "varigt":
		l.Forever = field(p, value, yesNo)
	case "betinget":
		l.Conditional = field(p, value, yesNo)
	case "undgået":
		l.Avoided = field(p, value, yesNo)
	case "alligevel":
		l.Deadweight = field(p, value, share)
	case "ramme":
		l.Frame = field(p, value, term(frames))
	case "budgetteret":
		l.Budgeted = field(p, value, yesNo)
	case "til":
		l.CommittedUntil = field(p, value, year)
	case "projekt":
		l.Below = l.Project.Value
		l.Project = field(p, value, text)
	default:
		return p.amount(l, f)
	}
	return nil
}

func (p *parser) amount(l *budget.Line, f string) error {
	word, value, two := strings.Cut(f, " ")
	if y, ok := year(word); ok && two {
		l.Amounts = append(l.Amounts, budget.YearAmount{Year: y, Amount: budget.Amount{Field: field(p, value, number)}})
		return nil
	}
	l.Annual = budget.Amount{Field: field(p, f, number)}
	if l.Annual.State == budget.Unreadable && f != "?" {
		return fmt.Errorf("%q is nothing a line says", f)
	}
	return nil
}

// unread is something that may belong to the project above it, or to any where it stands
// above them all.
func (p *parser) unread(fields []string) error {
	what := fields[0]
	u := budget.Unread{Project: p.above, Origin: p.next(), Money: what != "andet"}
	if u.Money && what != "beløb" {
		kind, known := kinds[what]
		if !known {
			return fmt.Errorf("%q is nothing that is not understood", what)
		}
		u.Kinds = []budget.Kind{kind}
	}
	p.s.Unread = append(p.s.Unread, u)
	return nil
}

// total states the sum of the first amounts of the lines above it.
func (p *parser) total(value string) error {
	total := budget.Total{Stated: budget.Amount{Field: field(p, value, number)}}
	for i := range p.s.Lines {
		for a := range p.s.Lines[i].Stated {
			total.Parts = append(total.Parts, a)
			break
		}
	}
	p.s.Totals = append(p.s.Totals, total)
	return nil
}

// finish sorts each line's amounts by year.
func (p *parser) finish() {
	for i := range p.s.Lines {
		amounts := p.s.Lines[i].Amounts
		for a := 1; a < len(amounts); a++ {
			for b := a; b > 0 && amounts[b].Year < amounts[b-1].Year; b-- {
				amounts[b], amounts[b-1] = amounts[b-1], amounts[b]
			}
		}
	}
}

// field is a value in one of the four states.
func field[T any](p *parser, text string, read func(string) (T, bool)) budget.Field[T] {
	f := budget.Field[T]{Text: text, Origin: p.next()}
	switch text {
	case "":
		return f
	case "?":
		f.State = budget.Unreadable
		return f
	case "#":
		f.State = budget.Faulty
		return f
	}
	if value, ok := read(text); ok {
		f.State, f.Value = budget.Given, value
	} else {
		f.State = budget.Unreadable
	}
	return f
}

func term[T any](words map[string]T) func(string) (T, bool) {
	return func(s string) (T, bool) {
		t, ok := words[s]
		return t, ok
	}
}

func yesNo(s string) (bool, bool) { return s == "ja", s == "ja" || s == "nej" }

func year(s string) (int, bool) {
	var y int
	_, err := fmt.Sscanf(s, "%4d", &y)
	return y, err == nil && len(s) == 4
}

// number reads Danish notation: points group thousands, a comma is decimal.
func number(s string) (decimal.Decimal, bool) {
	d, err := decimal.NewFromString(strings.ReplaceAll(strings.ReplaceAll(s, ".", ""), ",", "."))
	return d, err == nil
}

func share(s string) (decimal.Decimal, bool) {
	d, ok := number(strings.TrimSpace(strings.TrimSuffix(s, "%")))
	return d.Shift(-2), ok
}
