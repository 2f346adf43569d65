package exceltest

import (
	"os"
	"path/filepath"
	"testing"
)

// Corpus lists the workbooks of the folder VIDERE_CORPUS, else of the folder shared/corpus
// beside the project; the test is skipped when neither has any.
func Corpus(t testing.TB) []string {
	t.Helper()
	root := os.Getenv("VIDERE_CORPUS")
	if root == "" {
		root = filepath.Join(project(t), "..", "shared", "corpus")
	}
	var files []string
	for _, pattern := range []string{"*.xls[xm]", "*/*.xls[xm]"} {
		found, _ := filepath.Glob(filepath.Join(root, pattern))
		files = append(files, found...)
	}
	if len(files) == 0 {
		t.Skip("the corpus folder is absent")
	}
	return files
}

// project is the folder of the project, above the package under test.
func project(t testing.TB) string {
	t.Helper()
	for folder := "."; len(folder) < 100; folder = filepath.Join(folder, "..") {
		if _, err := os.Stat(filepath.Join(folder, "go.mod")); err == nil {
			return folder
		}
	}
	t.Fatal("no go.mod above the package")
	return ""
}
