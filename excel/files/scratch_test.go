package files_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"videre/excel/files"
)

// leaveScratch is set for a test binary that is to end without removing its folder.
const leaveScratch = "VIDERE_TEST_LEAVE_SCRATCH"

// TestScratchOfEndedRunsIsCleared has a process end that leaves its folder of temporary
// files, as a killed one does; the next process takes it away, and nothing else.
func TestScratchOfEndedRunsIsCleared(t *testing.T) {
	if os.Getenv(leaveScratch) != "" {
		folder, _ := files.Scratch()
		fmt.Println("made " + folder)
		return
	}
	temporary := t.TempDir()
	kept := filepath.Join(temporary, "videre-andens-mappe")
	if err := os.Mkdir(kept, 0o777); err != nil {
		t.Fatal(err)
	}
	var made []string
	for range 2 {
		cmd := exec.Command(os.Args[0], "-test.run=^TestScratchOfEndedRunsIsCleared$")
		cmd.Env = append(os.Environ(), leaveScratch+"=1", "TMPDIR="+temporary, "TMP="+temporary)
		out, err := cmd.Output()
		if err != nil {
			t.Fatal(err)
		}
		_, rest, _ := strings.Cut(string(out), "made ")
		folder, _, _ := strings.Cut(rest, "\n")
		if err := os.WriteFile(filepath.Join(folder, "excelize-1"), nil, 0o666); err != nil {
			t.Fatal(err)
		}
		made = append(made, folder)
	}
	if _, err := os.Stat(made[0]); !os.IsNotExist(err) {
		t.Errorf("what the first run left is there: %v", err)
	}
	for _, folder := range []string{made[1], kept} {
		if _, err := os.Stat(folder); err != nil {
			t.Error(err)
		}
	}
}

// TestScratchIsItsCallersAlone makes a folder, and takes it away.
func TestScratchIsItsCallersAlone(t *testing.T) {
	folder, remove := files.Scratch()
	info, err := os.Stat(folder)
	if err != nil || os.PathSeparator == '/' && info.Mode().Perm() != 0o700 {
		t.Errorf("%v, %v", info, err)
	}
	remove()
	if _, err := os.Stat(folder); !os.IsNotExist(err) {
		t.Errorf("it stays: %v", err)
	}
}
