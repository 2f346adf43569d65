package sheetml

import (
	"strings"

	"videre/excel/internal/opc"
	"videre/excel/internal/xmltok"
)

// Table is a table that a worksheet declares, which formulas may call by its name
// (ECMA-376 part 1, 18.5.1.2).
type Table struct {
	Name    string
	Range   Range // its headings and totals in it
	Header  bool  // its first row holds the columns' names
	Totals  bool  // its last row holds totals
	Columns []string
	// Filtered is set where rows of it are filtered out.
	Filtered bool
}

// ReadTables reads the tables of a worksheet. One that cannot be read is left out: what it
// is for is formulas alone, and those that call it are then not understood.
func ReadTables(p *opc.Package, sheet *opc.Part) []Table {
	rels, err := p.Relationships(sheet.Name)
	if err != nil {
		return nil
	}
	var tables []Table
	for _, r := range rels {
		if r.Kind() != "table" || r.External {
			continue
		}
		if part := p.Part(r.Target); part != nil {
			if t, ok := readTable(part); ok {
				tables = append(tables, t)
			}
		}
	}
	return tables
}

// readTable reads a table's part.
func readTable(part *opc.Part) (t Table, ok bool) {
	in, err := part.Open()
	if err != nil {
		return t, false
	}
	defer in.Close()
	s := xmltok.NewScanner(in)
	for {
		kind, err := s.Next()
		switch {
		case err != nil:
			return t, false
		case kind == xmltok.EOF:
			return t, ok
		case kind != xmltok.Start:
		case s.Depth() == 1:
			ok = t.readRoot(s)
		case string(s.Local()) == "filterColumn":
			t.Filtered = true
		case string(s.Local()) == "tableColumn":
			name, _ := s.AttrText("name")
			t.Columns = append(t.Columns, strings.ReplaceAll(name, "_x000a_", "\n"))
		}
	}
}

// readRoot reads what the table's element says; it reports whether the range is one.
func (t *Table) readRoot(s *xmltok.Scanner) (ok bool) {
	t.Name, _ = s.AttrText("displayName")
	header, stated := s.AttrText("headerRowCount")
	t.Header = !stated || header != "0"
	totals, _ := s.AttrText("totalsRowCount")
	t.Totals = totals != "" && totals != "0"
	ref, _ := s.AttrText("ref")
	t.Range, ok = ParseRange(ref)
	return ok
}
