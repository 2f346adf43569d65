package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"videre/excel/files"
	"videre/excel/files/filestest"
)

// few is a batch of some workbooks and one that cannot be read, and how it looks once it
// is assessed.
func few(t *testing.T, files int) (input string, want map[string]string) {
	t.Helper()
	input = t.TempDir()
	generate(t, input, files)
	put(t, filepath.Join(input, "tom.xlsx"), nil)
	done := copied(t, input)
	videre(t, done, ".")
	return input, tree(t, done)
}

// copied is another folder with the same in it.
func copied(t *testing.T, folder string) string {
	t.Helper()
	other := t.TempDir()
	if err := os.CopyFS(other, os.DirFS(folder)); err != nil {
		t.Fatal(err)
	}
	return other
}

const summary = "vurderet/samlet-vurdering-2026.xlsx"

// whole fails when a folder holds anything that is not one of the batch's files in
// full. The summary may be another, being of what could be done.
func whole(t *testing.T, folder string, want map[string]string) {
	t.Helper()
	for name, sum := range tree(t, folder) {
		switch {
		case name == summary:
			if !files.IsOwn(filepath.Join(folder, name)) {
				t.Errorf("%s is not whole", name)
			}
		case sum != want[name]:
			t.Errorf("%s is not what it would be undisturbed", name)
		}
	}
}

// completed runs the command once more, and fails when not all is as it would have
// been.
func completed(t *testing.T, folder string, want map[string]string) {
	t.Helper()
	videre(t, folder, ".")
	if names := differ(want, tree(t, folder)); len(names) > 0 {
		t.Errorf("after another run, these differ: %v", names)
	}
}

// TestABatchOnAFailingDisk fails each operation of a whole batch in turn: what could
// not be written is told in the user's words, and the rest is there.
func TestABatchOnAFailingDisk(t *testing.T) {
	input, want := few(t, 2)
	for fault, says := range map[error]string{
		filestest.Full:      "der er ikke mere plads",
		fs.ErrPermission:    "der er ikke adgang til mappen",
		filestest.ErrSilent: "kan ikke læses igen",
	} {
		failed := true
		for n := 1; failed; n++ {
			failed = false
			told, served := !errors.Is(fault, filestest.ErrSilent), false
			folder := copied(t, input)
			undo := filestest.Install(func(op filestest.Operation) error {
				if op.Number != n {
					return nil
				}
				failed = true
				if op.Name == "chmod" && errors.Is(fault, fs.ErrPermission) {
					served, told = true, false // a file system without modes; the copy is written
				}
				told = told || op.Name == "write" || op.Name == "read" && filepath.Ext(op.Path) == ".tmp"
				return fault
			})
			_, _, trouble := videre(t, folder, "--jobs", "1", ".")
			undo()
			if failed && told && !strings.Contains(trouble, says) {
				t.Errorf("operation %d fails with %v, and is told so:\n%s", n, fault, trouble)
			}
			if served && !strings.Contains(trouble, "Drevet kan ikke sætte, hvem der må læse filerne") {
				t.Errorf("operation %d: that the drive has no modes is not told:\n%s", n, trouble)
			}
			whole(t, folder, want)
			wrong := differ(want, tree(t, folder))
			const most = 2 // a copy, and the summary that tells of it
			if len(wrong) > most || failed && told && len(wrong) == 0 {
				t.Errorf("operation %d fails with %v, and these differ: %v", n, fault, wrong)
			}
		}
	}
}

// runAsProgram is set for a test binary that is to be the command itself: to its name
// and what is to happen at which operation of writing files; see runAsChild.
const runAsProgram = "VIDERE_TEST_RUN"

// program is the command as a process of its own.
func program(t *testing.T, folder, what string) *exec.Cmd {
	t.Helper()
	path, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(path, ".")
	cmd.Dir = folder
	cmd.Env = append(os.Environ(), runAsProgram+"="+what)
	return cmd
}

// runAsChild is the command, which at an operation is killed ("kill 7"), says so and
// waits until it is interrupted ("hold 7"), or says so and waits for ever ("hang 7").
func runAsChild(what string) int {
	var word string
	var number int
	fmt.Sscan(what, &word, &number)
	a := newApp(os.Args[1:], os.Stdin, os.Stdout, os.Stderr, os.Getenv)
	ctx, stop := interruptible()
	a.interruptible = func() (context.Context, context.CancelFunc) { return ctx, stop }
	filestest.Install(func(op filestest.Operation) error {
		if op.Number != number {
			return nil
		}
		switch word {
		case "kill":
			self, err := os.FindProcess(os.Getpid())
			if err == nil {
				err = self.Kill()
			}
			if err != nil {
				return err
			}
			select {}
		case "hold":
			fmt.Println(holding)
			<-ctx.Done()
		case "hang":
			fmt.Println(holding)
			bufio.NewReader(os.Stdin).ReadString('\n')
		}
		return nil
	})
	return a.run(os.Args[1:])
}

