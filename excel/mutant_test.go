package excel_test

import (
	"fmt"
	"math/rand"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"videre/excel/exceltest"
)

// A mutation changes one part of a valid workbook. It reports whether it found anything to
// change.
type mutation struct {
	name string
	do   func(m *mutator, part *exceltest.Part) bool
	only *regexp.Regexp // names of the parts that it is for; nil for any
	told bool           // it is an error that has to be told, wherever it hits
	safe bool           // excelize heeds it where it need not: it may be read as the valid workbook
}

var (
	sheetParts   = regexp.MustCompile(`/sheet\d+\.xml$`)
	contentParts = regexp.MustCompile(`/(sheet\d+|sharedStrings)\.xml$`)
	bookParts    = regexp.MustCompile(`/workbook\.xml$`)
	relsParts    = regexp.MustCompile(`\.rels$`)
	typesParts   = regexp.MustCompile(`Content_Types`)
)

const (
	foreignSpace = `urn:fremmed`
	mcSpace      = `http://schemas.openxmlformats.org/markup-compatibility/2006`
)

// mutations are the ways, in plain sight.
var mutations = []mutation{
	{name: "cut", do: func(m *mutator, p *exceltest.Part) bool {
		p.Content = p.Content[:m.Intn(len(p.Content))]
		return true
	}},
	{name: "flip", safe: true, do: func(m *mutator, p *exceltest.Part) bool {
		b := []byte(p.Content)
		b[m.Intn(len(b))] ^= 1 << m.Intn(8)
		p.Content = string(b)
		return true
	}},
	{name: "digit", safe: true, do: (*mutator).digit},
	{name: "drop element", do: func(m *mutator, p *exceltest.Part) bool {
		return m.element(p, func(string, string) string { return "" })
	}},
	{name: "repeat element", do: func(m *mutator, p *exceltest.Part) bool {
		return m.element(p, func(_, whole string) string { return whole + whole })
	}},
	{name: "rename element", do: func(m *mutator, p *exceltest.Part) bool {
		return m.element(p, func(name, whole string) string { return renamed(whole, name, name+"x") })
	}},
	{name: "swap elements", do: (*mutator).swapElements},
	{name: "unwrap element", do: func(m *mutator, p *exceltest.Part) bool {
		return m.element(p, func(_, whole string) string { return inside(whole) })
	}},
	{name: "wrap element", do: func(m *mutator, p *exceltest.Part) bool {
		return m.element(p, func(name, whole string) string { return `<` + name + `>` + whole + `</` + name + `>` })
	}},
	{name: "foreign element", do: func(m *mutator, p *exceltest.Part) bool {
		return m.element(p, func(name, whole string) string {
			return strings.Replace(whole, `<`+name, `<`+name+` xmlns="`+foreignSpace+`"`, 1)
		})
	}},
	{name: "foreign copy", do: (*mutator).foreignCopy},
	{name: "ignorable copy", safe: true, do: func(m *mutator, p *exceltest.Part) bool {
		return m.foreignCopy(p) && replaceRoot(p, ` xmlns:mc="`+mcSpace+`" xmlns:fr="`+foreignSpace+`" mc:Ignorable="fr"`)
	}},
	{name: "alternate content", do: func(m *mutator, p *exceltest.Part) bool {
		return m.element(p, func(_, whole string) string {
			choice := `<mc:AlternateContent xmlns:mc="` + mcSpace + `"><mc:Choice xmlns:fr="` + foreignSpace + `" Requires="fr">`
			return choice + whole + `</mc:Choice></mc:AlternateContent>`
		})
	}},
	{name: "drop attribute", do: func(m *mutator, p *exceltest.Part) bool {
		return m.attribute(p, func(string, string) string { return "" })
	}},
	{name: "rename attribute", do: func(m *mutator, p *exceltest.Part) bool {
		return m.attribute(p, func(name, value string) string { return ` ` + name + `x="` + value + `"` })
	}},
	{name: "empty attribute", safe: true, do: func(m *mutator, p *exceltest.Part) bool {
		return m.attribute(p, func(name, _ string) string { return ` ` + name + `=""` })
	}},
	{name: "swap attributes", safe: true, do: (*mutator).swapAttributes},
	{name: "swap types", only: typesParts, do: (*mutator).swapAttributes},
	{name: "swap relationships", only: relsParts, do: (*mutator).swapAttributes},
	{name: "unknown type", only: relsParts, do: func(m *mutator, p *exceltest.Part) bool {
		return m.match(p, regexp.MustCompile(`Type="[^"]*`), func(was string) string { return was + "x" })
	}},
	{name: "external target", only: relsParts, do: func(m *mutator, p *exceltest.Part) bool {
		return m.match(p, regexp.MustCompile(`(Target="[^"]*")`), func(was string) string { return was + ` TargetMode="External"` })
	}},
	{name: "second value", only: contentParts, told: true, do: func(m *mutator, p *exceltest.Part) bool {
		return m.match(p, regexp.MustCompile(`<((?:\w+:)?[vt])(?: [^>]*)?>[^<]*</(?:\w+:)?[vt]>`), func(was string) string { return was + was })
	}},
	{name: "second value, foreign", only: contentParts, told: true, do: func(m *mutator, p *exceltest.Part) bool {
		return m.match(p, regexp.MustCompile(`</(\w+:)?[vt]>`), func(was string) string {
			return was + `<fr:` + was[len(was)-2:len(was)-1] + ` xmlns:fr="` + foreignSpace + `">12.1</fr:` + was[len(was)-2:]
		})
	}},
	{name: "inside a value", only: contentParts, told: true, do: func(m *mutator, p *exceltest.Part) bool {
		return m.match(p, regexp.MustCompile(`</(\w+:)?[vt]>`), func(was string) string { return `<b xmlns="` + foreignSpace + `">7</b>` + was })
	}},
	{name: "comment in a value", only: contentParts, told: true, do: func(m *mutator, p *exceltest.Part) bool {
		return m.match(p, regexp.MustCompile(`</(\w+:)?[vt]>`), func(was string) string { return `<!-- 7 -->` + was })
	}},
	{name: "sheet twice", only: bookParts, told: true, do: func(m *mutator, p *exceltest.Part) bool {
		return m.match(p, regexp.MustCompile(`<(\w+:)?sheet [^>]*/>`), func(was string) string {
			return was + regexp.MustCompile(` name="[^"]*"`).ReplaceAllString(was, ` name="Endnu et ark"`)
		})
	}},
	{name: "sheets of one name", only: bookParts, told: true, do: func(m *mutator, p *exceltest.Part) bool {
		return m.match(p, regexp.MustCompile(`<(\w+:)?sheet [^>]*/>`), func(was string) string { return was + was })
	}},
	{name: "document type", told: true, do: func(m *mutator, p *exceltest.Part) bool {
		at := strings.Index(p.Content, "?>") + 1
		p.Content = p.Content[:at+1] + `<!DOCTYPE x [<!ENTITY e "9">]>` + p.Content[at+1:]
		return at > 0 && (sheetParts.MatchString(p.Name) || strings.HasSuffix(p.Name, ".rels") || bookParts.MatchString(p.Name))
	}},
	{name: "other encoding", only: contentParts, do: func(m *mutator, p *exceltest.Part) bool {
		names := []string{"us-ascii", "utf-16", "klingon", "UTF-7"}
		return m.match(p, regexp.MustCompile(`encoding="[^"]*"`), func(string) string {
			return `encoding="` + names[m.Intn(len(names))] + `"`
		})
	}},
	{name: "long tag", only: sheetParts, do: func(m *mutator, p *exceltest.Part) bool {
		long := strings.Repeat("x", 70_000)
		return m.match(p, regexp.MustCompile(`<(\w+:)?c `), func(was string) string { return was + `xml:id="` + long + `" ` })
	}},
	{name: "wide tag", only: sheetParts, do: func(m *mutator, p *exceltest.Part) bool {
		return m.match(p, regexp.MustCompile(`<(\w+:)?c `), func(was string) string { return was + strings.Repeat(" ", 300+m.Intn(300)) })
	}},
	{name: "long prefix", only: sheetParts, do: func(m *mutator, p *exceltest.Part) bool {
		if strings.Contains(p.Content, "<x:") {
			return false
		}
		prefix := strings.Repeat("p", 200+m.Intn(400))
		p.Content = regexp.MustCompile(`<(/?)(\w)`).ReplaceAllString(p.Content, `<${1}`+prefix+`:$2`)
		p.Content = strings.Replace(p.Content, ` xmlns="`, ` xmlns:`+prefix+`="`, 1)
		return true
	}},
	{name: "unit slip", only: regexp.MustCompile(`/sheet2\.xml$`), told: true, do: (*mutator).unitSlip},
}

