package exceltest

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"
)

// Part is a part of a package, for tests that change one.
type Part struct{ Name, Content string }

// Parts are the parts of a package, in their order.
func Parts(t testing.TB, data []byte) []Part {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var parts []Part
	for _, f := range r.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		parts = append(parts, Part{f.Name, string(content)})
	}
	return parts
}

// Pack is the package of parts.
func Pack(t testing.TB, parts []Part) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, p := range parts {
		entry, err := w.Create(p.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := entry.Write([]byte(p.Content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// Edited is a package with a text of one part replaced once; it fails where the part does not
// hold the text. Of "" to replace, the new text is the whole part, which need not be there.
func Edited(t testing.TB, data []byte, part, was, is string) []byte {
	t.Helper()
	parts := Parts(t, data)
	for i, p := range parts {
		switch {
		case p.Name != part:
			continue
		case was == "":
			parts[i].Content = is
		case !strings.Contains(p.Content, was):
			t.Fatalf("%s does not hold %q", part, was)
		default:
			parts[i].Content = strings.Replace(p.Content, was, is, 1)
		}
		return Pack(t, parts)
	}
	if was != "" {
		t.Fatalf("there is no part %s", part)
	}
	return Pack(t, append(parts, Part{part, is}))
}
