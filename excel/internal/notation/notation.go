package notation

// Notation is how a text writes numbers.
type Notation uint8

const (
	eitherNotation  Notation = iota // nothing settles it, or nothing turns on it
	DanishNotation                  // 1.650.000,50
	EnglishNotation                 // 1,650,000.50
)
