package excel

import (
	"bytes"
	"fmt"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"videre/excel/internal/opc"
)

// named is every change that a copy may make in a part of the department's. Parts
// are told by the names of their roots. An element added is tolerated in its place
// only, which is told by the tag that follows.
var named = []namedEdit{
	added("a cell added", "worksheet", `<c r="[A-Z]+\d+"(?: s="\d+")?(?:/>|><v>[^<]*</v></c>| t="inlineStr"><is><t xml:space="preserve">[^<]*</t></is></c>)`, `<c\b|</row`),
	added("a row added", "worksheet", `<row r="\d+"><c .*</c></row>|<row r="\d+"><c [^>]*/></row>`, `<row\b|</sheetData`),
	opened("an empty row's first cells", "worksheet", "row"),
	opened("an empty sheet's first rows", "worksheet", "sheetData"),
	changed("a cell's style", "worksheet", `<c\b[^>]*\ss="(\d*)"[^>]*>`),
	{"a cell's first style", "worksheet", exactly(`<c()(?:\s+[^\s=>]*[^\s=>s]="[^"]*")*\s*/?>`), exactly(`<c( s="\d+").*`), anywhere},
	changed("dimension", "worksheet", `<dimension\b[^>]*\sref="([A-Z0-9:]+)"[^>]*>`),
	changed("spans", "worksheet", `<row\b[^>]*\sspans="([0-9:]+)"[^>]*>`),
	added("columns' first widths", "worksheet", `<cols>(?:<col [^>]*/>)+</cols>`, `<sheetData`),
	added("a column's width", "worksheet", `<col [^>]*/>`, `<col\b|</cols`),
	changed("a run of columns begins later", "worksheet", `<col\b[^>]*\smin="(\d+)"[^>]*>`),
	changed("a run of columns ends earlier", "worksheet", `<col\b[^>]*\smax="(\d+)"[^>]*>`),
	added("the drawing of notes", "worksheet", `<legacyDrawing xmlns:vr="[^"]*" vr:id="rId\d+"/>`, `<legacyDrawingHF|<picture|<oleObjects|<controls|<tableParts|<extLst|</worksheet`),

	added("a sheet listed", "workbook", `<sheet [^>]*/>`, `</sheets`),
	added("a defined name", "workbook", `<definedName [^>]*>[^<]*</definedName>`, `</definedNames`),
	added("the list of defined names", "workbook", `<definedNames>.*</definedNames>`, `.*`),
	opened("the first defined names", "workbook", "definedNames"),

	added("a number format", "styleSheet", `<numFmt [^>]*/>`, `</numFmts`),
	{"the first number formats", "styleSheet", exactly(`<numFmts count="(0)"\s*(/>)`), exactly(`<numFmts count="(\d+)"\s*(>.*</numFmts>)`), anywhere},
	added("a font", "styleSheet", `<font>.*</font>`, `</fonts`),
	added("a fill", "styleSheet", `<fill>.*</fill>`, `</fills`),
	added("a border", "styleSheet", `<border>.*</border>`, `</borders`),
	added("a cell format", "styleSheet", `<xf .*`, `</cellXfs`),
	added("a list of formats", "styleSheet", `<(?:numFmts|fonts|fills|borders|cellXfs) count="\d+">.*`, `<fonts|</styleSheet`),
	changed("a count", "styleSheet", `<(?:numFmts|fonts|fills|borders|cellXfs)\b[^>]*\scount="(\d+)"[^>]*>`),

	added("an author", "comments", `<author>[^<]*</author>`, `</authors`),
	added("a note", "comments", `<comment ref=.*</comment>`, `</commentList`),
	added("a note's text", "comments", `<r>.*</r>`, `</text`),

	added("a note's box", "xml", `<v:shape .*</v:shape>`, `</xml`),
	added("the shape of notes' boxes", "xml", `<v:shapetype .*</v:shapetype>`, `</xml`),
	changed("blocks of shape ids", "xml", `<o:idmap\b[^>]*\sdata="([0-9,]+)"[^>]*>`),

	added("a relationship", "Relationships", `<Relationship [^>]*/>`, `</Relationships`),
	opened("the first relationships", "Relationships", "Relationships"),
	added("a content type", "Types", `<Override [^>]*/>`, `</Types`),
}

