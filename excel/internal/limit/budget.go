package limit

// Budget is what one workbook may still ask for. It is shared by all who read that workbook,
// and by nobody else: how one is read never depends on another. It is not for several
// goroutines at once.
type Budget struct {
	most  Limits
	spent Limits
}

// NewBudget begins to count.
func NewBudget(most Limits) *Budget { return &Budget{most: most} }

// Begin begins to count anew what a workbook holds and says: it is read again. The archive is the
// same, and what it comes to stays counted.
func (b *Budget) Begin() { clear(b.spent[Recoded:]) }

// Allow fails where one thing is larger than is allowed.
func (b *Budget) Allow(k Kind, size int64) error { return b.most.allow(k, size) }

// Spend counts n more of a kind, and fails where they are too many.
func (b *Budget) Spend(k Kind, n int) error {
	b.spent[k] += int64(n)
	return b.most.allow(k, b.spent[k])
}

// Spent is how many of a kind were counted.
func (b *Budget) Spent(k Kind) int64 { return b.spent[k] }

// MustSpend is Spend for code that looks at cells, deep inside of what finds out what a
// workbook says: there it does not return, but panics with the
// [*Exceeded], which the door makes an error again.
func (b *Budget) MustSpend(k Kind, n int) {
	if err := b.Spend(k, n); err != nil {
		panic(err)
	}
}
