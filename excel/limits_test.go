package excel_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"videre/budget"
	"videre/excel"
	"videre/excel/annotate"
	"videre/excel/exceltest"
	"videre/excel/internal/limit"
	"videre/excel/internal/opc"
	"videre/excel/internal/sheets"
	"videre/excel/reading"
	"videre/excel/workbook"
)

// judgedWithin reads and judges a workbook that may ask for what the limits allow, and gives
// what it asked for.
func judgedWithin(data []byte, most limit.Limits) (spent *limit.Budget, err error) {
	pkg, err := opc.Open(data, most)
	if err != nil {
		return nil, workbook.Classify(data, err)
	}
	book, err := workbook.ReadPackage(pkg, data)
	if err != nil {
		return nil, err
	}
	policy := budget.DefaultPolicy()
	in := &excel.Input{Undone: &annotate.Undone{Book: book}}
	_, err = in.Review(reading.Settings{}, &policy)
	return pkg.Budget(), err
}

// kindOfLimit is what a workbook was refused for.
func kindOfLimit(err error) (limit.Kind, bool) {
	var u *workbook.Unreadable
	many := (*limit.Exceeded)(nil)
	if !errors.As(err, &u) || u.Class != workbook.TooLarge || !errors.As(err, &many) {
		return 0, false
	}
	return many.Kind, true
}

// template is a filled-in template, with more.
func template(t *testing.T, more string) []byte {
	return exceltest.MustBuild(string(read(t, "../testdata/books/skabelon-uden-fejl.txt")) + "\n" + more)
}

// fullBook is a workbook that has some of all that is counted.
func fullBook(t *testing.T) []byte {
	f := exceltest.Open(t, template(t, "# Økonomi\nF6 -1000\nmerge A1:C1\ncondition F5:F9 struck\nnarrow column F\n"))
	defer f.Close()
	name := &excelize.DefinedName{Name: "navn", RefersTo: "Økonomi!$A$1"}
	if err := errors.Join(f.SetDefinedName(name), f.SetCellStr("Økonomi", "A1", "Investeringer")); err != nil {
		t.Fatal(err)
	}
	return exceltest.Saved(t, f)
}

// TestEachLimitHoldsToTheLast holds that a workbook is read that asks for as much as is allowed,
// and that one that asks for one more is refused for that.
func TestEachLimitHoldsToTheLast(t *testing.T) {
	data := fullBook(t)
	spent, err := judgedWithin(data, limit.Unlimited)
	if err != nil {
		t.Fatal(err)
	}
	for _, kind := range []limit.Kind{
		limit.Entries, limit.Bytes, limit.Sheets, limit.Rows, limit.Cells, limit.Text, limit.Strings, limit.CellFormats,
		limit.Formats, limit.Merges, limit.Columns, limit.Conditions, limit.Names, limit.Steps, limit.Projects,
		limit.Lines, limit.Findings,
	} {
		most := limit.Unlimited
		most[kind] = spent.Spent(kind)
		if most[kind] == 0 {
			t.Errorf("%s: the workbook has none", kind)
		}
		if _, err := judgedWithin(data, most); err != nil {
			t.Errorf("%s: %d are refused: %v", kind, most[kind], err)
		}
		most[kind]--
		_, err := judgedWithin(data, most)
		if got, ok := kindOfLimit(err); !ok || got != kind {
			t.Errorf("%s: one more than %d: %v", kind, most[kind], err)
		}
	}
}

