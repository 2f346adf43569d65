package calc

import "strings"

// textOf is TEXT, for formats that mean the same in every language: digits, one
// percent sign at the end, hyphens and blanks between. Letters mean dates by language,
// and "." and "," change places.
func textOf(e *evaluator, args []operand) operand {
	v, f := e.scalar(args[0]), e.text(args[1])
	if f.isError() {
		return f
	}
	if v.Kind == Text {
		n := e.number(v)
		if n.isError() {
			return v
		}
		v = n
	}
	if v.Kind == Blank {
		v = whole(0)
	}
	format, percent := strings.CutSuffix(f.Text, "%")
	if v.Kind != Number || strings.Trim(format, "0#- ") != "" || !strings.ContainsAny(format, "0#") {
		return e.uncovered("TEXT with such a format")
	}
	if percent {
		v.Number = v.Number.Shift(2)
	}
	v = e.stepped(v, roundHalf)
	literal := strings.Trim(format, "0#") != ""
	if magnitudeOf(v.Number) > excelDigits || v.Number.IsNegative() && literal || len(format) > maxKey {
		return e.uncovered("TEXT with such a format")
	}
	text := filled(format, v.Number.Abs().String())
	if v.Number.IsNegative() {
		text = "-" + text
	}
	if percent {
		text += "%"
	}
	return TextOf(text)
}

// filled puts digits into a format from the right; what is left of them goes in front
// of its first place.
func filled(format, digits string) string {
	if digits == "0" {
		digits = ""
	}
	first, zero := strings.IndexAny(format, "0#"), strings.Index(format, "0")
	var parts []string
	for i := len(format) - 1; i >= 0; i-- {
		switch c := format[i]; {
		case c != '0' && c != '#':
			parts = append(parts, string(c))
		case i == first:
			if digits == "" && zero == first {
				digits = "0"
			}
			parts = append(parts, digits)
		case digits != "":
			parts = append(parts, digits[len(digits)-1:])
			digits = digits[:len(digits)-1]
		case zero >= 0 && i >= zero:
			parts = append(parts, "0")
		}
	}
	var b strings.Builder
	for i := len(parts) - 1; i >= 0; i-- {
		b.WriteString(parts[i])
	}
	return b.String()
}
