package excel

import "videre/excel/internal/sheets"

// Options are how the program's own sheets are written: the language, and the version
// of the program that they name.
type Options = sheets.Options
