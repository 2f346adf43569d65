package workbook

import (
	"bytes"
	"errors"
	"io/fs"

	"videre/excel/files"
	"videre/excel/internal/limit"
	"videre/excel/internal/opc"
	"videre/excel/internal/sheetml"
)

// Classify turns an error of reading some bytes as a workbook into an [*Unreadable], by what
// the bytes begin with and what the error is. One that is classified already stays.
func Classify(data []byte, err error) error {
	var u *Unreadable
	if errors.As(err, &u) {
		return err
	}
	u = &Unreadable{Class: Damaged, Err: err}
	var named *opc.Error
	if errors.As(err, &named) {
		u.Part, u.Sheet, u.Err = named.Part, named.Sheet, named.Err
	}
	switch {
	case len(data) == 0:
		u.Class = EmptyFile
	case bytes.HasPrefix(data, oleSignature) &&
		(bytes.Contains(data, encryptedPackage) || bytes.Contains(data, drmContent)):
		u.Class = Encrypted
	case bytes.HasPrefix(data, oleSignature):
		u.Class = OldExcel
	case bytes.HasPrefix(data, zipSignature) && bytes.Contains(data[:min(len(data), 200)], openDocument):
		u.Class = OpenDocument
	case errors.Is(err, sheetml.ErrMacros):
		u.Class = MacroSheet
	case errors.Is(err, sheetml.ErrBinary):
		u.Class = Binary
	case errors.Is(err, opc.ErrNotZip) && bytes.HasPrefix(data, zipSignature):
		u.Class = Truncated
	case errors.Is(err, opc.ErrNotZip):
		u.Class = OtherFile
	case errors.As(err, new(*limit.Exceeded)):
		u.Class = TooLarge
	case errors.Is(err, sheetml.ErrNoWorkbook), errors.Is(err, opc.ErrNoTypes):
		u.Class = OtherZip
	}
	return u
}

// Signatures of the file kinds that come instead of a workbook.
var (
	oleSignature     = []byte{0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1}
	zipSignature     = []byte("PK\x03\x04")
	encryptedPackage = utf16("EncryptedPackage")
	drmContent       = utf16("DRMContent")
	openDocument     = []byte("application/vnd.oasis.opendocument")
)

// utf16 is an ASCII text as OLE containers write names.
func utf16(s string) []byte {
	var b []byte
	for i := range len(s) {
		b = append(b, s[i], 0)
	}
	return b
}

// unreadableFile classifies why a file cannot be had.
func unreadableFile(err error) error {
	class := NoAccess
	switch {
	case errors.Is(err, fs.ErrNotExist):
		class = NotFound
	case errors.Is(err, files.ErrFolder):
		class = IsFolder
	case errors.Is(err, files.ErrIrregular):
		class = Irregular
	case errors.As(err, new(*limit.Exceeded)):
		class = TooLarge
	case errors.Is(err, files.ErrBeingWritten):
		class = BeingWritten
	case files.IsLocked(err):
		class = Locked
	}
	return &Unreadable{Class: class, Err: err}
}
