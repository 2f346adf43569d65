package reading

import (
	"strings"

	"videre/budget"
	"videre/excel/internal/notation"
)

// SheetAccount is the account of one sheet in words, short: ranges, grouped by what they were
// used as, or why not.
type SheetAccount struct {
	Sheet         string
	Used          string   // "overskrift A4:N4 · Projekt A5:A8"; "" for nothing
	Harmless      string   // likewise
	NotUnderstood []string // a sentence for each range
}

// shownRanges is how many ranges of one kind are named; the others are counted.
const shownRanges = 4

// Sheets are the account's sheets in words, in the workbook's order; name gives the name of a
// sheet by its index.
func (a *Account) Sheets(l budget.Language, name func(int) string) []SheetAccount {
	var sheets []SheetAccount
	at := map[int]int{}
	of := func(sheet int) *SheetAccount {
		i, ok := at[sheet]
		if !ok {
			i = len(sheets)
			at[sheet] = i
			sheets = append(sheets, SheetAccount{Sheet: name(sheet)})
		}
		return &sheets[i]
	}
	for _, sheet := range a.order() {
		s := of(sheet)
		s.Used, s.Harmless = grouped(l, a.Used, sheet), grouped(l, a.Harmless, sheet)
		for _, g := range a.NotUnderstood {
			if g.Sheet == sheet {
				s.NotUnderstood = append(s.NotUnderstood, g.Say(l))
			}
		}
	}
	return sheets
}

// order are the sheets that the account tells of, in the workbook's order.
func (a *Account) order() []int {
	last := -1
	has := map[int]bool{}
	note := func(sheet int) { has[sheet], last = true, max(last, sheet) }
	for _, regions := range [][]Region{a.Used, a.Harmless} {
		for _, r := range regions {
			note(r.Sheet)
		}
	}
	for _, g := range a.NotUnderstood {
		note(g.Sheet)
	}
	var order []int
	for sheet := 0; sheet <= last; sheet++ {
		if has[sheet] {
			order = append(order, sheet)
		}
	}
	return order
}

// grouped are the ranges of a sheet after what they are.
func grouped(l budget.Language, regions []Region, sheet int) string {
	ranges := map[string][]string{}
	var words []string
	for _, r := range regions {
		if r.Sheet != sheet {
			continue
		}
		word := r.Word(l)
		if ranges[word] == nil {
			words = append(words, word)
		}
		ranges[word] = append(ranges[word], r.Range.String())
	}
	var said []string
	for _, word := range words {
		of := ranges[word]
		text := word + " " + strings.Join(of[:min(len(of), shownRanges)], ", ")
		if more := len(of) - shownRanges; more > 0 {
			text += " " + l.Say(budget.Message{Key: "account.more", Args: []budget.Arg{
				{Name: "count", Value: budget.Count(more)},
			}}, nil)
		}
		said = append(said, text)
	}
	return strings.Join(said, " · ")
}

// Word is what the region was used as, or why it is harmless, in words.
func (r Region) Word(l budget.Language) string {
	if name := notation.HeadingName(notation.Role(r.As), l); name != r.As {
		return name
	}
	key := budget.Key("account." + r.As)
	if said := l.Text(key); said != "" && said != string(key) {
		return said
	}
	return r.As
}

// Say is what was not understood, in a sentence.
func (g Gap) Say(l budget.Language) string {
	key := budget.Key("account.gap-text")
	switch {
	case g.As == gapVoid:
		key = "account.gap-void"
	case g.Money && len(g.Projects) > 0:
		key = "account.gap-projects"
	case g.Money:
		key = "account.gap-money"
	}
	var projects budget.List
	for _, p := range g.Projects {
		projects = append(projects, budget.Name(p))
	}
	heading := g.Heading
	if heading == "" {
		heading = g.Text
	}
	return l.Say(budget.Message{Key: key, Args: []budget.Arg{
		{Name: "range", Value: budget.Quote(g.Range.String())}, {Name: "heading", Value: budget.Quote(heading)},
		{Name: "projects", Value: projects},
	}}, func(budget.Origin) string { return "" })
}
