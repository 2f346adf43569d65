package sheetml

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"videre/excel/internal/opc"
)

// VML drawings hold the boxes of notes. They are not well-formed XML always, so
// they are read and edited as text: shapes are added before the last end tag.

// Shape ids are given out in blocks that no two drawings of a workbook share: block n holds
// the ids from n*idsInBlock on. The first of a block is none of a shape.
const (
	idsInBlock    = 1024
	shapesInBlock = idsInBlock - 1
)

// BlocksFor is how many blocks of shape ids hold a number of shapes.
func BlocksFor(shapes int) int { return (shapes + shapesInBlock - 1) / shapesInBlock }

var (
	// The blocks of shape ids that the drawing has, and the ids in use.
	vmlMap   = regexp.MustCompile(`<(?:\w+:)?idmap\b[^>]*\bdata\s*=\s*["']([0-9, ]+)["']`)
	vmlShape = regexp.MustCompile(`\bid\s*=\s*["']_x0000_s([0-9]+)["']`)
	vmlSpid  = regexp.MustCompile(`\bspid\s*=\s*["']_x0000_s([0-9]+)["']`)
	// The type of shape that boxes of notes have: where it is declared, and what is of it.
	vmlType   = regexp.MustCompile(`\bid\s*=\s*["']_x0000_t202["']`)
	vmlOfType = regexp.MustCompile(`\btype\s*=\s*["']#_x0000_t202["']`)
	// A box of a note, to its end tag, and the cell that it says it belongs to.
	vmlBox    = regexp.MustCompile(`(?s)<(?:\w+:)?shape\b.*?</(?:\w+:)?shape>`)
	vmlRow    = regexp.MustCompile(`<(?:\w+:)?Row>\s*(\d+)\s*<`)
	vmlColumn = regexp.MustCompile(`<(?:\w+:)?Column>\s*(\d+)\s*<`)
)

// Drawing is a VML drawing that shapes can be added to.
type Drawing struct {
	Part    *opc.Part
	content []byte
	blocks  []int // blocks of shape ids that are its own
	mapAt   value // where they are listed; empty when they are not
	used    map[int]bool
}

// ReadDrawing reads a VML drawing.
func ReadDrawing(part *opc.Part) (*Drawing, error) {
	content, err := part.Bytes()
	if err != nil {
		return nil, err
	}
	d := &Drawing{Part: part, content: content, used: map[int]bool{}}
	for _, match := range vmlMap.FindAllSubmatchIndex(content, -1) {
		d.mapAt = value{int64(match[2]), match[3] - match[2]}
		between := func(r rune) bool { return r == ',' || r == ' ' }
		for _, block := range strings.FieldsFunc(string(content[match[2]:match[3]]), between) {
			if n, err := strconv.Atoi(block); err == nil {
				d.blocks = append(d.blocks, n)
			}
		}
	}
	for _, pattern := range []*regexp.Regexp{vmlShape, vmlSpid} {
		for _, match := range pattern.FindAllSubmatch(content, -1) {
			if n, err := strconv.Atoi(string(match[1])); err == nil {
				d.used[n] = true
			}
		}
	}
	return d, nil
}

// Blocks are the blocks of 1,024 shape ids that the drawing uses.
func (d *Drawing) Blocks() []int {
	blocks := slices.Clone(d.blocks)
	for id := range d.used {
		blocks = append(blocks, id/idsInBlock)
	}
	return blocks
}

// Wants is how many more blocks of ids the drawing needs for a number of shapes.
func (d *Drawing) Wants(shapes int) int {
	for _, block := range d.blocks {
		for n := 1; n < idsInBlock; n++ {
			if !d.used[block*idsInBlock+n] {
				shapes--
			}
		}
	}
	return BlocksFor(max(0, shapes))
}

// errNoEnd is returned for a drawing whose end is not found.
var errNoEnd = errors.New("the drawing of notes has no end that shapes can be added before")

// IsOpen reports whether shapes can be added.
func (d *Drawing) IsOpen() bool { return d.end() >= 0 }

// end is where shapes are added: before the last end tag; -1 when it is not found.
func (d *Drawing) end() int {
	end := bytes.LastIndex(d.content, []byte("</"))
	if end < 0 || !bytes.Contains(d.content[end:], []byte("xml")) {
		return -1
	}
	return end
}

// AddShapes are the edits that add a box for each cell. More are the blocks of ids
// that it gets, when its own are used up.
func (d *Drawing) AddShapes(cells []Box, more []int) ([]opc.Edit, error) {
	end := d.end()
	if end < 0 {
		return nil, errNoEnd
	}
	var edits []opc.Edit
	if len(more) > 0 && d.mapAt.len > 0 {
		list := strings.Trim(strings.Replace(fmt.Sprint(more), " ", ",", -1), "[]")
		edits = append(edits, opc.Edit{At: d.mapAt.at + int64(d.mapAt.len), Insert: "," + list})
	}
	var b strings.Builder
	if !vmlType.Match(d.content) {
		b.WriteString(noteShapeType)
	}
	free := d.freeIDs(append(slices.Clone(d.blocks), more...))
	for i, c := range cells {
		id, ok := free()
		if !ok {
			return nil, errors.New("the drawing of notes has no shape ids left")
		}
		b.WriteString(c.shape(id, i+1))
	}
	return append(edits, opc.Edit{At: int64(end), Insert: b.String()}), nil
}

