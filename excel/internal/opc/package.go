package opc

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"videre/excel/internal/limit"
)

// Package is a package in memory.
type Package struct {
	data   []byte
	zip    *zip.Reader
	parts  []*Part          // every entry but folders, in the archive's order
	byName map[string]*Part // by folded name
	types  *contentTypes
	budget *limit.Budget
}

// DefaultLimits are those of every workbook that comes in.
var DefaultLimits = limit.Standard

// ErrNotZip is returned for data that is no zip archive, or the beginning of one.
var ErrNotZip = errors.New("not a zip archive")

// ErrNoTypes is returned for an archive without content types, which no package
// is without.
var ErrNoTypes = errors.New("the part is missing")

// Error is a package that cannot be used, and why. Part names the part at fault,
// if it is one.
type Error struct {
	Part  string
	Sheet string // its name, where the part is a sheet
	Err   error
}

func (e *Error) Error() string {
	if e.Part == "" {
		return e.Err.Error()
	}
	if e.Sheet != "" {
		return e.Part + ": the sheet " + strconv.Quote(e.Sheet) + ": " + e.Err.Error()
	}
	return e.Part + ": " + e.Err.Error()
}

func (e *Error) Unwrap() error { return e.Err }

// fault makes an Error of a part.
func fault(part, format string, args ...any) error {
	return &Error{Part: part, Err: fmt.Errorf(format, args...)}
}

// Open reads the directory of a package, which may be and hold what the limits allow: what it
// asks for is counted from here on. The data must not change after.
func Open(data []byte, limits limit.Limits) (*Package, error) {
	reader, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if errors.Is(err, zip.ErrFormat) {
		return nil, &Error{Err: ErrNotZip}
	}
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, &Error{Err: err}
	}
	reader.RegisterDecompressor(zip.Deflate, newInflater)
	p := &Package{data: data, zip: reader, byName: make(map[string]*Part, len(reader.File))}
	p.budget = limit.NewBudget(limits)
	if err := p.index(); err != nil {
		return nil, err
	}
	p.types, err = p.readContentTypes()
	return p, err
}

func (p *Package) index() error {
	if err := p.budget.Spend(limit.Entries, len(p.zip.File)); err != nil {
		return &Error{Err: err}
	}
	for _, f := range p.zip.File {
		name := partName(f.Name)
		if name == "" || strings.HasSuffix(name, "/") {
			continue
		}
		if f.Flags&1 != 0 {
			return &Error{Part: name, Err: Breach(UnknownPacking, "", "")}
		}
		if f.Method != zip.Deflate && f.Method != zip.Store {
			return &Error{Part: name, Err: Breach(UnknownPacking, "", "")}
		}
		if err := p.weigh(f); err != nil {
			return &Error{Part: name, Err: err}
		}
		part := &Part{Name: name, file: f, pkg: p}
		if p.byName[fold(name)] != nil {
			return &Error{Part: name, Err: Breach(DuplicatePart, "", "")}
		}
		p.byName[fold(name)] = part
		p.parts = append(p.parts, part)
	}
	return nil
}

// A part of few bytes may be many times larger unpacked; of a large one that is no workbook's.
const ratioMatters = 32 << 20

// weigh counts what an entry comes to when it is unpacked, as the directory has it: reading
// fails where it is more.
func (p *Package) weigh(f *zip.File) error {
	size := int64(min(f.UncompressedSize64, math.MaxInt64/2))
	if err := p.budget.Allow(limit.PartBytes, size); err != nil {
		return err
	}
	if size > ratioMatters {
		if err := p.budget.Allow(limit.Ratio, size/int64(max(f.CompressedSize64, 1))); err != nil {
			return err
		}
	}
	return p.budget.Spend(limit.Bytes, int(size))
}

// Budget is what may still be asked of the program for the sake of the package.
func (p *Package) Budget() *limit.Budget { return p.budget }

// isFolder reports whether an entry of an archive is a folder, which is no part.
func isFolder(f *zip.File) bool { return strings.HasSuffix(f.Name, "/") }

// partName is an entry's name as a part's: slashes, none in front. Some programs
// write backslashes.
func partName(entry string) string {
	return strings.TrimLeft(strings.ReplaceAll(entry, "\\", "/"), "/")
}

// fold is a part's name as names are compared: ASCII letters' case does not
// matter (ECMA-376 part 2, 6.3.5).
func fold(name string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'A' && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	}, name)
}

// Parts lists every part in the archive's order.
func (p *Package) Parts() []*Part { return p.parts }

// Part finds a part by name, its letters' case aside; nil when there is none.
func (p *Package) Part(name string) *Part { return p.byName[fold(partName(name))] }

// byContentType finds the first part of a content type; nil when there is none.
func (p *Package) byContentType(kind string) *Part {
	for _, part := range p.parts {
		if part.ContentType() == kind {
			return part
		}
	}
	return nil
}

// isFree reports whether no part has a name and no content type is stated for it.
func (p *Package) isFree(name string) bool { return p.Part(name) == nil && !p.types.has(name) }

// Check reads every part that has not been read yet, so that no damage is copied
// unseen.
func (p *Package) Check() error {
	for _, part := range p.parts {
		if part.read {
			continue
		}
		in, err := part.Open()
		if err != nil {
			return err
		}
		_, err = io.Copy(io.Discard, in)
		in.Close()
		if err != nil {
			return err
		}
	}
	return nil
}
