package files

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"videre/excel/internal/limit"
)

// movingFile is a file of which something else is known after it was read.
type movingFile struct {
	fs.File
	content       io.Reader
	before, after fs.FileInfo
}

func (f *movingFile) Read(p []byte) (int, error) { return f.content.Read(p) }

func (f *movingFile) Stat() (fs.FileInfo, error) {
	info := f.before
	f.before = f.after
	if info == nil {
		return nil, fs.ErrInvalid
	}
	return info, nil
}

// known is what is known of a file of some bytes, written at a second of its own.
func known(t *testing.T, size, second int) fs.FileInfo {
	t.Helper()
	folder := fstest.MapFS{"fil": {Data: make([]byte, size), ModTime: time.Unix(int64(second), 0)}}
	info, err := fs.Stat(folder, "fil")
	if err != nil {
		t.Fatal(err)
	}
	return info
}

func TestAFileThatIsWrittenToIsNotRead(t *testing.T) {
	for name, c := range map[string]struct {
		before, after fs.FileInfo
		want          error
	}{
		"still":    {known(t, 4, 1), known(t, 4, 1), nil},
		"grown":    {known(t, 4, 1), known(t, 5, 1), ErrBeingWritten},
		"renewed":  {known(t, 4, 1), known(t, 4, 2), ErrBeingWritten},
		"cut off":  {known(t, 5, 1), known(t, 5, 1), ErrBeingWritten},
		"vanished": {known(t, 4, 1), nil, ErrBeingWritten},
		"nowhere":  {nil, nil, fs.ErrInvalid},
	} {
		data, err := readWhole(&movingFile{content: strings.NewReader("fire"), before: c.before, after: c.after})
		if !errors.Is(err, c.want) || err == nil && string(data) != "fire" {
			t.Errorf("%s: %q, %v", name, data, err)
		}
	}
}

func TestAnEnormousFileIsNotRead(t *testing.T) {
	before := known(t, 4, 1)
	_, err := readWhole(&movingFile{content: strings.NewReader("fire"), before: enormous{before}, after: before})
	if many := (*limit.Exceeded)(nil); !errors.As(err, &many) || many.Kind != limit.FileBytes {
		t.Error(err)
	}
}

type enormous struct{ fs.FileInfo }

func (enormous) Size() int64 { return limit.Standard[limit.FileBytes] + 1 }

func TestAFolderIsNoFile(t *testing.T) {
	if _, err := Read(t.TempDir()); !errors.Is(err, ErrFolder) {
		t.Error(err)
	}
	if _, err := Read("ingen"); !errors.Is(err, os.ErrNotExist) {
		t.Error(err)
	}
}
