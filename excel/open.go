package excel

import (
	"videre/excel/annotate"
	"videre/excel/workbook"
)

// Input is a workbook as a department sent it. An annotated copy that comes back is
// turned into the workbook that it was made of first: [annotate.Undone] says whether the
// file was one, whether somebody had corrected it, and what people wrote in it.
type Input struct{ *annotate.Undone }

// Open reads the file at a path: a workbook, or an annotated copy of one. It fails with the
// errors of package os for a file that cannot be opened, and with a [*workbook.Unreadable]
// for one that is no workbook, is damaged or is being written to.
func Open(path string) (*Input, error) {
	data, err := workbook.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return Read(data)
}

// Read reads a workbook, or an annotated copy of one, from memory; data must not change
// after. It fails with a [*workbook.Unreadable] for data that is no workbook or is damaged.
func Read(data []byte) (*Input, error) {
	undone, err := annotate.Undo(data)
	if err != nil {
		return nil, err
	}
	return &Input{undone}, nil
}
