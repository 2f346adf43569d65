package main

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"videre/excel/exceltest"
	"videre/excel/files"
)

// departments is how many folders a generated batch has.
var departments = []string{
	"Børn og Unge", "Sociale Forhold og Beskæftigelse", "Sundhed og Omsorg", "Kultur og Borgerservice", "Teknik og Miljø",
}

// generate writes a batch as departments send it: folders, several layouts and
// notations, every twentieth file broken in its own way, and two with the same saving.
func generate(t testing.TB, folder string, files int) {
	t.Helper()
	random := rand.New(rand.NewPCG(2026, 1))
	for i := range files {
		department := departments[i%len(departments)]
		name := filepath.Join(folder, department, fmt.Sprintf("indsats %03d.xlsx", i+1))
		data := exceltest.MustBuild(generated(random, i, department))
		if i%20 == 7 {
			data = broken(data, i/20)
		}
		put(t, name, data)
	}
	put(t, filepath.Join(folder, departments[0], "~$indsats 001.xlsx"), []byte("lock"))
	put(t, filepath.Join(folder, departments[1], "referat.docx"), []byte("PK"))
}

func put(t testing.TB, path string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// generated is the text of one workbook of a batch.
func generated(random *rand.Rand, i int, department string) string {
	var projects, lines strings.Builder
	for k := range 1 + i%4 {
		name := fmt.Sprintf("Indsats %d-%d (opdigtet)", i+1, k+1)
		expiry := 2025
		if (i+k)%9 == 8 {
			expiry = 2026
		}
		social := []string{"positiv", "positiv", "positiv", "uklar", ""}[(i+k)%5]
		if k == 0 && i == 10 {
			name = "Indsats 1-1 (opdigtet)"
		}
		fmt.Fprintf(&projects, "A%d %s | %s | %d | %s | dokumenteret | %d\n",
			5+k, name, department, expiry, social, 20+10*k)
		cost := 500 + random.IntN(9000)
		saving := cost
		if (i+k)%3 == 1 {
			saving = cost * 3 / 4
		}
		item := fmt.Sprintf("Færre foranstaltninger %d", i*10+k)
		if k == 0 && (i == 5 || i == 15) {
			cost, saving, item = 4000, 4000, "Færre anbringelser"
		}
		row, frame := 5+2*k, []string{"overførsler", "service"}[k%2]
		fmt.Fprintf(&lines, "A%d %s | Driftsudgift | Medarbejdere | %s | Kommune | service%s\n",
			row, name, department, strings.Repeat(fmt.Sprintf(" | %d", cost), 4))
		fmt.Fprintf(&lines, "A%d %s | Besparelse | %s | Forsørgelse | Kommune | %s%s\n",
			row+1, name, item, frame, strings.Repeat(fmt.Sprintf(" | %d", saving), 4))
	}
	return `# Projekter
A1 Sociale investeringer – Budget 2026
A2 1.000 kr., 2026-p/l
A4 Projekt | Afdeling | Udløbsår | Social effekt | Økonomisk effekt | Deltagere
` + projects.String() + `# Økonomi
A2 1.000 kr., 2026-p/l
A4 Projekt | Type | Post | Budgetområde | Besparelsen tilfalder | Styringsområde | 2026 | 2027 | 2028 | 2029
` + lines.String()
}

// broken is a workbook that cannot be read, each in its own way.
func broken(data []byte, way int) []byte {
	switch way % 10 {
	case 0:
		return nil // empty
	case 1:
		return data[:len(data)/2] // cut off
	case 2:
		return []byte("Kære Hanne, her er vores tal.") // a letter
	case 3:
		return append([]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), make([]byte, 2000)...) // an old or encrypted file
	case 4:
		return flip(data, "xl/worksheets/sheet1.xml") // damaged
	case 5:
		return data[:len(data)-5]
	case 6:
		return []byte("PK\x03\x04") // the start of a zip
	case 7:
		return bytes.Repeat([]byte{0}, 4096) // what a full drive leaves
	case 8:
		return []byte("<html><body>Log ind</body></html>") // a sign-in page
	}
	return flip(data, "xl/workbook.xml")
}

