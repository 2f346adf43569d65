package excel_test

import (
	"bytes"
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"videre/budget"
	"videre/excel/annotate"
	"videre/excel/exceltest"
	"videre/excel/internal/opc"
	"videre/excel/internal/sheets"
	"videre/excel/reading"
	"videre/excel/workbook"
)

// namedEdit is a change that a copy may make in a part of the department's. The
// part is told by the name of its root. Outside the groups of the two patterns, what
// was removed and what was inserted are the same.
type namedEdit struct {
	name, root              string
	removed, inserted, next *regexp.Regexp // next is the tag that follows an insertion
}

// namedEdits are all of them. An element is added in its place only.
var namedEdits = []namedEdit{
	added("a cell", "worksheet", `<c r="[A-Z]+\d+"(?: s="\d+")?(?:/>|><v>[^<]*</v></c>| t="inlineStr"><is><t xml:space="preserve">[^<]*</t></is></c>)`, `<c\b|</row>`),
	added("a row", "worksheet", `<row r="\d+"><c .*</row>`, `<row\b|</sheetData>`),
	{"the first cells of a row", "worksheet", exactly(`<row` + notSpans + `\s*(/>)`), exactly(`<row` + notSpans + `\s*(>.*</row>)`), anything},
	{"the first cells of a row that spans columns", "worksheet", exactly(`<row\b[^>]*\sspans="([0-9:]+)"[^>/]*(/>)`), exactly(`<row\b[^>]*\sspans="([0-9:]+)"[^>/]*(>.*</row>)`), anything},
	opened("the first rows", "worksheet", "sheetData"),
	{"the first style of a cell", "worksheet", exactly(`<c()(?:\s+[^\s=>]*[^\s=>s]="[^"]*")*\s*/?>`), exactly(`<c( s="\d+")[^>]*>`), anything},
	changed("another style of a cell", "worksheet", `<c\b[^>]*\ss="(\d*)"[^>]*>`),
	changed("the dimension", "worksheet", `<dimension\b[^>]*\sref="([A-Z0-9:]+)"[^>]*>`),
	changed("the spans of a row", "worksheet", `<row\b[^>]*\sspans="([0-9:]+)"[^>]*>`),
	added("the list of columns", "worksheet", `<cols>(?:<col [^>]*/>)+</cols>`, `<sheetData\b`),
	added("a column", "worksheet", `<col [^>]*/>`, `<col\b|</cols>`),
	changed("a later start of a run of columns", "worksheet", `<col\b[^>]*\smin="(\d+)"[^>]*>`),
	changed("an earlier end of a run of columns", "worksheet", `<col\b[^>]*\smax="(\d+)"[^>]*>`),
	added("the drawing of notes", "worksheet", `<legacyDrawing xmlns:vr="[^"]*" vr:id="rId\d+"/>|<mc:AlternateContent [^>]*><mc:Choice [^>]*><legacyDrawing [^>]*/></mc:Choice></mc:AlternateContent>`, `<legacyDrawingHF\b|<picture\b|<tableParts\b|<extLst\b|</worksheet>`),

	added("a sheet", "workbook", `<sheet [^>]*/>`, `</sheets>`),
	added("a defined name", "workbook", `<definedName [^>]*>[^<]*</definedName>`, `</definedNames>`),
	added("the list of defined names", "workbook", `<definedNames><definedName .*</definedNames>`, `<calcPr\b|</workbook>`),
	opened("the first defined names", "workbook", "definedNames"),

	added("a number format", "styleSheet", `<numFmt [^>]*/>`, `</numFmts>`),
	added("a font", "styleSheet", `<font>.*</font>`, `</fonts>`),
	added("a fill", "styleSheet", `<fill>.*</fill>`, `</fills>`),
	added("a border", "styleSheet", `<border>.*</border>`, `</borders>`),
	added("a cell format", "styleSheet", `<xf .*`, `</cellXfs>`),
	added("a list", "styleSheet", `<(?:numFmts|fonts|fills|borders|cellXfs) count="\d+">.*`, `<fonts\b|</styleSheet>`),
	{"the first number formats", "styleSheet", exactly(`<numFmts count="(0)"\s*(/>)`), exactly(`<numFmts count="(\d+)"\s*(>.*</numFmts>)`), anything},
	changed("the count of a list", "styleSheet", `<(?:numFmts|fonts|fills|borders|cellXfs)\b[^>]*\scount="(\d+)"[^>]*>`),

	added("an author", "comments", `<author>[^<]*</author>`, `</authors>`),
	added("a note", "comments", `<comment ref="[A-Z]+\d+" authorId="\d+"><text>.*</text></comment>`, `</commentList>`),
	added("more text of a note", "comments", `<r><rPr>.*</t></r>`, `</text>`),

	added("the box of a note", "xml", `<v:shape .*</v:shape>`, `</xml>`),
	added("the type of boxes", "xml", `<v:shapetype .*</v:shapetype>`, `</xml>`),

	added("a relationship", "Relationships", `<Relationship [^>]*/>`, `</Relationships>`),
	added("a content type", "Types", `<Override [^>]*/>`, `</Types>`),
}

