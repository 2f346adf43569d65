package calc

import (
	"cmp"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"videre/excel/exceltest"
	"videre/excel/internal/sheetml"
)

// contradictions are the stored results of the corpus that do contradict their formulas,
// and why.
var contradictions = map[string]string{
	"named-ranges-global.xlsx Sheet2!B4":             "an array spread over A4:C5 was saved as six formulas, each =A4",
	"named-ranges-global.xlsx Sheet2!C4":             "as B4",
	"named-ranges-global.xlsx Sheet2!A5":             "as B4",
	"named-ranges-global.xlsx Sheet2!B5":             "as B4",
	"named-ranges-global.xlsx Sheet2!C5":             "as B4",
	"named-ranges-global.xlsx Sheet2!A6":             "a name that leads to a name in other letters; the program that saved it knew no such name",
	"CalcChain.xlsx Sheet1!B1":                       "=SUM(C1:D1) of empty cells with the stored result 1, for a test of stale results",
	"blank_template.xlsm Tab 12 - Annual Report!I14": "C14 is stored as #VALUE!, I14 as if it were empty",
	"dft1_tmp.xlsm Tab 12 - Annual Report!I14":       "as in the blank template",
}

// contradiction is the entry of a formula in the list; "" for none.
func contradiction(file string, f stored) string {
	for key := range contradictions {
		if strings.HasSuffix(fmt.Sprintf("%s %s!%s", filepath.Base(file), f.sheet.name, f.at), key) {
			return key
		}
	}
	return ""
}

// stored is a formula of a workbook with its stored result.
type stored struct {
	sheet *fileSheet
	at    sheetml.Ref
	fileFormula
	value  Value
	result Result
}

func (f stored) place() Place { return Place{f.sheet.name, f.at.Row, f.at.Col, f.array} }

// evaluated evaluates every formula of a workbook that has a stored result.
func (b *fileCells) evaluated() (list []stored) {
	for _, name := range b.order {
		s := b.sheet(name)
		if s == nil {
			continue
		}
		for _, at := range slices.SortedFunc(maps.Keys(s.formulas), byPlace) {
			f := stored{sheet: s, at: at, fileFormula: s.formulas[at], value: storedValue(s.Cell(at))}
			if f.text != "" && f.value.Kind != Unknown {
				f.result = Evaluate(f.text, f.place(), b)
				list = append(list, f)
			}
		}
	}
	return list
}

func byPlace(a, b sheetml.Ref) int {
	return cmp.Or(cmp.Compare(a.Row, b.Row), cmp.Compare(a.Col, b.Col))
}

func isFinance(file string) bool {
	return strings.Contains(file, "communitiesuk+") || strings.Contains(file, "yulqen+datamaps")
}

// tally counts formulas with stored results.
type tally struct{ formulas, evaluated, agree, also, array int }

func (c *tally) count(f stored) {
	c.formulas++
	if f.array {
		c.array++
	}
	if f.result.Status != Done {
		return
	}
	c.evaluated++
	switch {
	case Agrees(f.value, f.result.Value, f.result.Largest):
		c.agree++
	case f.result.Agrees(f.value):
		c.agree++
		c.also++
	}
}

func (c *tally) share() float64 { return 100 * float64(c.evaluated) / float64(max(1, c.formulas)) }

func (c *tally) String() string {
	return fmt.Sprintf("%d formulas with a stored result (%d array formulas), %d evaluated (%.1f %%), %d agree, %d of them at a step only",
		c.formulas, c.array, c.evaluated, c.share(), c.agree, c.also)
}

