package main

import (
	"os"
	"strconv"
	"testing"
)

// TestGenerate writes a generated batch into the folder VIDERE_GENERATE, of as many
// files as VIDERE_FILES says, to be looked at and measured.
func TestGenerate(t *testing.T) {
	folder := os.Getenv("VIDERE_GENERATE")
	if folder == "" {
		t.Skip("VIDERE_GENERATE names no folder")
	}
	files, err := strconv.Atoi(os.Getenv("VIDERE_FILES"))
	if err != nil {
		files = 200
	}
	generate(t, folder, files)
}
