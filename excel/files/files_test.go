package files_test

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"videre/excel/exceltest"
	"videre/excel/files"
	"videre/excel/files/filestest"
	"videre/excel/internal/opc"
)

// sealed is a workbook with the record that makes it an output of the program.
func sealed(t *testing.T, text string) []byte {
	t.Helper()
	pkg, err := opc.Open(exceltest.MustBuild("# Ark1\nA1 "+text), opc.DefaultLimits)
	if err != nil {
		t.Fatal(err)
	}
	draft := opc.NewDraft(pkg)
	if err := draft.RelateRecord("xl/workbook.xml"); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := draft.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func put(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// hold fails when a file does not hold the given bytes; nil is no file.
func hold(t *testing.T, path string, want []byte) {
	t.Helper()
	got, err := os.ReadFile(path)
	if want == nil && errors.Is(err, fs.ErrNotExist) {
		return
	}
	if err != nil || !bytes.Equal(got, want) {
		t.Errorf("%s holds %d bytes (%v), want %d others", filepath.Base(path), len(got), err, len(want))
	}
}

// left is the temporary files of a folder.
func left(t *testing.T, folder string) []string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	var found []string
	for _, entry := range entries {
		if strings.HasSuffix(entry.Name(), ".tmp") {
			found = append(found, filepath.Join(folder, entry.Name()))
		}
	}
	return found
}

// ended is the number of a process of this machine that is no more.
func ended(t *testing.T) int {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^$")
	if err := cmd.Run(); err != nil {
		t.Fatal(err)
	}
	return cmd.ProcessState.Pid()
}

// orphan renames a temporary file as if a process had left it that is no more.
func orphan(t *testing.T, path string, process int) {
	t.Helper()
	own := "-" + strconv.Itoa(os.Getpid()) + "-"
	if err := os.Rename(path, strings.Replace(path, own, "-"+strconv.Itoa(process)+"-", 1)); err != nil {
		t.Fatal(err)
	}
}

// faults are the ways in which an operation fails.
var faults = map[string]error{
	"full disk":     filestest.Full,
	"no permission": fs.ErrPermission,
	"damaged disk":  syscall.EIO,
	"silent":        filestest.ErrSilent,
}

// TestAFileIsThereWholeOrAsItWas fails each operation of writing a file in each way,
// with and without an older file, and with a disk that removes nothing afterwards.
func TestAFileIsThereWholeOrAsItWas(t *testing.T) {
	older, newer, process := sealed(t, "før"), sealed(t, "nu"), ended(t)
	for fault, err := range faults {
		for _, was := range [][]byte{nil, older} {
			for _, stuck := range []bool{false, true} {
				last := 0
				for n := 1; last == n-1; n++ {
					c := faultyCase{n, err, was, newer, stuck, process}
					name := fmt.Sprintf("%s/%d/%d/%t", fault, n, len(was), stuck)
					t.Run(name, func(t *testing.T) {
						if c.fails(t) {
							last = n
						}
					})
				}
				if last < 8 {
					t.Errorf("%s: only %d operations failed", fault, last)
				}
			}
		}
	}
}

// faultyCase is one way for one operation to fail.
type faultyCase struct {
	number     int
	fault      error
	was, newer []byte
	stuck      bool // nothing is removed once something failed
	process    int  // one that has ended
}

// fails saves a file and reports whether there were operations enough for one to fail.
func (c faultyCase) fails(t *testing.T) (reached bool) {
	root := t.TempDir()
	path := filepath.Join(root, "mappe", "i mappe", "fil.xlsx")
	folder := filepath.Dir(path)
	if c.was != nil {
		if err := os.MkdirAll(folder, 0o777); err != nil {
			t.Fatal(err)
		}
		put(t, path, c.was)
	}
	failed := ""
	undo := filestest.Install(func(op filestest.Operation) error {
		if op.Number == c.number {
			reached, failed = true, op.Name
			return c.fault
		}
		if op.Name == "remove" && c.stuck {
			return syscall.EIO
		}
		return nil
	})
	saved, err := files.Save(path, c.newer, 0o640, false)
	undo()
	switch {
	case failed == "chmod" && errors.Is(c.fault, fs.ErrPermission):
		if err != nil || saved != files.Written|files.Unguarded {
			t.Errorf("a file system without modes is not served: %d, %v", saved, err)
		}
		hold(t, path, c.newer)
	case err == nil && reached && !errors.Is(c.fault, filestest.ErrSilent):
		t.Errorf("%s failed, and Save did not", failed)
	case err == nil && saved == files.Written:
		hold(t, path, c.newer)
	default:
		hold(t, path, c.was)
		c.explained(t, path, failed, err)
		if entries, _ := os.ReadDir(root); len(entries) > 0 && c.was == nil && !c.stuck {
			t.Errorf("%s failed, and %s stays", failed, entries[0].Name())
		}
	}
	c.nothingStays(t, path)
	return reached
}

// explained sees to it that an error says what happened to which file.
func (c faultyCase) explained(t *testing.T, path, failed string, err error) {
	t.Helper()
	switch {
	case errors.Is(c.fault, filestest.ErrSilent) && (errors.Is(err, files.ErrReadBack) || errors.Is(err, files.ErrKept)):
	case !errors.Is(err, c.fault):
		t.Errorf("%s failed with %v, and Save with %v", failed, c.fault, err)
	case strings.Contains(err.Error(), ".tmp") || !strings.Contains(err.Error(), filepath.Dir(path)):
		t.Errorf("%v does not name the file that was asked for", err)
	}
}

// nothingStays looks for temporary files. Those of a disk that removes nothing are
// cleared away by the next run.
func (c faultyCase) nothingStays(t *testing.T, path string) {
	t.Helper()
	folder := filepath.Dir(path)
	rest := left(t, folder)
	if len(rest) > 0 && !c.stuck {
		t.Errorf("%v stays", rest)
	}
	for _, one := range rest {
		orphan(t, one, c.process)
	}
	if _, err := files.Save(path, c.newer, 0o640, true); err != nil {
		t.Error(err)
	}
	hold(t, path, c.newer)
	if rest := left(t, folder); len(rest) > 0 {
		t.Errorf("the next run leaves %v", rest)
	}
}

// TestTheFileIsRenamedLast sees what is done, and in what order: a file gets its name
// when what it holds has reached the disk and has been read back.
func TestTheFileIsRenamedLast(t *testing.T) {
	var done []string
	undo := filestest.Install(func(op filestest.Operation) error {
		done = append(done, op.Name)
		return nil
	})
	defer undo()
	if _, err := files.Save(filepath.Join(t.TempDir(), "fil.xlsx"), []byte("ny"), 0o644, false); err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(done, " "); got != "mkdir read create write chmod sync close read rename" {
		t.Error(got)
	}
}

func TestWhatStandsInTheWay(t *testing.T) {
	own, other := sealed(t, "før"), []byte("min egen fil")
	for _, c := range []struct {
		name      string
		was       []byte
		overwrite bool
		saved     files.Saved
		err       error
	}{
		{"nothing", nil, false, files.Written, nil},
		{"an output of ours", own, false, files.Written, nil},
		{"an output of ours, cut off", own[:len(own)-1], false, 0, files.ErrKept},
		{"another file", other, false, 0, files.ErrKept},
		{"another file, to be replaced", other, true, files.Written, nil},
		{"the same", []byte("ny"), false, files.Unchanged, nil},
	} {
		path := filepath.Join(t.TempDir(), "fil.xlsx")
		if c.was != nil {
			put(t, path, c.was)
		}
		saved, err := files.Save(path, []byte("ny"), 0o644, c.overwrite)
		if saved != c.saved || !errors.Is(err, c.err) {
			t.Errorf("%s: %d, %v", c.name, saved, err)
		}
		if want := []byte("ny"); err != nil {
			hold(t, path, c.was)
		} else {
			hold(t, path, want)
		}
	}
}

// TestOnlyWhatNobodyWillFinishIsCleared puts temporary files in a folder with
// characters in its name that are wildcards elsewhere.
func TestOnlyWhatNobodyWillFinishIsCleared(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "udkast [2] *")
	path := filepath.Join(folder, "fil.xlsx")
	var own string
	undo := filestest.Install(func(op filestest.Operation) error {
		if op.Name == "write" {
			own = op.Path
		}
		return nil
	})
	_, err := files.Save(path, []byte("ny"), 0o644, false)
	undo()
	if err != nil {
		t.Fatal(err)
	}
	name := regexp.MustCompile(`^(\.videre-)([0-9a-z]+)-([0-9]+)-(.*\.tmp)$`).FindStringSubmatch(filepath.Base(own))
	if name == nil {
		t.Fatalf("the temporary file is called %s", own)
	}
	machine, process, rest := name[2], strconv.Itoa(ended(t)), name[4]
	kept := []string{
		name[1] + machine + "-" + name[3] + "-" + rest,                    // this process's
		name[1] + machine + "-" + strconv.Itoa(os.Getppid()) + "-" + rest, // a running one's
		name[1] + machine + "x-" + process + "-" + rest,                   // another machine's
		"~" + name[1] + machine + "-" + process + "-" + rest,              // somebody else's
	}
	for _, one := range append(kept, name[1]+machine+"-"+process+"-"+rest) {
		put(t, filepath.Join(folder, one), nil)
	}
	if _, err := files.Save(path, []byte("ny"), 0o644, false); err != nil {
		t.Fatal(err)
	}
	entries, err := os.ReadDir(folder)
	if err != nil || len(entries) != len(kept)+1 {
		t.Errorf("%d files, want %d and the one that was written: %v", len(entries), len(kept), entries)
	}
	for _, one := range kept {
		if _, err := os.Stat(filepath.Join(folder, one)); err != nil {
			t.Errorf("%s is cleared away", one)
		}
	}
}

