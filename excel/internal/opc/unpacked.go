package opc

import (
	"archive/zip"
	"io"
	"math"
)

// Unpacked is how many bytes the entries of an archive come to, as its directory states them;
// the size of what is no archive.
func Unpacked(in io.ReaderAt, size int64) int64 {
	archive, err := zip.NewReader(in, size)
	if err != nil && archive == nil {
		return size
	}
	total := uint64(0)
	for _, f := range archive.File {
		total += min(f.UncompressedSize64, math.MaxInt32)
	}
	return int64(total)
}
