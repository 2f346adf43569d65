package excel_test

import (
	"go/ast"
	"go/constant"
	gotoken "go/token"
	"go/types"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// catalogues are the rooms that have texts, by the rooms that ask for them: their own and
// the domain's.
var catalogues = map[string][]string{
	"budget":     {"budget"},
	"cmd/videre": {"cmd/videre", "budget"},
	"":           {"excel/internal/text", "budget"}, // every other
}

// TestEveryTextThatIsAskedForIsThere looks at each key that stands in the source, in every
// room: there is a text of it, or, where it stands there in parts, of one that has them. A
// key without a text would be an empty sentence. That every language has the same keys is
// tested beside the catalogues.
func TestEveryTextThatIsAskedForIsThere(t *testing.T) {
	h := readHouse(t)
	texts := map[string][]string{}
	for _, room := range []string{"budget", "cmd/videre", "excel/internal/text"} {
		if texts[room] = h.texts(room); len(texts[room]) < 100 {
			t.Fatalf("%s has %d texts", room, len(texts[room]))
		}
	}
	asked := 0
	for _, room := range slices.Sorted(maps.Keys(h.files)) {
		of := catalogues[room]
		if of == nil {
			of = catalogues[""]
		}
		h.eachKey(room, func(at string, is func(key string) bool) {
			asked++
			if !slices.ContainsFunc(of, func(room string) bool { return slices.ContainsFunc(texts[room], is) }) {
				t.Errorf("%s: there is no such text", at)
			}
		})
	}
	if asked < 500 {
		t.Errorf("only %d keys were found", asked)
	}
}

// texts are the keys of a room's catalogue: of its maps from keys to texts.
func (h *house) texts(room string) []string {
	var keys []string
	for _, f := range h.files[room] {
		if !isCatalogue(h.set, f) {
			continue
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if pair, ok := n.(*ast.KeyValueExpr); ok {
				if lit, ok := pair.Key.(*ast.BasicLit); ok {
					key, _ := strconv.Unquote(lit.Value)
					keys = append(keys, key)
				}
			}
			return true
		})
	}
	return keys
}

// isCatalogue reports whether a file is of a room's catalogue.
func isCatalogue(set *gotoken.FileSet, f *ast.File) bool {
	name := set.Position(f.Pos()).Filename
	return strings.Contains(name, "text_da") || strings.Contains(name, "text_en")
}

// eachKey calls do with where a key stands in a room's source, for every key, and with what
// tells whether a text's is the one.
func (h *house) eachKey(room string, do func(at string, is func(key string) bool)) {
	info := &types.Info{Types: map[ast.Expr]types.TypeAndValue{}}
	config := types.Config{Importer: h, Error: func(error) {}}
	_, _ = config.Check(module+room, h.set, h.files[room], info) // what others' modules lack is no fault
	constantOf := func(e ast.Expr) string {
		if v := info.Types[e].Value; v != nil && v.Kind() == constant.String {
			return constant.StringVal(v)
		}
		return ""
	}
	for _, f := range h.files[room] {
		if isCatalogue(h.set, f) {
			continue
		}
		ast.Inspect(f, func(n ast.Node) bool {
			e, ok := n.(ast.Expr)
			if !ok || !isKey(info.Types[e].Type) {
				return true
			}
			at := h.set.Position(e.Pos()).String()
			if part := constantOf(e); part != "" {
				do(at, func(key string) bool { return key == part || isPart(key, part) })
				return false
			}
			if sum, ok := e.(*ast.BinaryExpr); ok {
				beginning, end := constantOf(leftmost(sum)), constantOf(sum.Y)
				do(at, func(key string) bool { return strings.HasPrefix(key, beginning) && strings.HasSuffix(key, end) })
				return false
			}
			return true
		})
	}
}

// isPart reports whether a text is what a key ends with (".fault", "-many"), or its first or
// last part ("files" of "summary.files").
func isPart(key, part string) bool {
	if strings.ContainsAny(part[:1], ".-") {
		return strings.HasSuffix(key, part)
	}
	return strings.HasSuffix(key, "."+part) || strings.HasPrefix(key, part+".")
}

// leftmost is what a sum begins with.
func leftmost(sum *ast.BinaryExpr) ast.Expr {
	for {
		inner, ok := sum.X.(*ast.BinaryExpr)
		if !ok {
			return sum.X
		}
		sum = inner
	}
}

// isKey reports whether a type is that of keys.
func isKey(of types.Type) bool {
	named, ok := of.(*types.Named)
	return ok && named.Obj().Name() == "Key" && named.Obj().Pkg() != nil && named.Obj().Pkg().Path() == module+"budget"
}