func TestTheReadersOfAFileAreKept(t *testing.T) {
	path := filepath.Join(t.TempDir(), "fil.xlsx")
	if _, err := files.Save(path, []byte("ny"), 0o440, false); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if got := info.Mode().Perm(); got&0o600 != 0o600 || os.PathSeparator == '/' && got != 0o640 {
		t.Errorf("the mode is %o", got)
	}
}

func TestCopyName(t *testing.T) {
	for name, want := range map[string]string{
		"a.xlsx": "a.vurderet.xlsx", "a.b.XLSM": "a.b.vurderet.XLSM", "a.vurderet.xlsx": "a.vurderet.xlsx",
		"a.Vurderet.xlsx": "a.Vurderet.xlsx", "vurderet.xlsx": "vurderet.vurderet.xlsx",
	} {
		if got := files.CopyName(name); got != want || files.CopyName(got) != want {
			t.Errorf("%s becomes %s, want %s", name, got, want)
		}
	}
}

func TestOwnFiles(t *testing.T) {
	own := sealed(t, "ark")
	for i, want := range []bool{true, false, false} {
		path := filepath.Join(t.TempDir(), "fil.xlsx")
		put(t, path, [][]byte{own, own[1:], exceltest.MustBuild("# Ark1\nA1 ark")}[i])
		if files.IsOwn(path) != want {
			t.Errorf("file %d: %t", i, !want)
		}
	}
	if files.IsOwn(filepath.Join(t.TempDir(), "ingen.xlsx")) {
		t.Error("a file that is not there is ours")
	}
}

// TestNothingElseWritesFiles looks for calls that write past Save.
func TestNothingElseWritesFiles(t *testing.T) {
	calls := regexp.MustCompile(`\bos\.(Create|WriteFile|OpenFile|Rename|Remove|Mkdir|Ch|Truncate|Link|Symlink)\w*\(` +
		`|\.SaveAs\(`)
	here, err := filepath.Abs(".")
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	err = filepath.WalkDir(filepath.Join(here, "..", ".."), func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && path == here:
			return fs.SkipDir
		case entry.IsDir() || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go"):
			return nil
		}
		seen++
		source, err := os.ReadFile(path)
		if found := calls.Find(source); found != nil {
			t.Errorf("%s calls %s", path, found)
		}
		return err
	})
	if err != nil || seen < 100 {
		t.Errorf("%d files seen: %v", seen, err)
	}
}
