package budget

// doubtHidden makes unknown the financing that is hidden among a project's other lines, where it
// decides that the project is paid for: nobody who looks at the workbook can have agreed to it. What
// decides nothing counts as it is, and is only told.
func (c *Case) doubtHidden() {
	hidden := c.hiddenFinancing()
	if len(hidden) == 0 || !c.isFull(nil) || c.isFull(hidden) {
		return
	}
	for _, l := range hidden {
		c.Unread = append(c.Unread, Unread{Origin: l.Hidden, Project: c.Project.Origin, Money: true, Kinds: []Kind{l.Kind.Value}})
	}
	c.compute()
}

// hiddenFinancing are the lines that can finance the project and are hidden among others.
func (c *Case) hiddenFinancing() (hidden []*LineCase) {
	for l := range c.financingLines {
		if l.Hidden != NoOrigin {
			hidden = append(hidden, l)
		}
	}
	return hidden
}

// isFull reports whether what counts pays for the cost of every judged year, without some lines.
func (c *Case) isFull(without []*LineCase) bool {
	for i := range c.Figures {
		f := &c.Figures[i]
		if !f.Cost.Known || !f.Counted.Known {
			return false
		}
		counted := f.Counted.Value
		for _, l := range without {
			counted = counted.Sub(l.Counted[i].Value)
		}
		if counted.LessThan(f.Cost.Value) {
			return false
		}
	}
	return len(c.Figures) > 0
}
