package budget

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Portfolio is what is seen across submissions.
type Portfolio struct {
	Findings []PortfolioFinding // in the order of the rules
	Totals   []VerdictTotal     // in the order overviews show verdicts
}

// Spot is a cell of one of several submissions.
type Spot struct {
	Submission int    // index of the report; -1 for no place
	Origin     Origin // the cell in that submission
}

// PortfolioFinding is a finding that concerns several places, in one submission or
// across them.
type PortfolioFinding struct {
	Code    Code   // the kind of finding
	Project string // the first project it concerns, as written; may be empty
	At      Spot   // the place it is told at
	Have    Value  // what stood there
	Want    Value  // what was wanted, or who else claims it
	Related []Spot // other places that have to do with it
}

// Totals are the figures of several projects, in kroner. A sum with a project whose figure is
// not known is unknown.
type Totals struct {
	Projects int    // how many
	Unknown  int    // projects with a figure that is not known
	Cost     Figure // running cost
	Counted  Figure // savings and funding that count
	Gap      Figure // what is missing; no surplus is set against it
}

func newTotals() Totals { return Totals{Cost: zero(), Counted: zero(), Gap: zero()} }

func (t *Totals) add(f YearFigures) {
	t.Projects++
	if !f.Cost.Known || !f.Counted.Known || !f.Gap.Known {
		t.Unknown++
	}
	plain := func(f Figure) Figure { f.Terms = nil; return f }
	t.Cost, t.Counted, t.Gap = t.Cost.Plus(plain(f.Cost)), t.Counted.Plus(plain(f.Counted)), t.Gap.Plus(plain(f.Gap))
}

// VerdictTotal sums the projects of one verdict, each by its worst year.
type VerdictTotal struct {
	Verdict Verdict // the projects'
	Totals
}

// DepartmentTotal sums the projects of one department and verdict in one year.
type DepartmentTotal struct {
	Department string  // as its first project writes it; empty where none is stated
	Verdict    Verdict // the projects'
	Year       int     // the judged year
	Totals
}

// PortfolioRule is one rule about several submissions together.
type PortfolioRule struct {
	Code            Code                               // what it finds
	Fires, Accepted string                             // as a Rule's; a line of dashes divides the workbooks
	Check           func([]*Report) []PortfolioFinding // a report that is nil stands for a file not read
}

// portfolioRules are the rules a batch is held against.
var portfolioRules = []PortfolioRule{
	ruleRepeatedSaving,
	ruleDifferingPriceLevels,
	ruleRepeatedProject,
	ruleUnmatchedWaiver,
}

// Across looks across submissions. Reports that are nil stand for files that could
// not be read.
func Across(reports []*Report) *Portfolio {
	p := &Portfolio{Totals: totals(reports)}
	for _, rule := range portfolioRules {
		p.Findings = append(p.Findings, rule.Check(reports)...)
	}
	return p
}

// eachAssessment calls do for every project of every report.
func eachAssessment(reports []*Report, do func(submission int, a *Assessment)) {
	for i, r := range reports {
		if r == nil {
			continue
		}
		for k := range r.Assessments {
			do(i, &r.Assessments[k])
		}
	}
}

func totals(reports []*Report) []VerdictTotal {
	var of [len(verdicts)]Totals
	for v := range of {
		of[v] = newTotals()
	}
	eachAssessment(reports, func(_ int, a *Assessment) {
		worst, _ := a.Worst()
		of[a.Verdict()].add(worst)
	})
	var list []VerdictTotal
	for _, v := range Verdicts() {
		if of[v].Projects > 0 {
			list = append(list, VerdictTotal{v, of[v]})
		}
	}
	return list
}

// ByDepartment sums projects by department, verdict and year: departments by name,
// verdicts in the order overviews show them.
func ByDepartment(reports []*Report) []DepartmentTotal {
	var sums groups[*DepartmentTotal]
	eachAssessment(reports, func(_ int, a *Assessment) {
		department := a.Project.Department.Text
		for _, f := range a.Figures {
			key := fmt.Sprintf("%s\x00%d\x00%d", fold(department), a.Verdict(), f.Year)
			if sums.byKey[key] == nil {
				sums.add(key, &DepartmentTotal{department, a.Verdict(), f.Year, newTotals()})
			}
			sums.byKey[key][0].add(f)
		}
	})
	var list []DepartmentTotal
	for _, key := range sums.order {
		list = append(list, *sums.byKey[key][0])
	}
	slices.SortStableFunc(list, func(x, y DepartmentTotal) int {
		return cmp.Or(
			strings.Compare(fold(x.Department), fold(y.Department)),
			x.Verdict.rank()-y.Verdict.rank(),
			x.Year-y.Year,
		)
	})
	return list
}

// groups gathers the places that share a key, in the order the keys are first seen.
type groups[T any] struct {
	order []string
	byKey map[string][]T
}

func (g *groups[T]) add(key string, member T) {
	if g.byKey == nil {
		g.byKey = map[string][]T{}
	}
	if g.byKey[key] == nil {
		g.order = append(g.order, key)
	}
	g.byKey[key] = append(g.byKey[key], member)
}

// member is a project's place among several submissions.
type member struct {
	submission int
	of         *Assessment
	line       *LineCase
}

func (m member) spot(o Origin) Spot { return Spot{m.submission, o} }

// severalProjects reports whether the members are of more than one project.
func severalProjects(members []member) bool {
	return slices.ContainsFunc(members[1:], func(m member) bool {
		return m.submission != members[0].submission || m.of != members[0].of
	})
}
