package budget

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

func mustDecimal(s string) decimal.Decimal {
	d, err := decimal.NewFromString(s)
	if err != nil {
		panic(err)
	}
	return d
}

// maker draws random submissions; every value gets an origin of its own.
type maker struct {
	*rapid.T
	last Origin
	tidy bool // nearly every field is given, a few are blank, and savings are large
}

func (m *maker) origin() Origin { m.last++; return m.last }

// draw makes a field: mostly given, sometimes blank, unreadable or an error.
func draw[T any](m *maker, label string, values ...T) Field[T] {
	f := Field[T]{Origin: m.origin()}
	most := 19
	if m.tidy {
		most = 499
	}
	switch n := rapid.IntRange(0, most).Draw(m.T, label+" state"); {
	case n == 17:
		f.State, f.Text = Unreadable, "?"
	case n == 18:
		f.State, f.Text = Faulty, "#REF!"
	case n != 19 && !(m.tidy && n%40 == 9):
		f.State, f.Value = Given, rapid.SampledFrom(values).Draw(m.T, label)
		f.Text = fmt.Sprint(f.Value)
	}
	return f
}

func (m *maker) amount() Amount {
	level := 2026
	if !m.tidy {
		level = rapid.SampledFrom([]int{2026, 2026, 2025, 0}).Draw(m.T, "level")
	}
	return Amount{Field: draw(m, "amount", m.kroner()), PriceLevel: level}
}

func (m *maker) kroner() decimal.Decimal {
	return decimal.New(rapid.Int64Range(0, 400).Draw(m.T, "kroner"), rapid.SampledFrom([]int32{-2, 0, 4}).Draw(m.T, "exponent"))
}

func (m *maker) project(name string) Project {
	p := Project{
		Name:           Field[string]{Given, name, name, m.origin()},
		Expiry:         draw(m, "expiry", 2025, 2025, 2025, 2024, 2026),
		Social:         draw(m, "social", SocialPositive, SocialPositive, SocialUnclear, SocialNegative, SocialUndocumented),
		Economic:       draw(m, "economic", EconomicDocumented, EconomicDocumented, EconomicUndocumented, EconomicNegative),
		ExtendedBefore: draw(m, "extended", true, false),
		Wish:           draw(m, "wish", WishPermanent, WishScaled, WishExtended, WishEnded),
		TargetGroup:    draw(m, "group", decimal.New(200, 0)),
		Capacity:       draw(m, "capacity", decimal.New(100, 0), decimal.New(300, 0)),
	}
	if m.tidy || rapid.Bool().Draw(m.T, "no capacity") {
		p.Capacity = Field[decimal.Decimal]{Origin: p.Capacity.Origin}
	}
	p.Origin = p.Name.Origin
	return p
}

func (m *maker) line(names []string) Line {
	name := rapid.SampledFrom(names).Draw(m.T, "line's project")
	l := Line{
		Origin:         m.origin(),
		Project:        Field[string]{Given, name, name, m.origin()},
		Kind:           draw(m, "kind", Cost, Saving, Saving, Saving, Funding, OneOff, Reallocation, Repayment),
		Item:           draw(m, "item", "Færre anbringelser", "Sparet forsørgelse", "Ophold"),
		Area:           draw(m, "area", "Familier", "Forsørgelse"),
		Payer:          draw(m, "payer", Municipality, Municipality, Municipality, Region, CentralState, Other),
		Reimbursement:  draw(m, "reimbursement", Net, Gross),
		Budgeted:       draw(m, "budgeted", false, false, true),
		Giver:          draw(m, "giver", External, External, Own),
		CommittedUntil: draw(m, "until", 2025, 2027, 2029, 2030),
		Forever:        draw(m, "forever", false, true),
		Conditional:    draw(m, "conditional", false, false, true),
	}
	if !m.tidy {
		l.Avoided, l.Frame = draw(m, "avoided", false, true), draw(m, "frame", ServiceFrame, TransferFrame)
		l.Deadweight = draw(m, "deadweight", decimal.New(1, -1), decimal.Zero)
		l.Share = draw(m, "share", decimal.New(1, 0), decimal.New(6, -1), decimal.New(12, -1))
	}
	if rapid.Bool().Draw(m.T, "annual") {
		l.Annual = m.amount()
		return l
	}
	for year := 2026; year <= 2029; year++ {
		l.Amounts = append(l.Amounts, YearAmount{year, m.amount()})
	}
	return l
}

