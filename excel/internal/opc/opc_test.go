package opc

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"videre/excel/internal/limit"
)

const types = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`

// archive packs parts, given as name and content in turn.
func archive(t testing.TB, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		header := &zip.FileHeader{Name: parts[i], Method: zip.Deflate, Modified: time.Date(2025, 8, 1, 10, 0, i, 0, time.UTC)}
		if strings.HasSuffix(parts[i], ".png") {
			header.Method = zip.Store
		}
		out, err := w.CreateHeader(header)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := out.Write([]byte(parts[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.SetComment("a comment"); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func open(t testing.TB, data []byte) *Package {
	t.Helper()
	p, err := Open(data, DefaultLimits)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func content(t *testing.T, p *Package, name string) string {
	t.Helper()
	part := p.Part(name)
	if part == nil {
		t.Fatalf("no part %s", name)
	}
	b, err := part.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func write(t testing.TB, d *Draft) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := d.Write(&b); err != nil {
		t.Fatal(err)
	}
	if err := d.Verify(b.Bytes()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func sample(t testing.TB) []byte {
	return archive(t, "[Content_Types].xml", types, "xl/workbook.xml", "<workbook><sheets/></workbook>",
		"xl/_rels/workbook.xml.rels", `<Relationships xmlns="`+relsSpace+`"><Relationship Id="rId1" Type="`+transitionalTypes+`worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml", strings.Repeat("<row/>", 20_000), "xl/media/image1.png", "\x89PNG not packed", "folder/", "")
}

func TestACopyKeepsWhatIsNotTouched(t *testing.T) {
	input := sample(t)
	d := NewDraft(open(t, input))
	d.Edit(d.base.Part("XL/Workbook.xml"), Edit{At: 19, Insert: "<sheet/>"}, Edit{At: 10, Remove: 9, Insert: "<SHEETS>"})
	d.Add("xl/worksheets/sheet2.xml", "application/x", []byte("<worksheet/>"))
	id, err := d.Relate("xl/workbook.xml", transitionalTypes+"worksheet", "worksheets/sheet2.xml")
	if err != nil || id != "rId2" {
		t.Fatalf("id %q, %v", id, err)
	}
	if _, err := d.Relate("xl/worksheets/sheet2.xml", transitionalTypes+"drawing", "../drawings/drawing1.xml"); err != nil {
		t.Fatal(err)
	}
	if err := d.RelateRecord("xl/workbook.xml"); err != nil {
		t.Fatal(err)
	}
	copied := write(t, d)
	p := open(t, copied)
	if got := content(t, p, "xl/workbook.xml"); got != "<workbook><SHEETS><sheet/></workbook>" {
		t.Errorf("workbook.xml is %s", got)
	}
	rels, err := p.Relationships("xl/workbook.xml")
	if err != nil || len(rels) != 3 || rels[1].Target != "xl/worksheets/sheet2.xml" || rels[1].Kind() != "worksheet" {
		t.Errorf("relationships %+v, %v", rels, err)
	}
	if got := p.Part("xl/worksheets/_rels/sheet2.xml.rels").ContentType(); got != relsType {
		t.Errorf("new relationships have type %q", got)
	}
	if got := p.zip.Comment; got != "a comment" {
		t.Errorf("comment %q", got)
	}
	var touched []string
	for part := range d.edits {
		touched = append(touched, part.Name)
	}
	slices.Sort(touched)
	if want := []string{"[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/workbook.xml"}; !slices.Equal(touched, want) {
		t.Errorf("touched %v, want %v", touched, want)
	}
}

func TestACopyTurnsBackIntoTheInput(t *testing.T) {
	input := sample(t)
	d := NewDraft(open(t, input))
	d.Edit(d.base.Part("xl/worksheets/sheet1.xml"), Edit{At: 6, Insert: "<c/>"})
	copied := write(t, d)
	original, state := Original(open(t, copied))
	if state != Sealed || !bytes.Equal(original.Input, input) {
		t.Fatalf("state %d, %d bytes of %d", state, len(original.Input), len(input))
	}
	if _, state := Original(open(t, input)); state != Foreign {
		t.Errorf("the input is %d, want foreign", state)
	}
}

// repack writes an archive again with one part's content changed.
func repack(t *testing.T, data []byte, name, was, is string) []byte {
	t.Helper()
	p := open(t, data)
	var parts []string
	for _, part := range p.Parts() {
		b, err := part.Bytes()
		if err != nil {
			t.Fatal(err)
		}
		text := string(b)
		if part.Name == name {
			text = strings.Replace(text, was, is, 1)
		}
		parts = append(parts, part.Name, text)
	}
	return archive(t, parts...)
}

