package sheetml

import (
	"errors"
	"strconv"
	"strings"

	"videre/excel/internal/limit"
	"videre/excel/internal/opc"
)

// cellType is a cell's t attribute (ECMA-376 part 1, 18.18.11).
type cellType uint8

const (
	typeNumber cellType = iota
	typeShared
	typeInline
	typeString
	typeBool
	typeError
	typeDate
)

var kindOf = [...]Kind{Number, Text, Text, Text, Bool, Error, Date}

func typeOf(value []byte) (cellType, bool) {
	switch string(value) {
	case "n":
		return typeNumber, true
	case "s":
		return typeShared, true
	case "inlineStr":
		return typeInline, true
	case "str":
		return typeString, true
	case "b":
		return typeBool, true
	case "e":
		return typeError, true
	case "d":
		return typeDate, true
	}
	return 0, false
}

// setKind settles what the cell holds, from its type and what was found in it.
func (r *sheetReader) setKind(c *Cell, kind cellType, hasValue, inline bool) error {
	empty := len(r.scratch) == 0
	switch kind {
	case typeShared:
		if !hasValue || empty {
			return nil
		}
		index, ok := parseIndex(trimSpace(r.scratch))
		if !ok || index >= len(r.table) {
			return opc.Breach(opc.MissingString, c.Ref().String(), string(r.scratch))
		}
		c.Kind, c.Text, c.Struck = Text, r.table[index], r.struck[index]
		return r.budget.Spend(limit.Text, len(c.Text))
	case typeInline:
		if !inline && !hasValue {
			return nil
		}
	case typeString:
		if !hasValue {
			return nil
		}
		r.scratch = unescape(r.scratch, 0)
	}
	c.Kind = kindOf[kind]
	if empty && c.Kind != Text {
		c.Kind = Blank
		return nil
	}
	if fits := lexical[kind]; fits != nil && !fits(r.scratch) {
		return opc.Breach(opc.BadCellValue, c.Ref().String(), string(r.scratch))
	}
	if err := allowText(r.budget, r.scratch); err != nil {
		return err
	}
	r.keep(r.scratch)
	return nil
}

// lexical tells whether a stored value is one of its type, where the type says how it is
// written.
var lexical = [...]func([]byte) bool{typeNumber: isNumber, typeBool: isBoolean, typeDate: nil}

// isNumber reports whether a value is a number (xsd:double), and no infinity.
func isNumber(raw []byte) bool {
	text := string(trimSpace(raw))
	if strings.Trim(text, "0123456789.eE+-") != "" {
		return false
	}
	_, err := strconv.ParseFloat(text, 64)
	return err == nil || errors.Is(err, strconv.ErrRange)
}

func isBoolean(raw []byte) bool {
	text := string(trimSpace(raw))
	return text == "1" || text == "0"
}
