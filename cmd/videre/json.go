package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"videre/budget"
	"videre/excel/reading"
)

// The JSON that assessing and checking print. Every key is always there; amounts
// are strings in kroner, null where they are not known.
type (
	jsonRun struct {
		Version     string         `json:"version"`
		BudgetYear  *int           `json:"budget_year"`
		Policy      jsonPolicy     `json:"policy"`
		Assumptions []string       `json:"assumptions"`
		Summary     *string        `json:"summary"`
		Workbooks   []jsonWorkbook `json:"workbooks"`
		Portfolio   jsonPortfolio  `json:"portfolio"`
	}
	jsonPolicy struct {
		Name   string `json:"name"`
		SHA256 string `json:"sha256"`
	}
	jsonWorkbook struct {
		Path     string        `json:"path"`
		SHA256   *string       `json:"sha256"`
		Output   *string       `json:"output"`
		Error    *string       `json:"error"`
		Projects []jsonProject `json:"projects"`
		Findings []jsonFinding `json:"findings"`
		Account  jsonAccount   `json:"account"`
	}
	jsonProject struct {
		Name                string       `json:"name"`
		Department          string       `json:"department"`
		Verdict             string       `json:"verdict"`
		DecisionRow         int          `json:"decision_row"`
		Due                 *bool        `json:"due"`
		WorstYear           *int         `json:"worst_year"`
		AnnualCost          *string      `json:"annual_cost"`
		OneOff              *string      `json:"one_off"`
		Counted             *string      `json:"counted"`
		CountedSavings      *string      `json:"counted_savings"`
		CountedFunding      *string      `json:"counted_funding"`
		CountedReallocation *string      `json:"counted_reallocation"`
		Uncounted           *string      `json:"uncounted"`
		Coverage            *string      `json:"coverage"`
		Gap                 *string      `json:"gap"`
		Repayment           *string      `json:"repayment"`
		Years               []jsonYear   `json:"years"`
		Lines               []jsonLine   `json:"lines"`
		Waivers             []jsonWaiver `json:"waivers"`
		Reasons             []string     `json:"reasons"`
		WhatWouldChange     []string     `json:"what_would_change"`
		Origin              jsonPlace    `json:"origin"`
	}
	jsonYear struct {
		Year      int     `json:"year"`
		Cost      *string `json:"cost"`
		Counted   *string `json:"counted"`
		Uncounted *string `json:"uncounted"`
		Coverage  *string `json:"coverage"`
		Gap       *string `json:"gap"`
	}
	jsonLine struct {
		Kind           string             `json:"kind"`
		Item           string             `json:"item"`
		Area           string             `json:"area"`
		Payer          string             `json:"payer"`
		Counts         string             `json:"counts"`
		Why            string             `json:"why"`
		Frame          *string            `json:"frame"`
		Share          *string            `json:"share"`
		Giver          *string            `json:"giver"`
		CommittedUntil *int               `json:"committed_until"`
		Forever        bool               `json:"forever"`
		Amounts        map[string]*string `json:"amounts"`
		Origin         jsonPlace          `json:"origin"`
	}
	jsonWaiver struct {
		Code       string `json:"code"`
		Department string `json:"department"`
		Project    string `json:"project"`
		Reason     string `json:"reason"`
		DecidedBy  string `json:"decided_by"`
		Date       string `json:"date"`
	}
	jsonPlace struct {
		Sheet string `json:"sheet"`
		Cell  string `json:"cell"`
	}
	jsonFault struct {
		Code     string `json:"code"`
		Name     string `json:"name"`
		Severity string `json:"severity"`
		Project  string `json:"project"`
	}
	jsonSaid struct {
		Have      string `json:"have"`
		Want      string `json:"want"`
		Message   string `json:"message"`
		Fix       string `json:"fix"`
		Certainty string `json:"certainty"`
	}
	jsonFinding struct {
		jsonFault
		jsonPlace
		jsonSaid
		Related []jsonPlace `json:"related"`
	}
	jsonPortfolio struct {
		Findings []jsonSpotted `json:"findings"`
		Totals   []jsonTotal   `json:"totals"`
	}
	jsonSpot struct {
		Workbook string `json:"workbook"`
		jsonPlace
	}
	jsonSpotted struct {
		jsonFault
		jsonSpot
		jsonSaid
		Related []jsonSpot `json:"related"`
	}
	jsonTotal struct {
		Verdict         string  `json:"verdict"`
		Projects        int     `json:"projects"`
		UnknownProjects int     `json:"unknown_projects"`
		AnnualCost      *string `json:"annual_cost"`
		Counted         *string `json:"counted"`
		Gap             *string `json:"gap"`
	}
)