// financed are the cost of a project and a saving of the same amount, or nearly.
func (m *maker) financed(name string) []Line {
	cost := m.line([]string{name})
	cost.Kind.State, cost.Kind.Value, cost.Amounts = Given, Cost, nil
	cost.Annual = Amount{Field: Field[decimal.Decimal]{State: Given, Value: m.kroner().Add(one), Origin: m.origin()}, PriceLevel: 2026}
	saving := cost
	saving.Origin = m.origin()
	saving.Kind.Value, saving.Annual.Origin = Saving, m.origin()
	saving.Payer = Field[Payer]{State: Given, Value: Municipality, Origin: m.origin()}
	saving.Area = Field[string]{State: Given, Value: name, Text: name, Origin: m.origin()}
	saving.Budgeted, saving.Reimbursement = Field[bool]{}, Field[Reimbursement]{}
	saving.Annual.Value = cost.Annual.Value.Add(decimal.New(rapid.Int64Range(-1, 2).Draw(m.T, "slack"), -2))
	return []Line{cost, saving}
}

func submission(t *rapid.T) *Submission {
	m := &maker{T: t, tidy: rapid.Bool().Draw(t, "tidy")}
	s := &Submission{Years: []YearHint{{YearColumns, 2026, m.origin()}}, PriceLevelAt: m.origin()}
	names := []string{"Nabohjælp", "Fælles Start", "UngiFokus", "UngiFokus Nord"}[:rapid.IntRange(1, 4).Draw(t, "projects")]
	for _, name := range names {
		s.Projects = append(s.Projects, m.project(name))
	}
	if m.tidy {
		for _, name := range names {
			s.Lines = append(s.Lines, m.financed(name)...)
		}
	}
	most := 12
	if m.tidy {
		most = 3
	}
	for range rapid.IntRange(0, most).Draw(t, "lines") {
		s.Lines = append(s.Lines, m.line(append(names, names[0], "Ungifokuss", "Børnebro")))
	}
	if rapid.IntRange(0, 4).Draw(t, "unread") == 0 {
		of := rapid.SampledFrom([]Origin{NoOrigin, s.Projects[0].Origin}).Draw(t, "unread project")
		u := Unread{Project: of, Origin: m.origin(), Money: rapid.Bool().Draw(t, "unread money")}
		if u.Money && rapid.Bool().Draw(t, "unread kind") {
			u.Kinds = []Kind{rapid.SampledFrom([]Kind{Cost, OneOff, Saving, Funding, Reallocation, Repayment}).Draw(t, "kind")}
		}
		s.Unread = append(s.Unread, u)
	}
	return s
}

func reviewed(s *Submission) *Report {
	p := DefaultPolicy()
	return Review(s, &p)
}

var approvals = []Verdict{Continue, ContinueScaled, Extend}

func TestNothingUnknownIsApproved(t *testing.T) {
	approved := 0
	rapid.Check(t, func(t *rapid.T) {
		for _, a := range reviewed(submission(t)).Assessments {
			if !slices.Contains(approvals, a.Verdict()) {
				continue
			}
			approved++
			if len(a.unread()) > 0 || len(a.Doubtful) > 0 || len(a.Unread) > 0 {
				t.Fatalf("%s is %s with unread cells %v, doubtful lines %d", a.Name(), a.Verdict(), a.unread(), len(a.Doubtful))
			}
			for _, f := range a.Figures {
				if !f.Cost.Known || !f.Counted.Known || !f.Gap.Known {
					t.Fatalf("%s is %s with unknown figures in %d", a.Name(), a.Verdict(), f.Year)
				}
				if a.Verdict() != Extend && !f.Gap.IsZero() {
					t.Fatalf("%s is %s with a gap of %s", a.Name(), a.Verdict(), f.Gap.Value)
				}
			}
		}
	})
	if approved == 0 {
		t.Error("no project was approved, so nothing was tested")
	}
}

