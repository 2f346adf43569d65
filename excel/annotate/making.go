package annotate

import (
	"encoding/json"

	"videre/excel/internal/sheets"
	"videre/excel/reading"
)

// Making is how a copy was made: what it takes, beside the input and what people wrote in
// the copy, to make it again. It stands in the copy's record.
type Making struct {
	Settings reading.Settings // that the workbook was read with
	Policy   string           // the fingerprint of the policy it was judged by
	Options  sheets.Options   // of the copy: its language, and the program's version
}

// makingOf is what a record notes of how the copy was made; false where it notes nothing
// that can be read.
func makingOf(noted json.RawMessage) (m Making, ok bool) {
	return m, len(noted) > 0 && json.Unmarshal(noted, &m) == nil
}
