package files

import (
	"os"
	"path/filepath"
	"testing"
)

func TestWeight(t *testing.T) {
	plain := filepath.Join(t.TempDir(), "plain.xlsx")
	if err := os.WriteFile(plain, []byte("no archive"), 0o600); err != nil {
		t.Fatal(err)
	}
	example := "../../testdata/aarhus-2026.xlsx"
	info, err := os.Stat(example)
	if err != nil {
		t.Fatal(err)
	}
	if got := Weight(example); got < 2*info.Size() {
		t.Errorf("the example weighs %d, and is packed in %d", got, info.Size())
	}
	for path, want := range map[string]int64{plain: 10, "ingen.xlsx": 0, t.TempDir(): 0} {
		if got := Weight(path); got != want {
			t.Errorf("%s weighs %d, want %d", path, got, want)
		}
	}
}
