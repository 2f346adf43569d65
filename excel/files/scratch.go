package files

import (
	"fmt"
	"os"
	"path/filepath"
	"sync"
)

// scratchStart begins the names of the folders in the system's folder of temporary files
// that hold what is too large to be kept in memory meanwhile.
const scratchStart = "videre-"

// Scratch makes a folder for temporary files, which its caller removes again. It lies in
// the system's folder for such, and nobody else may read it; what ended runs left there is
// cleared away first. Where none can be made the folder is empty.
func Scratch() (folder string, remove func()) {
	clearScratch()
	folder, err := os.MkdirTemp("", fmt.Sprintf("%s%s-%d-*", scratchStart, machine(), os.Getpid()))
	if err != nil {
		return "", func() {}
	}
	return folder, func() { _ = os.RemoveAll(folder) } // the next run clears away what stays
}

// clearScratch removes the folders of runs on this machine that ended before they could.
var clearScratch = sync.OnceFunc(func() {
	entries, _ := os.ReadDir(os.TempDir())
	for _, entry := range entries {
		if entry.IsDir() && isStale(entry.Name(), scratchStart) {
			_ = os.RemoveAll(filepath.Join(os.TempDir(), entry.Name()))
		}
	}
})
