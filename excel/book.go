package excel

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"

	"videre/budget"
	"videre/excel/files"
	"videre/excel/internal/opc"
	"videre/excel/internal/sheetml"
)

// Book is a workbook that has been read. The file it came from is closed and is
// never written to.
type Book struct {
	// SHA256 of the file, in hexadecimal. Of an intact copy of ours it is that of the
	// workbook the copy was made of.
	SHA256 string

	pkg    *opc.Package
	wb     *sheetml.Workbook
	styles *sheetml.Styles // nil when the workbook has none
	sheets []*sheet        // by the workbook's order; nil where there are no cells

	formats []numberFormat // by style
}

// sheet is a worksheet of a book.
type sheet struct {
	*sheetml.Sheet
	index  int
	name   string
	hidden bool
	part   *opc.Part
	merges []sheetml.Range // by their last rows; see mergesByRow
}

// ReadFile reads a file that nobody writes to meanwhile. It fails with an *Unreadable.
func ReadFile(path string) ([]byte, error) {
	data, err := files.Read(path)
	if err != nil {
		return nil, unreadableFile(err)
	}
	return data, nil
}

// readPlain reads a workbook as it stands, an annotated copy too, from memory; data must
// not change after.
func readPlain(data []byte) (*Book, error) {
	pkg, err := opc.Open(data, opc.DefaultLimits)
	if err != nil {
		return nil, classify(data, err)
	}
	return readPackage(pkg, data)
}

// openPlain reads a workbook as it stands. It fails with an *Unreadable.
func openPlain(path string) (*Book, error) {
	data, err := ReadFile(path)
	if err != nil {
		return nil, err
	}
	return readPlain(data)
}

// readPackage reads the workbook that a package of the given bytes holds.
func readPackage(pkg *opc.Package, data []byte) (*Book, error) {
	b, err := bookIn(pkg)
	if err != nil {
		return nil, classify(data, err)
	}
	digest := sha256.Sum256(data)
	b.SHA256 = hex.EncodeToString(digest[:])
	return b, nil
}

// bookIn reads the workbook that a package holds; its SHA256 is left empty. It fails with
// an error that names the part at fault.
func bookIn(pkg *opc.Package) (*Book, error) {
	b := &Book{pkg: pkg}
	if err := b.read(); err != nil {
		return nil, err
	}
	return b, nil
}

func (b *Book) read() error {
	var err error
	if b.wb, err = sheetml.ReadWorkbook(b.pkg); err != nil {
		return err
	}
	var table []string
	if b.wb.Strings != nil {
		if table, err = sheetml.ReadStrings(b.wb.Strings); err != nil {
			return err
		}
	}
	if b.wb.Styles != nil {
		if b.styles, err = sheetml.ReadStyles(b.wb.Styles); err != nil {
			return err
		}
	}
	b.readFormats()
	b.sheets = make([]*sheet, len(b.wb.Sheets))
	for i, info := range b.wb.Sheets {
		if info.Kind != "worksheet" {
			continue
		}
		read, err := sheetml.ReadSheet(info.Part, table)
		if err != nil {
			return &opc.Error{Part: info.Part.Name, Err: fmt.Errorf("the sheet %q: %w", info.Name, unwrapPart(err))}
		}
		b.sheets[i] = &sheet{Sheet: read, index: i, name: info.Name, hidden: info.Hidden, part: info.Part}
	}
	return b.pkg.Check()
}

// unwrapPart takes the part's name off an error that will be given another.
func unwrapPart(err error) error {
	var named *opc.Error
	if errors.As(err, &named) {
		return named.Err
	}
	return err
}

// Place is the sheet and the address of a cell: "Økonomi", "F7".
func (b *Book) Place(o budget.Origin) (sheet, cell string) {
	i, at, ok := place(o)
	if !ok || i >= len(b.wb.Sheets) {
		return "", ""
	}
	return b.wb.Sheets[i].Name, at.String()
}

// Locate is a locator that names the sheet too: "Økonomi!F7".
func (b *Book) Locate(o budget.Origin) string {
	sheet, cell := b.Place(o)
	if sheet == "" {
		return ""
	}
	return sheet + "!" + cell
}
