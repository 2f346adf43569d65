package files

import (
	"errors"
	"fmt"
	"hash/fnv"
	"io/fs"
	"os"
	"strconv"
	"strings"
	"sync/atomic"

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

// createTemporary makes a file of this process's that is not there yet.
func createTemporary(folder disk.Folder) (name string, f disk.File, err error) {
	for {
		name = fmt.Sprintf("%s%d%s", temporaryPrefix(), made.Add(1), temporarySuffix)
		if f, err = folder.Create(name); !errors.Is(err, fs.ErrExist) {
			return name, f, err
		}
	}
}

// made counts this process's temporary files.
var made atomic.Int64

// clearStale removes the temporary files of runs on this machine that ended before
// they could finish them. Others' are left alone.
func clearStale(folder disk.Folder) {
	names, _ := folder.Names() // tried again by the next run, as all of this
	for _, name := range names {
		if strings.HasSuffix(name, temporarySuffix) && isStale(name, temporaryStart) {
			_ = folder.Remove(name)
		}
	}
}

// isStale reports whether a name, after how it starts, is one that a process of this machine
// gave which is no more.
func isStale(name, start string) bool {
	rest, ok := strings.CutPrefix(name, start+machine()+"-")
	number, _, divided := strings.Cut(rest, "-")
	pid, err := strconv.Atoi(number)
	return ok && divided && err == nil && pid != os.Getpid() && !isRunning(pid)
}