// TestAnUnreadInputTakesApprovalAway spoils each line of each project that may go on. What is
// unread is never a number (law 2), so the project cannot be assessed, but for the amounts
// that have no weight whatever they are; those must not take anything away.
func TestAnUnreadInputTakesApprovalAway(t *testing.T) {
	spoilt := 0
	rapid.Check(t, func(t *rapid.T) {
		s := submission(t)
		for i, a := range reviewed(s).Assessments {
			if !slices.Contains(approvals, a.Verdict()) {
				continue
			}
			for _, l := range a.Lines {
				got := reviewed(withoutAmount(s, l.Line)).Assessments[i].Verdict()
				spoilt++
				want := Unassessable
				if isWeightless(l, a.Case) {
					want = a.Verdict()
				}
				if got != want {
					t.Fatalf("%s, %s, is %s with an unreadable %s, want %s", a.Name(), a.Verdict(), got, l.Kind.Value, want)
				}
			}
		}
	})
	if spoilt == 0 {
		t.Error("no project was approved, so nothing was tested")
	}
}

// withoutAmount is a submission in which the amounts of a line cannot be read.
func withoutAmount(s *Submission, l *Line) *Submission {
	spoilt := *s
	spoilt.Lines = slices.Clone(s.Lines)
	for j := range s.Lines {
		if &s.Lines[j] == l {
			spoilt.Lines[j].Amounts = nil
			spoilt.Lines[j].Annual = Amount{Field: Field[decimal.Decimal]{State: Unreadable, Text: "ca. 2 mio.?", Origin: 9999}}
		}
	}
	return &spoilt
}

// isWeightless reports whether the amounts of a line change no sum that a verdict rests on,
// whatever they are, by something that is *stated*:
//
//   - one-off costs stand beside the verdict;
//   - funding whose giver is the municipality itself finances nothing, nor does a grant on a
//     condition without a repayment;
//   - funding committed until before the budget year finances no judged year;
//   - a reallocation or a repayment that is in the budget already moves nothing.
//
// Every other amount has weight: a cost, any saving (those of region and state
// may be blank, and are shown; unread, nobody knows what to show), and money that counts
// nothing only because its giver or its area is not stated yet.
func isWeightless(l *LineCase, c *Case) bool {
	switch l.Kind.Value {
	case OneOff:
		return true
	case Funding:
		until, limited := l.CommittedUntil.Get()
		conditional := l.Conditional.Value && !c.repays()
		stated := l.Giver.Known() && !l.Conditional.State.Unread()
		return l.Giver.Value == Own || stated && (conditional || limited && until < c.BudgetYear())
	case Reallocation, Repayment:
		return l.Budgeted.Value
	}
	return false
}

func TestCountedAndUncountedAreAllSavings(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		for _, a := range reviewed(submission(t)).Assessments {
			for _, f := range a.Figures {
				if !f.CountedSavings.Known || !f.Uncounted.Known {
					continue
				}
				all := decimal.Zero
				for l := range a.savings {
					all = all.Add(a.prices.figure(l.In(f.Year)).Value)
				}
				if got := f.CountedSavings.Value.Add(f.Uncounted.Value); !got.Equal(all) {
					t.Fatalf("%s %d: counted %s + uncounted %s, all savings %s", a.Name(), f.Year, f.CountedSavings.Value, f.Uncounted.Value, all)
				}
			}
		}
	})
}

func verdictsByName(r *Report) map[Origin]string {
	verdicts := map[Origin]string{}
	for _, a := range r.Assessments {
		worst, _ := a.Worst()
		verdicts[a.Project.Origin] = fmt.Sprint(a.Verdict(), a.Decision.Row.Number, worst.Gap.Known, worst.Gap.Value)
	}
	return verdicts
}

func TestTheOrderOfRowsChangesNoVerdict(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := submission(t)
		shuffled := *s
		shuffled.Projects = rapid.Permutation(s.Projects).Draw(t, "projects")
		shuffled.Lines = rapid.Permutation(s.Lines).Draw(t, "lines")
		before, after := verdictsByName(reviewed(s)), verdictsByName(reviewed(&shuffled))
		for origin, verdict := range before {
			if after[origin] != verdict {
				t.Fatalf("%d: %s became %s", origin, verdict, after[origin])
			}
		}
	})
}

