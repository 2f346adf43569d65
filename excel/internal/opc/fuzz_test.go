package opc

import (
	"strings"
	"testing"

	"videre/excel/internal/limit"
)

// FuzzRelationships checks that no part of relationships makes the reader panic, and that those
// it gives have ids of their own, and targets inside the package.
func FuzzRelationships(f *testing.F) {
	const head, foot = `<Relationships xmlns="` + relsSpace + `">`, `</Relationships>`
	f.Add(head + `<Relationship Id="rId1" Type="urn:t" Target="../a.xml"/>` + foot)
	f.Add(head + `<Relationship Id="rId1" Type="urn:t" Target="http://x/" TargetMode="External"/>` + foot)
	f.Fuzz(func(t *testing.T, content string) {
		p := open(t, archive(t, contentTypesName, types, "xl/_rels/a.xml.rels", content))
		all, err := p.Relationships("xl/a.xml")
		if err != nil {
			return
		}
		seen := map[string]bool{}
		for _, r := range all {
			if seen[r.ID] || r.ID == "" || !r.External && (strings.HasPrefix(r.Target, "/") || strings.HasPrefix(r.Target, "..")) {
				t.Errorf("%+v", r)
			}
			seen[r.ID] = true
		}
	})
}

// FuzzContentTypes checks that no part of content types makes the reader panic, and that a copy
// of whatever it reads can be made.
func FuzzContentTypes(f *testing.F) {
	f.Add(types)
	f.Add(`<Types xmlns="` + typesSpace + `"><Override PartName="/a.xml" ContentType="x/y"/></Types>`)
	f.Fuzz(func(t *testing.T, content string) {
		p, err := Open(archive(t, contentTypesName, content, "a.xml", "<a/>"), DefaultLimits)
		if err != nil {
			return
		}
		_ = p.Part("a.xml").ContentType()
		copied := write(t, NewDraft(p))
		if err := NewDraft(p).CheckNew(open(t, copied)); err != nil {
			t.Error(err)
		}
	})
}

// FuzzPackage checks that no archive makes the reader panic, and that what it reads whole can be
// copied and turned back.
func FuzzPackage(f *testing.F) {
	f.Add(sample(f))
	f.Add(archive(f, contentTypesName, types, "a.xml", "<a/>"))
	f.Fuzz(func(t *testing.T, data []byte) {
		small := limit.Standard
		small[limit.Entries], small[limit.PartBytes], small[limit.Bytes] = 100, 1<<20, 1<<22
		p, err := Open(data, small)
		if err != nil || p.Check() != nil {
			return
		}
		var b strings.Builder
		d := NewDraft(p)
		if err := d.Write(&b); err != nil {
			return
		}
		if err := d.Verify([]byte(b.String())); err != nil {
			t.Error(err)
		}
	})
}
