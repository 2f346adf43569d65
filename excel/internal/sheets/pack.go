package sheets

import (
	"archive/zip"
	"bytes"
	"io"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/klauspost/compress/flate"

	"videre/excel/internal/opc"
	"videre/excel/internal/sheetml"
)

// seal gives a workbook that is wholly ours the record by which it is known as ours
// as long as nobody changes it.
func seal(data []byte) ([]byte, error) {
	pkg, err := opc.Open(data, opc.DefaultLimits)
	if err != nil {
		return nil, err
	}
	wb, err := sheetml.ReadWorkbook(pkg)
	if err != nil {
		return nil, err
	}
	draft := opc.NewDraft(pkg)
	if err := draft.RelateRecord(wb.Part.Name); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := draft.Write(&out); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// inOrder packs a workbook that excelize built anew: excelize leaves the order of the
// sheets' entries, and of the content types, to chance.
func inOrder(data []byte) ([]byte, error) {
	from, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	slices.SortFunc(from.File, func(x, y *zip.File) int { // the content types first
		switch {
		case x.Name == y.Name:
			return 0
		case x.Name == contentTypes:
			return -1
		case y.Name == contentTypes:
			return 1
		}
		return strings.Compare(x.Name, y.Name)
	})
	var out bytes.Buffer
	to := zip.NewWriter(&out)
	to.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) {
		return flate.NewWriter(w, flate.DefaultCompression)
	})
	for _, f := range from.File {
		if err := repack(to, f); err != nil {
			return nil, err
		}
	}
	err = to.Close()
	return out.Bytes(), err
}

// repack writes an entry with its packed bytes and no date, or the content types in order.
func repack(to *zip.Writer, f *zip.File) error {
	if f.Name != contentTypes {
		f.Modified = time.Time{}
		return to.Copy(f)
	}
	part, err := f.Open()
	if err != nil {
		return err
	}
	defer part.Close()
	content, err := io.ReadAll(part)
	if err != nil {
		return err
	}
	w, err := to.Create(f.Name)
	if err != nil {
		return err
	}
	_, err = w.Write(sortedTypes(content))
	return err
}

const contentTypes = "[Content_Types].xml"

// typeElement is a content type as excelize writes it: an element with an end tag.
var typeElement = regexp.MustCompile(`<(Default|Override) [^>]*></(Default|Override)>`)

// sortedTypes sorts the content types that excelize wrote.
func sortedTypes(content []byte) []byte {
	found := typeElement.FindAll(content, -1)
	slices.SortFunc(found, bytes.Compare)
	next := -1
	return typeElement.ReplaceAllFunc(content, func([]byte) []byte { next++; return found[next] })
}