// mutator draws from its seed alone.
type mutator struct{ *rand.Rand }

// mutant is a workbook with a mutation; ok is false where there was nothing to change.
func (m *mutator) mutant(way *mutation, parts []exceltest.Part) (mutated []exceltest.Part, part string, ok bool) {
	mutated = slices.Clone(parts)
	var at []int
	for i, p := range mutated {
		if len(p.Content) > 0 && (way.only == nil || way.only.MatchString("/"+p.Name)) {
			at = append(at, i)
		}
	}
	if len(at) == 0 {
		return nil, "", false
	}
	p := &mutated[at[m.Intn(len(at))]]
	was := p.Content
	ok = way.do(m, p) && p.Content != was
	return mutated, p.Name, ok
}

// match replaces one of what a pattern matches.
func (m *mutator) match(p *exceltest.Part, pattern *regexp.Regexp, by func(was string) string) bool {
	all := pattern.FindAllStringIndex(p.Content, -1)
	if len(all) == 0 {
		return false
	}
	at := all[m.Intn(len(all))]
	p.Content = p.Content[:at[0]] + by(p.Content[at[0]:at[1]]) + p.Content[at[1]:]
	return true
}

var startTag = regexp.MustCompile(`<[A-Za-z][^\s/>]*(?:\s[^>]*)?>`)