func TestAChangedCopyIsKnown(t *testing.T) {
	d := NewDraft(open(t, sample(t)))
	d.Edit(d.base.Part("xl/worksheets/sheet1.xml"), Edit{At: 6, Insert: "<c/>"})
	copied := write(t, d)
	for _, name := range []string{"xl/worksheets/sheet1.xml", "xl/workbook.xml"} {
		changed := repack(t, copied, name, "/>", " />")
		if _, state := Original(open(t, changed)); state != Changed {
			t.Errorf("a copy with another %s is %d, want changed", name, state)
		}
	}
}

func TestVerifySeesEveryByte(t *testing.T) {
	d := NewDraft(open(t, sample(t)))
	d.Edit(d.base.Part("xl/worksheets/sheet1.xml"), Edit{At: 6, Insert: "<c/>"})
	copied := write(t, d)
	for _, damage := range []struct{ part, was, is string }{
		{"xl/worksheets/sheet1.xml", "<row/><c/><row/>", "<row/><c/><rov/>"},
		{"xl/worksheets/sheet1.xml", "<c/>", "<d/>"},
		{"xl/workbook.xml", "sheets", "sheetz"},
		{"[Content_Types].xml", "Default", "default"},
	} {
		if err := d.Verify(repack(t, copied, damage.part, damage.was, damage.is)); err == nil {
			t.Errorf("%s with %q for %q was not seen", damage.part, damage.is, damage.was)
		}
	}
}

func TestDamageIsSeen(t *testing.T) {
	input := sample(t)
	p := open(t, input)
	from, _ := p.Part("xl/media/image1.png").file.DataOffset()
	damaged := bytes.Clone(input)
	damaged[from] ^= 1
	if err := open(t, damaged).Check(); err == nil || !strings.Contains(err.Error(), "xl/media/image1.png") {
		t.Errorf("a damaged image: %v", err)
	}
	if err := open(t, input).Check(); err != nil {
		t.Error(err)
	}
	for _, cut := range []int{0, 10, len(input) / 2, len(input) - 40} {
		var named *Error
		if _, err := Open(input[:cut], DefaultLimits); !errors.As(err, &named) {
			t.Errorf("cut at %d: %v", cut, err)
		}
	}
}

func TestOddPackagesAreRefused(t *testing.T) {
	for _, c := range []struct {
		why   string
		parts []string
	}{
		{"missing", []string{"xl/workbook.xml", "<a/>"}},
		{"duplicate-part", []string{"[Content_Types].xml", types, "a.xml", "<a/>", "A.xml", "<a/>"}},
		{"ends inside", []string{"[Content_Types].xml", types[:60]}},
	} {
		if _, err := Open(archive(t, c.parts...), DefaultLimits); err == nil || !strings.Contains(err.Error(), c.why) {
			t.Errorf("%v, want %q", err, c.why)
		}
	}
	bomb := archive(t, "[Content_Types].xml", types, "xl/a.xml", strings.Repeat(" ", 1<<20))
	for kind, most := range map[limit.Kind]int64{limit.Entries: 1, limit.PartBytes: 1 << 19, limit.Bytes: 1 << 20} {
		few := DefaultLimits
		few[kind] = most
		want := &limit.Exceeded{Kind: kind, Most: most}
		if _, err := Open(bomb, few); !errors.As(err, new(*limit.Exceeded)) || !strings.HasSuffix(err.Error(), want.Error()) {
			t.Errorf("%s: %v, want %v", kind, err, want)
		}
	}
}

func TestTargetsAreResolved(t *testing.T) {
	for _, c := range []struct{ source, target, want string }{
		{"xl/workbook.xml", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"},
		{"xl/workbook.xml", "/xl/styles.xml", "xl/styles.xml"},
		{"xl/worksheets/sheet1.xml", "../comments1.xml", "xl/comments1.xml"},
		{"", "xl/workbook.xml", "xl/workbook.xml"},
		{"", "/xl/workbook.xml", "xl/workbook.xml"},
		{"xl/a.xml", "..\\b.xml", "b.xml"},
		{"xl/a.xml", "../../../b.xml#x", "b.xml"},
	} {
		if got := resolve(c.source, c.target); got != c.want {
			t.Errorf("%s from %s is %s, want %s", c.target, c.source, got, c.want)
		}
	}
}

func TestFreeNames(t *testing.T) {
	p := open(t, archive(t, "[Content_Types].xml", strings.Replace(types, "</Types>", `<Override PartName="/xl/Sheet2.xml" ContentType="x"/></Types>`, 1), "xl/sheet1.XML", "<a/>"))
	d := NewDraft(p)
	d.Add("xl/sheet3.xml", "x", nil)
	if got := d.FreeName("xl/sheet%d.xml"); got != "xl/sheet4.xml" {
		t.Errorf("free name %s", got)
	}
}

// TestAnyEditsCanBeTakenOut checks that splicing and its proof agree, whatever
// is changed where.
func TestAnyEditsCanBeTakenOut(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		text := rapid.StringN(0, 400, 9000).Draw(r, "text")
		input := archive(t, "[Content_Types].xml", types, "a.xml", text)
		d := NewDraft(open(t, input))
		var edits []Edit
		for at := 0; at < len(text) && rapid.Bool().Draw(r, "one more"); {
			at += rapid.IntRange(0, len(text)-at).Draw(r, "at")
			remove := rapid.IntRange(0, min(5, len(text)-at)).Draw(r, "remove")
			edits = append(edits, Edit{int64(at), int64(remove), rapid.String().Draw(r, "insert")})
			at += remove + 1
		}
		d.Edit(d.base.Part("a.xml"), edits...)
		var copied bytes.Buffer
		if err := d.Write(&copied); err != nil {
			r.Fatal(err)
		}
		if err := d.Verify(copied.Bytes()); err != nil {
			r.Fatal(err)
		}
	})
}

