package annotate

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"videre/excel/internal/opc"
	"videre/excel/workbook"
)

// Undone is a workbook without what the program added to it.
type Undone struct {
	*workbook.Book
	// FromCopy tells that the file was an intact annotated copy, proved to be one, which
	// was turned back into the workbook it was made of, byte for byte.
	FromCopy bool
	// Corrected tells that the workbook was, or was made of, an annotated copy that
	// somebody corrected and saved: what was ours in it was taken off by meaning, and the
	// book's SHA256 is that of the corrected copy.
	Corrected bool
	// Kept are the ranges that stood among what is ours in a corrected copy and are not
	// ours: they stayed, and are read.
	Kept []Kept
	// Removed are the sheets and ranges of a corrected copy that held what is ours, as the
	// copy named them. Only who undoes the copy itself is told.
	Removed []string
	// Entries are what people wrote in the columns of the copy that are meant for them.
	Entries []Entry
}

// Kept is a range of cells on a sheet, by the sheet's place in the workbook.
type Kept struct {
	Sheet int
	Range workbook.Range
}

// Remake makes a copy of what a record holds, as the record says that it was made. It
// fails where that cannot be done any more, as by a policy that is not at hand.
type Remake func(*Undone, Making) ([]byte, error)

// Undo reads a workbook from memory, and an annotated copy as the workbook that it was
// made of; data must not change after. A record is not believed: what it holds is taken for
// the workbook only where making the copy again gives the same bytes, and what cannot be
// made again counts as corrected. It fails with a [*workbook.Unreadable] for data that
// is no workbook, is damaged, or is a copy in which nothing of ours is found any more.
func Undo(data []byte, remake Remake) (u *Undone, err error) {
	defer workbook.Guard(&err)
	if u, err = undo(data, remake); err != nil {
		return nil, workbook.Classify(data, err)
	}
	return u, nil
}

func undo(data []byte, remake Remake) (*Undone, error) {
	pkg, err := opc.Open(data, opc.DefaultLimits)
	if err != nil {
		return nil, err
	}
	restored, state := opc.Original(pkg)
	c, err := findCopy(pkg, state)
	if err != nil {
		return nil, err
	}
	if state == opc.Sealed {
		if u := c.intact(data, restored, remake); u != nil {
			return u, nil
		}
	}
	switch {
	case c != nil && c.isCopy():
		digest := sha256.Sum256(data)
		if data, err = c.takeOff(hex.EncodeToString(digest[:])); err != nil {
			return nil, err
		}
		u, err := asUndone(data, c.entries())
		if u != nil {
			u.Removed = c.removed()
		}
		return u, err
	case state != opc.Foreign:
		return nil, &workbook.Unreadable{Class: workbook.ChangedCopy}
	}
	book, err := workbook.ReadPackage(pkg, data)
	return &Undone{Book: book}, err
}

// intact is the workbook that a copy was made of, where making it again gives this copy
// byte for byte; nil where it does not.
func (c *markedCopy) intact(data []byte, restored opc.Restored, remake Remake) *Undone {
	how, ok := makingOf(restored.Made)
	if !ok {
		return nil
	}
	u, err := asUndone(restored.Input, c.entries())
	if err != nil || u.Package.Record() != nil { // no copy is made of a copy
		return nil
	}
	again, err := remake(u, how)
	if err != nil || !bytes.Equal(again, data) {
		return nil
	}
	u.FromCopy = true
	return u
}

// asUndone reads a workbook that ours was taken off.
func asUndone(data []byte, entries []Entry) (*Undone, error) {
	book, err := workbook.Read(data)
	if err != nil {
		return nil, err
	}
	u := &Undone{Book: book, Entries: entries}
	for _, n := range u.Workbook.Names {
		if n.Name == markCorrected {
			u.Corrected, u.SHA256 = true, strings.Trim(n.Text, `"`)
		}
		if index, where, ok := u.Area(n); ok && strings.HasPrefix(n.Name, markKept) {
			u.Kept = append(u.Kept, Kept{index, where})
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
