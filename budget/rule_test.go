package budget_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"videre/budget"
	"videre/budget/budgettest"
)

// ruleFile is a rule's file, and the rule's examples.
type ruleFile struct {
	path            string
	name            string // the code's name, the comment's first word
	fires, accepted string
}

// ruleFiles are the files of the rules; each comment begins with its code's name.
func ruleFiles(t *testing.T) []ruleFile {
	t.Helper()
	paths, err := filepath.Glob("rule_*.go")
	if err != nil {
		t.Fatal(err)
	}
	var files []ruleFile
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		source, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		_, comment, _ := strings.Cut(string(source), "\n// ")
		name, _, named := strings.Cut(comment, ":")
		code, known := budget.ParseCode(name)
		if !named || !known {
			t.Fatalf("%s: the first comment is not of a code", path)
		}
		f := ruleFile{path: path, name: code.Name()}
		f.fires, f.accepted = budget.Examples(code)
		files = append(files, f)
	}
	return files
}

func codesOf(t *testing.T, example string) []string {
	t.Helper()
	policy := budget.DefaultPolicy()
	names := []string{}
	add := func(code budget.Code) {
		waived := slices.ContainsFunc(policy.Waivers, func(w budget.Waiver) bool { return w.Code == code })
		if !waived && !slices.Contains(names, code.Name()) {
			names = append(names, code.Name())
		}
	}
	policy.Waivers, example = waiversOf(t, example)
	var reports []*budget.Report
	for _, workbook := range strings.Split(example, "---\n") {
		s, err := budgettest.Parse(workbook)
		if err != nil {
			t.Fatal(err)
		}
		r := budget.Review(s, &policy)
		for _, f := range r.Findings {
			add(f.Code)
		}
		reports = append(reports, r)
	}
	if len(reports) > 1 || len(policy.Waivers) > 0 {
		for _, f := range budget.Across(reports).Findings {
			add(f.Code)
		}
	}
	return names
}

// waiversOf takes the waivers of the policy off an example.
func waiversOf(t *testing.T, example string) (waivers []budget.Waiver, rest string) {
	t.Helper()
	var lines []string
	for _, line := range strings.SplitAfter(example, "\n") {
		waiver, ok := strings.CutPrefix(strings.TrimSpace(line), "dispensation: ")
		if !ok {
			lines = append(lines, line)
			continue
		}
		name, project, _ := strings.Cut(strings.TrimSpace(waiver), "; ")
		code, known := budget.ParseCode(name)
		if !known {
			t.Fatalf("%s", line)
		}
		waivers = append(waivers, budget.Waiver{Code: code, Project: project})
	}
	return waivers, strings.Join(lines, "")
}

func TestEveryRuleFiresOnItsExampleAndAcceptsTheOther(t *testing.T) {
	for _, f := range ruleFiles(t) {
		t.Run(f.name, func(t *testing.T) {
			if strings.TrimSpace(f.fires) == "" || strings.TrimSpace(f.accepted) == "" {
				t.Fatalf("%s: an example is missing", f.path)
			}
			if got := codesOf(t, f.fires); !slices.Equal(got, []string{f.name}) {
				t.Errorf("the example that fires gives %v, want [%s]:\n%s", got, f.name, f.fires)
			}
			if got := codesOf(t, f.accepted); len(got) != 0 {
				t.Errorf("the accepted example gives %v:\n%s", got, f.accepted)
			}
		})
	}
}

func TestRuleFilesAreNamedForTheirCodes(t *testing.T) {
	for _, f := range ruleFiles(t) {
		if want := "rule_" + snake(f.name) + ".go"; f.path != want {
			t.Errorf("%s holds %s and should be %s", f.path, f.name, want)
		}
	}
}

func TestEveryRuleCodeHasOneFile(t *testing.T) {
	names := map[string]bool{}
	for _, f := range ruleFiles(t) {
		names[f.name] = true
	}
	for _, code := range budget.Codes() {
		if reading := code < 200; reading == names[code.Name()] {
			t.Errorf("%s %s: rule file %v", code, code.Name(), names[code.Name()])
		}
	}
}

func snake(name string) string {
	var b strings.Builder
	for i, r := range name {
		if i > 0 && r >= 'A' && r <= 'Z' {
			b.WriteByte('_')
		}
		b.WriteString(strings.ToLower(string(r)))
	}
	return b.String()
}

func TestCodesAreForEver(t *testing.T) {
	shipped, err := os.ReadFile("../testdata/codes.txt")
	if err != nil {
		t.Fatal(err)
	}
	var now strings.Builder
	for _, code := range budget.Codes() {
		now.WriteString(code.String() + " " + code.Name() + "\n")
	}
	for _, line := range strings.Split(strings.TrimSpace(string(shipped)), "\n") {
		if !strings.Contains(now.String(), line+"\n") {
			t.Errorf("%q was shipped once and must stay in the table, marked if withdrawn", line)
		}
	}
	if string(shipped) != now.String() {
		t.Errorf("testdata/codes.txt should be\n%s", now.String())
	}
}

func TestCodesAreSortedAndNamedForTheFault(t *testing.T) {
	codes := budget.Codes()
	for i, code := range codes {
		if i > 0 && codes[i-1] >= code {
			t.Errorf("%s stands after %s", code, codes[i-1])
		}
		if code.Severity() == 0 {
			t.Errorf("%s has no severity", code)
		}
		if !slices.Contains(budget.Certainties(), code.Certainty()) {
			t.Errorf("%s does not say how sure its cure is", code)
		}
		for _, cure := range []string{"Add", "Fix", "Write", "Use", "Remove"} {
			if strings.HasPrefix(code.Name(), cure) {
				t.Errorf("%s %s names a cure", code, code.Name())
			}
		}
	}
}