const holding = "holding"

// TestKilledRunsAreCompleted kills the command at each operation of writing files, in
// turn in a folder without copies and in one with older ones, and runs it once more:
// every output is whole and equal to an undisturbed run's, and nothing else is left.
func TestKilledRunsAreCompleted(t *testing.T) {
	input, want := few(t, 2)
	older := copied(t, input)
	videre(t, older, "--lang", "en", ".")
	before := tree(t, older)
	killed := 0
	for n := 1; killed == n-1; n++ {
		folder := copied(t, []string{older, input}[n%2])
		cmd := program(t, folder, fmt.Sprintf("kill %d", n))
		if _ = cmd.Run(); cmd.ProcessState.ExitCode() != statusBroke {
			killed++ // an undisturbed run exits with that
		}
		for name, sum := range tree(t, folder) {
			if filepath.Ext(name) == ".xlsx" && sum != want[name] && sum != before[name] {
				t.Errorf("killed at operation %d, %s is not whole", n, name)
			}
		}
		completed(t, folder, want)
	}
	if operations := 9 * (len(want) - len(tree(t, input))); killed != operations {
		t.Errorf("killed at %d of %d operations", killed, operations)
	}
}

// finished sees to it that each workbook of an interrupted batch has its copy or is
// told not to, and gives the number of those that have.
func finished(t *testing.T, folder, trouble string, want map[string]string) int {
	t.Helper()
	whole(t, folder, want)
	now := tree(t, folder)
	if now[summary] != "" {
		t.Error("there is a summary of half a batch")
	}
	copies := 0
	for name := range maps.Keys(want) {
		if !strings.HasSuffix(name, ".vurderet.xlsx") {
			continue
		}
		path := strings.Replace(strings.TrimPrefix(name, "vurderet/"), ".vurderet", "", 1)
		told := strings.Contains(trouble, filepath.FromSlash(path)+" er ikke behandlet, da kørslen blev afbrudt")
		if has := now[name] != ""; has == told {
			t.Errorf("%s: copied %t, told as not begun %t", path, has, told)
		} else if has {
			copies++
		}
	}
	return copies
}

// TestAnInterruptFinishesWhatIsUnderWay interrupts a batch at operations of its first
// and third copy.
func TestAnInterruptFinishesWhatIsUnderWay(t *testing.T) {
	input, want := few(t, 4)
	for _, jobs := range []string{"1", "2"} {
		for _, at := range []int{1, 9, 19, 27} {
			folder := copied(t, input)
			t.Chdir(folder)
			var out, trouble bytes.Buffer
			ctx, interrupt := context.WithCancel(context.Background())
			args := []string{"--quiet", "--jobs", jobs, "."}
			a := newApp(args, strings.NewReader(""), &out, &trouble, func(string) string { return "" })
			a.interruptible = func() (context.Context, context.CancelFunc) { return ctx, interrupt }
			undo := filestest.Install(func(op filestest.Operation) error {
				if op.Number == at {
					interrupt()
				}
				return nil
			})
			status := a.run(args)
			undo()
			copies := finished(t, folder, trouble.String(), want)
			if status != statusBroke || jobs == "1" && copies != (at+8)/9 || copies == 0 {
				t.Errorf("%s jobs, interrupted at operation %d: status %d, %d copies", jobs, at, status, copies)
			}
			completed(t, folder, want)
		}
	}
}

// TestASignatureIsToldBeforeTheCopyIsWritten reads what was said when the first
// operation of writing begins.
func TestASignatureIsToldBeforeTheCopyIsWritten(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("..", "..", "testdata", "books", "digitalt-underskrevet.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	put(t, "underskrevet.xlsx", data)
	var trouble bytes.Buffer
	said := ""
	defer filestest.Install(func(op filestest.Operation) error {
		if op.Number == 1 {
			said = trouble.String()
		}
		return nil
	})()
	nothing := func(string) string { return "" }
	run([]string{"underskrevet.xlsx"}, strings.NewReader(""), &bytes.Buffer{}, &trouble, nothing)
	if !strings.Contains(said, "underskrevet.xlsx er digitalt underskrevet") {
		t.Errorf("before the copy is written, this is said: %q", said)
	}
}
