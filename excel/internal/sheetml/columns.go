package sheetml

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"videre/excel/internal/opc"
)

// columnRun is a run of columns with one set of properties.
type columnRun struct {
	from, to     int
	hidden       bool
	narrow       bool // nothing can be read in its width
	sized        bool // it states a width
	element      element
	minAt, maxAt value
	tag          string // the start tag
}

// columnEdits gives the new columns their widths. A run of columns that reaches
// over them is divided; one that lies among them is somebody's own and is kept.
func (e *SheetEdit) columnEdits() []opc.Edit {
	if len(e.widths) == 0 {
		return nil
	}
	wanted := slices.Sorted(maps.Keys(e.widths))
	from, to := wanted[0], wanted[len(wanted)-1]
	cols := e.sheet.child("cols")
	if cols == nil {
		list := enclosed(e.sheet.prefix+"cols", e.columnElements(wanted))
		return []opc.Edit{{At: e.sheet.insertAt(sheetOrder, "cols"), Insert: list}}
	}
	var edits []opc.Edit
	at, after := cols.inner, ""
	for _, c := range e.sheet.columns {
		switch {
		case c.to < from:
			continue
		case c.from > to:
			at = min(at, c.element.start)
		case c.from < from && c.to <= to:
			edits = append(edits, c.setMax(from-1))
		case c.from < from:
			edits = append(edits, c.setMax(from-1))
			at, after = c.element.end, c.copy(to+1, c.to)
		case c.to > to:
			edits = append(edits, c.setMin(to+1))
			at = min(at, c.element.start)
		default:
			wanted = slices.DeleteFunc(wanted, func(col int) bool { return col >= c.from && col <= c.to })
			if len(wanted) > 0 && c.from > wanted[0] {
				at = min(at, c.element.start)
			}
		}
	}
	if len(wanted) > 0 && !consecutive(wanted) {
		return nil // somebody's own widths lie between: leave all of them
	}
	return append(edits, opc.Edit{At: at, Insert: e.columnElements(wanted) + after})
}

func consecutive(cols []int) bool { return cols[len(cols)-1]-cols[0] == len(cols)-1 }

func (e *SheetEdit) columnElements(cols []int) string {
	var b strings.Builder
	for _, col := range cols {
		n := strconv.Itoa(col)
		b.WriteString(`<` + e.sheet.prefix + `col min="` + n + `" max="` + n + `"` +
			` width="` + e.widths[col] + `" customWidth="1"/>`)
	}
	return b.String()
}

func (c *columnRun) setMin(col int) opc.Edit {
	return opc.Edit{At: c.minAt.at, Remove: int64(c.minAt.len), Insert: strconv.Itoa(col)}
}

func (c *columnRun) setMax(col int) opc.Edit {
	return opc.Edit{At: c.maxAt.at, Remove: int64(c.maxAt.len), Insert: strconv.Itoa(col)}
}

// copy is the run's element for other columns.
func (c *columnRun) copy(from, to int) string {
	first, second := c.minAt, c.maxAt
	low, high := strconv.Itoa(from), strconv.Itoa(to)
	if second.at < first.at {
		first, second, low, high = second, first, high, low
	}
	a, b := int(first.at-c.element.start), int(second.at-c.element.start)
	tag := c.tag[:a] + low + c.tag[a+first.len:b] + high + c.tag[b+second.len:]
	if strings.HasSuffix(tag, "/>") {
		return tag
	}
	return strings.TrimSuffix(tag, ">") + "/>"
}
