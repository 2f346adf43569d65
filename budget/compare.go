package budget

import (
	"slices"
	"strings"
)

// Edition is one of two rounds that are compared; a project is in at most one place.
type Edition struct {
	*Assessment
	Submission int // index of its report
}

// Difference is a project that moved between two editions.
type Difference struct {
	Old, New *Edition // nil when the project is not in that edition
	Amounts  []AmountDifference
	Facts    []FactDifference
	Figures  []FigureDifference
	Expiry   *[2]Field[int] // where it is another
}

// AmountDifference is a line's amount that is another in the new edition.
type AmountDifference struct {
	Old, New *LineCase // nil when the line is not in that edition
	Years    []int     // with the same difference
	Was, Is  Amount    // in those years
}

// FigureDifference is a judged year whose figures are others now, because of an amount or
// of what counts of it.
type FigureDifference struct{ Was, Is YearFigures }

// FactDifference is a fact that the decision table turns on and that is another now.
type FactDifference struct{ Was, Is FactValue }

// VerdictMoved reports whether the verdict is another, or the project is in one edition
// only.
func (d *Difference) VerdictMoved() bool {
	return d.Old == nil || d.New == nil || d.Old.Verdict() != d.New.Verdict()
}

// Compare tells what moved between two editions, project by project: in the order of
// the new edition, then those that are gone. Projects that nothing moved in are left
// out. A project is the same when its name is, and its department where several have
// the name.
func Compare(old, new []*Report) []Difference {
	before, after := editions(old), editions(new)
	partners, taken := pair(before, after)
	var list []Difference
	for _, now := range after {
		d := Difference{New: now}
		if d.Old = partners[now]; d.Old != nil {
			d.Amounts, d.Facts, d.Figures = movedAmounts(d.Old, now), movedFacts(d.Old, now), movedFigures(d.Old, now)
			if was, is := d.Old.Project.Expiry, now.Project.Expiry; was.State != is.State || was.Value != is.Value {
				d.Expiry = &[2]Field[int]{was, is}
			}
		}
		if d.VerdictMoved() || len(d.Amounts)+len(d.Facts)+len(d.Figures) > 0 || d.Expiry != nil {
			list = append(list, d)
		}
	}
	for _, was := range before {
		if !taken[was] {
			list = append(list, Difference{Old: was})
		}
	}
	return list
}

func editions(reports []*Report) []*Edition {
	var list []*Edition
	eachAssessment(reports, func(submission int, a *Assessment) { list = append(list, &Edition{a, submission}) })
	return list
}

// pair finds for each project of the new edition which of the old it is: of the same
// name and department, else of the same name where only one is left.
func pair(before, after []*Edition) (partners map[*Edition]*Edition, taken map[*Edition]bool) {
	partners, taken = map[*Edition]*Edition{}, map[*Edition]bool{}
	byName := map[string][]*Edition{}
	for _, was := range before {
		byName[fold(was.Name())] = append(byName[fold(was.Name())], was)
	}
	match := func(now *Edition, fits func(*Edition) bool) {
		if partners[now] != nil {
			return
		}
		var found []*Edition
		for _, was := range byName[fold(now.Name())] {
			if !taken[was] && fits(was) {
				found = append(found, was)
			}
		}
		if len(found) > 0 && fits(found[0]) {
			partners[now], taken[found[0]] = found[0], true
		}
	}
	for _, now := range after {
		match(now, func(was *Edition) bool {
			return sameName(was.Project.Department.Text, now.Project.Department.Text)
		})
	}
	left := map[string]int{}
	for _, now := range after {
		if partners[now] == nil {
			left[fold(now.Name())]++
		}
	}
	for _, was := range before {
		if !taken[was] {
			left[fold(was.Name())] += 1000
		}
	}
	for _, now := range after {
		if left[fold(now.Name())] == 1001 { // one on each side
			match(now, func(*Edition) bool { return true })
		}
	}
	return partners, taken
}

func movedFigures(old, new *Edition) []FigureDifference {
	var list []FigureDifference
	for _, is := range new.Figures {
		for _, was := range old.Figures {
			if was.Year == is.Year && !sameFigures(was, is) {
				list = append(list, FigureDifference{was, is})
			}
		}
	}
	return list
}

func sameFigures(a, b YearFigures) bool {
	return sameFigure(a.Cost, b.Cost) && sameFigure(a.Counted, b.Counted) && sameFigure(a.Gap, b.Gap)
}

func sameFigure(a, b Figure) bool { return a.Known == b.Known && (!a.Known || a.Value.Equal(b.Value)) }

func movedFacts(old, new *Edition) []FactDifference {
	var list []FactDifference
	for _, fact := range AllFacts() {
		if was, is := old.Facts.Of(fact), new.Facts.Of(fact); was != is {
			list = append(list, FactDifference{was, is})
		}
	}
	return list
}

// movedAmounts compares the lines of a project, the same by kind, words, area and payer.
func movedAmounts(old, new *Edition) []AmountDifference {
	years := slices.Concat(old.Years, new.Years)
	slices.Sort(years)
	years = slices.Compact(years)
	rest := slices.Clone(old.Lines)
	var list []AmountDifference
	for _, now := range new.Lines {
		var was *LineCase
		if i := slices.IndexFunc(rest, func(l *LineCase) bool { return lineKey(l) == lineKey(now) }); i >= 0 {
			was = rest[i]
			rest = slices.Delete(rest, i, i+1)
		}
		list = append(list, lineDifferences(was, now, years)...)
	}
	for _, was := range rest {
		list = append(list, lineDifferences(was, nil, years)...)
	}
	return list
}

func lineKey(l *LineCase) string {
	parts := []string{l.Kind.Value.String(), fold(l.Item.Text), fold(l.Area.Text), l.Payer.Value.String()}
	return strings.Join(parts, "\x00")
}

// lineDifferences are the years in which a line's amounts differ; years in a row with
// the same difference are one.
func lineDifferences(old, new *LineCase, years []int) []AmountDifference {
	in := func(l *LineCase, year int) Amount {
		if l == nil {
			return Amount{}
		}
		return l.In(year)
	}
	var list []AmountDifference
	for _, year := range years {
		was, is := in(old, year), in(new, year)
		if sameAmount(was, is) {
			continue
		}
		if n := len(list); n > 0 && sameAmount(list[n-1].Was, was) && sameAmount(list[n-1].Is, is) {
			list[n-1].Years = append(list[n-1].Years, year)
			continue
		}
		list = append(list, AmountDifference{old, new, []int{year}, was, is})
	}
	return list
}

func sameAmount(a, b Amount) bool {
	return a.State == b.State && (a.State != Given || a.Value.Equal(b.Value) && a.PriceLevel == b.PriceLevel)
}