// TestStoredResultsOfTheCorpusAgree holds that no consistent workbook is doubted: what
// differs is named in contradictions.
func TestStoredResultsOfTheCorpusAgree(t *testing.T) {
	var all, finance tally
	ended, met := map[string]int{}, map[string]bool{}
	for _, file := range exceltest.Corpus(t) {
		b := openFile(file)
		if b == nil {
			continue
		}
		for _, f := range b.evaluated() {
			all.count(f)
			if isFinance(file) {
				finance.count(f)
			}
			switch key := contradiction(file, f); {
			case f.result.Status != Done:
				ended[f.result.Status.String()+": "+f.result.Why]++
			case f.result.Agrees(f.value):
			case key == "":
				t.Errorf("%s %s!%s =%.300s: stored %v, computed %v", filepath.Base(file), f.sheet.name, f.at, f.text, f.value, f.result.Value)
			default:
				met[key] = true
			}
		}
	}
	t.Logf("all: %v", &all)
	t.Logf("finance: %v", &finance)
	for _, why := range slices.SortedFunc(maps.Keys(ended), func(a, b string) int { return cmp.Or(ended[b]-ended[a], cmp.Compare(a, b)) }) {
		t.Logf("%6d %s", ended[why], why)
	}
	if finance.formulas == 0 {
		return // another corpus
	}
	if finance.share() < 95 || all.share() < 77 {
		t.Error("fewer formulas are evaluated than before")
	}
	for key, why := range contradictions {
		if !met[key] {
			t.Errorf("%s (%s) was not found", key, why)
		}
	}
}

// inputsPerBook is how many numbers of a workbook are made stale, one after the other.
const inputsPerBook = 40

// inputs lists numbers that are typed and that formulas read, spread over a workbook.
func (b *fileCells) inputs(list []stored) (found []Area) {
	seen := map[Area]bool{}
	for _, f := range list {
		for _, a := range f.result.Read {
			if f.result.Status != Done || a.rows()*a.cols() > 10_000 {
				continue
			}
			for i := range a.rows() * a.cols() {
				one := a.part(i/a.cols(), i%a.cols(), 1, 1)
				if !seen[one] && b.Formula(one.Sheet, one.Top, one.Left) == "" && b.Value(one.Sheet, one.Top, one.Left).Kind == Number {
					seen[one] = true
					found = append(found, one)
				}
			}
		}
	}
	if stride := len(found) / inputsPerBook; stride > 1 {
		kept := found[:0]
		for i := 0; i < len(found); i += stride {
			kept = append(kept, found[i])
		}
		found = kept
	}
	return found
}

// stale raises a number by 1000 and counts the formulas whose result it changes, and
// those of them that no longer agree with what is stored.
func (b *fileCells) stale(input Area, list []stored) (changed, named int) {
	s, at := b.sheet(input.Sheet), sheetml.Ref{Row: input.Top, Col: input.Left}
	s.raised[at] = decimal.NewFromInt(1000)
	defer delete(s.raised, at)
	for _, f := range list {
		reads := func(a Area) bool { return a.Holds(input.Sheet, at.Row, at.Col) }
		if f.result.Status != Done || !slices.ContainsFunc(f.result.Read, reads) {
			continue
		}
		r := Evaluate(f.text, f.place(), b)
		if r.Status != Done || r.Value.String() == f.result.Value.String() {
			continue
		}
		if changed++; !r.Agrees(f.value) {
			named++
		}
	}
	return changed, named
}

// TestStaleResultsAreFound raises numbers that formulas read and leaves the stored
// results as they are. No formula can tell of a number that no result hangs on: a key
// that is not looked for, one that is only counted. Of the others, what is not found
// changes a ratio by less than an amount may be off.
func TestStaleResultsAreFound(t *testing.T) {
	raised, hanging, found, named := 0, 0, 0, 0
	for _, file := range exceltest.Corpus(t) {
		b := openFile(file)
		if b == nil {
			continue
		}
		list := b.evaluated()
		list = slices.DeleteFunc(list, func(f stored) bool { return !f.result.Agrees(f.value) })
		for _, input := range b.inputs(list) {
			raised++
			changed, n := b.stale(input, list)
			if changed > 0 {
				hanging++
			}
			if named += n; n > 0 {
				found++
			} else {
				at := sheetml.Ref{Row: input.Top, Col: input.Left}
				t.Logf("not found: %s %s!%s, which changes %d results", filepath.Base(file), input.Sheet, at, changed)
			}
		}
	}
	ofAll, ofHanging := 100*float64(found)/float64(max(1, raised)), 100*float64(found)/float64(max(1, hanging))
	t.Logf("%d numbers raised, %d found (%.1f %%), %.1f cells named for each", raised, found, ofAll, float64(named)/float64(max(1, found)))
	t.Logf("%d of them change a result, %.1f %% of those are found", hanging, ofHanging)
	if ofHanging < 97 || ofAll < 98 && os.Getenv("VIDERE_CORPUS") == "" {
		t.Error("too few stale results are found")
	}
}
