package excel

import "videre/excel/internal/sheets"

// Options are how the program's own sheets are written, here and in the rooms annotate,
// forms and reports: Language, the zero value being Danish, and Version, that of the
// program as the sheet of rules names it ("1.2.3"; empty for none).
type Options = sheets.Options
