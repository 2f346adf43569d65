package forms

import (
	"videre/budget"
	"videre/excel/internal/sheets"
	"videre/excel/internal/text"
)

// confirmationTexts are the columns of the confirmations that hold a text, by their places.
// The code stands first, and the amount between the project and who confirms it.
var confirmationTexts = []struct {
	col      int
	head     budget.Key
	optional bool
	at       func(*budget.Confirmation) *string
}{
	{2, "head.department", true, func(x *budget.Confirmation) *string { return &x.Department }},
	{3, "head.project", false, func(x *budget.Confirmation) *string { return &x.Project }},
	{5, "policybook.confirmed-by", false, func(x *budget.Confirmation) *string { return &x.By }},
	{6, "policybook.date", false, func(x *budget.Confirmation) *string { return &x.Date }},
}

// colConfirmed is the column of the amount that is confirmed, in kroner.
const colConfirmed = 4

func (w *policyWriter) confirmationColumns() []sheets.SheetColumn[*budget.Confirmation] {
	said := func(i int) func(*budget.Confirmation) sheets.Cell {
		return func(x *budget.Confirmation) sheets.Cell { return sheets.InputStyle.Cell(*confirmationTexts[i].at(x)) }
	}
	code := func(x *budget.Confirmation) sheets.Cell { return sheets.InputStyle.Cell(x.Code.String()) }
	amount := func(x *budget.Confirmation) sheets.Cell { return sheets.InputMoneyStyle.Cell(sheets.Number(x.Amount)) }
	return []sheets.SheetColumn[*budget.Confirmation]{
		{Heading: w.Text("head.code"), Width: 10, Value: code},
		{Heading: w.Text("head.department"), Width: 30, Value: said(0)},
		{Heading: w.Text("head.project"), Width: 34, Value: said(1)},
		{Heading: w.Text("policybook.confirmed"), Width: 20, Value: amount},
		{Heading: w.Text("policybook.confirmed-by"), Width: 30, Value: said(2)},
		{Heading: w.Text("policybook.date"), Width: 16, Value: said(3)},
	}
}

func (w *policyWriter) confirmations() {
	columns := w.confirmationColumns()
	g := policySheet(w, "confirmations", columns)
	for i := range w.policy.Confirmations {
		sheets.WriteRow(g, columns, &w.policy.Confirmations[i])
	}
	blankRows(g, len(columns), 20)
	g.Close()
}

// confirmations reads the confirmations of figures. One that lacks a part, or is of a code that
// no confirmation lifts, is told, and is none.
func (r *policyReader) confirmations(t *policyTable) {
	for _, row := range r.rows(t, 2+len(confirmationTexts)) {
		code, known := budget.ParseCode(r.text(t, row, 1))
		if !known || !code.Confirmable() {
			r.tell(t, row, 1, "policybook.unconfirmable", text.Arg("choices", confirmable()))
			continue
		}
		before := len(r.faults)
		x := budget.Confirmation{Code: code}
		for _, c := range confirmationTexts {
			if *c.at(&x) = r.text(t, row, c.col); *c.at(&x) == "" && !c.optional {
				r.tell(t, row, c.col, "policybook.no-confirmation", text.Arg("part", textOf(c.head)))
			}
		}
		amount, ok := r.number(t, row, colConfirmed)
		if !ok {
			r.tell(t, row, colConfirmed, "policybook.bad-confirmed")
		}
		if x.Amount = amount; len(r.faults) == before {
			r.policy.Confirmations = append(r.policy.Confirmations, x)
		}
	}
}

// confirmable are the codes whose figures can be confirmed, as a list in a sentence.
func confirmable() budget.List {
	var list budget.List
	for _, code := range budget.Codes() {
		if code.Confirmable() {
			list = append(list, budget.Quote(code.String()))
		}
	}
	return list
}
