package files

import (
	"path/filepath"
	"strings"
)

// CopyFolder is the folder that annotated copies are put in, beside the input. It is
// the same in every language, so that a folder of copies is known as one.
const CopyFolder = "vurderet"

// copyMark stands before the extension of a copy's name.
const copyMark = ".vurderet"

// CopyName is the name of a workbook's annotated copy: "a.xlsx" becomes
// "a.vurderet.xlsx". The extension is kept, and the mark never doubled.
func CopyName(name string) string {
	extension := filepath.Ext(name)
	stem := strings.TrimSuffix(name, extension)
	if strings.HasSuffix(strings.ToLower(stem), copyMark) {
		return name
	}
	return stem + copyMark + extension
}
