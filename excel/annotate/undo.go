package annotate

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"videre/excel/internal/opc"
	"videre/excel/workbook"
)

// Undone is a workbook without what the program added to it.
type Undone struct {
	*workbook.Book
	// FromCopy tells that the file was an intact annotated copy, which was turned back
	// into the workbook it was made of, byte for byte.
	FromCopy bool
	// Corrected tells that the workbook was, or was made of, an annotated copy that
	// somebody corrected and saved: what was ours in it was taken off by meaning, and the
	// book's SHA256 is that of the corrected copy.
	Corrected bool
	// Entries are what people wrote in the columns of the copy that are meant for them.
	Entries []Entry
}

// Undo reads a workbook from memory, and an annotated copy as the workbook that it was
// made of; data must not change after. It fails with a [*workbook.Unreadable] for data that
// is no workbook, is damaged, or is a copy in which nothing of ours is found any more.
func Undo(data []byte) (*Undone, error) {
	u, err := undo(data)
	if err != nil {
		return nil, workbook.Classify(data, err)
	}
	return u, nil
}

func undo(data []byte) (*Undone, error) {
	pkg, err := opc.Open(data, opc.DefaultLimits)
	if err != nil {
		return nil, err
	}
	original, state := opc.Original(pkg)
	c, err := findCopy(pkg, state)
	if err != nil {
		return nil, err
	}
	u := &Undone{}
	switch {
	case state == opc.Intact:
		u.FromCopy, data = true, original
	case c != nil && c.isCopy():
		digest := sha256.Sum256(data)
		if data, err = c.takeOff(hex.EncodeToString(digest[:])); err != nil {
			return nil, err
		}
	case state == opc.Changed:
		return nil, &workbook.Unreadable{Class: workbook.ChangedCopy}
	default:
		u.Book, err = workbook.ReadPackage(pkg, data)
		return u, err
	}
	u.Entries = c.entries()
	if u.Book, err = workbook.Read(data); err != nil {
		return nil, err
	}
	for _, n := range u.Workbook.Names {
		if n.Name == markCorrected {
			u.Corrected, u.SHA256 = true, strings.Trim(n.Text, `"`)
		}
	}
	return u, nil
}

// findCopy reads a package as a copy, when it may be one: other workbooks are spared
// being read twice.
func findCopy(pkg *opc.Package, state opc.State) (*markedCopy, error) {
	if state == opc.Foreign && !mentions(pkg, workbook.MarkPrefix) {
		return nil, nil
	}
	return findMarks(pkg)
}
