package budget_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// forbidden are the standard packages that would let the domain see the world.
var forbidden = []string{"os", "io", "io/fs", "net", "net/http", "time", "log", "math", "math/rand", "sync", "unsafe", "reflect", "archive/zip", "encoding/xml"}

// sources parses the package's own files, tests left out.
func sources(t *testing.T, dir string) map[string]*ast.File {
	t.Helper()
	files := map[string]*ast.File{}
	paths, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no source in %s: %v", dir, err)
	}
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		if files[path], err = parser.ParseFile(token.NewFileSet(), path, nil, 0); err != nil {
			t.Fatal(err)
		}
	}
	return files
}

func importsOf(f *ast.File) []string {
	var paths []string
	for _, spec := range f.Imports {
		path, _ := strconv.Unquote(spec.Path.Value)
		paths = append(paths, path)
	}
	return paths
}

func TestTheDomainIsPure(t *testing.T) {
	for path, file := range sources(t, ".") {
		for _, imported := range importsOf(file) {
			domain := strings.Contains(imported, ".")
			if slices.Contains(forbidden, imported) || domain && imported != "github.com/shopspring/decimal" || strings.HasPrefix(imported, "videre/") {
				t.Errorf("%s imports %s", path, imported)
			}
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.GoStmt:
				t.Errorf("%s starts a goroutine", path)
			case *ast.FuncDecl:
				if n.Name.Name == "init" && n.Recv == nil {
					t.Errorf("%s has an init", path)
				}
			case *ast.Ident:
				if n.Name == "float64" || n.Name == "float32" || n.Name == "print" || n.Name == "println" {
					t.Errorf("%s uses %s", path, n.Name)
				}
			case *ast.SelectorExpr:
				if x, ok := n.X.(*ast.Ident); ok && x.Name == "fmt" && strings.HasPrefix(n.Sel.Name, "Print") {
					t.Errorf("%s prints", path)
				}
			}
			return true
		})
	}
}

// rooms says which of the module's packages may enter which.
var rooms = []struct {
	room   string
	enters []string
}{
	{"videre/budget", nil},
	{"videre/excel", []string{"videre/budget", "videre/excel"}},
	{"videre/cmd/videre", []string{"videre/budget", "videre/excel"}},
}

func TestNoRoomEntersOneItMayNot(t *testing.T) {
	seen := 0
	err := filepath.WalkDir("..", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.IsDir() {
			return err
		}
		if name := entry.Name(); strings.HasPrefix(name, ".") && name != ".." || name == "testdata" {
			return fs.SkipDir
		}
		goFiles, _ := filepath.Glob(filepath.Join(path, "*.go"))
		if len(goFiles) == 0 {
			return nil
		}
		pkg := "videre/" + filepath.ToSlash(strings.TrimPrefix(path, "../"))
		seen++
		for file, parsed := range sources(t, path) {
			for _, imported := range importsOf(parsed) {
				if strings.HasPrefix(imported, "videre/") && !mayEnter(pkg, imported) {
					t.Errorf("%s: %s may not enter %s", file, pkg, imported)
				}
			}
		}
		return nil
	})
	if err != nil || seen < 4 {
		t.Fatalf("%d packages seen: %v", seen, err)
	}
}

// mayEnter reports whether pkg may import another; helpers for tests
// (budgettest, exceltest) are entered by tests alone.
func mayEnter(pkg, imported string) bool {
	if strings.HasSuffix(imported, "test") && !strings.HasSuffix(pkg, "test") {
		return false
	}
	for _, r := range rooms {
		if !within(pkg, r.room) {
			continue
		}
		if strings.HasSuffix(pkg, "test") && within(imported, r.room) {
			return true
		}
		return slices.ContainsFunc(r.enters, func(room string) bool { return within(imported, room) })
	}
	return false
}

func within(pkg, room string) bool { return pkg == room || strings.HasPrefix(pkg, room+"/") }
