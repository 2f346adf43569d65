package sheetml

import (
	"regexp"
	"strings"

	"videre/excel/internal/limit"
	"videre/excel/internal/xmltok"
)

// SideText is a text of a sheet that people read beside it: at the head or the foot of its pages, or when
// they select a cell that has a message for what is to be entered.
type SideText struct {
	At   Ref // the first cell that a message is for; A1 of a head or a foot
	Text string
	Page bool // of the pages; else a message
}

// pageCode is what the heads and feet of pages hold besides text: fonts, sizes, page numbers, which part
// of the line what follows stands in (ECMA-376 part 1, 18.3.1.46).
var pageCode = regexp.MustCompile(`&(?:&|"[^"]*"|K[0-9A-Fa-f]{6}|K\d\d[+-]\d{3}|\d{1,3}|[A-Za-z])`)

// pageTexts reads the heads and feet of a sheet's pages.
func (r *sheetReader) pageTexts(s *xmltok.Scanner) error {
	return eachChild(s, func() error {
		var text []byte
		if err := innerText(s, &text); err != nil {
			return err
		}
		plain := pageCode.ReplaceAllStringFunc(string(text), func(code string) string {
			if code == "&&" {
				return "&"
			}
			return "\n"
		})
		return r.addSide(SideText{At: Ref{Row: 1, Col: 1}, Text: strings.TrimSpace(plain), Page: true})
	})
}

// messages reads what is shown where cells are selected.
func (r *sheetReader) messages(s *xmltok.Scanner) error {
	return eachChild(s, func() error {
		title, _ := s.AttrText("promptTitle")
		text, _ := s.AttrText("prompt")
		where, _ := s.AttrText("sqref")
		first, _, _ := strings.Cut(where, " ")
		if area, ok := ParseArea(first); ok && text != "" {
			if title = strings.TrimRight(title, " .:"); title != "" {
				text = title + ": " + text
			}
			if err := r.addSide(SideText{At: area.From, Text: text}); err != nil {
				return err
			}
		}
		return s.Skip()
	})
}

func (r *sheetReader) addSide(t SideText) error {
	if t.Text != "" {
		r.sheet.SideTexts = append(r.sheet.SideTexts, t)
	}
	return r.budget.Spend(limit.Conditions, 1)
}
