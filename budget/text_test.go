package budget

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// termKeys are the keys that terms make for themselves.
func termKeys() []Key {
	var keys []Key
	for _, k := range Kinds() {
		keys = append(keys, k.Key())
	}
	for _, p := range Payers() {
		keys = append(keys, p.Key())
	}
	for _, g := range Givers() {
		keys = append(keys, g.Key())
	}
	for e := SocialPositive; e <= SocialUndocumented; e++ {
		keys = append(keys, e.Key())
	}
	for e := EconomicDocumented; e <= EconomicNegative; e++ {
		keys = append(keys, e.Key())
	}
	for w := WishPermanent; w <= WishEnded; w++ {
		keys = append(keys, w.Key())
	}
	for _, v := range Verdicts() {
		keys = append(keys, v.Key(), "title."+Key(v.String()), "recommendation."+Key(v.String()))
	}
	for _, way := range []Key{"extend-financed", "continue-measured", "continue-scaled-measured", "negotiate-effect", "negotiate-extended", "negotiate-temporary", "negotiate-unproven", "criteria-not-met-table"} {
		keys = append(keys, "recommendation."+way)
	}
	for _, way := range []Key{"extend-gap", "extend-financed", "continue-tolerance", "continue-measured",
		"continue-scaled-tolerance", "continue-scaled-measured", "negotiate-gap", "negotiate-worst",
		"negotiate-extended", "negotiate-temporary", "negotiate-effect", "negotiate-unproven"} {
		keys = append(keys, "title."+way)
	}
	for _, fact := range AllFacts() {
		keys = append(keys, fact.Key())
		for _, value := range fact.Values() {
			keys = append(keys, value.Key())
		}
	}
	for s := YearAsked; s <= YearPriceLevel; s++ {
		keys = append(keys, "assumed.year-"+Key(s.String()))
	}
	for m := EveryYear; m <= SteadyState; m++ {
		keys = append(keys, m.Key())
	}
	for b := BasisProposal; b <= BasisDecision; b++ {
		keys = append(keys, b.Key())
	}
	for s := SeverityError; s <= SeverityInfo; s++ {
		keys = append(keys, s.Key())
	}
	for _, c := range Certainties() {
		keys = append(keys, c.Key())
	}
	for c := CountsUnknown; c <= CountsYes; c++ {
		keys = append(keys, c.Key())
	}
	for _, p := range Parameters() {
		keys = append(keys, p.Key(), p.Key()+".help")
	}
	for s := Blank; s <= Faulty; s++ {
		keys = append(keys, s.Key())
	}
	for f := ServiceFrame; f <= CapitalFrame; f++ {
		keys = append(keys, f.Key())
	}
	for a := Unknown; a <= Pass; a++ {
		keys = append(keys, a.Key())
	}
	keys = append(keys, Net.Key(), Gross.Key())
	for _, code := range Codes() {
		for _, part := range []Key{".title", ".about", ".fault", ".fix"} {
			keys = append(keys, Key(code.String())+part)
		}
		if blocking(code) {
			keys = append(keys, Key(code.String())+".lack")
		}
	}
	return keys
}

// spokenKeys are the keys written out in the package's own source.
func spokenKeys(t *testing.T) []Key {
	t.Helper()
	paths, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	var keys []Key
	for _, path := range paths {
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		keys = append(keys, spokenIn(file)...)
	}
	return keys
}

func spokenIn(file *ast.File) []Key {
	var keys []Key
	ast.Inspect(file, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || len(call.Args) == 0 {
			return true
		}
		if name, ok := call.Fun.(*ast.Ident); !ok || name.Name != "say" && name.Name != "unknown" {
			return true
		}
		for _, arg := range call.Args {
			if lit, ok := arg.(*ast.BasicLit); ok && lit.Kind == token.STRING {
				text, _ := strconv.Unquote(lit.Value)
				keys = append(keys, Key(text))
			}
		}
		return true
	})
	return keys
}

func TestEveryKeyHasATextInEveryLanguage(t *testing.T) {
	keys := append(termKeys(), spokenKeys(t)...)
	if len(keys) < 200 {
		t.Fatalf("only %d keys found", len(keys))
	}
	for _, key := range keys {
		for _, l := range Languages() {
			if strings.TrimSpace(l.Text(key)) == "" && !strings.HasSuffix(string(key), "-") {
				t.Errorf("%s: no text for %q", l, key)
			}
		}
	}
}

// TestNoTextStandsTwice: a key that stands in two of a language's files would lose one.
func TestNoTextStandsTwice(t *testing.T) {
	for l, tables := range map[Language][]map[Key]string{
		Danish:  {danishFindings, danishVerdicts, danishAccount, danishTerms},
		English: {englishFindings, englishVerdicts, englishAccount, englishTerms},
	} {
		seen := map[Key]bool{}
		for _, table := range tables {
			for key := range table {
				if seen[key] {
					t.Errorf("%s: %q stands twice", l, key)
				}
				seen[key] = true
			}
		}
		if len(seen) != len(catalog[l]) {
			t.Errorf("%s: %d texts of %d are looked at", l, len(seen), len(catalog[l]))
		}
	}
}

func TestMoney(t *testing.T) {
	for _, c := range []struct{ plain, da, en string }{
		{"0", "0,00", "0.00"},
		{"0.1", "0,10", "0.10"},
		{"999.999", "999,999", "999.999"},
		{"1150500", "1.150.500,00", "1,150,500.00"},
		{"-12100000.5", "-12.100.000,50", "-12,100,000.50"},
	} {
		d := mustDecimal(c.plain)
		if got := Danish.Money(d); got != c.da {
			t.Errorf("Danish.Money(%s) = %s, want %s", c.plain, got, c.da)
		}
		if got := English.Money(d); got != c.en {
			t.Errorf("English.Money(%s) = %s, want %s", c.plain, got, c.en)
		}
	}
}

func TestPercentIsCutNotRounded(t *testing.T) {
	for _, c := range []struct{ ratio, want string }{
		{"1", "100 %"}, {"0.99999", "99,99 %"}, {"0.6348", "63,48 %"}, {"1.25", "125 %"}, {"0", "0 %"},
	} {
		if got := Danish.Percent(mustDecimal(c.ratio)); got != c.want {
			t.Errorf("Percent(%s) = %s, want %s", c.ratio, got, c.want)
		}
	}
}
