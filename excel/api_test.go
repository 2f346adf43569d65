package excel_test

import (
	"go/ast"
	"go/build"
	"go/importer"
	"go/parser"
	gotoken "go/token"
	"go/types"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// lent are the types of internal rooms that stand in signatures of a room that is not
// internal, and that code of others cannot name: they are for the rooms above it alone.
var lent = []struct {
	room  string
	types []string
	why   string // what the rooms above need them for
}{
	{"excel/workbook", []string{"sheetml.Sheet"}, "layout walks over a sheet's rows and cells as they are stored"},
	{"excel/workbook", []string{"sheetml.Workbook"}, "marks are found by their names"},
	{"excel/workbook", []string{"opc.Package", "opc.Part", "sheetml.Styles"},
		"the copy is made by editing the package that the book was read of"},
}

// TestEveryExportedNameSaysWhatItGives reads the comments of the rooms that are not
// internal: that of an exported type, function, method, variable or constant begins with
// its name. Several names in one declaration may share its comment.
func TestEveryExportedNameSaysWhatItGives(t *testing.T) {
	h := readHouse(t)
	var found []string
	for _, room := range h.public() {
		for _, f := range h.files[room] {
			for _, d := range f.Decls {
				for _, name := range undocumented(d) {
					found = append(found, room+"."+name)
				}
			}
		}
	}
	compare(t, "has no comment that begins with its name", found)
}

// TestExportedNamesCanBeUsedFromOutside checks what the exported names of the rooms that
// are not internal are made of: types that whoever uses them can name. A type of an
// internal room can be where a room that is not internal gives an alias for it.
func TestExportedNamesCanBeUsedFromOutside(t *testing.T) {
	h := readHouse(t)
	aliased := h.aliased(t)
	var unnamed, internal, borrowed []string
	for _, room := range h.public() {
		eachSignature(h.typed(t, room), func(name string, of types.Type) {
			for _, o := range namesIn(of) {
				from, ours := strings.CutPrefix(o.Pkg().Path(), module)
				what := path.Base(from) + "." + o.Name()
				switch {
				case !ours:
				case !o.Exported():
					unnamed = append(unnamed, room+"."+name+": "+what)
				case !strings.Contains(from, "internal/") || aliased[o]:
				case isLent(room, what):
					borrowed = append(borrowed, room+": "+what)
				default:
					internal = append(internal, room+"."+name+": "+what)
				}
			}
		})
	}
	compare(t, "is made of a type that has no exported name", unnamed)
	compare(t, "is made of a type of an internal room", internal)
	for _, l := range lent {
		for _, what := range l.types {
			if !slices.Contains(borrowed, l.room+": "+what) {
				t.Errorf("%s of %s is in no signature: take it out of the table", what, l.room)
			}
		}
	}
}

// isLent reports whether a room may have a type of an internal room in its signatures.
func isLent(room, what string) bool {
	for _, l := range lent {
		if l.room == room && slices.Contains(l.types, what) {
			return true
		}
	}
	return false
}

// compare tells of the names that break a law.
func compare(t *testing.T, fault string, found []string) {
	t.Helper()
	slices.Sort(found)
	for _, name := range slices.Compact(found) {
		t.Errorf("%s: %s", name, fault)
	}
}

// undocumented are the exported names of a declaration without a comment of their own.
func undocumented(d ast.Decl) []string {
	switch d := d.(type) {
	case *ast.FuncDecl:
		name := d.Name.Name
		if d.Recv != nil {
			of := receiver(d.Recv.List[0].Type)
			if !ast.IsExported(of) {
				return nil
			}
			name = of + "." + name
		}
		if ast.IsExported(d.Name.Name) && !beginsWith(d.Doc, d.Name.Name) {
			return []string{name}
		}
	case *ast.GenDecl:
		var names []string
		for _, spec := range d.Specs {
			names = append(names, undocumentedSpec(d, spec)...)
		}
		return names
	}
	return nil
}

// undocumentedSpec are those of a type, or of variables and constants.
func undocumentedSpec(d *ast.GenDecl, spec ast.Spec) []string {
	switch spec := spec.(type) {
	case *ast.TypeSpec:
		doc := spec.Doc
		if doc == nil && !d.Lparen.IsValid() {
			doc = d.Doc
		}
		if ast.IsExported(spec.Name.Name) && !beginsWith(doc, spec.Name.Name) {
			return []string{spec.Name.Name}
		}
	case *ast.ValueSpec:
		var names []string
		for _, name := range spec.Names {
			shared := d.Lparen.IsValid() && (d.Doc != nil || spec.Doc != nil || spec.Comment != nil)
			if name.IsExported() && !shared && !beginsWith(d.Doc, name.Name) {
				names = append(names, name.Name)
			}
		}
		return names
	}
	return nil
}

// beginsWith reports whether a comment begins with a name, after an article or not.
func beginsWith(doc *ast.CommentGroup, name string) bool {
	words := strings.Fields(doc.Text())
	if len(words) > 1 && slices.Contains([]string{"A", "An", "The"}, words[0]) {
		words = words[1:]
	}
	return len(words) > 1 && words[0] == name
}

// receiver is the name of the type that a method is of.
func receiver(of ast.Expr) string {
	switch of := of.(type) {
	case *ast.StarExpr:
		return receiver(of.X)
	case *ast.IndexExpr:
		return receiver(of.X)
	case *ast.Ident:
		return of.Name
	}
	return ""
}

// eachSignature calls do with each exported name of a package, and with each exported
// method and field of its exported types, and what it is made of.
func eachSignature(pkg *types.Package, do func(name string, of types.Type)) {
	for _, name := range pkg.Scope().Names() {
		o := pkg.Scope().Lookup(name)
		if !o.Exported() {
			continue
		}
		named, isType := o.Type().(*types.Named)
		if _, declares := o.(*types.TypeName); !declares || !isType {
			do(name, o.Type())
			continue
		}
		for m := range named.Methods() {
			if m.Exported() {
				do(name+"."+m.Name(), m.Type())
			}
		}
		switch of := named.Underlying().(type) {
		case *types.Struct:
			for f := range of.Fields() {
				if f.Exported() {
					do(name+"."+f.Name(), f.Type())
				}
			}
		case *types.Interface:
			for m := range of.ExplicitMethods() {
				if m.Exported() {
					do(name+"."+m.Name(), m.Type())
				}
			}
		default:
			do(name, of)
		}
	}
}

// namesIn are the declared types that a type is made of, as it is written.
func namesIn(of types.Type) []*types.TypeName {
	var names []*types.TypeName
	var walk func(types.Type)
	tuple := func(vars *types.Tuple) {
		for v := range vars.Variables() {
			walk(v.Type())
		}
	}
	walk = func(of types.Type) {
		switch of := of.(type) {
		case *types.Alias:
			walk(types.Unalias(of))
		case *types.Named:
			if of.Obj().Pkg() != nil {
				names = append(names, of.Obj())
			}
			for argument := range of.TypeArgs().Types() {
				walk(argument)
			}
		case interface{ Elem() types.Type }: // pointers, slices, arrays, channels, and a map's values
			if m, ok := of.(*types.Map); ok {
				walk(m.Key())
			}
			walk(of.Elem())
		case *types.Signature:
			tuple(of.Params())
			tuple(of.Results())
		case *types.Struct:
			for f := range of.Fields() {
				walk(f.Type())
			}
		}
	}
	walk(of)
	return names
}

// module is the path of this module, as it stands before the path of a room.
const module = "videre/"

// house is the project's own source.
type house struct {
	set   *gotoken.FileSet
	files map[string][]*ast.File // by room, tests left out
	done  map[string]*types.Package
	std   types.Importer
}

// readHouse parses what the table of rooms names.
func readHouse(t *testing.T) *house {
	t.Helper()
	set := gotoken.NewFileSet()
	h := &house{set: set, files: map[string][]*ast.File{}, done: map[string]*types.Package{},
		std: importer.ForCompiler(set, "source", nil)}
	for room := range rooms {
		folder := filepath.Join("..", filepath.FromSlash(room))
		pkg, err := build.ImportDir(folder, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range pkg.GoFiles {
			f, err := parser.ParseFile(set, filepath.Join(folder, name), nil, parser.ParseComments|parser.SkipObjectResolution)
			if err != nil {
				t.Fatal(err)
			}
			h.files[room] = append(h.files[room], f)
		}
	}
	return h
}

// public are the rooms that code of others may import, in order.
func (h *house) public() []string {
	return slices.DeleteFunc(slices.Sorted(maps.Keys(h.files)), func(room string) bool {
		return strings.Contains(room, "internal/")
	})
}

// typed is a room with its types.
func (h *house) typed(t *testing.T, room string) *types.Package {
	t.Helper()
	pkg, err := h.Import(module + room)
	if err != nil {
		t.Fatal(err)
	}
	return pkg
}

// Import is a package of the project or of the standard library with its types. One of
// another module is empty: what is of it has no type, and concerns no room.
func (h *house) Import(from string) (*types.Package, error) {
	if pkg := h.done[from]; pkg != nil {
		return pkg, nil
	}
	room, ours := strings.CutPrefix(from, module)
	switch {
	case ours:
		config := types.Config{Importer: h, IgnoreFuncBodies: true, Error: func(error) {}}
		pkg, _ := config.Check(from, h.set, h.files[room], nil) // what others' modules lack is no fault
		h.done[from] = pkg
	case !strings.Contains(strings.Split(from, "/")[0], "."):
		return h.std.Import(from)
	default:
		h.done[from] = types.NewPackage(from, path.Base(from))
		h.done[from].MarkComplete()
	}
	return h.done[from], nil
}

// aliased are the types of internal rooms that have an alias in a room that is not.
func (h *house) aliased(t *testing.T) map[*types.TypeName]bool {
	t.Helper()
	found := map[*types.TypeName]bool{}
	for _, room := range h.public() {
		scope := h.typed(t, room).Scope()
		for _, name := range scope.Names() {
			alias, ok := scope.Lookup(name).Type().(*types.Alias)
			if named, is := types.Unalias(alias).(*types.Named); ok && is && scope.Lookup(name).Exported() {
				found[named.Obj()] = true
			}
		}
	}
	return found
}
