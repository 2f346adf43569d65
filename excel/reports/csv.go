package reports

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"videre/budget"
	"videre/excel/internal/text"
)

// WriteCSV writes rows as the CSV that opens right in a Danish Excel: UTF-8 with a
// byte order mark, semicolons, decimal commas, and no text that Excel would take for
// a formula. Headings and terms are in the language. Its errors are the writer's.
func WriteCSV(w io.Writer, l budget.Language, rows []Row) error {
	if _, err := io.WriteString(w, "\uFEFF"); err != nil {
		return err
	}
	c := csv.NewWriter(w)
	c.Comma, c.UseCRLF = ';', true
	fields := make([]string, len(exportColumns))
	for i, column := range exportColumns {
		fields[i] = text.Of(l, column.heading)
	}
	if err := c.Write(fields); err != nil {
		return err
	}
	for i := range rows {
		for k, column := range exportColumns {
			fields[k] = column.value(l, &rows[i])
		}
		if err := c.Write(fields); err != nil {
			return err
		}
	}
	c.Flush()
	return c.Error()
}

// exportColumns are the columns of a row as CSV.
var exportColumns = []struct {
	heading budget.Key
	value   func(budget.Language, *Row) string
}{
	{"head.file", func(_ budget.Language, r *Row) string { return plainText(r.Workbook) }},
	{"export.sheet", func(_ budget.Language, r *Row) string { return plainText(r.Sheet) }},
	{"head.place", func(_ budget.Language, r *Row) string { return r.Cell }},
	{"head.project", func(_ budget.Language, r *Row) string { return plainText(r.Project) }},
	{"head.department", func(_ budget.Language, r *Row) string { return plainText(r.Department) }},
	{"head.expiry", func(_ budget.Language, r *Row) string { return whole(r.Expiry) }},
	{"head.participants", func(_ budget.Language, r *Row) string { return decimalComma(r.Participants) }},
	{"column.verdict", func(l budget.Language, r *Row) string { return wordOf(l, "verdict", r.Verdict) }},
	{"head.kind", func(l budget.Language, r *Row) string { return wordOf(l, "kind", r.Kind) }},
	{"head.item", func(_ budget.Language, r *Row) string { return plainText(r.Item) }},
	{"head.area", func(_ budget.Language, r *Row) string { return plainText(r.Area) }},
	{"head.payer", func(l budget.Language, r *Row) string { return wordOf(l, "payer", r.Payer) }},
	{"export.share", func(_ budget.Language, r *Row) string { return decimalComma(r.Share) }},
	{"export.reimbursement", func(l budget.Language, r *Row) string {
		return wordOf(l, "reimbursement", r.Reimbursement)
	}},
	{"export.budgeted", func(l budget.Language, r *Row) string { return yesOrNo(l, r.Budgeted) }},
	{"head.frame", func(l budget.Language, r *Row) string { return wordOf(l, "frame", r.Frame) }},
	{"head.year", func(_ budget.Language, r *Row) string { return whole(r.Year) }},
	{"head.amount", func(_ budget.Language, r *Row) string { return decimalComma(r.Amount) }},
	{"export.state", func(l budget.Language, r *Row) string { return wordOf(l, "state", r.State) }},
	{"head.have", func(_ budget.Language, r *Row) string { return plainText(r.Text) }},
	{"export.price-level", func(_ budget.Language, r *Row) string { return whole(r.PriceLevel) }},
	{"head.counts", func(l budget.Language, r *Row) string { return wordOf(l, "counts", r.Counts) }},
	{"export.counted", func(_ budget.Language, r *Row) string { return decimalComma(r.Counted) }},
}

// wordOf is the word of a term by its code; empty for no code.
func wordOf(l budget.Language, kind budget.Key, code string) string {
	if code == "" {
		return ""
	}
	return l.Text(kind + "." + budget.Key(code))
}

// yesOrNo is an answer as a word; empty for none.
func yesOrNo(l budget.Language, yes *bool) string {
	if yes == nil {
		return ""
	}
	return text.Of(l, map[bool]budget.Key{true: "yes", false: "no"}[*yes])
}

// plainText keeps a text from being taken for a formula: one that begins as formulas
// do gets an apostrophe, as Excel itself marks texts.
func plainText(s string) string {
	s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n") // the csv package drops \r
	if first, size := utf8.DecodeRuneInString(s); size > 0 && strings.ContainsRune("=+-@\t\n|%＝＋－＠", first) {
		return "'" + s
	}
	return s
}

// whole is a whole number as text; empty for none.
func whole(n *int) string {
	if n == nil {
		return ""
	}
	return strconv.Itoa(*n)
}

// decimalComma is a decimal with the comma that a Danish Excel reads; empty for none.
func decimalComma(s *string) string {
	if s == nil {
		return ""
	}
	return strings.ReplaceAll(*s, ".", ",")
}
