package sheets

import (
	"bytes"

	"github.com/xuri/excelize/v2"

	"videre/budget"
	"videre/excel/files"
)

// Builder is a workbook of our own sheets in the making.
type Builder struct {
	file   *excelize.File
	clear  func() // removes the folder of its temporary files
	styles map[Style]int
	err    error // the first error; what comes after it does nothing
}

// New starts a workbook. Large sheets are kept in temporary files in a folder of its own.
func New() *Builder {
	folder, clear := files.Scratch()
	return &Builder{
		file: excelize.NewFile(excelize.Options{TmpDir: folder}), clear: clear, styles: map[Style]int{},
	}
}

// AddSheet starts a sheet. What stands before its rows in the file has to be said
// before the first is written.
func (b *Builder) AddSheet(l budget.Language, name string, o Setup) *Sheet {
	s := &Sheet{book: b, name: name, widths: o.Widths, Row: 1}
	const given = "Sheet1" // the sheet that excelize begins every workbook with
	if names := b.file.GetSheetList(); len(names) == 1 && names[0] == given {
		b.fail(b.file.SetSheetName(given, name))
	} else if _, err := b.file.NewSheet(name); err != nil {
		b.fail(err)
	}
	s.setPage(l, o)
	s.begin(o)
	return s
}

// style is the index of a cell style in the workbook.
func (b *Builder) style(s Style) int {
	if id, ok := b.styles[s]; ok {
		return id
	}
	id, err := b.file.NewStyle(s.definition())
	b.fail(err)
	b.styles[s] = id
	return id
}

// fail remembers the first error.
func (b *Builder) fail(err error) {
	if b.err == nil && err != nil {
		b.err = err
	}
}

// Finish is the workbook as a file of ours, known again as long as nobody changes it.
func (b *Builder) Finish() ([]byte, error) {
	data, err := b.Pack()
	if err != nil {
		return nil, err
	}
	return seal(data)
}

// Pack is the workbook as a file of whoever gets it.
func (b *Builder) Pack() ([]byte, error) {
	if b.err == nil {
		b.file.SetActiveSheet(0)
	}
	data, err := b.Bytes()
	if err != nil {
		return nil, err
	}
	return inOrder(data)
}

// Bytes is the workbook as excelize writes it, the order of its parts left to chance: for
// those who take its sheets out again. Its temporary files are removed.
func (b *Builder) Bytes() ([]byte, error) {
	var data bytes.Buffer
	if b.err == nil {
		b.fail(b.file.Write(&data))
	}
	b.fail(b.file.Close())
	b.clear()
	return data.Bytes(), b.err
}
