package workbook

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"

	"videre/excel/files"
	"videre/excel/internal/limit"
	"videre/excel/internal/notation"
	"videre/excel/internal/opc"
	"videre/excel/internal/sheetml"
)

// Book is a workbook that has been read. The file it came from is closed and is
// never written to.
type Book struct {
	// SHA256 is the hash of the file in hexadecimal. Of an intact copy of ours it is that of
	// the workbook the copy was made of.
	SHA256 string
	// Sheets are the worksheets in the workbook's order; nil where it has a sheet of another
	// kind, such as a chart.
	Sheets []*Sheet

	// What lies underneath, for the rooms that edit it: the package, its workbook part, and
	// its styles, which are nil when it has none.
	Package  *opc.Package
	Workbook *sheetml.Workbook
	Styles   *sheetml.Styles

	formats []*notation.Format            // by style, those that were asked for
	codes   map[string]*notation.Format   // by their codes
	general *notation.Format              // of a style that the workbook does not have; nil until one is asked for
	budget  *limit.Budget                 // what it may ask for; of its package
	tables  map[*opc.Part][]sheetml.Table // declared on sheets, those that were asked for
	asCells *bookCells                    // the book as its formulas read it; nil until one is computed
}

// Open reads the workbook of a path as it stands, an annotated copy too. It fails with an
// [*Unreadable], and with nothing else.
func Open(path string) (*Book, error) {
	data, err := ReadFile(path)
	if err != nil {
		return nil, err
	}
	return Read(data)
}

// Read reads a workbook as it stands, an annotated copy too, from memory; data must not
// change after. It fails with an [*Unreadable].
func Read(data []byte) (*Book, error) {
	pkg, err := opc.Open(data, opc.DefaultLimits)
	if err != nil {
		return nil, Classify(data, err)
	}
	return ReadPackage(pkg, data)
}

// ReadPackage reads the workbook that a package of the given bytes holds. It fails with an
// [*Unreadable].
func ReadPackage(pkg *opc.Package, data []byte) (*Book, error) {
	b, err := InPackage(pkg)
	if err != nil {
		return nil, Classify(data, err)
	}
	digest := sha256.Sum256(data)
	b.SHA256 = hex.EncodeToString(digest[:])
	return b, nil
}

// InPackage reads the workbook that a package holds; its SHA256 is left empty. It fails with
// an error that names the part at fault.
func InPackage(pkg *opc.Package) (*Book, error) {
	b := &Book{Package: pkg, budget: pkg.Budget()}
	b.budget.Begin()
	if err := b.load(); err != nil {
		return nil, err
	}
	return b, nil
}

// Spend counts steps of finding out what the book says, of which one is about a look at a cell,
// and does not return where they are too many; see [Guard].
func (b *Book) Spend(steps int) { b.budget.MustSpend(limit.Steps, steps) }

// Count counts what the book was found to report and what there is to say of it, and does not
// return where that is too much; see [Guard].
func (b *Book) Count(projects, lines, findings int) {
	b.budget.MustSpend(limit.Projects, projects)
	b.budget.MustSpend(limit.Lines, lines)
	b.budget.MustSpend(limit.Findings, findings)
}

// load reads the parts of the package that a book is made of.
func (b *Book) load() error {
	var err error
	if b.Workbook, err = sheetml.ReadWorkbook(b.Package); err != nil {
		return err
	}
	var table []string
	var struck sheetml.Struck
	if b.Workbook.Strings != nil {
		if table, struck, err = sheetml.ReadRichStrings(b.Workbook.Strings); err != nil {
			return err
		}
	}
	if b.Workbook.Styles != nil {
		if b.Styles, err = sheetml.ReadStyles(b.Workbook.Styles); err != nil {
			return err
		}
	}
	if b.Styles != nil && b.Workbook.Theme != nil {
		b.Styles.ReadTheme(b.Workbook.Theme)
	}
	if b.Styles != nil {
		b.formats, b.codes = make([]*notation.Format, len(b.Styles.Formats)), map[string]*notation.Format{}
	}
	b.Sheets = make([]*Sheet, len(b.Workbook.Sheets))
	for i, info := range b.Workbook.Sheets {
		if info.Kind != "worksheet" {
			continue
		}
		read, err := sheetml.ReadRichSheet(info.Part, table, struck)
		if err == nil {
			err = read.CheckFormats(b.Styles)
		}
		if err != nil {
			return &opc.Error{Part: info.Part.Name, Sheet: info.Name, Err: unwrapPart(err)}
		}
		b.Sheets[i] = &Sheet{
			Sheet: read, whole: read, budget: b.budget, Index: i, Name: info.Name, Hidden: info.Hidden, Part: info.Part,
		}
	}
	return b.Package.Check()
}

// unwrapPart takes the part's name off an error that will be given another.
func unwrapPart(err error) error {
	var named *opc.Error
	if errors.As(err, &named) {
		return named.Err
	}
	return err
}

// ReadFile reads the bytes of a file that nobody writes to meanwhile, whatever they are. It
// fails with an [*Unreadable].
func ReadFile(path string) ([]byte, error) {
	data, err := files.Read(path)
	if err != nil {
		return nil, unreadableFile(err)
	}
	return data, nil
}
