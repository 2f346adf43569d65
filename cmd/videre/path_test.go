//go:build unix

package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestWhatIsNoFileIsRefused names a pipe that nobody writes to, and a device: neither is
// waited for.
func TestWhatIsNoFileIsRefused(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "afdeling.xlsx")
	if err := syscall.Mkfifo(pipe, 0o644); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{pipe, "/dev/zero", "/dev/null"} {
		var out, told bytes.Buffer
		done := make(chan int, 1)
		go func() {
			done <- run([]string{"check", path}, strings.NewReader(""), &out, &told, func(string) string { return "" })
		}()
		select {
		case status := <-done:
			if status != statusBroke || !strings.Contains(told.String(), "ikke en fil") {
				t.Errorf("%s: status %d, told %q", path, status, told.String())
			}
		case <-time.After(20 * time.Second):
			t.Fatalf("%s is waited for", path)
		}
	}
}

// TestOneFileIsJudgedOnce names one file by its name, a hard link and a link, alone and in
// a folder.
func TestOneFileIsJudgedOnce(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("..", "..", "testdata", "aarhus-2026.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	name := func(file string) string { return filepath.Join(folder, file) }
	if err := os.WriteFile(name("a.xlsx"), data, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Link(name("a.xlsx"), name("b.xlsx")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("a.xlsx", name("c.xlsx")); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{name("a.xlsx"), name("b.xlsx"), name("c.xlsx")}, {folder}, {folder, name("c.xlsx")}} {
		var out bytes.Buffer
		run(append([]string{"check", "--json"}, args...), strings.NewReader(""), &out, &bytes.Buffer{},
			func(string) string { return "" })
		if n := strings.Count(out.String(), `"path": `); n != 1 {
			t.Errorf("%d of %q are judged %d times", len(args), args, n)
		}
	}
}
