package sheetml

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"videre/excel/internal/opc"
)

var ourMarks = NoteMarks{Headings: []string{"videre – kontrolbemærkning", "videre – finding"}, End: "– videre –"}

// notesWith is a part of notes around one.
func notesWith(note string) string {
	return `<comments xmlns="` + MainSpace + `" xmlns:x="` + MainSpace + `"><authors><author>Per</author></authors><commentList>` + note + `</commentList></comments>`
}

// removed is what is left of a note, and whether it was ours whole.
func removed(t testing.TB, note string) (left string, gone bool) {
	t.Helper()
	content := notesWith(note)
	edits, cells, err := RemoveNotes(pack(t, "c.xml", content).Part("c.xml"), ourMarks)
	if err != nil {
		t.Fatalf("%v\n%s", err, content)
	}
	edited, err := opc.Apply([]byte(content), edits)
	if err != nil {
		t.Fatal(err)
	}
	before, after, _ := strings.Cut(notesWith("|"), "|")
	return strings.TrimSuffix(strings.TrimPrefix(string(edited), before), after), len(cells) > 0
}

// TestANoteIsTakenApart takes our part off notes as programs write them.
func TestANoteIsTakenApart(t *testing.T) {
	heading, end := ourMarks.Headings[0], ourMarks.End
	for _, test := range []struct{ name, note, want string }{
		{"ours, in runs", `<comment ref="A1"><text><r><rPr><b/></rPr><t>` + heading + "\n" + `</t></r><r><t>Fejl</t></r></text></comment>`, ""},
		{"ours, in one text", `<comment ref="A1"><text><t>` + heading + "\nFejl</t></text></comment>", ""},
		{"ours, in English", `<comment ref="A1"><text><t>` + ourMarks.Headings[1] + "\nError</t></text></comment>", ""},
		{"ours, blanks after it", `<comment ref="A1"><text><r><t>` + heading + "\nFejl\n" + end + `</t></r><r><t> &#10;</t></r></text></comment>`, ""},
		{"a person's before it, in runs",
			`<comment ref="A1"><text><r><t>Se bilag</t></r><r><t>` + "\n\n" + heading + `</t></r><r><t>Fejl</t></r></text></comment>`,
			`<comment ref="A1"><text><r><t>Se bilag</t></r></text></comment>`},
		{"a person's before it, in no run",
			`<comment ref="A1"><text><t>Se bilag</t><r><t>` + "\n\n" + heading + `</t></r><r><t>Fejl</t></r></text></comment>`,
			`<comment ref="A1"><text><t>Se bilag</t></text></comment>`},
		{"a person's before it, in one run",
			`<x:comment ref="A1"><x:text><x:r><x:t>Se bilag&#10;&#10;` + heading + `&#10;Fejl</x:t></x:r></x:text></x:comment>`,
			`<x:comment ref="A1"><x:text><x:r><x:t>Se bilag</x:t></x:r></x:text></x:comment>`},
		{"a person's before it, in one text", `<comment ref="A1"><text><t>Se bilag` + "\n\n" + heading + "\nFejl</t></text></comment>",
			`<comment ref="A1"><text><t>Se bilag</t></text></comment>`},
		{"a person's after it, in the same text", `<comment ref="A1"><text><t>` + heading + "\nFejl\n" + end + "\nPer: ja</t></text></comment>",
			`<comment ref="A1"><text><t>` + "\nPer: ja</t></text></comment>"},
		{"a person's after it, in our last run",
			`<comment ref="A1"><text><r><rPr><b/></rPr><t>` + heading + "\n" + `</t></r><r><rPr><i/></rPr><t>Fejl` + "\n" + end + "\nPer: ja</t></r></text></comment>",
			`<comment ref="A1"><text><r><rPr><b/></rPr><t></t></r><r><rPr><i/></rPr><t>` + "\nPer: ja</t></r></text></comment>"},
		{"a person's after it, in a run of its own",
			`<comment ref="A1"><text><r><t>` + heading + "\nFejl\n" + end + `</t></r><r><t>Per: ja</t></r></text></comment>`,
			`<comment ref="A1"><text><r><t></t></r><r><t>Per: ja</t></r></text></comment>`},
		{"a person's before and after it",
			`<comment ref="A1"><text><r><t>Se bilag</t></r><r><t>` + heading + "\nFejl\n" + end + `</t></r><r><t>Per: ja</t></r></text></comment>`,
			`<comment ref="A1"><text><r><t>Se bilag</t></r><r><t></t></r><r><t>Per: ja</t></r></text></comment>`},
		{"a person's", `<comment ref="A1"><text><t>Se bilag</t></text></comment>`, `<comment ref="A1"><text><t>Se bilag</t></text></comment>`},
	} {
		if got, gone := removed(t, test.note); got != test.want || gone != (test.want == "") {
			t.Errorf("%s:\n got %s (gone %t)\nwant %s", test.name, got, gone, test.want)
		}
	}
}