// flip damages a part's compressed bytes.
func flip(data []byte, part string) []byte {
	data = bytes.Clone(data)
	at := bytes.Index(data, []byte(part)) + len(part)
	for i := at + 20; i < at+40; i++ {
		data[i] ^= 0xFF
	}
	return data
}

// videre runs the command in a folder and returns its exit status and outputs.
func videre(t testing.TB, folder string, args ...string) (status int, out, trouble string) {
	t.Helper()
	t.Chdir(folder)
	var stdout, stderr bytes.Buffer
	status = run(args, strings.NewReader(""), &stdout, &stderr, func(string) string { return "" })
	return status, stdout.String(), stderr.String()
}

// tree is every file of a folder with its content's hash.
func tree(t testing.TB, folder string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(folder, func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		relative, err := filepath.Rel(folder, path)
		files[filepath.ToSlash(relative)] = fmt.Sprintf("%x", sha256.Sum256(data))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// differ tells the files that two trees do not share.
func differ(a, b map[string]string) []string {
	var all []string
	for name, sum := range a {
		if b[name] != sum {
			all = append(all, name)
		}
	}
	for name := range b {
		if _, ok := a[name]; !ok {
			all = append(all, name)
		}
	}
	return all
}

// TestABatchIsTheSameForAnyNumberOfJobs assesses 200 workbooks, ten of them broken,
// with one job and with several.
func TestABatchIsTheSameForAnyNumberOfJobs(t *testing.T) {
	var first map[string]string
	var said string
	for _, jobs := range []int{1, 2, 7} {
		folder := t.TempDir()
		generate(t, folder, 200)
		status, out, trouble := videre(t, folder, "--jobs", strconv.Itoa(jobs), ".")
		if status != statusBroke {
			t.Errorf("status %d, want %d", status, statusBroke)
		}
		if n := strings.Count(trouble, "fejl:"); n != 10 {
			t.Errorf("%d files are told as refused, want 10:\n%s", n, trouble)
		}
		files := tree(t, folder)
		if first == nil {
			first, said = files, out
			copies := 0
			for name := range files {
				if strings.HasSuffix(name, ".vurderet.xlsx") {
					copies++
				}
			}
			if copies != 190 || files["vurderet/samlet-vurdering-2026.xlsx"] == "" {
				t.Errorf("%d copies, summary %q", copies, files["vurderet/samlet-vurdering-2026.xlsx"])
			}
			continue
		}
		if names := differ(first, files); len(names) > 0 {
			t.Errorf("%d jobs give other files: %v", jobs, names)
		}
		if out != said {
			t.Errorf("%d jobs say something else", jobs)
		}
	}
}

// TestACopyDoesNotDependOnItsNeighbours holds a copy made in a batch against the one
// made alone.
func TestACopyDoesNotDependOnItsNeighbours(t *testing.T) {
	folder, alone := t.TempDir(), t.TempDir()
	generate(t, folder, 10)
	videre(t, folder, ".")
	together := tree(t, folder)
	for name := range together {
		if !strings.HasSuffix(name, ".vurderet.xlsx") {
			continue
		}
		input := strings.TrimSuffix(strings.TrimPrefix(name, "vurderet/"), ".vurderet.xlsx") + ".xlsx"
		data, err := os.ReadFile(filepath.Join(folder, filepath.FromSlash(input)))
		if err != nil {
			t.Fatal(err)
		}
		put(t, filepath.Join(alone, "en.xlsx"), data)
		videre(t, alone, "en.xlsx")
		if got := tree(t, alone)["vurderet/en.vurderet.xlsx"]; got != together[name] {
			t.Errorf("%s is not what it is alone", name)
		}
	}
}

// BenchmarkBatch assesses 200 workbooks with one job and with two.
func BenchmarkBatch(b *testing.B) {
	folder := b.TempDir()
	generate(b, folder, 200)
	for _, jobs := range []string{"1", "2"} {
		b.Run("jobs="+jobs, func(b *testing.B) {
			for b.Loop() {
				if err := os.RemoveAll(filepath.Join(folder, files.CopyFolder)); err != nil {
					b.Fatal(err)
				}
				videre(b, folder, "--quiet", "--jobs", jobs, ".")
			}
		})
	}
}