// TestOneThingOfTooLargeASizeIsRefused holds the limits of the size of one thing.
func TestOneThingOfTooLargeASizeIsRefused(t *testing.T) {
	long := strings.Repeat("æ", int(limit.Standard[limit.TextLength]))
	for name, c := range map[string]struct {
		book string
		want limit.Kind
		ok   bool
	}{
		"as long as Excel has them":  {"# Ark1\nA1 " + long, 0, true},
		"longer than Excel has them": {"# Ark1\nA1 " + long + "æ", limit.TextLength, false},
		"a format of zeros":          {"# Ark1\nA1 1 {0." + strings.Repeat("0", 5000) + "}", limit.FormatLength, false},
	} {
		_, err := judgedWithin(exceltest.MustBuild(c.book), limit.Standard)
		if got, refused := kindOfLimit(err); got != c.want || refused == c.ok || c.ok && err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestTheWorkIsNotMultiplied holds that twice as much of what a workbook says takes no more than
// a little over twice the steps.
func TestTheWorkIsNotMultiplied(t *testing.T) {
	lines := func(n int) string {
		return strings.Repeat("Opdigtet | Driftsudgift | Løn | Social | | 1.5\n", n)
	}
	for name, book := range map[string]func(n int) string{
		"lines": func(n int) string {
			return "# Mange\nA4 Projekt | Type | Post | Budgetområde | Bemærkning | 2026\n" + rowsFrom(5, lines(n))
		},
		"numbers": func(n int) string { return "# Tal\n" + rowsFrom(1, strings.Repeat("1.25 | 2.5 | 3.75\n", n)) },
		"texts":   func(n int) string { return "# Tekst\n" + rowsFrom(1, strings.Repeat("tekst | mere | og mere\n", n)) },
	} {
		steps := func(n int) int64 {
			spent, err := judgedWithin(exceltest.MustBuild(book(n)), limit.Unlimited)
			if err != nil {
				t.Fatal(err)
			}
			return spent.Spent(limit.Steps)
		}
		if some, twice := steps(200), steps(400); twice > some*5/2 {
			t.Errorf("%s: %d steps, and %d for twice as many", name, some, twice)
		}
	}
}

// rowsFrom gives lines the addresses of the rows from one on.
func rowsFrom(row int, lines string) string {
	var b strings.Builder
	for line := range strings.Lines(lines) {
		b.WriteString(workbook.Ref{Row: row, Col: 1}.String() + " " + line)
		row++
	}
	return b.String()
}

// TestAWorkbookFullOfCellFormatsGetsItsCopy holds that one with no room for more is given back
// without colours, and says so.
func TestAWorkbookFullOfCellFormatsGetsItsCopy(t *testing.T) {
	const item = `<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`
	data := template(t, "# Økonomi\nF6 ved ikke")
	full := rewritten(t, data, "xl/styles.xml", func(styles string) string {
		head, tail, _ := strings.Cut(styles, "</cellXfs>")
		return head + strings.Repeat(item, 65_000-strings.Count(head, "<xf ")) + "</cellXfs>" + tail
	})
	for name, c := range map[string]struct {
		data []byte
		says bool
	}{"few": {data, false}, "full": {full, true}} {
		copied := annotated(t, c.data, sheets.Options{})
		f := exceltest.Open(t, copied)
		rows, err := f.GetRows("Regler og forudsætninger")
		f.Close()
		if err != nil {
			t.Fatal(err)
		}
		if says := strings.Contains(joined(rows), "er ikke farvet"); says != c.says {
			t.Errorf("%s: that nothing is coloured is told: %v", name, says)
		}
	}
}

func joined(rows [][]string) string {
	var b strings.Builder
	for _, row := range rows {
		b.WriteString(strings.Join(row, " ") + "\n")
	}
	return b.String()
}

// rewritten is a package with one part's content made another.
func rewritten(t *testing.T, data []byte, part string, edit func(string) string) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	files := []string{}
	for _, f := range in.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if f.Name == part {
			content = []byte(edit(string(content)))
		}
		files = append(files, f.Name, string(content))
	}
	return zipped(t, files...)
}

// TestTheLimitsAreStated holds that the README and the package's comment state each limit.
func TestTheLimitsAreStated(t *testing.T) {
	for path, l := range map[string]budget.Language{"../README.md": budget.Danish, "doc.go": budget.English} {
		stated := strings.Join(strings.Fields(strings.ReplaceAll(string(read(t, path)), "//", " ")), " ")
		for _, kind := range limit.Kinds() {
			many := &limit.Exceeded{Kind: kind, Most: limit.Standard[kind]}
			if most := budget.Count(many.Shown()).In(l, nil); !strings.Contains(stated, most) {
				t.Errorf("%s does not state %s, %s", path, kind, most)
			}
		}
	}
}