// writeJSON writes a value of JSON.
func writeJSON(w io.Writer, value any) error {
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetIndent("", "  ")
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		return err
	}
	_, err := io.WriteString(w, escaped(text.String()))
	return err
}

// escaped is a JSON text in which what steers a terminal is written as its number: such
// characters stand within strings alone.
func escaped(text string) string {
	if strings.IndexFunc(text, steers) < 0 {
		return text
	}
	var b strings.Builder
	for _, r := range text {
		if steers(r) {
			fmt.Fprintf(&b, `\u%04x`, r)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// jsonRun is what came of a run.
func (v voice) jsonRun(o *outcome) jsonRun {
	run := jsonRun{
		Version:     programVersion(),
		Policy:      jsonPolicy{o.policy.Name, o.policy.Fingerprint()},
		Assumptions: []string{},
		Workbooks:   []jsonWorkbook{},
		Portfolio:   v.jsonPortfolio(o),
	}
	if year := o.workbooks.budgetYear(); year != 0 {
		run.BudgetYear = &year
	}
	if o.summary != "" && o.broken == nil {
		run.Summary = &o.summary
	}
	for _, w := range o.workbooks {
		run.Workbooks = append(run.Workbooks, v.jsonWorkbook(w))
		if w.review == nil {
			continue
		}
		for _, m := range w.review.Report.Assumptions {
			if said := v.language.Say(m, w.review.Book.Locate); !slices.Contains(run.Assumptions, said) {
				run.Assumptions = append(run.Assumptions, said)
			}
		}
	}
	return run
}

// jsonPortfolio is what is seen across workbooks.
func (v voice) jsonPortfolio(o *outcome) jsonPortfolio {
	j := jsonPortfolio{Findings: []jsonSpotted{}, Totals: []jsonTotal{}}
	for _, f := range o.across.Findings {
		spotted := jsonSpotted{
			jsonFaultOf(f.Code, o.policy, f.Project), o.spot(f.At),
			jsonSaid{
				budget.Verbatim(f.Have), budget.Verbatim(f.Want),
				v.language.PortfolioFault(f), v.language.PortfolioFix(f), f.Code.Certainty().String(),
			},
			[]jsonSpot{},
		}
		for _, s := range f.Related {
			spotted.Related = append(spotted.Related, o.spot(s))
		}
		j.Findings = append(j.Findings, spotted)
	}
	for _, t := range o.across.Totals {
		j.Totals = append(j.Totals, jsonTotal{
			t.Verdict.String(), t.Projects, t.Unknown, amount(t.Cost), amount(t.Counted), amount(t.Gap),
		})
	}
	return j
}

// spot is a place in one of the run's workbooks.
func (o *outcome) spot(s budget.Spot) jsonSpot {
	if s.Submission < 0 {
		return jsonSpot{}
	}
	w := o.workbooks[s.Submission]
	return jsonSpot{w.path, placeOf(s.Origin, w.review)}
}

// jsonWorkbook is one file of a run.
func (v voice) jsonWorkbook(w *input) jsonWorkbook {
	j := jsonWorkbook{Path: w.path, Projects: []jsonProject{}, Findings: []jsonFinding{}, Account: noAccount()}
	if w.err != nil {
		fault, cure := v.sentence(w.path, w.output, w.err)
		said := fault + " " + cure
		j.Error = &said
	}
	if w.review == nil {
		return j
	}
	j.SHA256 = &w.review.Book.SHA256
	if w.output != "" && w.err == nil {
		j.Output = &w.output
	}
	for i := range w.review.Report.Assessments {
		j.Projects = append(j.Projects, v.jsonProject(&w.review.Report.Assessments[i], w.review))
	}
	for _, f := range w.review.Report.Findings {
		j.Findings = append(j.Findings, v.jsonFinding(f, w.review))
	}
	j.Account = jsonAccountOf(w.review)
	return j
}

// jsonProject is a project, with the figures of the year that decides.
func (v voice) jsonProject(s *budget.Assessment, review *reading.Judged) jsonProject {
	j := jsonProject{
		Name: s.Name(), Department: s.Project.Department.Text,
		Verdict: s.Verdict().String(), DecisionRow: s.Decision.Row.Number,
		OneOff: amount(s.OneOff), Years: []jsonYear{}, Lines: []jsonLine{}, Waivers: []jsonWaiver{},
		Reasons: v.sentences(s.Reasons, review), WhatWouldChange: v.sentences(s.Changes, review),
		Origin: placeOf(s.Project.Origin, review),
	}
	if due, known := s.Due(); known {
		j.Due = &due
	}
	if worst, ok := s.Worst(); ok {
		j.WorstYear = &worst.Year
		j.AnnualCost, j.Counted, j.Gap = amount(worst.Cost), amount(worst.Counted), amount(worst.Gap)
		j.CountedSavings, j.CountedFunding = amount(worst.CountedSavings), amount(worst.CountedFunding)
		j.CountedReallocation, j.Repayment = amount(worst.CountedReallocation), amount(worst.Repayment)
		j.Uncounted = amount(worst.Uncounted)
		j.Coverage = coverage(worst.Coverage)
	}
	for _, f := range s.Figures {
		j.Years = append(j.Years, jsonYear{
			f.Year, amount(f.Cost), amount(f.Counted), amount(f.Uncounted), coverage(f.Coverage), amount(f.Gap),
		})
	}
	for _, l := range s.Lines {
		j.Lines = append(j.Lines, v.jsonLine(l, s.Years, review))
	}
	for _, w := range s.Waivers {
		j.Waivers = append(j.Waivers, jsonWaiver{w.Code.String(), w.Department, w.Project, w.Reason, w.DecidedBy, w.Date})
	}
	return j
}

// jsonLine is a line with its amounts in the years judged.
func (v voice) jsonLine(l *budget.LineCase, years []int, review *reading.Judged) jsonLine {
	j := jsonLine{
		Kind: l.Kind.Value.String(), Item: l.Item.Text, Area: l.Area.Text, Payer: l.Payer.Value.String(),
		Counts: l.Counts.String(), Why: v.language.Say(l.Why, review.Book.Locate),
		Frame: wordOf(l.Frame), Share: shareOf(l.Share), Giver: wordOf(l.Giver), Forever: l.Forever.Value,
		Amounts: map[string]*string{}, Origin: placeOf(l.Origin, review),
	}
	if until, stated := l.CommittedUntil.Get(); stated {
		j.CommittedUntil = &until
	}
	for _, year := range years {
		var said *string
		if value, given := l.In(year).Get(); given {
			plain := budget.Plain(value)
			said = &plain
		}
		j.Amounts[strconv.Itoa(year)] = said
	}
	return j
}

// jsonFinding is a finding, its sentence begun by its cell.
func (v voice) jsonFinding(f budget.Finding, review *reading.Judged) jsonFinding {
	at := placeOf(f.Origin, review)
	message := v.language.Fault(f, review.Book.Locate)
	if at.Cell != "" {
		message = at.Cell + ": " + message
	}
	j := jsonFinding{
		jsonFaultOf(f.Code, review.Report.Policy, f.Project), at,
		jsonSaid{
			budget.Verbatim(f.Have), budget.Verbatim(f.Want),
			message, v.language.Fix(f, review.Book.Locate), f.Code.Certainty().String(),
		},
		[]jsonPlace{},
	}
	for _, o := range f.Related {
		j.Related = append(j.Related, placeOf(o, review))
	}
	return j
}

// jsonFaultOf is what is wrong, how bad the rules say that it is, and whose it is.
func jsonFaultOf(code budget.Code, policy *budget.Policy, project string) jsonFault {
	return jsonFault{code.String(), code.Name(), policy.SeverityOf(code).String(), project}
}

// sentences are messages as sentences.
func (v voice) sentences(messages []budget.Message, review *reading.Judged) []string {
	said := []string{}
	for _, m := range messages {
		said = append(said, v.language.Say(m, review.Book.Locate))
	}
	return said
}

// placeOf is where a cell stands.
func placeOf(o budget.Origin, review *reading.Judged) jsonPlace {
	sheet, cell := review.Book.Place(o)
	return jsonPlace{sheet, cell}
}

// wordOf is the word of a term; nil when it is not given.
func wordOf[T budget.Term](f budget.Field[T]) *string {
	term, given := f.Get()
	if !given {
		return nil
	}
	word := term.String()
	return &word
}

// shareOf is a share as a number from 0 to 1; nil when it is not given.
func shareOf(f budget.Field[decimal.Decimal]) *string {
	share, given := f.Get()
	if !given {
		return nil
	}
	plain := share.String()
	return &plain
}

// amount is a figure in kroner; nil when it is not known.
func amount(f budget.Figure) *string {
	if !f.Known {
		return nil
	}
	plain := budget.Plain(f.Value)
	return &plain
}

// coverage is a ratio with four decimals, cut; nil when it is not known.
func coverage(f budget.Figure) *string {
	if !f.Known {
		return nil
	}
	ratio := f.Value.Truncate(4).StringFixed(4)
	return &ratio
}