// notSpans are attributes other than spans.
const notSpans = `(?:\s+(?:[^s\s=>][^\s=>]*|s|s[^p\s=>][^\s=>]*)="[^"]*")*`

// added is a new element before a tag.
func added(name, root, element, next string) namedEdit {
	return namedEdit{name, root, exactly(`()`), exactly(`(` + element + `)`), regexp.MustCompile(`^(?:` + next + `)`)}
}

// changed is another value of an attribute, which is the pattern's group.
func changed(name, root, tag string) namedEdit {
	return namedEdit{name, root, exactly(tag), exactly(tag), anything}
}

// opened is an element without content that is given some.
func opened(name, root, tag string) namedEdit {
	return namedEdit{name, root, exactly(`<` + tag + `\b[^>]*(/>)`), exactly(`<` + tag + `\b[^>]*(>.*</` + tag + `>)`), anything}
}

var anything = exactly(`.*`)

func exactly(pattern string) *regexp.Regexp { return regexp.MustCompile(`^(?s:` + pattern + `)$`) }

func (e namedEdit) is(h hunk) bool {
	removed, ok := outside(e.removed, h.removed)
	inserted, also := outside(e.inserted, h.inserted)
	return ok && also && removed == inserted && e.next.MatchString(h.next)
}

// outside is a text without what the groups of a pattern match.
func outside(pattern *regexp.Regexp, text string) (rest string, ok bool) {
	m := pattern.FindStringSubmatchIndex(text)
	if m == nil {
		return "", false
	}
	at := 0
	for i := 2; i < len(m); i += 2 {
		rest, at = rest+text[at:m[i]], m[i+1]
	}
	return rest + text[at:], true
}

// hunk is a place where a part is not the original: a tag that became another, or
// an element that is new, before the next tag.
type hunk struct {
	at                      int // in the original
	removed, inserted, next string
}

