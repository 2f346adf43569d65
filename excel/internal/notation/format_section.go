package notation

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/shopspring/decimal"
)

// formatSection is a section of a number format, taken apart (ECMA-376 part 1, 18.8.31).
type formatSection struct {
	pieces  []piece
	codes   string // digits, dates, times, per cent: what is neither text nor in brackets
	literal string // text that is shown as it stands; padding is a blank
	elapsed bool   // holds [h], [mm] or [ss]
	foreign bool   // names another currency than kroner
	english bool   // its months and days have English names
	red     bool   // people know a negative number by that
	when    *formatCondition
	said    NumberFormat // what it says of the number behind it
	number  digitPlaces  // of one that shows a number
}

// piece is what a section shows at one place.
type piece struct {
	kind pieceKind
	text string
}

// pieceKind is how a piece is shown.
type pieceKind uint8

const (
	pieceLiteral  pieceKind = iota // as it stands
	pieceDigit                     // a digit of the number: 0, # or ?
	piecePoint                     // the decimal point
	pieceGeneral                   // the number with as many digits as it has
	pieceText                      // the text of the cell
	pieceMoment                    // a part of a day or a time: yyyy, [h], am/pm
	pieceExponent                  // E+ or E-
	pieceSlash                     // of a fraction
)

// digitPlaces are the places that a section has for the digits of a number.
type digitPlaces struct {
	whole, decimals int  // before and behind the point
	grouped         bool // thousands are set apart
	percent         int  // per cent signs
	general         bool // it shows the number as it is
	special         bool // it shows an exponent or a fraction
}

// shown reports whether the section shows a number at all.
func (p digitPlaces) shown() bool { return p.whole+p.decimals > 0 || p.general }

// formatCondition tells which numbers a section is for: [>=1000].
type formatCondition struct {
	operator string
	than     decimal.Decimal
}

// holds reports whether the condition holds of a number.
func (c *formatCondition) holds(d decimal.Decimal) bool {
	order := d.Cmp(c.than)
	switch c.operator {
	case "<":
		return order < 0
	case "<=":
		return order <= 0
	case ">":
		return order > 0
	case ">=":
		return order >= 0
	case "<>":
		return order != 0
	}
	return order == 0
}

// negativeOnly reports whether the condition holds of negative numbers alone: they are then
// shown without their sign, unless the section writes one.
func (c *formatCondition) negativeOnly() bool {
	return strings.HasPrefix(c.operator, "<") && c.operator != "<>" && !c.than.IsPositive()
}

var (
	// formatToken is literal text in quotation marks or behind a backslash, padding, a filling
	// character, what stands in square brackets, General, half of the day, an exponent, the end
	// of a section, or a code.
	formatToken = regexp.MustCompile(`(?i)"([^"]*)"?|\\(.)|_(.)|\*(.)|\[([^\]]*)\]|general|am/pm|a/p|e[+-]|;|(?s:.)`)
	elapsedTag  = regexp.MustCompile(`(?i)^(?:h+|m+|s+)$`)
	conditioned = regexp.MustCompile(`^(<=|>=|<>|<|>|=) *(-?[0-9]+(?:\.[0-9]+)?)$`)
	// A currency as Excel tags it, but for the Danish krone: [$€-2], [$USD].
	foreignTag  = regexp.MustCompile(`(?i)^\$[^\-]*(?:€|\$|£|eur|usd|gbp|sek|nok|chf)`)
	englishTag  = regexp.MustCompile(`(?i)^\$.*-(?:[0-9a-f]*[048c]09|en\b)`)
	redTag      = regexp.MustCompile(`(?i)^(?:red|rød|color ?3)$`)
	scaling     = regexp.MustCompile(`[0#?](,+)(?:[^,0#?]|$)`)
	thousandth  = regexp.MustCompile(`[0#?],+[0#?]`)
	momentGroup = regexp.MustCompile(`^(?i:y+|m+|d+|h+|s+|g+|e+|b+)$`)
)

// sectionsOf takes the sections of a number format apart.
func sectionsOf(code string) []*formatSection {
	sections := []*formatSection{{}}
	s := sections[0]
	for _, m := range formatToken.FindAllStringSubmatch(code, -1) {
		if m[0] == ";" {
			s = &formatSection{}
			sections = append(sections, s)
			continue
		}
		s.add(m)
	}
	for _, s := range sections {
		s.settle()
	}
	return sections
}

// add adds a token, as formatToken has matched it.
func (s *formatSection) add(m []string) {
	switch {
	case m[3] != "":
		s.literal += " "
		s.piece(pieceLiteral, " ")
	case m[4] != "":
		s.fill(m[4])
	case m[0][0] == '[' && strings.HasSuffix(m[0], "]"):
		s.tag(m[5])
	case m[0][0] == '"' || m[0][0] == '\\' && m[2] != "":
		s.literal += m[1] + m[2]
		s.piece(pieceLiteral, m[1]+m[2])
	case strings.EqualFold(m[0], "general"):
		s.piece(pieceGeneral, "")
	default:
		s.codes += m[0]
		s.code(m[0])
	}
}