// RemoveShapes are the edits that take out the boxes of notes that are gone, and the
// type of shape that AddShapes wrote for them when no shape is of it any longer. The
// blocks of ids that the drawing got stay its own: that harms nothing.
func (d *Drawing) RemoveShapes(gone map[Ref]bool) []opc.Edit {
	var edits []opc.Edit
	typed := len(vmlOfType.FindAll(d.content, -1))
	for _, at := range vmlBox.FindAllIndex(d.content, -1) {
		box := d.content[at[0]:at[1]]
		if cell, ok := cellOf(box); ok && gone[cell] {
			edits = append(edits, opc.Edit{At: int64(at[0]), Remove: int64(at[1] - at[0])})
			typed -= len(vmlOfType.FindAll(box, -1))
		}
	}
	if at := bytes.Index(d.content, []byte(noteShapeType)); at >= 0 && len(edits) > 0 && typed == 0 {
		edits = append(edits, opc.Edit{At: int64(at), Remove: int64(len(noteShapeType))})
	}
	return edits
}

// cellOf is the cell that a box says it is the note of.
func cellOf(box []byte) (Ref, bool) {
	row, column := vmlRow.FindSubmatch(box), vmlColumn.FindSubmatch(box)
	if row == nil || column == nil {
		return Ref{}, false
	}
	r, ok := parseIndex(row[1])
	c, ok2 := parseIndex(column[1])
	return Ref{r + 1, c + 1}, ok && ok2
}

// freeIDs yields the shape ids that are left in blocks.
func (d *Drawing) freeIDs(blocks []int) func() (int, bool) {
	block, n := 0, 0
	return func() (int, bool) {
		for block < len(blocks) {
			if n++; n == idsInBlock {
				block, n = block+1, 0
				continue
			}
			if id := blocks[block]*idsInBlock + n; !d.used[id] {
				return id, true
			}
		}
		return 0, false
	}
}

// Box is the box of a note: which cell it is of, and its size in lines of text.
type Box struct {
	At    Ref
	Lines int
}

// NewDrawing is a VML drawing for a sheet that has none. The blocks are ones no
// other drawing of the workbook uses; one holds 1,023 boxes.
func NewDrawing(blocks []int, cells []Box) []byte {
	var b strings.Builder
	names := make([]string, len(blocks))
	for i, n := range blocks {
		names[i] = strconv.Itoa(n)
	}
	b.WriteString(`<xml ` + vmlSpaces + ` ` + vmlExcelSpace + `>` +
		`<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="` + strings.Join(names, ",") + `"/></o:shapelayout>` +
		noteShapeType)
	for i, c := range cells {
		b.WriteString(c.shape(blocks[i/shapesInBlock]*idsInBlock+i%shapesInBlock+1, i+1))
	}
	b.WriteString(`</xml>`)
	return []byte(b.String())
}

// The declarations of the namespaces of shapes, and of what Excel keeps in them.
const (
	vmlSpaces     = `xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"`
	vmlExcelSpace = `xmlns:x="urn:schemas-microsoft-com:office:excel"`
)

// noteShapeType is the type of shape that boxes of notes are of.
const noteShapeType = `<v:shapetype ` + vmlSpaces +
	` id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">` +
	`<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`

// shape is the hidden box of a note. It declares its namespaces, so that it can
// stand in any drawing.
func (c Box) shape(id, z int) string {
	height := 15 + 12*c.Lines
	left, top := min(c.At.Col, MaxCol-5), max(0, c.At.Row-2) // the anchor's, from 0
	right, bottom := left+4, c.At.Row+height/15
	if bottom >= MaxRow {
		top, bottom = MaxRow-2-height/15, MaxRow-1
	}
	return fmt.Sprintf(`<v:shape `+vmlSpaces+` `+vmlExcelSpace+
		` id="_x0000_s%d" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;`+
		`width:240pt;height:%dpt;z-index:%d;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">`+
		`<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>`+
		`<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>`+
		`<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>`+
		`<x:Anchor>%d, 15, %d, 2, %d, 15, %d, 4</x:Anchor><x:AutoFill>False</x:AutoFill>`+
		`<x:Row>%d</x:Row><x:Column>%d</x:Column></x:ClientData></v:shape>`,
		id, height, z, left, top, right, bottom, c.At.Row-1, c.At.Col-1)
}
