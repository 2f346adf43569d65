package main

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"videre/budget/budgettest"
	"videre/excel/exceltest"
)

func TestMain(m *testing.M) {
	if what := os.Getenv(runAsProgram); what != "" {
		os.Exit(runAsChild(what))
	}
	testscript.Main(m, map[string]func(){"videre": main})
}

// TestScripts runs the command as its users do. Every script finds the example as
// aarhus-2026.xlsx; "build A.xlsx A.txt" makes a workbook of a text, "dump A.xlsx"
// writes one as text, "bomb A.xlsx WHAT" makes one that has too much of something, "sum FILE" prints a file's SHA-256, and "only DIR [FILE…]"
// fails when a folder holds anything else.
func TestScripts(t *testing.T) {
	repository, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: filepath.Join("..", "..", "testdata", "script"),
		Setup: func(env *testscript.Env) error {
			data, err := os.ReadFile(filepath.Join("..", "..", "testdata", "aarhus-2026.xlsx"))
			if err != nil {
				return err
			}
			env.Setenv("VIDERE_LANG", "")
			env.Setenv("REPO", repository)
			return os.WriteFile(filepath.Join(env.WorkDir, "aarhus-2026.xlsx"), data, 0o444)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"build": build, "dump": dump, "sum": sum, "only": only, "bomb": bomb,
		},
		UpdateScripts: os.Getenv("UPDATE_SCRIPTS") != "",
	})
}

func build(ts *testscript.TestScript, _ bool, args []string) {
	data, err := exceltest.Build(ts.ReadFile(args[1]))
	ts.Check(err)
	ts.Check(os.MkdirAll(filepath.Dir(ts.MkAbs(args[0])), 0o777))
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), data, 0o644))
}

// bomb makes a workbook that would take the machine, or nearly.
func bomb(ts *testscript.TestScript, _ bool, args []string) {
	var text strings.Builder
	text.WriteString("# Projekter\nA1 Kr., 2026-p/l\nA3 Projekt | Udløb | Social effekt | Økonomisk effekt\n")
	switch args[1] {
	case "tekst":
		fmt.Fprintf(&text, "A4 %s\n", strings.Repeat("x", 40_000))
	case "projekter":
		for i := range 2_100 {
			fmt.Fprintf(&text, "A%d Projekt %d | 2025 | positiv | dokumenteret\n", i+4, i)
		}
	}
	data, err := exceltest.Build(text.String())
	ts.Check(err)
	if args[1] == "pakket" { // a part that is 64 MB of blanks
		var out bytes.Buffer
		w := zip.NewWriter(&out)
		archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		ts.Check(err)
		for _, f := range archive.File {
			ts.Check(w.Copy(f))
		}
		part, err := w.Create("xl/media/image1.png")
		ts.Check(err)
		_, err = part.Write(make([]byte, 64<<20))
		ts.Check(err)
		ts.Check(w.Close())
		data = out.Bytes()
	}
	ts.Check(os.MkdirAll(filepath.Dir(ts.MkAbs(args[0])), 0o777))
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), data, 0o644))
}

func dump(ts *testscript.TestScript, _ bool, args []string) {
	data, err := os.ReadFile(ts.MkAbs(args[0]))
	ts.Check(err)
	text, err := exceltest.Dump(data)
	ts.Check(err)
	_, err = fmt.Fprint(ts.Stdout(), text)
	ts.Check(err)
}

func sum(ts *testscript.TestScript, _ bool, args []string) {
	data, err := os.ReadFile(ts.MkAbs(args[0]))
	ts.Check(err)
	_, err = fmt.Fprintf(ts.Stdout(), "%x\n", sha256.Sum256(data))
	ts.Check(err)
}

func only(ts *testscript.TestScript, _ bool, args []string) {
	wanted := map[string]bool{}
	for _, name := range args[1:] {
		wanted[name] = true
	}
	entries, err := os.ReadDir(ts.MkAbs(args[0]))
	ts.Check(err)
	for _, entry := range entries {
		if !wanted[entry.Name()] {
			ts.Fatalf("%s holds %s", args[0], entry.Name())
		}
		delete(wanted, entry.Name())
	}
	for name := range wanted {
		ts.Fatalf("%s lacks %s", args[0], name)
	}
}

func TestTheLanguagesSayTheSame(t *testing.T) { budgettest.CheckCatalog(t, texts) }
