package calc

import "github.com/shopspring/decimal"

// Kind is what a value is.
type Kind uint8

// The kinds of a value.
const (
	Blank   Kind = iota // an empty cell; 0 among numbers, "" among texts
	Number              // Value.Number
	Text                // Value.Text
	Bool                // Value.Bool
	Error               // Value.Text is its name, #REF!
	Unknown             // a cell whose content is not known: a formula never computed
)

// Value is the value of a cell or of a formula.
type Value struct {
	Kind Kind
	Bool bool
	// Rough tells of a Number that Excel's own may be another in its last digits: more than
	// 15 were cut off, or it was computed from fractions.
	Rough  bool
	Number decimal.Decimal
	Text   string
}

// The errors of formulas.
var (
	errDiv   = Value{Kind: Error, Text: "#DIV/0!"}
	errValue = Value{Kind: Error, Text: "#VALUE!"}
	errRef   = Value{Kind: Error, Text: "#REF!"}
	errNum   = Value{Kind: Error, Text: "#NUM!"}
	errNA    = Value{Kind: Error, Text: "#N/A"}
)

// errorNames are the errors a formula may state, in the order of ERROR.TYPE.
var errorNames = []string{"#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A",
	"#GETTING_DATA", "#SPILL!", "#CALC!"}

// NumberOf is a number as a value.
func NumberOf(d decimal.Decimal) Value { return Value{Kind: Number, Number: d} }

// TextOf is a text as a value.
func TextOf(s string) Value { return Value{Kind: Text, Text: s} }

// BoolOf is a truth value as a value.
func BoolOf(b bool) Value { return Value{Kind: Bool, Bool: b} }

// ErrorOf is an error as a value, by its name.
func ErrorOf(name string) Value { return Value{Kind: Error, Text: name} }

func whole(n int) Value { return NumberOf(decimal.NewFromInt(int64(n))) }

func rough(d decimal.Decimal) Value { return Value{Kind: Number, Number: d, Rough: true} }

func (v Value) isError() bool { return v.Kind == Error }

// String is the value for a person who looks for a fault.
func (v Value) String() string {
	switch v.Kind {
	case Number:
		return v.Number.String()
	case Text:
		return `"` + v.Text + `"`
	case Bool:
		if v.Bool {
			return "TRUE"
		}
		return "FALSE"
	case Error:
		return v.Text
	case Unknown:
		return "(unknown)"
	}
	return "(blank)"
}
