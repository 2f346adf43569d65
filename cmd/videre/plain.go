package main

import (
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// plain is a stream for people: what a workbook or a file's name holds can neither steer
// the terminal nor turn the order of what stands on a line. It keeps the first error of the
// stream below it, as what could not be told was not done.
type plain struct {
	out io.Writer
	err error
}

// Write writes a text, each unsafe character as the mark for one that cannot be shown.
func (p *plain) Write(text []byte) (int, error) {
	if p.err != nil {
		return 0, p.err
	}
	if _, p.err = io.WriteString(p.out, shownPlain(string(text))); p.err != nil {
		return 0, p.err
	}
	return len(text), nil
}

// shownPlain is a text without characters that steer.
func shownPlain(text string) string {
	lines := strings.Split(text, "\r\n") // as tables for a spreadsheet end their lines
	for i := range lines {
		lines[i] = strings.Map(harmless, lines[i])
	}
	return strings.Join(lines, "\r\n")
}

// harmless is a character, or the mark for one that cannot be shown.
func harmless(r rune) rune {
	if steers(r) {
		return utf8.RuneError
	}
	return r
}

// oneLine is a text that stands on a line: a line break in it would begin a line that
// looks like the program's own.
func oneLine(text string) string {
	return strings.Map(func(r rune) rune {
		if r == '\n' || r == '\r' || r == '\t' {
			return ' '
		}
		return harmless(r)
	}, text)
}

// steers reports whether a character is an order to the terminal, or changes how others are
// laid out, instead of being shown: control characters of both sets but the line break and
// the tab, marks of direction, separators of lines and paragraphs.
func steers(r rune) bool {
	if r == '\n' || r == '\t' {
		return false
	}
	return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029'
}