// element replaces one element, with all that is in it.
func (m *mutator) element(p *exceltest.Part, by func(name, whole string) string) bool {
	from, to := m.anyElement(p.Content)
	if from < 0 {
		return false
	}
	whole := p.Content[from:to]
	p.Content = p.Content[:from] + by(tagName(whole), whole) + p.Content[to:]
	return true
}

// anyElement is where an element stands; those of few bytes come as often as others.
func (m *mutator) anyElement(text string) (from, to int) {
	tags := startTag.FindAllStringIndex(text, -1)
	if len(tags) == 0 {
		return -1, -1
	}
	from = tags[m.Intn(len(tags))][0]
	return from, endOf(text, from)
}

// endOf is where the element that starts at a byte ends.
func endOf(text string, from int) int {
	depth := 0
	for at := from; ; {
		open := strings.IndexByte(text[at:], '<')
		shut := strings.IndexByte(text[at:], '>')
		if open < 0 || shut < 0 {
			return len(text)
		}
		tag := text[at+open : at+shut+1]
		at += shut + 1
		switch {
		case strings.HasPrefix(tag, "</"):
			depth--
		case !strings.HasSuffix(tag, "/>"):
			depth++
		}
		if depth == 0 {
			return at
		}
	}
}

func tagName(whole string) string { return whole[1:strings.IndexAny(whole, " \t\r\n/>")] }

// inside is what stands between an element's tags.
func inside(whole string) string {
	from, to := strings.IndexByte(whole, '>')+1, strings.LastIndex(whole, "</")
	if to < from {
		return ""
	}
	return whole[from:to]
}

// renamed is an element with another name.
func renamed(whole, name, other string) string {
	whole = `<` + other + strings.TrimPrefix(whole, `<`+name)
	if body, ok := strings.CutSuffix(whole, `</`+name+`>`); ok {
		return body + `</` + other + `>`
	}
	return whole
}