// fill fills the cell with a character: blanks are no more than that, anything else is seen.
func (s *formatSection) fill(char string) {
	if strings.TrimSpace(char) != "" {
		s.literal += char
		s.piece(pieceLiteral, char)
	}
}

// tag reads what stands in square brackets: a condition, a currency, hours gone by, a colour.
func (s *formatSection) tag(inside string) {
	switch m := conditioned.FindStringSubmatch(inside); {
	case m != nil:
		s.when = &formatCondition{m[1], decimal.RequireFromString(m[2])}
	case elapsedTag.MatchString(inside):
		s.elapsed = true
		s.piece(pieceMoment, "["+strings.ToLower(inside)+"]")
	case strings.HasPrefix(inside, "$"):
		s.foreign = s.foreign || foreignTag.MatchString(inside)
		s.english = s.english || englishTag.MatchString(inside)
		currency, _, _ := strings.Cut(inside[1:], "-")
		s.literal += currency
		s.piece(pieceLiteral, currency)
	case redTag.MatchString(inside):
		s.red = true
	}
}

// code adds a character that stands for something, or for itself.
func (s *formatSection) code(char string) {
	switch {
	case strings.ContainsAny(char, "0#?") && len(char) == 1:
		s.piece(pieceDigit, char)
	case char == ".":
		s.piece(piecePoint, ",")
	case char == ",": // see settle
	case char == "@":
		s.piece(pieceText, "")
	case char == "/":
		s.piece(pieceSlash, "/")
	case len(char) == 2 && char[0]|0x20 == 'e': // E+
		s.piece(pieceExponent, char)
	case len(char) > 2 && char[0] < unicode.MaxASCII, strings.ContainsAny(strings.ToLower(char), "ymdhsgeb"):
		s.piece(pieceMoment, strings.ToLower(char))
	default:
		s.piece(pieceLiteral, char)
	}
}

// piece adds a piece; the letters of one part of a moment are one.
func (s *formatSection) piece(kind pieceKind, text string) {
	last := len(s.pieces) - 1
	if kind == pieceMoment && last >= 0 && s.pieces[last].kind == pieceMoment {
		if joined := s.pieces[last].text + text; momentGroup.MatchString(joined) && joined[0] == text[0] {
			s.pieces[last].text = joined
			return
		}
	}
	s.pieces = append(s.pieces, piece{kind, text})
}

// settle finds out what the pieces are together, and what they say.
func (s *formatSection) settle() {
	s.said = s.say()
	if s.said.Moment == NoMoment {
		s.asNumber()
		return
	}
	for i, p := range s.pieces {
		if p.kind == pieceSlash || p.kind == piecePoint && !s.isFraction(i) {
			s.pieces[i] = piece{pieceLiteral, map[pieceKind]string{pieceSlash: "/", piecePoint: "."}[p.kind]}
		}
	}
}

// isFraction reports whether a point of a moment begins fractions of a second.
func (s *formatSection) isFraction(at int) bool {
	return at+1 < len(s.pieces) && s.pieces[at+1].kind == pieceDigit
}

// asNumber counts the places for digits; letters of moments are then text that somebody
// forgot to quote, and so is a point with no digit on either side.
func (s *formatSection) asNumber() {
	n := &s.number
	digit := slices.ContainsFunc(s.pieces, func(p piece) bool { return p.kind == pieceDigit })
	behind := false
	for i := range s.pieces {
		p := &s.pieces[i]
		switch {
		case p.kind == pieceMoment, p.kind == piecePoint && (behind || !digit),
			p.kind == pieceSlash && !s.between(i), p.kind == pieceExponent && !digit:
			p.kind = pieceLiteral
		case p.kind == piecePoint:
			behind = true
		case p.kind == pieceDigit && behind:
			n.decimals++
		case p.kind == pieceDigit:
			n.whole++
		case p.kind == pieceGeneral:
			n.general = true
		case p.kind == pieceExponent, p.kind == pieceSlash:
			n.special = true
		}
	}
	n.percent = strings.Count(s.codes, "%")
	whole, _, _ := strings.Cut(s.codes, ".")
	n.grouped = thousandth.MatchString(whole)
}

// between reports whether a piece stands between digits, or has them close by.
func (s *formatSection) between(at int) bool {
	isDigit := func(p piece) bool { return p.kind == pieceDigit }
	return slices.ContainsFunc(s.pieces[:at], isDigit) && slices.ContainsFunc(s.pieces[at:], isDigit)
}

// has reports whether the section has a piece of a kind.
func (s *formatSection) has(kind pieceKind) bool {
	return slices.ContainsFunc(s.pieces, func(p piece) bool { return p.kind == kind })
}
