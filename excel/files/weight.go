package files

import (
	"os"

	"videre/excel/internal/opc"
)

// Weight is how many bytes a workbook comes to when it is unpacked, as it says of itself: what
// tells beforehand how much memory it will take to read. It is 0 for what cannot be opened.
func Weight(path string) int64 {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() {
		return 0
	}
	f, err := os.Open(path)
	if err != nil {
		return 0
	}
	defer f.Close()
	return opc.Unpacked(f, info.Size())
}
