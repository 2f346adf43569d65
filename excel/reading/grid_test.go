package reading_test

import (
	"cmp"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"videre/excel/exceltest"
	"videre/excel/internal/sheetml"
	"videre/excel/reading"
	"videre/excel/workbook"
)

// grid is a sheet as it is typed: cells and merged ranges.
type grid struct {
	name   string
	cells  map[workbook.Ref]string
	merges []workbook.Range
}

// gridsOf are the sheets of a text of package exceltest; none where it states more than cells
// and merged ranges, or has formulas, which name cells.
func gridsOf(text string) []*grid {
	var grids []*grid
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "//") {
			continue
		}
		if name, ok := strings.CutPrefix(line, "# "); ok {
			grids = append(grids, &grid{name: name, cells: map[workbook.Ref]string{}})
			continue
		}
		word, rest, _ := strings.Cut(line, " ")
		at, isRef := sheetml.ParseRef(word)
		switch {
		case len(grids) == 0, strings.Contains(line, "=") || !isRef && word != "merge":
			return nil
		case isRef:
			grids[len(grids)-1].put(at, strings.Split(rest, " | "))
		default:
			merged, _ := sheetml.ParseRange(rest)
			grids[len(grids)-1].merges = append(grids[len(grids)-1].merges, merged)
		}
	}
	return grids
}

// put types texts beside each other.
func (g *grid) put(at workbook.Ref, texts []string) {
	for i, text := range texts {
		if text = strings.TrimSpace(text); text != "" {
			g.cells[workbook.Ref{Row: at.Row, Col: at.Col + i}] = text
		}
	}
}

// size is the last row and the last column that the grid fills.
func (g *grid) size() (row, col int) {
	for at := range g.cells {
		row, col = max(row, at.Row), max(col, at.Col)
	}
	return row, col
}

// moved is the grid with each cell where a function says.
func (g *grid) moved(to func(workbook.Ref) workbook.Ref) *grid {
	made := &grid{name: g.name, cells: map[workbook.Ref]string{}}
	for at, text := range g.cells {
		made.cells[to(at)] = text
	}
	for _, m := range g.merges {
		made.merges = append(made.merges, workbook.Range{From: to(m.From), To: to(m.To)})
	}
	return made
}

// withRow is the grid with a blank row before one.
func (g *grid) withRow(before int) *grid {
	return g.moved(func(at workbook.Ref) workbook.Ref {
		if at.Row >= before {
			at.Row++
		}
		return at
	})
}

// withColumn is the grid with a blank column before one.
func (g *grid) withColumn(before int) *grid {
	return g.moved(func(at workbook.Ref) workbook.Ref {
		if at.Col >= before {
			at.Col++
		}
		return at
	})
}

// fataler ends a test, as [testing.T] and [rapid.T] do.
type fataler interface{ Fatal(...any) }

// built is the workbook that grids make.
func built(t fataler, grids []*grid) *workbook.Book {
	var text strings.Builder
	for _, g := range grids {
		fmt.Fprintf(&text, "# %s\n", g.name)
		order := slices.SortedFunc(maps.Keys(g.cells), func(a, b workbook.Ref) int {
			return cmp.Or(cmp.Compare(a.Row, b.Row), cmp.Compare(a.Col, b.Col))
		})
		for _, at := range order {
			fmt.Fprintf(&text, "%s %s\n", at, g.cells[at])
		}
		for _, m := range g.merges {
			fmt.Fprintf(&text, "merge %s\n", m)
		}
	}
	data, err := exceltest.Build(text.String())
	if err != nil {
		t.Fatal(err)
	}
	b, err := workbook.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// readOf reads the workbook that grids make.
func readOf(t fataler, grids ...*grid) *reading.Reading {
	return reading.Read(built(t, grids), reading.Settings{})
}

// books are the texts of testdata/books that are grids, by their names.
func books(t *testing.T) map[string][]*grid {
	t.Helper()
	paths, err := filepath.Glob("../../testdata/books/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	found := map[string][]*grid{}
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if grids := gridsOf(string(text)); grids != nil {
			found[strings.TrimSuffix(filepath.Base(path), ".txt")] = grids
		}
	}
	if len(found) < 20 {
		t.Fatalf("%d workbooks of cells alone", len(found))
	}
	return found
}
