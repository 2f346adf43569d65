package workbook

import (
	"errors"
	"strings"

	"videre/budget"
	"videre/excel/internal/limit"
	"videre/excel/internal/opc"
	"videre/excel/internal/text"
)

// Unreadable is the error of a file that is no readable workbook, and says why.
type Unreadable struct {
	Class Class
	Part  string // of a damaged one, the part of the package at fault: "xl/styles.xml"
	Sheet string // its name, where that part is a sheet's
	Err   error  // what was met; nil when the class says all
}

// Error is the class and what the package or the disk said; Explain has the sentence for people.
func (u *Unreadable) Error() string {
	if u.Err != nil {
		return u.Class.String() + ": " + u.Err.Error()
	}
	return u.Class.String()
}

// Unwrap is what the package or the disk said; nil when nothing did.
func (u *Unreadable) Unwrap() error { return u.Err }

// Guard is deferred where something is done with a workbook that has been read. One that asks
// for more than the program does ([limit.Standard]) ends it there, and is the error then: an
// [*Unreadable] of the class [TooLarge].
func Guard(err *error) {
	switch fault := recover().(type) {
	case nil:
	case *limit.Exceeded:
		*err = &Unreadable{Class: TooLarge, Err: fault}
	default:
		panic(fault)
	}
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
	Irregular                     // a pipe or a device, not a file
	MacroSheet                    // a sheet of Excel 4's macros, whose cells are not read
)

var classes = [...]string{"", "damaged", "not-found", "no-access", "locked", "is-folder", "empty", "encrypted",
	"old-excel", "binary", "open-document", "truncated", "other-zip", "other-file", "too-large", "being-written",
	"changed-copy", "irregular", "macro-sheet"}

// Key names the sentence of the class; that of its cure ends in ".fix".
func (c Class) Key() budget.Key { return "unreadable." + budget.Key(classes[c]) }

// String is the name of the class in the outputs that programs read: "not-found".
func (c Class) String() string { return classes[c] }

// Explain says in a language what is wrong with a file that cannot be read, and the cure: a
// sentence each.
func Explain(l budget.Language, u *Unreadable) (fault, cure string) {
	place := text.Say(l, "unreadable.part", nowhere, text.Arg("part", budget.Quote(u.Part)))
	switch {
	case u.Sheet != "":
		place = text.Say(l, "unreadable.sheet", nowhere, text.Arg("sheet", budget.Quote(u.Sheet)))
	case u.Part == "":
		place = text.Of(l, "unreadable.whole")
	}
	if many := (*limit.Exceeded)(nil); errors.As(u.Err, &many) {
		return explainLimit(l, many)
	}
	fault = text.Say(l, u.Class.Key(), nowhere,
		text.Arg("place", budget.Quote(place)), text.Arg("detail", budget.Quote(u.detail(l))))
	return strings.TrimSpace(fault), text.Of(l, u.Class.Key()+".fix")
}

func nowhere(budget.Origin) string { return "" }

// detail is a sentence on the rule of the format that is broken; nothing where it is none, as
// of what the disk says in its own words.
func (u *Unreadable) detail(l budget.Language) string {
	var f *opc.Fault
	if u.Class != Damaged || !errors.As(u.Err, &f) {
		return ""
	}
	key := "breach." + budget.Key(f.Is)
	if at := key + ".at"; f.At != "" && text.Of(l, at) != "" {
		key = at
	}
	return text.Say(l, key, nowhere,
		text.Arg("at", budget.Quote(f.At)), text.Arg("have", budget.Quote(shortened(f.Have))))
}

// shortened is a text that a sentence quotes, without what could be a page of it.
func shortened(text string) string {
	const most = 60
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return text
}

// explainLimit is Explain for a workbook that is too large in one respect. Some respects have
// a cure of their own.
func explainLimit(l budget.Language, e *limit.Exceeded) (fault, cure string) {
	key := TooLarge.Key() + "." + budget.Key(e.Kind.String())
	fault = text.Say(l, key, nowhere, text.Arg("most", budget.Count(e.Shown())))
	if own := key + ".fix"; text.Has(l, own) {
		return fault, text.Of(l, own)
	}
	return fault, text.Of(l, TooLarge.Key()+".fix")
}