// hunks compares a part with what it became. Every tag and every text of the
// original must be found again, in its place; a tag may have other values. All else
// are new elements. From where that fails, the rest is one hunk.
func hunks(original, now []byte) []hunk {
	var found []hunk
	a, b := original, now
	for len(a) > 0 || len(b) > 0 {
		at, was, is := len(original)-len(a), token(a), token(b)
		switch {
		case bytes.Equal(was, is):
		case isTag(was) == isTag(is) && known(was) == known(is):
			if closed(was) && !closed(is) {
				is = element(b)
			}
			found = append(found, hunk{at, string(was), string(is), ""})
		case isTag(is) && !isEnd(is):
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

// token is the tag, or the text up to a tag, at the beginning of content.
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

// element is the element at the beginning of content, with all that it holds.
func element(content []byte) []byte {
	for depth, end := 0, 0; end < len(content); {
		t := token(content[end:])
		end += len(t)
		switch {
		case isEnd(t):
			depth--
		case isTag(t) && !closed(t):
			depth++
		}
		if depth == 0 {
			return content[:end]
		}
	}
	return content
}

func isTag(token []byte) bool { return bytes.HasPrefix(token, []byte("<")) }

func isEnd(token []byte) bool { return bytes.HasPrefix(token, []byte("</")) }

func closed(tag []byte) bool { return bytes.HasSuffix(tag, []byte("/>")) }

var mayDiffer = regexp.MustCompile(`\s(?:s|spans|ref|min|max|count)="[^"]*"`)

// known is what a tag is known again by: all but the attributes that may differ.
func known(tag []byte) string {
	return strings.TrimRight(string(mayDiffer.ReplaceAll(tag, nil)), " />")
}

// plain is a hunk as it would be in a part whose tags have no prefix. A tag without
// the prefix is not of the part's kind, and gets a mark.
func (h hunk) plain(prefix string) hunk {
	if prefix == "" {
		return h
	}
	r := strings.NewReplacer("<"+prefix, "<", "</"+prefix, "</", "</", "</?", "<", "<?")
	return hunk{h.at, r.Replace(h.removed), r.Replace(h.inserted), r.Replace(h.next)}
}

var rootTag = regexp.MustCompile(`<([\w.-]+:)?([A-Za-z]\w*)`)

// checkHunks checks that each change of a part has one name, and counts them by it.
func checkHunks(original, now []byte, counts map[string]int) error {
	prefix, root := "", ""
	if m := rootTag.FindSubmatch(original); m != nil {
		prefix, root = string(m[1]), string(m[2])
	}
	for _, h := range hunks(original, now) {
		var names []string
		for _, e := range namedEdits {
			if e.root == root && e.is(h.plain(prefix)) {
				names = append(names, e.name)
			}
		}
		if len(names) != 1 {
			return fmt.Errorf("at byte %d of the original %.120q became %.120q before %.120q: its names are %q", h.at, h.removed, h.inserted, h.next, names)
		}
		counts[names[0]]++
	}
	return nil
}

// checkChanges compares a copy with its input, from outside: by the bytes of their
// parts alone.
func checkChanges(input *opc.Package, copied []byte, counts map[string]int) error {
	again, err := opc.Open(copied, opc.DefaultLimits)
	if err != nil {
		return err
	}
	for _, part := range input.Parts() {
		original, err := part.Bytes()
		if err != nil {
			return err
		}
		same := again.Part(part.Name)
		if same == nil {
			return fmt.Errorf("%s is missing", part.Name)
		}
		now, err := same.Bytes()
		if err != nil {
			return err
		}
		if err := checkHunks(original, now, counts); err != nil {
			return fmt.Errorf("%s: %w", part.Name, err)
		}
	}
	return nil
}

// checkCopies checks two copies of a workbook, if it is readable: one with the
// report on it, one with a report on cells of every sheet.
func checkCopies(t *testing.T, name string, input []byte, counts map[string]int) {
	t.Helper()
	book, err := workbook.Read(input)
	if err != nil {
		return
	}
	policy := budget.DefaultPolicy()
	reading := reading.Read(book, reading.Settings{})
	for _, report := range []*budget.Report{budget.Review(reading.Submission, &policy), reportOn(book)} {
		copied, err := annotate.Copy(reading, report, nil, sheets.Options{})
		if err == nil {
			err = checkChanges(book.Package, copied, counts)
		}
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// variantSheet is the example with something in its second sheet exchanged.
func variantSheet(t *testing.T, was, is string) []byte {
	t.Helper()
	pkg, err := opc.Open(read(t, example+".xlsx"), opc.DefaultLimits)
	if err != nil {
		t.Fatal(err)
	}
	var files []string
	for _, part := range pkg.Parts() {
		content := string(contentOf(t, part))
		if part.Name == exampleSheet {
			if !strings.Contains(content, was) {
				t.Fatalf("%s does not hold %s", part.Name, was)
			}
			content = strings.Replace(content, was, is, 1)
		}
		files = append(files, part.Name, content)
	}
	return zipped(t, files...)
}

const exampleSheet = "xl/worksheets/sheet2.xml"

func contentOf(t *testing.T, part *opc.Part) []byte {
	t.Helper()
	content, err := part.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// TestEveryChangedByteIsNamed compares copies with their inputs. Each change must be
// one of those named, and over the corpus each of those named is made.
func TestEveryChangedByteIsNamed(t *testing.T) {
	counts := map[string]int{}
	t.Run("books", func(t *testing.T) {
		files, err := filepath.Glob(filepath.Join(books, "*.xlsx"))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range append(files, example+".xlsx") {
			checkCopies(t, file, read(t, file), counts)
		}
		last, run := `<col min="7" max="7" width="12" customWidth="1"/>`, `max="16384" width="12" customWidth="1"/>`
		checkCopies(t, "a run from our column", variantSheet(t, last, last+`<col min="8" `+run), counts)
		checkCopies(t, "a run over our column", variantSheet(t, last, `<col min="7" `+run), counts)
	})
	t.Run("corpus", func(t *testing.T) {
		for _, file := range exceltest.Corpus(t) {
			checkCopies(t, file, read(t, file), counts)
		}
		for _, e := range namedEdits {
			if counts[e.name] == 0 {
				t.Errorf("%s (%s) is named, and never made", e.name, e.root)
			}
		}
	})
	for _, e := range namedEdits {
		t.Logf("%6d %-13s %s", counts[e.name], e.root, e.name)
	}
}

// TestAChangeWithoutANameIsSeen changes one thing of the author's in a sheet of a
// copy.
func TestAChangeWithoutANameIsSeen(t *testing.T) {
	r := reviewed(t, read(t, example+".xlsx"), reading.Settings{})
	copied, err := r.Annotate(sheets.Options{})
	if err != nil {
		t.Fatal(err)
	}
	pkg, err := opc.Open(copied, opc.DefaultLimits)
	if err != nil {
		t.Fatal(err)
	}
	original, now := contentOf(t, r.Book.Package.Part(exampleSheet)), string(contentOf(t, pkg.Part(exampleSheet)))
	if err := checkHunks(original, []byte(now), map[string]int{}); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ was, is string }{
		{`<v>0.65`, `<v>0.66`},
		{`budget 2026<`, `budget 2026 <`},
		{` – `, ` &#8211; `},
		{"?>\n", `?>`},
		{`<c r="A4" s="1"`, `<c s="1" r="A4"`},
		{`<c r="A4" s="1"`, `<c r='A4' s="1"`},
		{`<c r="A4" s="1"`, `<c r="A4"`},
		{`<c r="A4" s="1"`, `<c r="A5" s="1"`},
		{` width="36"`, ` width="37"`},
		{`<c r="F11" s="2"><v>0.65000000000000002</v></c>`, ``},
		{`</cols>`, `<col min="9" max="9"></cols>`},
		{`<sheetData>`, `<c r="A1"/><sheetData>`},
		{`</worksheet>`, ``},
		{`</worksheet>`, `</worksheet>` + "\n"},
	} {
		if !strings.Contains(now, c.was) {
			t.Errorf("the copy does not hold %q", c.was)
		}
		if err := checkHunks(original, []byte(strings.Replace(now, c.was, c.is, 1)), map[string]int{}); err == nil {
			t.Errorf("%q instead of %q was not seen", c.is, c.was)
		}
	}
}