func TestScalingAllAmountsChangesNoVerdict(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := submission(t)
		factor := decimal.New(rapid.Int64Range(1, 10_000).Draw(t, "factor"), rapid.Int32Range(-3, 3).Draw(t, "exponent"))
		scaled := *s
		scaled.Lines = slices.Clone(s.Lines)
		for i := range scaled.Lines {
			l := &scaled.Lines[i]
			l.Annual.Value = l.Annual.Value.Mul(factor)
			l.Amounts = slices.Clone(l.Amounts)
			for j := range l.Amounts {
				l.Amounts[j].Value = l.Amounts[j].Value.Mul(factor)
			}
		}
		before, after := reviewed(s), reviewed(&scaled)
		for i, a := range before.Assessments {
			if b := after.Assessments[i]; a.Verdict() != b.Verdict() {
				t.Fatalf("%s: %s became %s when scaled by %s", a.Name(), a.Verdict(), b.Verdict(), factor)
			}
		}
	})
}

func TestCoverageIsNeverShownFullWithAGap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		counted := exactly(decimal.New(rapid.Int64Range(0, 1<<60).Draw(t, "counted"), -2))
		gap := decimal.New(rapid.Int64Range(1, 1<<40).Draw(t, "gap"), -2)
		cost := counted.Plus(exactly(gap))
		f := YearFigures{Running: cost, Repayment: zero(), CountedSavings: counted, CountedFunding: zero(), CountedReallocation: zero()}
		f.finish()
		if !f.Gap.Value.Equal(gap) {
			t.Fatalf("gap %s, want %s", f.Gap.Value, gap)
		}
		shown := Danish.Percent(f.Coverage.Value)
		if f.Coverage.Value.GreaterThanOrEqual(one) || strings.HasPrefix(shown, "100") {
			t.Fatalf("coverage %s shown as %s with a gap of %s", f.Coverage.Value, shown, gap)
		}
	})
}

func TestEverySentenceIsWhole(t *testing.T) {
	at := func(o Origin) string { return fmt.Sprintf("A%d", o) }
	rapid.Check(t, func(t *rapid.T) {
		r := reviewed(submission(t))
		for _, l := range Languages() {
			var said []string
			for _, m := range r.Assumptions {
				said = append(said, l.Say(m, at))
			}
			for _, f := range r.Findings {
				said = append(said, l.Fault(f, at), l.Fix(f, at))
			}
			for _, a := range r.Assessments {
				said = append(said, l.Say(a.Title(), at))
				for _, m := range append(slices.Clone(a.Reasons), a.Changes...) {
					said = append(said, l.Say(m, at))
				}
				for _, line := range a.Lines {
					said = append(said, l.Say(line.Why, at))
				}
			}
			for _, s := range said {
				if strings.TrimSpace(s) == "" || strings.ContainsAny(s, "{}") || strings.Contains(s, "kr..") || strings.Contains(s, "  ") {
					t.Fatalf("%s: %q", l, s)
				}
			}
		}
	})
}

func TestTheSameSubmissionGivesTheSameReport(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := submission(t)
		at := func(o Origin) string { return fmt.Sprintf("A%d", o) }
		tell := func(r *Report) string {
			var b strings.Builder
			for _, f := range r.Findings {
				fmt.Fprintln(&b, f.Code, f.Origin, f.Project, Danish.Fault(f, at), f.Related)
			}
			for _, a := range r.Assessments {
				fmt.Fprintln(&b, a.Name(), a.Verdict(), a.Answers)
				for _, m := range append(slices.Clone(a.Reasons), a.Changes...) {
					fmt.Fprintln(&b, Danish.Say(m, at))
				}
			}
			return b.String()
		}
		if a, b := tell(reviewed(s)), tell(reviewed(s)); a != b {
			t.Fatalf("first\n%s\nthen\n%s", a, b)
		}
	})
}

func TestTheDefaultTableGivesEachCombinationOneRow(t *testing.T) {
	table := DefaultTable()
	count := 0
	eachCombination(func(f Facts) {
		count++
		if d := table.Decide(f); d.Stopped || d.Row.Number == 0 {
			t.Fatalf("%v fits no row", f)
		}
	})
	if count != 3*2*5*4*3*4*2*2 {
		t.Errorf("%d combinations", count)
	}
}
