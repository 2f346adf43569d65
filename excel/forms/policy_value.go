package forms

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/internal/sheets"
	"videre/excel/internal/text"
)

// parameterCell is how the workbook of the rules holds a parameter of one kind: what is
// written, what may be filled in, and how it is read.
type parameterCell interface {
	write(policy *budget.Policy, o sheets.Options) sheets.Cell
	rule(o sheets.Options) sheets.Rule             // nil when anything may be filled in
	read(r *policyReader, t *policyTable, row int) // sets the policy's value, or tells a fault
}

// parameterCellOf is the cell of a parameter's kind.
func parameterCellOf(p budget.Parameter) parameterCell {
	switch v := p.Value().(type) {
	case budget.NameParameter:
		return nameCell{v}
	case budget.YearParameter:
		return yearCell{v}
	case budget.CountParameter:
		return countCell{p, v}
	case budget.AmountParameter:
		return amountParameterCell{v}
	case budget.ChoiceParameter:
		return choiceCell{v}
	case budget.AnswerParameter:
		return answerCell{v}
	}
	panic(fmt.Sprintf("no cell for the parameter %s", p))
}

// nameCell holds a text that is never empty.
type nameCell struct{ budget.NameParameter }

func (c nameCell) write(policy *budget.Policy, _ sheets.Options) sheets.Cell {
	return sheets.InputStyle.Cell(c.Get(policy))
}

func (c nameCell) rule(sheets.Options) sheets.Rule { return nil }

func (c nameCell) read(r *policyReader, t *policyTable, row int) {
	name := r.text(t, row, colValue)
	if name == "" {
		r.tell(t, row, colValue, "policybook.no-name")
	}
	c.Set(r.policy, name)
	r.nameAt = row
}

// yearCell holds a year, and nothing for none.
type yearCell struct{ budget.YearParameter }

func (c yearCell) write(policy *budget.Policy, _ sheets.Options) sheets.Cell {
	if year := c.Get(policy); year != 0 {
		return sheets.InputStyle.Cell(year)
	}
	return sheets.InputStyle.Cell("")
}

func (c yearCell) rule(sheets.Options) sheets.Rule { return sheets.YearRule() }

func (c yearCell) read(r *policyReader, t *policyTable, row int) {
	if r.text(t, row, colValue) == "" {
		return
	}
	year, ok := r.year(t, row, colValue)
	if !ok {
		r.tell(t, row, colValue, "policybook.bad-year")
		return
	}
	c.Set(r.policy, year)
}

// countCell holds a whole number.
type countCell struct {
	parameter budget.Parameter
	budget.CountParameter
}

func (c countCell) write(policy *budget.Policy, _ sheets.Options) sheets.Cell {
	return sheets.InputStyle.Cell(c.Get(policy))
}

func (c countCell) rule(sheets.Options) sheets.Rule { return sheets.WholeBetween(c.Low, c.High) }

func (c countCell) read(r *policyReader, t *policyTable, row int) {
	n, ok := r.number(t, row, colValue)
	low, high := decimal.NewFromInt(int64(c.Low)), decimal.NewFromInt(int64(c.High))
	if !ok || !n.IsInteger() || n.LessThan(low) || n.GreaterThan(high) {
		r.tell(t, row, colValue, "policybook.bad-count", text.Arg("things", lowered{budget.Word{Term: c.parameter}}),
			text.Arg("low", budget.Count(c.Low)), text.Arg("high", budget.Count(c.High)))
		return
	}
	c.Set(r.policy, int(n.IntPart()))
}

// lowered is a value of a sentence in lower case.
type lowered struct{ budget.Value }

// In is the value in lower case.
func (v lowered) In(l budget.Language, at budget.Locator) string {
	return strings.ToLower(v.Value.In(l, at))
}

// amountParameterCell holds an amount in kroner.
type amountParameterCell struct{ budget.AmountParameter }

// mostTyped is the largest amount that the cell takes: more is a slip of the hand.
const mostTyped = 1e9

func (c amountParameterCell) write(policy *budget.Policy, _ sheets.Options) sheets.Cell {
	return sheets.InputMoneyStyle.Cell(sheets.Number(c.Get(policy)))
}

func (c amountParameterCell) rule(sheets.Options) sheets.Rule {
	return sheets.NumberBetween(0, mostTyped)
}

func (c amountParameterCell) read(r *policyReader, t *policyTable, row int) {
	amount, ok := r.number(t, row, colValue)
	if !ok || amount.IsNegative() {
		r.tell(t, row, colValue, "policybook.bad-amount")
		return
	}
	c.Set(r.policy, amount)
}

// choiceCell holds one of the field's fixed words.
type choiceCell struct{ budget.ChoiceParameter }

func (c choiceCell) write(policy *budget.Policy, o sheets.Options) sheets.Cell {
	return sheets.InputStyle.Cell(o.Language.Word(c.Get(policy)))
}

func (c choiceCell) rule(o sheets.Options) sheets.Rule {
	return sheets.OneOf(sheets.Words(o.Language, c.Choices)...)
}

func (c choiceCell) read(r *policyReader, t *policyTable, row int) {
	if word, ok := chosen(r, t, row, colValue, c.Choices); ok {
		c.Set(r.policy, word)
	}
}

// answerCell holds yes or no.
type answerCell struct{ budget.AnswerParameter }

func (c answerCell) write(policy *budget.Policy, o sheets.Options) sheets.Cell {
	if c.Get(policy) {
		return sheets.InputStyle.Cell(o.Text("yes"))
	}
	return sheets.InputStyle.Cell(o.Text("no"))
}

func (c answerCell) rule(o sheets.Options) sheets.Rule {
	return sheets.OneOf(o.Text("yes"), o.Text("no"))
}

func (c answerCell) read(r *policyReader, t *policyTable, row int) {
	meaning, ok := notation.WordTables()["answer"].Find(notation.WordKey(r.text(t, row, colValue)))
	if !ok {
		r.tell(t, row, colValue, "policybook.bad-answer")
		return
	}
	c.Set(r.policy, meaning == "answer.yes")
}
