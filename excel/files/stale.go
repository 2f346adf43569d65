package files

import (
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"videre/excel/files/internal/disk"
)

// Temporary files carry the machine and the process that wrote them, so that a
// later run can tell those nobody will finish.
const (
	temporaryStart  = ".videre-"
	temporarySuffix = ".tmp"
)

// temporaryPrefix begins the names of this process's temporary files.
func temporaryPrefix() string {
	return fmt.Sprintf("%s%s-%d-", temporaryStart, machine(), os.Getpid())
}

// machine is a short name of this machine, without the hyphen that divides the parts.
func machine() string {
	name, err := os.Hostname()
	if err != nil {
		name = "?"
	}
	sum := fnv.New32a()
	sum.Write([]byte(name))
	return strconv.FormatUint(uint64(sum.Sum32()), 36)
}

// clearStale removes the temporary files of runs on this machine that ended before
// they could finish them. Others' are left alone.
func clearStale(folder string) {
	found, _ := filepath.Glob(filepath.Join(escapeGlob(folder), temporaryStart+machine()+"-*"+temporarySuffix))
	for _, path := range found {
		parts := strings.Split(strings.TrimPrefix(filepath.Base(path), temporaryStart), "-")
		if pid, err := strconv.Atoi(parts[1]); err == nil && pid != os.Getpid() && !isRunning(pid) {
			_ = disk.Used.Remove(path) // tried again by the next run
		}
	}
}

// escapeGlob is a path in which no character is a wildcard.
func escapeGlob(path string) string {
	return strings.NewReplacer("[", `[[]`, "*", `[*]`, "?", `[?]`).Replace(path)
}