// FuzzRemoveNotes takes our part off whatever stands in a part: what is left can be read.
func FuzzRemoveNotes(f *testing.F) {
	f.Add(`<comment ref="A1"><text><r><t>Se bilag</t></r><r><t>` + "\n\nvidere – kontrolbemærkning" + `</t></r></text></comment>`)
	f.Add(`<comment><text><t>videre – kontrolbemærkning</t></text></comment>`)
	f.Add(`<comment><text><r><t>videre – finding – videre –</t></r><t>nej</t></text></comment>`)
	f.Fuzz(func(t *testing.T, note string) {
		content := notesWith(note)
		edits, _, err := RemoveNotes(pack(t, "c.xml", content).Part("c.xml"), ourMarks)
		if err != nil {
			return // no part of notes
		}
		edited, err := opc.Apply([]byte(content), edits)
		if err != nil {
			t.Fatalf("%v\n%s", err, content)
		}
		if _, err := ReadNotes(pack(t, "c.xml", string(edited)).Part("c.xml")); err != nil {
			t.Errorf("%v\n%s\n%s", err, content, edited)
		}
	})
}

// The laws: what is added and taken off again leaves the bytes that were there before.

func TestNotesAddedAndRemovedLeaveTheBytesBefore(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		content := randomNotes(r)
		notes, err := ReadNotes(pack(t, "c.xml", content).Part("c.xml"))
		if err != nil {
			t.Fatalf("%v\n%s", err, content)
		}
		var added []NewNote
		for _, col := range rapid.SliceOfNDistinct(rapid.IntRange(1, 12), 0, 6, rapid.ID).Draw(r, "on") {
			added = append(added, NewNote{Ref{1, col}, ourMarks.Headings[col%2], "Fejl & mangler\n" + ourMarks.End})
		}
		with := applied(t, content, notes.AddNotes("videre", added))
		edits, gone, err := RemoveNotes(pack(t, "c.xml", with).Part("c.xml"), ourMarks)
		if err != nil {
			t.Fatalf("%v\n%s", err, with)
		}
		if left := applied(t, with, edits); left != content {
			t.Fatalf("before\n%s\nwith\n%s\nleft\n%s", content, with, left)
		}
		for _, note := range added {
			if gone[note.At] != (notes.On(note.At) == nil) {
				t.Fatalf("%s gone %t\n%s", note.At, gone[note.At], content)
			}
		}
	})
}

// randomNotes draws people's notes, one a column from A on, in texts and in runs.
func randomNotes(r *rapid.T) string {
	prefix := rapid.SampledFrom([]string{"", "x:"}).Draw(r, "prefix")
	var b strings.Builder
	b.WriteString(`<authors><author>Per</author><author>Ida</author></authors><commentList>`)
	for col := 1; col <= rapid.IntRange(1, 6).Draw(r, "notes"); col++ {
		text := rapid.SampledFrom([]string{
			`<t>Se bilag &amp; mere</t>`, `<t/>`, `<r><t>Se</t></r><r><rPr><b/></rPr><t xml:space="preserve"> bilag </t></r>`,
			`<t>Se</t><r><t>bilag</t></r>`, `<r><t>– videre –</t></r>`,
		}).Draw(r, "text")
		author := rapid.IntRange(0, 1).Draw(r, "author")
		fmt.Fprintf(&b, `<comment ref="%s" authorId="%d"><text>%s</text></comment>`, Ref{1, col}, author, text)
	}
	b.WriteString(`</commentList>`)
	declare := strings.TrimSuffix(":"+prefix, ":")
	if prefix == "" {
		declare = ""
	}
	return `<` + prefix + `comments xmlns` + declare + `="` + MainSpace + `">` + prefixed(b.String(), prefix) + `</` + prefix + `comments>`
}

func applied(t testing.TB, content string, edits []opc.Edit) string {
	t.Helper()
	edited, err := opc.Apply([]byte(content), edits)
	if err != nil {
		t.Fatalf("%v\n%s", err, content)
	}
	return string(edited)
}

