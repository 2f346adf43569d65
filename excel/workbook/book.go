package workbook

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/internal/opc"
	"videre/excel/internal/sheetml"
)

// FreeName is a name for a new sheet: the wanted one, with a number where a sheet
// of the workbook has it.
func (b *Book) FreeName(wanted string) string {
	name := wanted
	for n := 2; b.HasSheet(name); n++ {
		name = wanted + " (" + strconv.Itoa(n) + ")"
	}
	return name
}

func (b *Book) HasSheet(name string) bool {
	for _, info := range b.Workbook.Sheets {
		if strings.EqualFold(info.Name, name) {
			return true
		}
	}
	return false
}

// Book is a workbook that has been read. The file it came from is closed and is
// never written to.
type Book struct {
	// SHA256 of the file, in hexadecimal. Of an intact copy of ours it is that of the
	// workbook the copy was made of.
	SHA256 string

	Package  *opc.Package
	Workbook *sheetml.Workbook
	Styles   *sheetml.Styles // nil when the workbook has none
	Sheets   []*Sheet        // by the workbook's order; nil where there are no cells

	formats []notation.NumberFormat // by style
}

// Sheet is a worksheet of a book.
type Sheet struct {
	*sheetml.Sheet
	Index  int
	Name   string
	Hidden bool
	Part   *opc.Part
	merges []sheetml.Range // by their last rows; see mergesByRow
}

// Read reads a workbook as it stands, an annotated copy too, from memory; data must
// not change after.
func Read(data []byte) (*Book, error) {
	pkg, err := opc.Open(data, opc.DefaultLimits)
	if err != nil {
		return nil, Classify(data, err)
	}
	return ReadPackage(pkg, data)
}

// Open reads a workbook as it stands. It fails with an *Unreadable.
func Open(path string) (*Book, error) {
	data, err := ReadFile(path)
	if err != nil {
		return nil, err
	}
	return Read(data)
}

// ReadPackage reads the workbook that a package of the given bytes holds.
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
	b := &Book{Package: pkg}
	if err := b.load(); err != nil {
		return nil, err
	}
	return b, nil
}

func (b *Book) load() error {
	var err error
	if b.Workbook, err = sheetml.ReadWorkbook(b.Package); err != nil {
		return err
	}
	var table []string
	if b.Workbook.Strings != nil {
		if table, err = sheetml.ReadStrings(b.Workbook.Strings); err != nil {
			return err
		}
	}
	if b.Workbook.Styles != nil {
		if b.Styles, err = sheetml.ReadStyles(b.Workbook.Styles); err != nil {
			return err
		}
	}
	b.readFormats()
	b.Sheets = make([]*Sheet, len(b.Workbook.Sheets))
	for i, info := range b.Workbook.Sheets {
		if info.Kind != "worksheet" {
			continue
		}
		read, err := sheetml.ReadSheet(info.Part, table)
		if err != nil {
			return &opc.Error{Part: info.Part.Name, Err: fmt.Errorf("the sheet %q: %w", info.Name, unwrapPart(err))}
		}
		b.Sheets[i] = &Sheet{Sheet: read, Index: i, Name: info.Name, Hidden: info.Hidden, Part: info.Part}
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

// Place is the sheet and the address of a cell: "Økonomi", "F7".
func (b *Book) Place(o budget.Origin) (sheet, cell string) {
	i, at, ok := PlaceOf(o)
	if !ok || i >= len(b.Workbook.Sheets) {
		return "", ""
	}
	return b.Workbook.Sheets[i].Name, at.String()
}

// Locate is a locator that names the sheet too: "Økonomi!F7".
func (b *Book) Locate(o budget.Origin) string {
	sheet, cell := b.Place(o)
	if sheet == "" {
		return ""
	}
	return sheet + "!" + cell
}
