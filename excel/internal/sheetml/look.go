package sheetml

import (
	"io"
	"strconv"
	"strings"

	"videre/excel/internal/opc"
	"videre/excel/internal/xmltok"
)

// Look is how a style makes the text of a cell look, as far as it can make it unseen.
type Look struct {
	Struck bool    // struck through
	Size   float64 // of the type, in points; 0 when none is stated
	Text   Colour  // of the text
	Ground Colour  // behind it
}

// Colour is a colour as the screen shows it; the zero Colour is not known.
type Colour struct {
	Red, Green, Blue uint8
	Known            bool
}

// nearColours is how much colours of one look differ at most in each of their parts.
const nearColours = 24

// IsNear reports whether two colours cannot be told apart.
func (c Colour) IsNear(other Colour) bool {
	near := func(a, b uint8) bool { return max(a, b)-min(a, b) <= nearColours }
	return c.Known && other.Known && near(c.Red, other.Red) && near(c.Green, other.Green) && near(c.Blue, other.Blue)
}

// The colours of what says nothing of it.
var (
	black = Colour{0, 0, 0, true}
	white = Colour{255, 255, 255, true}
)

// ReadTheme takes the colours of the workbook's theme; without one they are Office's.
func (st *Styles) ReadTheme(part *opc.Part) {
	in, err := part.Open()
	if err != nil {
		return
	}
	defer in.Close()
	if colours := themeColours(in); len(colours) >= len(officeTheme) {
		st.theme = colours
	}
}

// themeColours are the colours of a theme in the order of its part.
func themeColours(in io.Reader) (colours []Colour) {
	s := xmltok.NewScanner(in)
	for inside := false; ; {
		kind, err := s.Next()
		if err != nil || kind == xmltok.EOF || kind == xmltok.End && string(s.Local()) == "clrScheme" {
			return colours
		}
		if kind != xmltok.Start {
			continue
		}
		switch string(s.Local()) {
		case "clrScheme":
			inside = true
		case "sysClr", "srgbClr":
			value, ok := s.AttrText("lastClr")
			if !ok {
				value, _ = s.AttrText("val")
			}
			if inside {
				colours = append(colours, hexColour(value))
			}
		}
	}
}

// officeTheme are the colours of the theme that Excel begins with: dark and light ones first,
// as they stand in its part.
var officeTheme = hexColours("000000 FFFFFF 44546A E7E6E6 4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47 0563C1 954F72")

// themeOrder is where the colours of a theme stand that cells call by number: light and dark
// change places (ECMA-376 part 1, 18.8.3 and 20.1.6.2).
var themeOrder = []int{1, 0, 3, 2, 4, 5, 6, 7, 8, 9, 10, 11}

// palette are the colours that cells call by index, from 8 on (18.8.27); those below are the
// same as the first eight of these.
var palette = hexColours("000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF " +
	"800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF " +
	"000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 " +
	"3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333")

func hexColours(text string) (colours []Colour) {
	for _, hex := range strings.Fields(text) {
		colours = append(colours, hexColour(hex))
	}
	return colours
}

// hexColour is a colour as it is written: RRGGBB, perhaps after its opacity.
func hexColour(hex string) Colour {
	if len(hex) == 8 {
		hex = hex[2:]
	}
	n, err := strconv.ParseUint(hex, 16, 24)
	if err != nil || len(hex) != 6 {
		return Colour{}
	}
	return Colour{uint8(n >> 16), uint8(n >> 8), uint8(n), true}
}

// tinted is a colour made lighter, or darker with a tint below zero.
func (c Colour) tinted(tint float64) Colour {
	part := func(p uint8) uint8 {
		if tint < 0 {
			return uint8(float64(p) * (1 + max(tint, -1)))
		}
		return uint8(float64(p) + (255-float64(p))*min(tint, 1))
	}
	return Colour{part(c.Red), part(c.Green), part(c.Blue), c.Known}
}

// colour is the colour that an element's start tag states; none where it states none that is
// known. What the system chooses is automatic.
func (st *Styles) colour(tag string, automatic Colour) Colour {
	attribute := func(name string) (string, bool) { return tagValue(tag, name) }
	c := automatic
	if rgb, ok := attribute("rgb"); ok {
		c = hexColour(rgb)
	} else if theme, ok := attribute("theme"); ok {
		n, err := strconv.Atoi(theme)
		if err != nil || n < 0 || n >= len(themeOrder) {
			return Colour{}
		}
		colours := st.theme
		if colours == nil {
			colours = officeTheme
		}
		c = colours[themeOrder[n]]
	} else if index, ok := attribute("indexed"); ok {
		c = st.indexed(index, automatic)
	}
	if tint, ok := attribute("tint"); ok {
		if t, err := strconv.ParseFloat(tint, 64); err == nil {
			c = c.tinted(t)
		}
	}
	return c
}

