package excel

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"videre/budget"
	"videre/excel/internal/opc"
	"videre/excel/internal/sheetml"
)

// Book is a workbook that has been read. The file it came from is closed and is
// never written to.
type Book struct {
	// SHA256 of the input, in hexadecimal. Of an intact copy of ours it is that of
	// the workbook the copy was made of.
	SHA256 string
	// FromCopy tells that the input was an intact annotated copy, which was turned
	// back into the workbook it was made of.
	FromCopy bool
	// Corrected tells that the input was an annotated copy that somebody corrected and
	// saved: what was ours in it was taken off by meaning, and not byte for byte.
	Corrected bool

	pkg    *opc.Package
	wb     *sheetml.Workbook
	styles *sheetml.Styles // nil when the workbook has none
	sheets []*sheet        // by the workbook's order; nil where there are no cells

	formats []numberFormat // by style
	entries []entry        // what people wrote in the copy's columns meant for them
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

// maxFile is the largest file that is read.
const maxFile = 1 << 30

// Open reads a workbook. It fails with an *Unreadable for a file that is none, is
// damaged or cannot be read.
func Open(path string) (*Book, error) {
	data, err := ReadFile(path)
	if err != nil {
		return nil, err
	}
	return Read(data)
}

// ReadFile reads a file that nobody writes to meanwhile. It fails with an *Unreadable.
func ReadFile(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, unreadableFile(err)
	}
	defer f.Close()
	before, err := f.Stat()
	if err != nil {
		return nil, unreadableFile(err)
	}
	if before.IsDir() {
		return nil, &Unreadable{Class: IsFolder}
	}
	if before.Size() > maxFile {
		return nil, &Unreadable{Class: TooLarge}
	}
	data := make([]byte, before.Size())
	if _, err := io.ReadFull(f, data); err != nil {
		return nil, &Unreadable{Class: BeingWritten, Err: err}
	}
	after, err := f.Stat()
	if err != nil || after.Size() != before.Size() || !after.ModTime().Equal(before.ModTime()) {
		return nil, &Unreadable{Class: BeingWritten, Err: err}
	}
	return data, nil
}

// Read reads a workbook from memory; data must not change after.
func Read(data []byte) (*Book, error) {
	pkg, err := opc.Open(data, opc.DefaultLimits)
	if err != nil {
		return nil, classify(data, err)
	}
	given := pkg
	b := &Book{pkg: pkg}
	if data, err = b.undo(data); err != nil {
		return nil, err
	}
	digest := sha256.Sum256(data)
	b.SHA256 = hex.EncodeToString(digest[:])
	if err := b.read(); err != nil {
		return nil, classify(data, err)
	}
	for _, n := range b.wb.Names {
		if n.Name == markCorrected && b.pkg != given { // only where it is our own word
			b.Corrected, b.SHA256 = true, strings.Trim(n.Text, `"`)
		}
	}
	return b, nil
}

// openPlain reads a workbook as it stands: a copy of ours is not turned back into the
// workbook that it was made of. It fails as [Open] does.
func openPlain(path string) (*Book, error) {
	data, err := ReadFile(path)
	if err != nil {
		return nil, err
	}
	return readPlain(data)
}

// readPlain is openPlain for a workbook in memory; data must not change after.
func readPlain(data []byte) (*Book, error) {
	pkg, err := opc.Open(data, opc.DefaultLimits)
	if err != nil {
		return nil, classify(data, err)
	}
	digest := sha256.Sum256(data)
	b := &Book{pkg: pkg, SHA256: hex.EncodeToString(digest[:])}
	if err := b.read(); err != nil {
		return nil, classify(data, err)
	}
	return b, nil
}

// undo turns a copy of ours back into the workbook that it was made of, and keeps what
// people wrote in the columns meant for them. Other workbooks are left as they are.
func (b *Book) undo(data []byte) ([]byte, error) {
	original, state := opc.Original(b.pkg)
	var c *markedCopy
	if state != opc.Foreign || mentions(b.pkg, markPrefix) {
		var err error
		if c, err = findMarks(b.pkg); err != nil {
			return nil, classify(data, err)
		}
	}
	switch {
	case state == opc.Intact:
		b.FromCopy, data = true, original
	case c != nil && c.marked():
		var err error
		digest := sha256.Sum256(data)
		if data, err = c.takeOff(hex.EncodeToString(digest[:])); err != nil {
			return nil, classify(data, err)
		}
	case state == opc.Changed:
		return nil, &Unreadable{Class: ChangedCopy}
	default:
		return data, nil
	}
	b.entries = c.handwritten()
	var err error
	if b.pkg, err = opc.Open(data, opc.DefaultLimits); err != nil {
		return nil, classify(data, err)
	}
	return data, nil
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
