package excel_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"videre/budget"
	"videre/excel"
	"videre/excel/exceltest"
	"videre/excel/internal/sheets"
	"videre/excel/reading"
	"videre/excel/workbook"
)

// seeds are the workbooks that are mutated, written by several programs.
var seeds = []string{
	example + ".xlsx", books + "/skabelon-uden-fejl.xlsx", books + "/skabelon-uden-fejl-libreoffice.xlsx",
	books + "/talformat-skalerer.xlsx", books + "/flettede-celler.xlsx", books + "/formel-med-vaerdi.xlsx",
	books + "/datosystem-1904-libreoffice.xlsx", books + "/overskrifter-i-to-raekker-openpyxl.xlsx",
	packages + "/med-praefiks.xlsx", packages + "/strict.xlsx", packages + "/uden-adresser.xlsx",
}

// seed is a valid workbook, and what is read and found in it.
type seed struct {
	name     string
	parts    []exceltest.Part
	values   map[string]string
	findings map[string]bool
}

func seedOf(t *testing.T, path string) *seed {
	data := read(t, path)
	r := reviewed(t, data, reading.Settings{})
	return &seed{filepath.Base(path), exceltest.Parts(t, data), bookValues(r.Book), told(r)}
}

// told are the findings of a review, each with its place.
func told(r *excel.Review) map[string]bool {
	found := map[string]bool{}
	for _, f := range r.Report.Findings {
		found[f.Code.String()+" "+r.Book.Locate(f.Origin)] = true
	}
	return found
}

// bookValues are the values of every sheet, by name and address.
func bookValues(b *workbook.Book) map[string]string {
	values := map[string]string{}
	for _, s := range b.Sheets {
		if s == nil {
			continue
		}
		for at, value := range rawValues(s.Sheet) {
			values[s.Name+"!"+at] = value
		}
	}
	return values
}

// TestMutantsAreReadAsOthersReadThemOrTold changes valid workbooks in the ways that
// mutations lists. What is read without an error and without a finding more than the valid
// workbook has must be what excelize reads, but for mutations that are safe; and the copy of
// whatever is read must hold it. VIDERE_MUTANTS is
// how many are made, VIDERE_MUTANTS_DIR a folder that those read in silence are put into
// for other judges.
func TestMutantsAreReadAsOthersReadThemOrTold(t *testing.T) {
	count := 600
	if n, err := strconv.Atoi(os.Getenv("VIDERE_MUTANTS")); err == nil {
		count = n
	}
	var all []*seed
	for _, path := range seeds {
		all = append(all, seedOf(t, path))
	}
	tally, made := map[string]int{}, map[string]int{}
	m := &mutator{rand.New(rand.NewSource(12))}
	for n, tries := 0, 0; n < count && tries < 50*count; tries++ {
		s, way := all[m.Intn(len(all))], &mutations[tries%len(mutations)]
		parts, part, ok := m.mutant(way, s.parts)
		if !ok {
			continue
		}
		n++
		made[way.name]++
		x := &mutantCase{seed: s, way: way, what: fmt.Sprintf("%d %s, %s, %s", n, s.name, way.name, part), data: exceltest.Pack(t, parts)}
		tally[x.judge(t)]++
	}
	for _, way := range mutations {
		if made[way.name] == 0 {
			t.Errorf("no mutant of the kind %q", way.name)
		}
	}
	t.Log(tally)
}

// mutantCase is one mutant on trial.
type mutantCase struct {
	*seed
	way  *mutation
	what string
	data []byte
}

// judge reads a mutant and tells what became of it.
func (x *mutantCase) judge(t *testing.T) string {
	in, err := excel.Read(x.data)
	if err != nil {
		x.refused(t, err)
		return "refused"
	}
	policy := budget.DefaultPolicy()
	r, err := in.Review(reading.Settings{}, &policy)
	if err != nil {
		x.refused(t, err)
		return "refused"
	}
	x.copied(t, r)
	for f := range told(r) {
		if !x.findings[f] {
			return "told"
		}
	}
	if x.way.told {
		t.Errorf("%s: read in silence", x.what)
	}
	x.keep(t, r)
	if differ := x.excelize(r.Book); differ != "" && !(x.way.safe && firstDifference(bookValues(r.Book), x.values) == "") {
		t.Errorf("%s: %s", x.what, differ)
	}
	return "as others read it"
}