// indexed is a colour of the palette, the workbook's own or that of all.
func (st *Styles) indexed(index string, automatic Colour) Colour {
	n, err := strconv.Atoi(index)
	switch {
	case err != nil || n < 0 || n > 65:
		return Colour{}
	case n >= 64:
		return automatic
	case n < len(st.palette):
		return st.palette[n]
	case n < 8:
		return palette[n]
	}
	return palette[n-8]
}

// Look is how a style makes a cell look; the zero Look for one that the workbook does not have.
func (st *Styles) Look(style int) Look {
	if st == nil || style < 0 || style >= len(st.Formats) {
		return Look{Text: black, Ground: white}
	}
	if look, done := st.looks[style]; done {
		return look
	}
	f := st.Formats[style]
	look := Look{Text: black, Ground: white}
	if font := f.number("fontId"); font < len(st.fonts) {
		st.lookOfFont(st.fonts[font], &look)
	}
	if fill := f.number("fillId"); fill < len(st.fills) && fill > 0 {
		look.Ground = st.ground(st.fills[fill], "fgColor", white)
	}
	if st.looks == nil {
		st.looks = map[int]Look{}
	}
	st.looks[style] = look
	return look
}

// lookOfFont reads a font into a look.
func (st *Styles) lookOfFont(font string, look *Look) {
	for _, tag := range startTags(font) {
		value, _ := tagValue(tag.text, "val")
		switch tag.name {
		case "strike":
			look.Struck = value == "" || isTrue(value)
		case "sz":
			look.Size, _ = strconv.ParseFloat(value, 64)
		case "color":
			look.Text = st.colour(tag.text, black)
		}
	}
}

// ground is the colour of a fill; that of one with a pattern or a gradient is not known.
func (st *Styles) ground(fill, solid string, none Colour) Colour {
	ground := none
	pattern := ""
	for _, tag := range startTags(fill) {
		switch tag.name {
		case "patternFill":
			pattern, _ = tagValue(tag.text, "patternType")
			if pattern != "" && pattern != "none" {
				ground = Colour{}
			}
		case "gradientFill":
			return Colour{}
		case solid:
			if pattern == "solid" || pattern == "" && solid == "bgColor" {
				ground = st.colour(tag.text, none)
			}
		}
	}
	return ground
}

// startTag is a start tag of an element, by its local name.
type startTag struct{ name, text string }

// startTags are the start tags in an element, in their order.
func startTags(element string) (tags []startTag) {
	for _, tag := range strings.Split(element, "<")[1:] {
		end := strings.IndexAny(tag, " \t\r\n/>")
		if end <= 0 { // an end tag
			continue
		}
		_, local, prefixed := strings.Cut(tag[:end], ":")
		if !prefixed {
			local = tag[:end]
		}
		tags = append(tags, startTag{local, "<" + tag})
	}
	return tags
}

// tagValue is the value of an attribute of a start tag.
func tagValue(tag, name string) (string, bool) {
	at, end, found := attributeValue(tag, name)
	return tag[at:end], found
}

// Change is what a conditional format makes of a cell that it applies to. A colour that it
// does not state is not known.
type Change struct {
	Look
	Fills   bool   // it states a ground, known or not
	Code    string // the number format
	HasCode bool   // it states one
}

// ChangeOf is what a conditional format of an index makes of a cell; nothing when the part
// has none of it.
func (st *Styles) ChangeOf(dxf int) Change {
	if st == nil || dxf < 0 || dxf >= len(st.changes) {
		return Change{}
	}
	c, done := st.changed[dxf]
	if !done {
		c = st.readChange(st.changes[dxf])
		if st.changed == nil {
			st.changed = map[int]Change{}
		}
		st.changed[dxf] = c
	}
	return c
}

// readChange reads what a conditional format makes of a cell.
func (st *Styles) readChange(dxf string) (c Change) {
	font, fill := "", ""
	into := new(string)
	for _, tag := range startTags(dxf) {
		switch tag.name {
		case "font":
			into = &font
		case "fill":
			into, c.Fills = &fill, true
		case "border", "alignment", "protection", "dxf", "extLst":
			into = new(string)
		case "numFmt":
			into = new(string)
			code, _ := tagValue(tag.text, "formatCode")
			c.Code, c.HasCode = string(xmltok.AppendText(nil, []byte(code))), true
		}
		*into += tag.text
	}
	st.lookOfFont(font, &c.Look)
	c.Ground = st.ground(fill, "bgColor", Colour{})
	return c
}