// withDeflated is a package of content types alone, behind an entry of packed bytes.
func withDeflated(t testing.TB, name, packed string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	entry, err := w.CreateRaw(&zip.FileHeader{Name: name, Method: zip.Deflate, CompressedSize64: uint64(len(packed))})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := entry.Write([]byte(packed)); err != nil {
		t.Fatal(err)
	}
	part, err := w.Create(contentTypesName)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := part.Write([]byte(types)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestPackedFoldersAreKept copies and rewrites an archive with an entry of a folder that
// is packed, though there is nothing in it.
func TestPackedFoldersAreKept(t *testing.T) {
	input := bytes.ReplaceAll(withDeflated(t, "xl|", "\x03\x00"), []byte("xl|"), []byte("xl/"))
	copied := write(t, NewDraft(open(t, input)))
	if original, state := Original(open(t, copied)); state != Sealed || !bytes.Equal(original.Input, input) {
		t.Errorf("state %d, %d bytes of %d", state, len(original.Input), len(input))
	}
	rewritten, err := Rewrite(open(t, input), map[*Part][]Edit{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, made := range [][]byte{copied, rewritten} {
		if f := open(t, made).zip.File[0]; f.Name != "xl/" || f.CompressedSize64 != 0 {
			t.Errorf("the folder became %s, %d bytes", f.Name, f.CompressedSize64)
		}
	}
}

func TestOverlappingEditsAreRefused(t *testing.T) {
	d := NewDraft(open(t, sample(t)))
	d.Edit(d.base.Part("xl/workbook.xml"), Edit{At: 4, Remove: 4}, Edit{At: 6, Insert: "x"})
	if err := d.Write(&bytes.Buffer{}); err == nil {
		t.Error("overlapping edits were made")
	}
}

// TestCorpusCopies makes a copy of every readable package of the corpus.
func TestCorpusCopies(t *testing.T) {
	files, _ := filepath.Glob("../../../../shared/corpus/*/*")
	if len(files) == 0 {
		t.Skip("the corpus folder is absent")
	}
	copied, refused := 0, 0
	for _, file := range files {
		if strings.HasSuffix(file, ".md") {
			continue
		}
		input, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		p, err := Open(input, DefaultLimits)
		if err == nil {
			err = p.Check()
		}
		if err != nil {
			refused++
			t.Logf("%s: %v", filepath.Base(file), err)
			continue
		}
		d := NewDraft(p)
		var b bytes.Buffer
		if err := d.Write(&b); err != nil {
			t.Errorf("%s: %v", file, err)
			continue
		}
		if err := d.Verify(b.Bytes()); err != nil {
			t.Errorf("%s: %v", file, err)
			continue
		}
		copied++
	}
	t.Logf("%d copied, %d refused", copied, refused)
}

// FuzzOriginal checks that no archive makes the reader panic, and that what it
// calls intact is what the record says.
func FuzzOriginal(f *testing.F) {
	d := NewDraft(open(f, archive(f, "[Content_Types].xml", types, "a.xml", "<a/>")))
	d.Edit(d.base.Part("a.xml"), Edit{At: 2, Insert: " b='1'"})
	f.Add(write(f, d))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := Open(data, DefaultLimits)
		if err != nil {
			return
		}
		if original, state := Original(p); state == Sealed {
			_ = sha256.Sum256(original.Input)
		}
		_ = p.Check()
	})
}

// TestWhatAPackageMayNotState is of relationships and content types that programs take in
// different ways.
func TestWhatAPackageMayNotState(t *testing.T) {
	const typed = `<Types xmlns="` + typesSpace + `">`
	related := func(inside string) string {
		return `<Relationships xmlns="` + relsSpace + `">` + inside + `</Relationships>`
	}
	const one = `<Relationship Id="rId1" Type="urn:t" Target="a.xml"/>`
	for _, c := range []struct {
		part, content string
		is            Rule
	}{
		{relsName("a.xml"), related(one + one), DuplicateRelationship},
		{relsName("a.xml"), related(`<Relationship Type="urn:t" Target="a.xml"/>`), BadRelationship},
		{relsName("a.xml"), related(`<Relationship Id="rId1" Target="a.xml"/>`), BadRelationship},
		{relsName("a.xml"), related(`<Relationship Id="rId1" Type="urn:t" Target="a.xml" TargetMode="external"/>`), BadRelationship},
		{relsName("a.xml"), related(`<Relation Id="rId1" Type="urn:t" Target="a.xml"/>`), UnknownElement},
		{relsName("a.xml"), `<Relationships>` + one + `</Relationships>`, UnknownElement},
		{relsName("a.xml"), related("<!DOCTYPE a>" + one), NoDoctype},
		{relsName("a.xml"), related(one)[:60], WellFormed},
		{contentTypesName, `<Types/>`, UnknownElement},
		{contentTypesName, typed + `<Defaults/></Types>`, UnknownElement},
		{contentTypesName, typed + `<Override xmlns="urn:x"/></Types>`, UnknownElement},
		{contentTypesName, typed + `<Override PartName="/a.xml" ContentType="x"/><Override PartName="/A.xml" ContentType="y"/></Types>`, DuplicateType},
	} {
		parts := []string{contentTypesName, types, c.part, c.content}
		if c.part == contentTypesName {
			parts = parts[2:]
		}
		p, err := Open(archive(t, parts...), DefaultLimits)
		if err == nil {
			_, err = p.Relationships("a.xml")
		}
		var f *Fault
		if !errors.As(err, &f) || f.Is != c.is {
			t.Errorf("%s: %v, want %s", c.content, err, c.is)
		}
	}
	same := typed + `<Default Extension="xml" ContentType="a/b"/><Default Extension="XML" ContentType="A/B"/></Types>`
	if _, err := Open(archive(t, contentTypesName, same), DefaultLimits); err != nil {
		t.Errorf("the same stated twice: %v", err)
	}
}

// TestWhatIsTooMuchIsNoDamage is of XML over the limits of the scanner.
func TestWhatIsTooMuchIsNoDamage(t *testing.T) {
	deep := `<Types xmlns="` + typesSpace + `"><Default Extension="a" ContentType="b">` + strings.Repeat("<a>", 600)
	if _, err := Open(archive(t, contentTypesName, deep), DefaultLimits); !errors.As(err, new(*limit.Exceeded)) {
		t.Error(err)
	}
}

// TestEmptyEntries is of entries that hold nothing, as signed packages have: deflated to the
// two bytes that say so, or to none.
func TestEmptyEntries(t *testing.T) {
	for _, packed := range []string{"\x03\x00", ""} {
		input := withDeflated(t, "empty.sigs", packed)
		p := open(t, input)
		if err := p.Check(); err != nil || content(t, p, "empty.sigs") != "" {
			t.Errorf("%d bytes: %v", len(packed), err)
		}
		if original, state := Original(open(t, write(t, NewDraft(p)))); state != Sealed || !bytes.Equal(original.Input, input) {
			t.Errorf("%d bytes: the copy is %d", len(packed), state)
		}
	}
}

// TestNamesThatAreNoUTF8AreKept copies a package with an entry whose name is written in the
// code page of an old program.
func TestNamesThatAreNoUTF8AreKept(t *testing.T) {
	for _, name := range []string{"k\x91rt.bin", "kært.bin", "\ufffd.bin", "\x006b"} {
		input := withDeflated(t, name, "\x03\x00")
		copied := open(t, write(t, NewDraft(open(t, input))))
		if original, state := Original(copied); state != Sealed || !bytes.Equal(original.Input, input) {
			t.Errorf("%q: the copy is %d", name, state)
		}
		if got := copied.zip.File[0].Name; got != name {
			t.Errorf("%q became %q", name, got)
		}
	}
}

// TestBrokenChangesAreSeen is of changes that leave a part that is no XML.
func TestBrokenChangesAreSeen(t *testing.T) {
	for _, c := range []struct {
		insert string
		whole  bool
	}{{"<b/>", true}, {"<b>", false}, {"</a>", false}, {"&", false}} {
		d := NewDraft(open(t, archive(t, contentTypesName, types, "a.xml", "<a></a>", "b.xml", "no XML, and not changed")))
		d.Edit(d.base.Part("a.xml"), Edit{At: 3, Insert: c.insert})
		err := d.CheckNew(open(t, write(t, d)))
		if (err == nil) != c.whole {
			t.Errorf("%s: %v", c.insert, err)
		}
	}
}
