package excel_test

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"strings"
	"testing"

	"videre/budget"
	"videre/excel"
	"videre/excel/internal/sheets"
	"videre/excel/reading"
)

// forged is a copy whose record says, with hashes that hold, that it was made of another
// workbook.
func forged(t *testing.T, copied, other []byte) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(copied), int64(len(copied)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	var entries []map[string]string
	for _, f := range in.File {
		if strings.HasPrefix(f.Name, "videre/") {
			record, err := w.CreateHeader(&zip.FileHeader{Name: f.Name})
			if err != nil {
				t.Fatal(err)
			}
			if _, err := record.Write(forgedRecord(t, f, other, entries)); err != nil {
				t.Fatal(err)
			}
			continue
		}
		raw, err := f.OpenRaw()
		if err != nil {
			t.Fatal(err)
		}
		packed, err := io.ReadAll(raw)
		if err != nil {
			t.Fatal(err)
		}
		entries = append(entries, map[string]string{"name": f.Name, "sha256": digestOf(packed)})
		to, err := w.CreateRaw(&f.FileHeader)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := to.Write(packed); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// forgedRecord is a record that gives back another workbook; the rest of it is the copy's.
func forgedRecord(t *testing.T, f *zip.File, other []byte, entries []map[string]string) []byte {
	t.Helper()
	r, err := f.Open()
	if err != nil {
		t.Fatal(err)
	}
	content, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	line, _, _ := bytes.Cut(content, []byte("\n"))
	var head map[string]any
	if err := json.Unmarshal(line, &head); err != nil {
		t.Fatal(err)
	}
	head["sha256"], head["size"], head["entries"] = digestOf(other), len(other), entries
	head["segments"] = []map[string]any{{"literal": len(other)}}
	line, err = json.Marshal(head)
	if err != nil {
		t.Fatal(err)
	}
	return append(append(line, '\n'), other...)
}

func digestOf(data []byte) string {
	digest := sha256.Sum256(data)
	return hex.EncodeToString(digest[:])
}

// TestAForgedRecordIsNotBelieved makes a copy whose record holds a better workbook than its
// sheets show: what the sheets show is judged, and nobody is told that the other is the
// original.
func TestAForgedRecordIsNotBelieved(t *testing.T) {
	poor, rich := read(t, "../testdata/books/skabelon-uden-fejl.xlsx"), read(t, example+".xlsx")
	copied := annotated(t, poor, sheets.Options{})
	forgery := forged(t, copied, rich)
	want := verdictText(readSubmission(t, poor).Report)
	if got := readSubmission(t, forgery); got.Input.FromCopy || verdictText(got.Report) != want {
		t.Errorf("from a copy %t, judged\n%s", got.Input.FromCopy, verdictText(got.Report))
	}
	stripped, exact, err := excel.Strip(forgery)
	if exact || err != nil || bytes.Equal(stripped, rich) {
		t.Errorf("strip gives the forged workbook back: exact %t, %v", exact, err)
	}
	// The forging itself is sound: the true workbook put back is believed.
	if got := readSubmission(t, forged(t, copied, poor)); got.Input.FromCopy {
		t.Error("a record of one literal is not what the program writes, and was believed")
	}
	if got := readSubmission(t, copied); !got.Input.FromCopy {
		t.Error("the copy that nobody touched is not known")
	}
}

// TestACopyMadeByAnotherPolicyIsKnownWhereThatIsAtHand makes a copy by rules of one's own.
func TestACopyMadeByAnotherPolicyIsKnownWhereThatIsAtHand(t *testing.T) {
	own := budget.DefaultPolicy()
	own.Name, own.EstimateYears = "egne regler", 2
	in, err := excel.Open(example + ".xlsx")
	if err != nil {
		t.Fatal(err)
	}
	review, err := in.Review(reading.Settings{}, &own)
	if err != nil {
		t.Fatal(err)
	}
	copied, err := review.Annotate(sheets.Options{Version: "1.2.3"})
	if err != nil {
		t.Fatal(err)
	}
	for _, policies := range [][]*budget.Policy{nil, {&own}} {
		in, err := excel.Read(copied, policies...)
		if err != nil {
			t.Fatal(err)
		}
		if in.FromCopy != (policies != nil) || in.Corrected == in.FromCopy {
			t.Errorf("with %d policies: from a copy %t, corrected %t", len(policies), in.FromCopy, in.Corrected)
		}
	}
}