// namedEdit is a change with a name. Each pattern has one group; outside the groups
// what was removed and what was inserted are the same.
type namedEdit struct {
	name, root              string
	removed, inserted, next *regexp.Regexp
}

var anywhere = regexp.MustCompile(``)

func exactly(pattern string) *regexp.Regexp { return regexp.MustCompile(`^(?s:` + pattern + `)$`) }

// added is a new element before a tag.
func added(name, root, element, next string) namedEdit {
	return namedEdit{name, root, exactly(`()`), exactly(`(` + element + `)`), regexp.MustCompile(`^(?:` + next + `)`)}
}

// changed is another value, the pattern's group, of an attribute.
func changed(name, root, tag string) namedEdit {
	return namedEdit{name, root, exactly(tag), exactly(tag), anywhere}
}

// opened is an element without content that is given some.
func opened(name, root, tag string) namedEdit {
	return namedEdit{name, root, exactly(`<` + tag + `\b[^>]*(/>)`), exactly(`<` + tag + `\b[^>]*(>.*</` + tag + `>)`), anywhere}
}

func (e namedEdit) is(h hunk) bool {
	removed, ok := around(e.removed, h.removed)
	inserted, same := around(e.inserted, h.inserted)
	return ok && same && removed == inserted && e.next.MatchString(h.next)
}

// around is a text without what a pattern's group matches.
func around(pattern *regexp.Regexp, text string) (string, bool) {
	m := pattern.FindStringSubmatchIndex(text)
	if m == nil {
		return "", false
	}
	rest, at := "", 0
	for i := 2; i < len(m); i += 2 {
		rest, at = rest+text[at:m[i]], m[i+1]
	}
	return rest + text[at:], true
}

// hunk is a place where a changed part is not the original: a tag that became
// another, or an element before the next tag.
type hunk struct {
	at                      int
	removed, inserted, next string
}

// hunks compares a part with what it became. Each tag of the original must be found
// again, in its place, or with another value of an attribute; what else there is
// are elements added. From where that fails, the rest is one hunk.
func hunks(original, now []byte) []hunk {
	var found []hunk
	a, b := original, now
	for len(a) > 0 || len(b) > 0 {
		was, is := token(a), token(b)
		at := len(original) - len(a)
		switch {
		case bytes.Equal(was, is):
		case akin(was, is):
			if closed(was) && !closed(is) {
				is = element(b)
			}
			found = append(found, hunk{at, string(was), string(is), ""})
		case bytes.HasPrefix(is, []byte("<")) && !bytes.HasPrefix(is, []byte("</")):
			is = element(b)
			found = append(found, hunk{at, "", string(is), string(was)})
			was = nil
		default:
			return append(found, hunk{at, string(a), string(b), ""})
		}
		a, b = a[len(was):], b[len(is):]
	}
	return found
}

// token is the tag, or the text before a tag, at the beginning of content.
func token(content []byte) []byte {
	end := bytes.IndexByte(content, '<')
	if end == 0 {
		end = bytes.IndexByte(content, '>') + 1
	}
	if end <= 0 {
		return content
	}
	return content[:end]
}

// element is the whole element at the beginning of content.
func element(content []byte) []byte {
	depth, end := 0, 0
	for end < len(content) {
		t := token(content[end:])
		end += len(t)
		switch {
		case bytes.HasPrefix(t, []byte("</")):
			depth--
		case bytes.HasPrefix(t, []byte("<")) && !closed(t):
			depth++
		}
		if depth == 0 {
			break
		}
	}
	return content[:end]
}

func closed(tag []byte) bool { return bytes.HasSuffix(tag, []byte("/>")) }

// values are the attributes by which a tag is not known again.
var values = regexp.MustCompile(`\s(?:s|spans|ref|min|max|count|data)\s*=\s*(?:"[^"]*"|'[^']*')`)

// akin reports whether two tokens are the same tag or both are text.
func akin(was, is []byte) bool {
	if len(was) == 0 || len(is) == 0 || was[0] != '<' || is[0] != '<' {
		return len(was) > 0 && len(is) > 0 && was[0] != '<' && is[0] != '<'
	}
	return known(was) == known(is)
}

