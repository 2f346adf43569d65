package budget

import "github.com/shopspring/decimal"

// State tells how a value stands in the workbook. The four are different, and
// only a Given value may be used.
type State uint8

const (
	Blank      State = iota // nothing stands there
	Given                   // a value that was read with certainty
	Unreadable              // something stands there that is no certain value
	Faulty                  // the cell holds an error (#REF!, #N/A …)
)

var states = [...]string{"blank", "given", "unreadable", "error"}

// String is the state in JSON: "unreadable".
func (s State) String() string { return states[s] }

// Key names the state in the catalogues.
func (s State) Key() Key { return "state." + Key(states[s]) }

// Unread tells that something stands there and could not be used.
func (s State) Unread() bool { return s == Unreadable || s == Faulty }

// Field is one value as a workbook states it. The zero Field is blank and has
// no place; a blank cell that was looked at has an Origin all the same.
type Field[T any] struct {
	State  State  // whether there is a value
	Value  T      // meaningful only when State is Given
	Text   string // what stood there, verbatim; evidence, never compared
	Origin Origin // the cell it stands in
}

// Get returns the value and whether it is given.
func (f Field[T]) Get() (T, bool) { return f.Value, f.State == Given }

// Known reports whether the field is given.
func (f Field[T]) Known() bool { return f.State == Given }

// Amount is an amount of money in kroner.
type Amount struct {
	Field[decimal.Decimal]
	// PriceLevel is the year whose prices the amount is stated in (2026 for
	// 2026-p/l); zero when the workbook states none.
	PriceLevel int
}
