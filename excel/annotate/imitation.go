package annotate

import (
	"slices"
	"strings"

	"videre/budget"
	"videre/excel/internal/sheetml"
	"videre/excel/workbook"
)

// Imitations are what stands in a department's workbook and looks like ours: a sheet with
// the headings of one of ours, columns with the headings of our verdicts, notes that begin as
// ours do, names that mark what is ours. Once for each sheet and kind; it is told, and read as
// the department's.
func Imitations(b *workbook.Book) []budget.Beside {
	var all []budget.Beside
	for _, s := range b.Sheets {
		if s == nil {
			continue
		}
		look := (&imitator{s, headsOn(s)}).look()
		notes, related := imitatedNotes(b, s)
		if look == nil {
			look = imitatedMark(b, s.Index)
		}
		if look != nil {
			all = append(all, *look)
		}
		if notes != budget.NoOrigin {
			all = append(all, budget.Beside{Kind: budget.BesideImitated, Origin: notes,
				What: imitated("beside.note", s.Name), Related: related})
		}
	}
	return all
}

// imitated says what looks like ours on a sheet.
func imitated(key budget.Key, sheet string) budget.Value {
	return budget.Phrase{Key: key, Args: []budget.Arg{{Name: "sheet", Value: budget.Quote(sheet)}}}
}

// imitator looks on one sheet.
type imitator struct {
	*workbook.Sheet
	heads map[budget.Key]sheetml.Ref // the first cell with each heading
}

// pairs are two headings that no sheet but ours has both.
var pairs = [][2]budget.Key{
	{"head.included", "head.decision"}, {"policy.fingerprint", "policy.table"}, {"head.fault", "head.fix"},
}

// headsOn are the headings of ours on a sheet, near its top.
func headsOn(s *workbook.Sheet) map[budget.Key]sheetml.Ref {
	const within = 80
	keys := []budget.Key{"column.verdict", "column.coverage", "column.gap", "column.reason"}
	for _, pair := range pairs {
		keys = append(keys, pair[:]...)
	}
	heads := map[budget.Key]sheetml.Ref{}
	for i := range s.Cells {
		cell := &s.Cells[i]
		if cell.Row > within {
			break
		}
		for _, key := range keys {
			if _, seen := heads[key]; !seen && cell.Kind == sheetml.Text && isText(cell.Text, key) {
				heads[key] = cell.Ref()
			}
		}
	}
	return heads
}

// look finds a sheet of ours, or columns of ours.
func (s *imitator) look() *budget.Beside {
	for _, pair := range pairs {
		one, hasOne := s.heads[pair[0]]
		if _, hasOther := s.heads[pair[1]]; hasOne && hasOther {
			return s.at(one, "beside.sheet")
		}
	}
	verdict, found := s.heads["column.verdict"]
	if !found {
		return nil
	}
	for _, key := range []budget.Key{"column.coverage", "column.gap", "column.reason"} {
		if other, has := s.heads[key]; has && (other.Row == verdict.Row || other.Col == verdict.Col) {
			return s.at(verdict, "beside.columns")
		}
	}
	if s.isVerdictNear(verdict) {
		return s.at(verdict, "beside.columns")
	}
	return nil
}

// isVerdictNear reports whether a verdict in our words stands under a heading, or right of it.
func (s *imitator) isVerdictNear(head sheetml.Ref) bool {
	return slices.ContainsFunc(s.Cells, func(c sheetml.Cell) bool {
		under, right := int(c.Col) == head.Col && int(c.Row) > head.Row, int(c.Row) == head.Row && int(c.Col) > head.Col
		return (under || right) && slices.ContainsFunc(budget.Verdicts(), func(v budget.Verdict) bool {
			return slices.ContainsFunc(budget.Languages(), func(l budget.Language) bool {
				return strings.EqualFold(strings.TrimSpace(c.Text), l.Word(v))
			})
		})
	})
}

func (s *imitator) at(at sheetml.Ref, key budget.Key) *budget.Beside {
	return &budget.Beside{Kind: budget.BesideImitated, Origin: workbook.OriginOf(s.Index, at), What: imitated(key, s.Name)}
}

// imitatedMark finds a name that marks something on a sheet as ours.
func imitatedMark(b *workbook.Book, index int) *budget.Beside {
	for _, n := range b.Workbook.Names {
		if !isOurName(n.Name) || n.Name == markCorrected || strings.HasPrefix(n.Name, markKept) {
			continue
		}
		if at, where, ok := b.Area(n); ok && at == index {
			o := workbook.OriginOf(index, where.From)
			return &budget.Beside{Kind: budget.BesideImitated, Origin: o, What: imitated("beside.mark", b.SheetName(index))}
		}
	}
	return nil
}

// imitatedNotes are the cells with notes that begin as ours do.
func imitatedNotes(b *workbook.Book, s *workbook.Sheet) (first budget.Origin, others []budget.Origin) {
	asides, _ := b.Asides(s) // damage is told where they are read
	for _, a := range asides {
		ours := slices.ContainsFunc(noteHeadings(), func(heading string) bool { return strings.Contains(a.Text, heading) })
		switch o := workbook.OriginOf(s.Index, a.At); {
		case !ours || a.Box:
		case first == budget.NoOrigin:
			first = o
		default:
			others = append(others, o)
		}
	}
	return first, others
}
