package excel

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"videre/budget"
)

// parameterCell is how the workbook of the rules holds a parameter of one kind: what is
// written, what may be filled in, and how it is read.
type parameterCell interface {
	write(policy *budget.Policy, o Options) cell
	rule(o Options) rule                           // nil when anything may be filled in
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

func (c nameCell) write(policy *budget.Policy, _ Options) cell { return cell{c.Get(policy), inputLook} }

func (c nameCell) rule(Options) rule { return nil }

func (c nameCell) read(r *policyReader, t *policyTable, row int) {
	name := r.text(t, row, colValue)
	if name == "" {
		r.tell(t, row, colValue, "policybook.no-name")
	}
	c.Set(r.policy, name)
}

// yearCell holds a year, and nothing for none.
type yearCell struct{ budget.YearParameter }

func (c yearCell) write(policy *budget.Policy, _ Options) cell {
	if year := c.Get(policy); year != 0 {
		return cell{year, inputLook}
	}
	return cell{"", inputLook}
}

func (c yearCell) rule(Options) rule { return yearRule() }

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

func (c countCell) write(policy *budget.Policy, _ Options) cell {
	return cell{c.Get(policy), inputLook}
}

func (c countCell) rule(Options) rule { return wholeBetween(c.Low, c.High) }

func (c countCell) read(r *policyReader, t *policyTable, row int) {
	n, ok := r.number(t, row, colValue)
	low, high := decimal.NewFromInt(int64(c.Low)), decimal.NewFromInt(int64(c.High))
	if !ok || !n.IsInteger() || n.LessThan(low) || n.GreaterThan(high) {
		r.tell(t, row, colValue, "policybook.bad-count", arg("things", lowered{budget.Word{Term: c.parameter}}),
			arg("low", budget.Count(c.Low)), arg("high", budget.Count(c.High)))
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

func (c amountParameterCell) write(policy *budget.Policy, _ Options) cell {
	return cell{number(c.Get(policy)), inputMoney}
}

func (c amountParameterCell) rule(Options) rule { return numberBetween(0, mostTyped) }

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

func (c choiceCell) write(policy *budget.Policy, o Options) cell {
	return cell{o.Language.Word(c.Get(policy)), inputLook}
}

func (c choiceCell) rule(o Options) rule { return oneOf(words(o.Language, c.Choices)...) }

func (c choiceCell) read(r *policyReader, t *policyTable, row int) {
	if word, ok := chosen(r, t, row, colValue, c.Choices); ok {
		c.Set(r.policy, word)
	}
}

// answerCell holds yes or no.
type answerCell struct{ budget.AnswerParameter }

func (c answerCell) write(policy *budget.Policy, o Options) cell {
	if c.Get(policy) {
		return cell{o.text("yes"), inputLook}
	}
	return cell{o.text("no"), inputLook}
}

func (c answerCell) rule(o Options) rule { return oneOf(o.text("yes"), o.text("no")) }

func (c answerCell) read(r *policyReader, t *policyTable, row int) {
	meaning, ok := wordTables()["answer"].find(wordKey(r.text(t, row, colValue)))
	if !ok {
		r.tell(t, row, colValue, "policybook.bad-answer")
		return
	}
	c.Set(r.policy, meaning == "answer.yes")
}