// replaceRoot adds attributes to the root's tag.
func replaceRoot(p *exceltest.Part, attributes string) bool {
	at := startTag.FindStringIndex(p.Content)
	name := tagName(p.Content[at[0]:])
	p.Content = p.Content[:at[0]+1+len(name)] + attributes + p.Content[at[0]+1+len(name):]
	return !strings.Contains(p.Content[at[0]+len(attributes):], "Ignorable")
}

// foreignCopy puts a copy of an element in another namespace beside it, with other digits.
func (m *mutator) foreignCopy(p *exceltest.Part) bool {
	from, to := m.anyElement(p.Content)
	if from < 0 || strings.HasPrefix(p.Content[from:], "<fr:") {
		return false
	}
	whole := p.Content[from:to]
	local := tagName(whole)[strings.IndexByte(tagName(whole), ':')+1:]
	copied := `<fr:` + local + ` xmlns:fr="` + foreignSpace + `">` + strings.ReplaceAll(inside(whole), "1", "7") + `</fr:` + local + `>`
	if m.Intn(2) == 0 {
		p.Content = p.Content[:from] + copied + p.Content[from:]
	} else {
		p.Content = p.Content[:to] + copied + p.Content[to:]
	}
	return from != startTag.FindStringIndex(p.Content)[0]
}

// swapElements exchanges two elements that stand beside each other.
func (m *mutator) swapElements(p *exceltest.Part) bool {
	from, to := m.anyElement(p.Content)
	if from < 0 || to >= len(p.Content) || !startTag.MatchString(p.Content[to:]) || p.Content[to] != '<' || p.Content[to+1] == '/' {
		return false
	}
	end := endOf(p.Content, to)
	p.Content = p.Content[:from] + p.Content[to:end] + p.Content[from:to] + p.Content[end:]
	return true
}

var anyAttribute = regexp.MustCompile(`\s([A-Za-z][\w:.-]*)="([^"]*)"`)

// attribute replaces one attribute.
func (m *mutator) attribute(p *exceltest.Part, by func(name, value string) string) bool {
	return m.match(p, anyAttribute, func(was string) string {
		found := anyAttribute.FindStringSubmatch(was)
		return by(found[1], found[2])
	})
}

// swapAttributes exchanges the values of two attributes of one name.
func (m *mutator) swapAttributes(p *exceltest.Part) bool {
	all := anyAttribute.FindAllStringSubmatchIndex(p.Content, -1)
	if len(all) < 2 {
		return false
	}
	a := all[m.Intn(len(all))]
	name := p.Content[a[2]:a[3]]
	same := slices.DeleteFunc(all, func(b []int) bool { return p.Content[b[2]:b[3]] != name || b[0] == a[0] })
	if len(same) == 0 {
		return false
	}
	b := same[m.Intn(len(same))]
	if b[0] < a[0] {
		a, b = b, a
	}
	p.Content = p.Content[:a[4]] + p.Content[b[4]:b[5]] + p.Content[a[5]:b[4]] + p.Content[a[4]:a[5]] + p.Content[b[5]:]
	return true
}

// digit puts another digit in the place of one.
func (m *mutator) digit(p *exceltest.Part) bool {
	return m.match(p, regexp.MustCompile(`\d`), func(string) string { return strconv.Itoa(m.Intn(10)) })
}

// unitSlip makes one amount a thousand or a million times as large.
func (m *mutator) unitSlip(p *exceltest.Part) bool {
	amount := regexp.MustCompile(`<(?:x:)?c r="[F-I][56]"[^>]*><(?:x:)?v>\d+(\.\d+)?</`)
	return m.match(p, amount, func(was string) string {
		from, to := strings.LastIndexByte(was, '>')+1, len(was)-2
		n, _ := strconv.ParseFloat(was[from:to], 64)
		factor := []float64{1e3, 1e6}[m.Intn(2)]
		return was[:from] + fmt.Sprint(int64(n*factor)) + was[to:]
	})
}
