package excel

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"videre/budget"
	"videre/excel/internal/opc"
)

// Input is a workbook as a department sent it. An annotated copy that comes back is
// turned into the workbook that it was made of first.
type Input struct {
	*Book
	// FromCopy tells that the file was an intact annotated copy, which was turned back
	// into the workbook it was made of.
	FromCopy bool
	// Corrected tells that the file was an annotated copy that somebody corrected and
	// saved: what was ours in it was taken off by meaning, and not byte for byte.
	Corrected bool

	entries []entry // what people wrote in the copy's columns meant for them
}

// Open reads a workbook or an annotated copy of one. It fails with an *Unreadable for a
// file that is neither, is damaged or cannot be read.
func Open(path string) (*Input, error) {
	data, err := ReadFile(path)
	if err != nil {
		return nil, err
	}
	return Read(data)
}

// Read reads a workbook or an annotated copy from memory; data must not change after.
func Read(data []byte) (*Input, error) {
	pkg, err := opc.Open(data, opc.DefaultLimits)
	if err != nil {
		return nil, classify(data, err)
	}
	in, data, err := undo(pkg, data)
	if err != nil {
		return nil, err
	}
	given := pkg
	if in.FromCopy || in.Corrected {
		if pkg, err = opc.Open(data, opc.DefaultLimits); err != nil {
			return nil, classify(data, err)
		}
	}
	if in.Book, err = readPackage(pkg, data); err != nil {
		return nil, err
	}
	in.Corrected = false
	for _, n := range in.wb.Names {
		if n.Name == markCorrected && pkg != given { // only where it is our own word
			in.Corrected, in.SHA256 = true, strings.Trim(n.Text, `"`)
		}
	}
	return in, nil
}

// undo turns a copy of ours back into the workbook that it was made of, and keeps what
// people wrote in the columns meant for them. Other workbooks are left as they are.
func undo(pkg *opc.Package, data []byte) (*Input, []byte, error) {
	original, state := opc.Original(pkg)
	var c *markedCopy
	if state != opc.Foreign || mentions(pkg, markPrefix) {
		var err error
		if c, err = findMarks(pkg); err != nil {
			return nil, nil, classify(data, err)
		}
	}
	in := &Input{}
	switch {
	case state == opc.Intact:
		in.FromCopy, data = true, original
	case c != nil && c.marked():
		digest := sha256.Sum256(data)
		var err error
		if data, err = c.takeOff(hex.EncodeToString(digest[:])); err != nil {
			return nil, nil, classify(data, err)
		}
		in.Corrected = true
	case state == opc.Changed:
		return nil, nil, &Unreadable{Class: ChangedCopy}
	default:
		return in, data, nil
	}
	in.entries = c.handwritten()
	return in, data, nil
}

// FileReview is a file that has been read and judged.
type FileReview struct {
	*Review
	Input *Input
}

// ReviewFile reads a workbook and holds it against a policy. It fails with an
// *Unreadable when the file cannot be read.
func ReviewFile(path string, set Settings, policy *budget.Policy) (*FileReview, error) {
	in, err := Open(path)
	if err != nil {
		return nil, err
	}
	return in.Review(set, policy), nil
}

// Review reads what the workbook says and holds it against a policy.
func (in *Input) Review(set Settings, policy *budget.Policy) *FileReview {
	if set.Year == 0 {
		set.Year = policy.BudgetYear
	}
	set.EstimateYears = policy.EstimateYears
	read := ReadSubmission(in.Book, set)
	sub := read.Submission
	if in.Corrected {
		sub.Assumed = append([]budget.Message{{Key: "assumed.corrected"}}, sub.Assumed...)
	}
	if own, found := ignoredPolicy(in.Book, policy.Fingerprint()); found {
		sub.Findings = append(sub.Findings, own)
	}
	return &FileReview{Review: &Review{Reading: read, Report: budget.Review(sub, policy)}, Input: in}
}

// Annotate makes the annotated copy of the workbook.
func (r *FileReview) Annotate(o Options) ([]byte, error) {
	return Annotate(r.Reading, r.Report, r.Input.entries, o)
}
