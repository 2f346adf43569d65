package excel

import (
	"bytes"

	"videre/excel/internal/opc"
)

// IsOwn reports whether a file is an output of this program that nobody changed.
func IsOwn(path string) bool {
	data, err := readFile(path)
	return err == nil && isIntactCopy(data)
}

// seal gives a workbook that is wholly ours the record by which it is known as ours
// as long as nobody changes it.
func seal(data []byte) ([]byte, error) {
	pkg, err := opc.Open(data, opc.DefaultLimits)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := opc.NewDraft(pkg).Write(&out); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// Release lets go of the workbook's content; what is left tells its report and where
// each finding stands.
func (r *Review) Release() {
	b := r.Book
	r.stood = make([]string, len(r.Report.Findings))
	for i, f := range r.Report.Findings {
		r.stood[i] = b.stood(f.Origin)
	}
	for i := range b.wb.Sheets {
		b.wb.Sheets[i].Part = nil
	}
	b.pkg, b.styles, b.sheets, b.formats = nil, nil, nil, nil
	b.wb.Part, b.wb.Strings, b.wb.Styles, b.wb.Names = nil, nil, nil, nil
	r.tables, r.forms = nil, nil
}