// refused checks that a person is told why, and in one language.
func (x *mutantCase) refused(t *testing.T, err error) {
	u, ok := err.(*workbook.Unreadable)
	if !ok {
		t.Errorf("%s: %v", x.what, err)
		return
	}
	fault, cure := workbook.Explain(budget.Danish, u)
	if cure == "" || u.Class == workbook.Damaged && strings.HasSuffix(strings.TrimRight(fault, "."), u.Part) && u.Part != "" {
		t.Errorf("%s: %q says nothing of %v", x.what, fault, err)
	}
}

// copied checks that the copy of a mutant that is read can be made, and read again with all
// that the mutant holds.
func (x *mutantCase) copied(t *testing.T, r *excel.Review) {
	data, err := r.Annotate(sheets.Options{})
	if err != nil {
		t.Errorf("%s: no copy: %v", x.what, err)
		return
	}
	copied, err := workbook.Read(data)
	if err != nil {
		t.Errorf("%s: the copy is not read: %v", x.what, err)
		return
	}
	values := bookValues(copied)
	for at, value := range bookValues(r.Book) {
		if values[at] != value {
			t.Errorf("%s: the copy has %q at %s instead of %q", x.what, values[at], at, value)
		}
	}
}

// excelize compares the values with those that excelize reads.
func (x *mutantCase) excelize(book *workbook.Book) (differ string) {
	f, err := excelize.OpenReader(bytes.NewReader(x.data))
	if err != nil {
		return "excelize refuses it: " + err.Error()
	}
	defer f.Close()
	theirs := map[string]string{}
	for _, sheet := range f.GetSheetList() {
		values, err := excelizeValues(f, sheet)
		if err != nil {
			continue // not a worksheet
		}
		for at, value := range values {
			theirs[sheet+"!"+at] = value
		}
	}
	return firstDifference(bookValues(book), theirs)
}

func firstDifference(ours, theirs map[string]string) string {
	for at, value := range ours {
		if theirs[at] != value {
			return fmt.Sprintf("%s is %.60q, excelize reads %.60q", at, value, theirs[at])
		}
	}
	for at, value := range theirs {
		if _, ok := ours[at]; !ok {
			return fmt.Sprintf("%s is blank, excelize reads %.60q", at, value)
		}
	}
	return ""
}

// keep puts a mutant that was read in silence, and what was read, into the folder for other
// judges.
func (x *mutantCase) keep(t *testing.T, r *excel.Review) {
	folder := os.Getenv("VIDERE_MUTANTS_DIR")
	if folder == "" {
		return
	}
	name := filepath.Join(folder, strings.NewReplacer(" ", "_", "/", "-", ",", "", "[", "", "]", "").Replace(x.what))
	content, err := json.Marshal(map[string]any{
		"what": x.what, "values": bookValues(r.Book), "date1904": r.Book.Workbook.Date1904, "looks": looks(r.Book),
	})
	if err == nil {
		err = os.WriteFile(name+".json", content, 0o644)
	}
	if err == nil {
		err = os.WriteFile(name+".xlsx", x.data, 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// looks is what decides how the values are seen: the number formats, by sheet and address, and
// which sheets, rows and ranges are hidden and merged.
func looks(b *workbook.Book) map[string]string {
	all := map[string]string{}
	for _, s := range b.Sheets {
		if s == nil {
			continue
		}
		all[s.Name] = fmt.Sprint(s.Hidden)
		for i := range s.Cells {
			if c := &s.Cells[i]; c.Text != "" {
				all[s.Name+"!"+c.Ref().String()] = b.Styles.Code(int(c.Style))
			}
		}
		for i := range s.Rows {
			if row := &s.Rows[i]; row.Hidden {
				all[fmt.Sprintf("%s!%d", s.Name, row.Number)] = "hidden"
			}
		}
		for _, m := range s.Merges {
			all[s.Name+"!"+m.String()] = "merged"
		}
	}
	return all
}
