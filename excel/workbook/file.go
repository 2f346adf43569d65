package workbook

import (
	"videre/excel/files"
)

// ReadFile reads a file that nobody writes to meanwhile. It fails with an *Unreadable.
func ReadFile(path string) ([]byte, error) {
	data, err := files.Read(path)
	if err != nil {
		return nil, unreadableFile(err)
	}
	return data, nil
}
