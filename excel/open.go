package excel

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"videre/excel/annotate"
	"videre/excel/internal/opc"
	"videre/excel/workbook"
)

// Input is a workbook as a department sent it. An annotated copy that comes back is
// turned into the workbook that it was made of first.
type Input struct {
	*workbook.Book
	// FromCopy tells that the file was an intact annotated copy, which was turned back
	// into the workbook it was made of.
	FromCopy bool
	// Corrected tells that the file was an annotated copy that somebody corrected and
	// saved: what was ours in it was taken off by meaning, and not byte for byte.
	Corrected bool

	entries []annotate.Entry // what people wrote in the copy's columns meant for them
}

// Open reads a workbook or an annotated copy of one. It fails with an *Unreadable for a
// file that is neither, is damaged or cannot be read.
func Open(path string) (*Input, error) {
	data, err := workbook.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return Read(data)
}

// Read reads a workbook or an annotated copy from memory; data must not change after.
func Read(data []byte) (*Input, error) {
	pkg, err := opc.Open(data, opc.DefaultLimits)
	if err != nil {
		return nil, workbook.Classify(data, err)
	}
	in, data, err := undo(pkg, data)
	if err != nil {
		return nil, err
	}
	given := pkg
	if in.FromCopy || in.Corrected {
		if pkg, err = opc.Open(data, opc.DefaultLimits); err != nil {
			return nil, workbook.Classify(data, err)
		}
	}
	if in.Book, err = workbook.ReadPackage(pkg, data); err != nil {
		return nil, err
	}
	in.Corrected = false
	for _, n := range in.Workbook.Names {
		if n.Name == annotate.MarkCorrected && pkg != given { // only where it is our own word
			in.Corrected, in.SHA256 = true, strings.Trim(n.Text, `"`)
		}
	}
	return in, nil
}

// undo turns a copy of ours back into the workbook that it was made of, and keeps what
// people wrote in the columns meant for them. Other workbooks are left as they are.
func undo(pkg *opc.Package, data []byte) (*Input, []byte, error) {
	original, state := opc.Original(pkg)
	var c *annotate.MarkedCopy
	if state != opc.Foreign || annotate.Mentions(pkg, workbook.MarkPrefix) {
		var err error
		if c, err = annotate.FindMarks(pkg); err != nil {
			return nil, nil, workbook.Classify(data, err)
		}
	}
	in := &Input{}
	switch {
	case state == opc.Intact:
		in.FromCopy, data = true, original
	case c != nil && c.Marked():
		digest := sha256.Sum256(data)
		var err error
		if data, err = c.TakeOff(hex.EncodeToString(digest[:])); err != nil {
			return nil, nil, workbook.Classify(data, err)
		}
		in.Corrected = true
	case state == opc.Changed:
		return nil, nil, &workbook.Unreadable{Class: workbook.ChangedCopy}
	default:
		return in, data, nil
	}
	in.entries = c.Entries()
	return in, data, nil
}
