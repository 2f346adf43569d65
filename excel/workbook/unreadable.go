package workbook

import (
	"bytes"
	"errors"
	"io/fs"
	"strings"

	"videre/budget"
	"videre/excel/files"
	"videre/excel/internal/opc"
	"videre/excel/internal/sheetml"
	"videre/excel/internal/text"
)

// Explain says what is wrong with a file that cannot be read, and the cure.
func Explain(l budget.Language, u *Unreadable) (fault, cure string) {
	detail := ""
	if u.Class == Damaged && u.Err != nil {
		detail = u.Err.Error()
	}
	part := u.Part
	if part == "" {
		part = text.Of(l, "unreadable.whole")
	}
	at := func(budget.Origin) string { return "" }
	fault = text.Say(l, u.Class.Key(), at, text.Arg("part", budget.Quote(part)), text.Arg("detail", budget.Quote(detail)))
	return strings.TrimSpace(fault), text.Of(l, u.Class.Key()+".fix")
}

// Class is a way in which a file is no readable workbook.
type Class uint8

// The classes of files that cannot be read; each has its own sentence and cure.
const (
	Damaged      Class = iota + 1 // a part that is malformed, missing or does not fit its checksum
	NotFound                      // no such file
	NoAccess                      // the file may not be read
	Locked                        // another program holds the file
	IsFolder                      // a folder where a file was meant
	EmptyFile                     // no bytes at all
	Encrypted                     // password or sensitivity label: an OLE container with an encrypted package
	OldExcel                      // Excel 97–2003 (.xls)
	Binary                        // the binary format (.xlsb)
	OpenDocument                  // LibreOffice's own format (.ods)
	Truncated                     // the beginning of a zip archive
	OtherZip                      // a zip archive that is no workbook
	OtherFile                     // neither
	TooLarge                      // over the program's limits
	BeingWritten                  // it changed while it was read
	ChangedCopy                   // an annotated copy that somebody changed
)

var classes = [...]string{"", "damaged", "not-found", "no-access", "locked", "is-folder", "empty", "encrypted", "old-excel",
	"binary", "open-document", "truncated", "other-zip", "other-file", "too-large", "being-written", "changed-copy"}

// Key names the class in the catalogues.
func (c Class) Key() budget.Key { return "unreadable." + budget.Key(classes[c]) }

func (c Class) String() string { return classes[c] }

// Unreadable is a file that cannot be read, and why.
type Unreadable struct {
	Class Class
	Part  string // the part of the package at fault, of a damaged one
	Err   error
}

func (u *Unreadable) Error() string {
	if u.Err != nil {
		return u.Class.String() + ": " + u.Err.Error()
	}
	return u.Class.String()
}

func (u *Unreadable) Unwrap() error { return u.Err }

// unreadableFile classifies why a file cannot be had.
func unreadableFile(err error) error {
	class := NoAccess
	switch {
	case errors.Is(err, fs.ErrNotExist):
		class = NotFound
	case errors.Is(err, files.ErrFolder):
		class = IsFolder
	case errors.Is(err, files.ErrTooLarge):
		class = TooLarge
	case errors.Is(err, files.ErrBeingWritten):
		class = BeingWritten
	case files.IsLocked(err):
		class = Locked
	}
	return &Unreadable{Class: class, Err: err}
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

// Classify turns an error of reading into the class of file it is.
func Classify(data []byte, err error) error {
	var u *Unreadable
	if errors.As(err, &u) {
		return err
	}
	u = &Unreadable{Class: Damaged, Err: err}
	var named *opc.Error
	if errors.As(err, &named) {
		u.Part, u.Err = named.Part, named.Err
	}
	switch {
	case len(data) == 0:
		u.Class = EmptyFile
	case bytes.HasPrefix(data, oleSignature) && (bytes.Contains(data, encryptedPackage) || bytes.Contains(data, drmContent)):
		u.Class = Encrypted
	case bytes.HasPrefix(data, oleSignature):
		u.Class = OldExcel
	case bytes.HasPrefix(data, zipSignature) && bytes.Contains(data[:min(len(data), 200)], openDocument):
		u.Class = OpenDocument
	case errors.Is(err, sheetml.ErrBinary):
		u.Class = Binary
	case errors.Is(err, opc.ErrNotZip) && bytes.HasPrefix(data, zipSignature):
		u.Class = Truncated
	case errors.Is(err, opc.ErrNotZip):
		u.Class = OtherFile
	case errors.Is(err, opc.ErrTooLarge):
		u.Class = TooLarge
	case errors.Is(err, sheetml.ErrNoWorkbook), errors.Is(err, opc.ErrNoTypes):
		u.Class = OtherZip
	}
	return u
}
