package excel

import (
	"errors"
	"slices"

	"videre/budget"
	"videre/excel/annotate"
	"videre/excel/workbook"
)

// Input is a workbook as a department sent it. An annotated copy that comes back is
// turned into the workbook that it was made of first: [annotate.Undone] says whether the
// file was one, whether somebody had corrected it, and what people wrote in it.
type Input struct{ *annotate.Undone }

// Open reads the file at a path: a workbook, or an annotated copy of one. A copy is known to
// be as the program made it when it was made by one of the policies, or the program's own.
// It fails with the errors of package os for a file that cannot be opened, and with a
// [*workbook.Unreadable] for one that is no workbook, is damaged or is being written to.
func Open(path string, policies ...*budget.Policy) (*Input, error) {
	data, err := workbook.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return Read(data, policies...)
}

// Read reads a workbook, or an annotated copy of one, from memory, as [Open] does; data must
// not change after. It fails with a [*workbook.Unreadable] for data that is no workbook or
// is damaged.
func Read(data []byte, policies ...*budget.Policy) (*Input, error) {
	undone, err := annotate.Undo(data, remake(policies))
	if err != nil {
		return nil, err
	}
	return &Input{undone}, nil
}

// Strip takes off what the program added to an annotated copy, as [annotate.Strip] says; the
// policies are those of [Open].
func Strip(data []byte, policies ...*budget.Policy) (stripped []byte, exact bool, err error) {
	return annotate.Strip(data, remake(policies))
}

// remake makes copies again by the policies that are at hand.
func remake(policies []*budget.Policy) annotate.Remake {
	return func(u *annotate.Undone, how annotate.Making) ([]byte, error) {
		own := budget.DefaultPolicy()
		all := slices.Concat(policies, []*budget.Policy{&own})
		at := slices.IndexFunc(all, func(p *budget.Policy) bool { return p.Fingerprint() == how.Policy })
		if at < 0 {
			return nil, errNoPolicy
		}
		review, err := (&Input{u}).Review(how.Settings, all[at])
		if err != nil {
			return nil, err
		}
		return review.Annotate(how.Options)
	}
}

// errNoPolicy is why a copy cannot be made again.
var errNoPolicy = errors.New("the policy that the copy was made by is not at hand")
