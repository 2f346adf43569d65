package opc

import (
	"archive/zip"
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"slices"
	"unicode/utf8"
)

// record is the part's content in the making: a line of JSON, then literal bytes
// of the input, one run after another.
type record struct {
	head     recordHead
	literals []byte
	data     []byte
	at       int64 // input bytes accounted for
	pieces   []piece
	draft    *Draft
}

// recordType is the content type of the part that turns a copy back.
const recordType = "application/vnd.videre.original"

// recordRelationship is the type of the relationship that leads to the record.
// It is of no office namespace: programs pass over what they do not know
// (ECMA-376 part 1, 9.1.4).
const recordRelationship = "urn:videre:relationships:original"

// recordHead tells how the input is put together and what the copy holds.
type recordHead struct {
	Format   int             `json:"format"`
	Made     json.RawMessage `json:"made,omitempty"` // what the maker noted of how, see [Draft.NoteMaking]
	SHA256   string          `json:"sha256"`         // of the input
	Size     int64           `json:"size"`           // of the input
	Segments []segment       `json:"segments"`
	Entries  []entryDigest   `json:"entries"` // of the copy, the record left out, in order
}

// segment is a run of the input: literal bytes of the record, or the packed
// content of an entry of the copy.
type segment struct {
	Literal int64  `json:"literal,omitempty"`
	Entry   string `json:"entry,omitempty"`
}

// entryDigest is an entry's name and the SHA-256 of its packed content.
type entryDigest struct {
	Name   string `json:"name"`
	SHA256 string `json:"sha256"`
}

// nameInRecord is an entry's name as JSON can hold it: one that is no UTF-8, as old programs
// write letters, as its bytes in hexadecimal.
func nameInRecord(name string) string {
	if utf8.ValidString(name) {
		return name
	}
	return "\x00" + hex.EncodeToString([]byte(name))
}

// piece is where an entry's packed content lies in the input.
type piece struct {
	name     string
	from, to int64
}

func newRecord(d *Draft) *record {
	return &record{head: recordHead{Format: 1, Made: d.made}, data: d.base.data, draft: d}
}

// copy copies an entry as the packed bytes that it is, and notes where it lies. Those of
// a folder are not copied: the record holds them.
func (r *record) copy(w *zip.Writer, f *zip.File) error {
	from, err := f.DataOffset()
	if err != nil {
		return fault(f.Name, "the part is damaged: %w", err)
	}
	to := from + int64(f.CompressedSize64)
	if to > int64(len(r.data)) {
		return fault(f.Name, "the part is damaged: %w", io.ErrUnexpectedEOF)
	}
	if err := copyEntry(w, f); err != nil {
		return err
	}
	if isFolder(f) {
		to = from
	}
	if to > from {
		r.pieces = append(r.pieces, piece{f.Name, from, to})
	}
	r.note(f.Name, sha256.Sum256(r.data[from:to]))
	return nil
}

// note adds an entry of the copy.
func (r *record) note(name string, digest [sha256.Size]byte) {
	r.head.Entries = append(r.head.Entries, entryDigest{nameInRecord(name), hex.EncodeToString(digest[:])})
}

// bytes is the record, once every other entry is written.
func (r *record) bytes() ([]byte, error) {
	slices.SortFunc(r.pieces, func(a, b piece) int { return cmp.Compare(a.from, b.from) })
	for _, p := range r.pieces {
		if p.from < r.at {
			return nil, fault(p.name, "two entries of the archive share the same bytes")
		}
		r.literal(p.from)
		r.head.Segments = append(r.head.Segments, segment{Entry: nameInRecord(p.name)})
		r.at = p.to
	}
	r.literal(int64(len(r.data)))
	digest := sha256.Sum256(r.data)
	r.head.SHA256, r.head.Size = hex.EncodeToString(digest[:]), int64(len(r.data))
	head, err := json.Marshal(r.head)
	if err != nil {
		return nil, err
	}
	return append(append(head, '\n'), r.literals...), nil
}

// literal takes the input's bytes up to an offset into the record.
func (r *record) literal(to int64) {
	if to > r.at {
		r.head.Segments = append(r.head.Segments, segment{Literal: to - r.at})
		r.literals = append(r.literals, r.data[r.at:to]...)
		r.at = to
	}
}

// Record is the part that turns a copy back; nil when the package has none.
func (p *Package) Record() *Part { return p.byContentType(recordType) }

// State tells what a package is to this program.
type State uint8

// The states of a package.
const (
	Foreign State = iota // no copy of ours
	Sealed               // a copy whose record's hashes hold; whoever can write a file can make one
	Changed              // a copy of ours that somebody changed
)

// Restored is what a record gives back.
type Restored struct {
	Input []byte          // the file that the copy says it was made of
	Made  json.RawMessage // what its maker noted of how; empty for nothing
}

// Original turns a sealed copy back into the input that its record holds. That the seal
// holds proves nothing: the record can be forged with the rest.
func Original(p *Package) (Restored, State) {
	var none Restored
	part := p.byContentType(recordType)
	if part == nil {
		return none, Foreign
	}
	content, err := part.Bytes()
	if err != nil {
		return none, Changed
	}
	line, literals, found := bytes.Cut(content, []byte("\n"))
	var head recordHead
	if !found || json.Unmarshal(line, &head) != nil || head.Format != 1 || !p.matches(part, head.Entries) {
		return none, Changed
	}
	input, ok := p.assemble(head, literals)
	if !ok {
		return none, Changed
	}
	return Restored{input, head.Made}, Sealed
}

// matches reports whether the archive holds just the entries the record names,
// in their order, with the content they had.
func (p *Package) matches(record *Part, entries []entryDigest) bool {
	i := 0
	for _, f := range p.zip.File {
		if f == record.file {
			continue
		}
		packed, ok := p.packed(f)
		if digest := sha256.Sum256(packed); !ok || i == len(entries) ||
			entries[i] != (entryDigest{nameInRecord(f.Name), hex.EncodeToString(digest[:])}) {
			return false
		}
		i++
	}
	return i == len(entries)
}

// packed is an entry's packed content.
func (p *Package) packed(f *zip.File) ([]byte, bool) {
	from, err := f.DataOffset()
	if err != nil || from < 0 || f.CompressedSize64 > uint64(int64(len(p.data))-from) {
		return nil, false
	}
	return p.data[from : from+int64(f.CompressedSize64)], true
}

func (p *Package) assemble(head recordHead, literals []byte) ([]byte, bool) {
	if head.Size < 0 || head.Size > int64(len(p.data))+int64(len(literals)) {
		return nil, false
	}
	files := make(map[string]*zip.File, len(p.zip.File))
	for _, f := range p.zip.File {
		files[nameInRecord(f.Name)] = f
	}
	input := make([]byte, 0, head.Size)
	for _, s := range head.Segments {
		if int64(len(input)) > head.Size {
			return nil, false // the same entry again and again
		}
		switch f := files[s.Entry]; {
		case s.Entry == "" && s.Literal > 0 && s.Literal <= int64(len(literals)):
			input, literals = append(input, literals[:s.Literal]...), literals[s.Literal:]
		case s.Entry != "" && f != nil:
			packed, _ := p.packed(f)
			input = append(input, packed...)
		default:
			return nil, false
		}
	}
	digest := sha256.Sum256(input)
	return input, len(literals) == 0 && int64(len(input)) == head.Size && hex.EncodeToString(digest[:]) == head.SHA256
}