func known(tag []byte) string {
	return strings.TrimRight(string(values.ReplaceAll(tag, nil)), " />")
}

var rootTag = regexp.MustCompile(`<(?:([\w.-]+):)?([A-Za-z]\w*)`)

// unnamed tells of what changed in a part and has no name, or several. Changes that
// have one are counted by it.
func unnamed(original, now []byte, counts map[string]int) []string {
	prefix, root := "", ""
	if m := rootTag.FindSubmatch(original); m != nil {
		prefix, root = string(m[1]), string(m[2])
	}
	var complaints []string
	for _, h := range hunks(original, now) {
		var names []string
		plain := h.plain(prefix)
		for _, e := range named {
			if e.root == root && e.is(plain) {
				names = append(names, e.name)
			}
		}
		if len(names) == 1 {
			if h.next != "" {
				fmt.Printf("NEXT %s %.40s\n", names[0], strings.Fields(strings.Trim(plain.next, "/>"))[0])
			}
			counts[root+": "+names[0]]++
			continue
		}
		complaints = append(complaints, fmt.Sprintf("%s at %d: %.120q became %.120q before %.60q: named %q", root, h.at, h.removed, h.inserted, h.next, names))
	}
	return complaints
}

// plain is a hunk as it would be in a part whose tags have no prefix. A tag without
// the prefix of the part gets a mark, since it is none of the part's.
func (h hunk) plain(prefix string) hunk {
	if prefix == "" {
		return h
	}
	r := strings.NewReplacer("<"+prefix+":", "<", "</"+prefix+":", "</", "</", "</?", "<", "<?")
	return hunk{h.at, r.Replace(h.removed), r.Replace(h.inserted), r.Replace(h.next)}
}

// compare tells of every byte of a copy's changed parts that has no name.
func compare(input *opc.Package, copied []byte, counts map[string]int) error {
	now, err := opc.Open(copied, opc.DefaultLimits)
	if err != nil {
		return err
	}
	var complaints []string
	for _, part := range input.Parts() {
		original, err := part.Bytes()
		if err != nil {
			return err
		}
		content, err := now.Part(part.Name).Bytes()
		if err != nil {
			return err
		}
		if bytes.Equal(original, content) {
			continue
		}
		for _, complaint := range unnamed(original, content, counts) {
			complaints = append(complaints, part.Name+": "+complaint)
		}
	}
	if len(complaints) > 0 {
		return fmt.Errorf("%s", strings.Join(complaints, "\n"))
	}
	return nil
}

// TestEveryChangedByteIsNamed compares copies with their inputs from outside, by
// the bytes of their parts alone.
func TestEveryChangedByteIsNamed(t *testing.T) {
	counts := map[string]int{}
	t.Run("books", func(t *testing.T) {
		files, err := filepath.Glob(filepath.Join(books, "*.xlsx"))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range append(files, example+".xlsx") {
			r := reviewed(t, read(t, file), Settings{})
			copied, err := r.Annotate(r.Report, Options{})
			if err != nil {
				t.Fatal(err)
			}
			if err := compare(r.Book.pkg, copied, counts); err != nil {
				t.Errorf("%s, its own report: %v", file, err)
			}
			checkNamed(t, file, counts)
		}
		logCounts(t, counts)
	})
	t.Run("corpus", func(t *testing.T) {
		for _, file := range corpusFiles(t) {
			checkNamed(t, file, counts)
		}
	})
	logCounts(t, counts)
}

func checkNamed(t *testing.T, file string, counts map[string]int) {
	t.Helper()
	book, err := Read(read(t, file))
	if err != nil {
		return
	}
	reading := book.Submission(Settings{})
	copied, err := reading.Annotate(reportOn(book), Options{})
	if err != nil {
		t.Errorf("%s: %v", file, err)
		return
	}
	if err := compare(book.pkg, copied, counts); err != nil {
		t.Errorf("%s: %v", file, err)
	}
}

func logCounts(t *testing.T, counts map[string]int) {
	for _, name := range slices.Sorted(maps.Keys(counts)) {
		t.Logf("%6d %s", counts[name], name)
	}
}