func TestShapesAddedAndRemovedLeaveTheBytesBefore(t *testing.T) {
	const person = `<v:shape id="_x0000_s1025" type="%s"><v:textbox><br></v:textbox><x:ClientData ObjectType="Note">` +
		`<x:Row> 0 </x:Row><x:Column>0</x:Column></x:ClientData></v:shape>`
	rapid.Check(t, func(r *rapid.T) {
		content := `<xml xmlns:v="urn:schemas-microsoft-com:vml"><o:idmap v:ext="edit" data="1"/>`
		switch rapid.IntRange(0, 3).Draw(r, "theirs") {
		case 1:
			content += `<v:shapetype id="_x0000_t202" o:spt="202"></v:shapetype>` + fmt.Sprintf(person, "#_x0000_t202")
		case 2:
			content += noteShapeType + fmt.Sprintf(person, "#_x0000_t202")
		case 3:
			content += fmt.Sprintf(person, "#_x0000_t75")
		}
		content += rapid.SampledFrom([]string{"</xml>", "</xml \n>\n"}).Draw(r, "end")
		var boxes []Box
		ours := map[Ref]bool{}
		for _, col := range rapid.SliceOfNDistinct(rapid.IntRange(2, 40), 0, 8, rapid.ID).Draw(r, "boxes") {
			boxes = append(boxes, Box{Ref{1, col}, col})
			ours[Ref{1, col}] = true
		}
		if len(boxes) == 0 {
			return
		}
		d, err := ReadDrawing(pack(t, "d.vml", content).Part("d.vml"))
		if err != nil {
			t.Fatal(err)
		}
		edits, err := d.AddShapes(boxes, nil)
		if err != nil {
			t.Fatal(err)
		}
		with := applied(t, content, edits)
		if d, err = ReadDrawing(pack(t, "d.vml", with).Part("d.vml")); err != nil {
			t.Fatal(err)
		}
		if left := applied(t, with, d.RemoveShapes(ours)); left != content {
			t.Fatalf("before\n%s\nwith\n%s\nleft\n%s", content, with, left)
		}
	})
}

func TestSheetsAndNamesAddedAndRemovedLeaveTheBytesBefore(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		sheets := rapid.IntRange(1, 4).Draw(r, "sheets")
		content := randomWorkbook(r, sheets)
		w := workbookOf(t, content, sheets+2)
		var added []NewSheet
		removal := Removal{Sheets: map[int]bool{}, Names: func(name string) bool { return strings.HasPrefix(name, "videre_") }}
		for i := range rapid.IntRange(0, 2).Draw(r, "added") {
			added = append(added, NewSheet{fmt.Sprintf("Vurdering & %d", i), fmt.Sprintf("rId%d", sheets+i+1)})
			removal.Sheets[sheets+i] = true
		}
		var names []DefinedName
		for i := range rapid.IntRange(0, 3).Draw(r, "names") {
			names = append(names, DefinedName{Name: fmt.Sprintf("videre_%d", i), Text: "Ark1!$A$1", Sheet: -1, Hidden: true})
		}
		for i := range added { // names of our sheets go with them
			names = append(names, DefinedName{Name: "_xlnm.Print_Titles", Text: "Ark1!$1:$1", Sheet: sheets + i})
		}
		edits, err := w.AddSheets(added)
		if err != nil {
			t.Fatal(err)
		}
		with := applied(t, content, append(edits, w.AddNames(names)...))
		if edits, err = workbookOf(t, with, sheets+2).Remove(removal); err != nil {
			t.Fatal(err)
		}
		if left := applied(t, with, edits); left != content {
			t.Fatalf("before\n%s\nwith\n%s\nleft\n%s", content, with, left)
		}
	})
}

// randomWorkbook draws a workbook part that lists sheets, and names of its own or none.
func randomWorkbook(r *rapid.T, sheets int) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<bookViews><workbookView activeTab="%d"/></bookViews><sheets>`, rapid.IntRange(0, sheets-1).Draw(r, "active"))
	for i := range sheets {
		fmt.Fprintf(&b, `<sheet name="Ark%d" sheetId="%d" r:id="rId%d"/>`, i+1, i+3, i+1)
	}
	b.WriteString(`</sheets>`)
	if n := rapid.IntRange(0, 2).Draw(r, "names of theirs"); n > 0 {
		b.WriteString(`<definedNames>`)
		for i := range n {
			fmt.Fprintf(&b, `<definedName name="navn%d" localSheetId="%d">Ark1!$A$1</definedName>`, i, rapid.IntRange(0, sheets-1).Draw(r, "local"))
		}
		b.WriteString(`</definedNames>`)
	}
	b.WriteString(`<calcPr/>`)
	prefix := rapid.SampledFrom([]string{"", "x:"}).Draw(r, "prefix")
	declare := strings.TrimSuffix(":"+prefix, ":")
	if prefix == "" {
		declare = ""
	}
	return `<` + prefix + `workbook xmlns` + declare + `="` + MainSpace + `" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">` +
		prefixed(b.String(), prefix) + `</` + prefix + `workbook>`
}

// workbookOf reads a workbook part that leads to a number of sheets.
func workbookOf(t testing.TB, content string, sheets int) *Workbook {
	t.Helper()
	const space = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	const kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	parts := []string{"_rels/.rels", space + `<Relationship Id="rId1" Type="` + kind + `officeDocument" Target="workbook.xml"/></Relationships>`, "workbook.xml", content}
	rels := space
	for i := 1; i <= sheets; i++ {
		name := fmt.Sprintf("sheet%d.xml", i)
		rels += fmt.Sprintf(`<Relationship Id="rId%d" Type="%sworksheet" Target="%s"/>`, i, kind, name)
		parts = append(parts, name, `<worksheet/>`)
	}
	w, err := ReadWorkbook(pack(t, append(parts, "_rels/workbook.xml.rels", rels+`</Relationships>`)...))
	if err != nil {
		t.Fatalf("%v\n%s", err, content)
	}
	return w
}
