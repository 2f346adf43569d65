package limit

import (
	"fmt"
	"math"
)

// Kind is something that there may be too much of.
type Kind uint8

// The kinds. Those of one thing are bounds of its size; the others are counted over all that a
// workbook holds.
const (
	FileBytes    Kind = iota // of the file as it lies on the disk
	Entries                  // of the archive
	PartBytes                // of one part, unpacked
	Bytes                    // of all parts, unpacked
	Recoded                  // bytes of one part that is in another encoding than UTF-8
	Ratio                    // how many times larger one large part is, unpacked
	Tag                      // bytes of one tag, comment or instruction
	Attributes               // of one tag
	Namespaces               // in scope at one tag
	Depth                    // elements inside each other
	Children                 // elements directly inside the root of a part
	Links                    // from part to part
	Sheets                   // of the workbook
	Rows                     // that the sheets hold, blank ones too
	Cells                    // likewise
	TextLength               // UTF-16 units of one text
	Text                     // bytes of all texts: of the shared ones, and of each cell that shows one
	Strings                  // shared texts
	CellFormats              // of all cells, each that differs from the others
	Formats                  // items of the lists of formats: of cells, numbers, fonts, fills, borders
	FormatLength             // bytes of one number format
	Merges                   // merged ranges
	Columns                  // runs of columns with a width or a format of their own
	Conditions               // ranges of conditional formats, for each of their rules
	Names                    // defined names
	Notes                    // notes, comments and text boxes
	Steps                    // of finding out what the workbook says, about one for each look at a cell
	Projects                 // that the workbook reports
	Lines                    // likewise; again for each further project of the name that one gives
	Findings                 // about it
	kinds                    // how many there are
)

// Limits are the most of each kind that is read.
type Limits [kinds]int64

// Standard holds every workbook that people fill in, with much to spare, and keeps each below
// ten seconds and a GiB of memory.
var Standard = Limits{
	FileBytes:    256 << 20,
	Entries:      20_000,
	PartBytes:    256 << 20,
	Bytes:        512 << 20,
	Recoded:      32 << 20,
	Ratio:        400, // deflate reaches 1,032; a large sheet of blank rows some 30
	Tag:          4 << 20,
	Attributes:   128,
	Namespaces:   256,
	Depth:        512,
	Children:     1_200_000,
	Links:        50_000,
	Sheets:       10_000,
	Rows:         2 << 20, // two sheets as long as Excel has them
	Cells:        2_000_000,
	TextLength:   32_767, // Excel's own
	Text:         64 << 20,
	Strings:      1_000_000,
	CellFormats:  65_300, // Excel's own is 65,490, and our sheets have some
	Formats:      300_000,
	FormatLength: 1_024, // Excel's own is 255 characters
	Merges:       100_000,
	Columns:      20_000,
	Conditions:   50_000,
	Names:        100_000,
	Notes:        50_000,
	Steps:        12_000_000,
	Projects:     2_000,
	Lines:        20_000,
	Findings:     10_000,
}

// Unlimited allows everything: for what the program itself has made.
var Unlimited = func() (all Limits) {
	for i := range all {
		all[i] = math.MaxInt64
	}
	return all
}()

// words are the kinds as the keys of their sentences have them.
var words = [kinds]string{
	"file-bytes", "entries", "part-bytes", "bytes", "recoded", "ratio", "tag", "attributes", "namespaces",
	"depth", "children", "links", "sheets", "rows", "cells", "text-length", "text", "strings", "cell-formats",
	"formats", "format-length", "merges", "columns", "conditions", "names", "notes", "steps", "projects",
	"lines", "findings",
}

// Kinds lists every kind.
func Kinds() []Kind {
	all := make([]Kind, kinds)
	for i := range all {
		all[i] = Kind(i)
	}
	return all
}

// String is the kind as the keys of its sentences have it: "part-bytes".
func (k Kind) String() string { return words[k] }

// Exceeded is the error of a workbook that asks for more than is read.
type Exceeded struct {
	Kind Kind
	Most int64
}

func (e *Exceeded) Error() string { return fmt.Sprintf("%s: more than %d", e.Kind, e.Most) }

// Shown is the limit in the unit that people know it by: of bytes by the million, MB.
func (e *Exceeded) Shown() int64 {
	switch e.Kind {
	case FileBytes, PartBytes, Bytes, Recoded, Tag, Text:
		return e.Most >> 20
	}
	return e.Most
}

// Allow fails where one thing is larger than the standard allows.
func Allow(k Kind, size int) error { return Standard.allow(k, int64(size)) }

func (l *Limits) allow(k Kind, size int64) error {
	if size > l[k] {
		return &Exceeded{k, l[k]}
	}
	return nil
}
