package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"videre/budget"
	"videre/excel/files"
	"videre/excel/workbook"
)

// intake is what the user named, as files.
type intake struct {
	workbooks inputs
	skipped   map[skip][]string // the paths of what is passed over
	together  string            // the folder the summary goes to
	under     string            // the folder that the user named and together lies in
	folders   bool              // some argument is a folder
}

// skip is why a file in a folder is passed over.
type skip string

// The reasons; their texts are "skipped." and the word.
const (
	skipLock  skip = "lock"  // a lock file of Excel's
	skipOwn   skip = "own"   // an output of this program
	skipLink  skip = "link"  // a link, which may lead out of the folder
	skipOther skip = "other" // no workbook

	skipSame   skip = "same"   // another name of a file that is read
	skipHidden skip = "hidden" // a file or folder whose name begins with a dot
	skipOutput skip = "output" // a workbook that is not ours, in the folder of copies
)

// workbookExtensions are the files that are read, or told why they cannot be.
var workbookExtensions = []string{".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".xltx", ".xltm"}

func isWorkbook(name string) bool {
	return slices.Contains(workbookExtensions, strings.ToLower(filepath.Ext(name)))
}

// gather turns arguments into workbooks, in a stable order, each file once, with the
// place where its copy goes.
func (a *app) gather(args []string) (*intake, error) {
	in := &intake{skipped: map[skip][]string{}}
	seen := seenFiles{map[string]bool{}, map[fileKey][]os.FileInfo{}}
	bases := map[string]string{}
	named := lookAt(args)
	for _, arg := range named {
		base, under := a.outputBase(arg, len(args) > 1)
		if other, taken := bases[fold(base)]; taken && a.flags.out != "" && len(args) > 1 {
			return nil, &usageError{"usage.same-base", []budget.Arg{
				argOf("one", other), argOf("other", arg.path), argOf("base", filepath.Base(base)),
			}}
		}
		bases[fold(base)] = arg.path
		if !arg.folder {
			in.add(&input{path: arg.path, info: arg.info, target: a.fileTarget(arg.path, base), under: under}, seen)
			continue
		}
		in.folders = true
		if err := in.walk(arg.root(), base, under, seen); err != nil {
			return nil, err
		}
	}
	in.together, in.under = a.summaryFolder(named)
	return in, nil
}

// argument is what the user named, looked at once: what is decided of it later is decided
// of the same file or folder.
type argument struct {
	path   string
	info   os.FileInfo // over links; nil when it cannot be looked at
	folder bool
}

// lookAt looks at what the user named.
func lookAt(args []string) []argument {
	named := make([]argument, len(args))
	for i, path := range args {
		info, err := os.Stat(path)
		if err != nil {
			info = nil // why will be told when it is read
		}
		named[i] = argument{path, info, info != nil && info.IsDir()}
	}
	return named
}

// root is where a folder is that was named by a link. Links in it are not followed.
func (arg argument) root() string {
	if info, err := os.Lstat(arg.path); err != nil || info.Mode()&os.ModeSymlink == 0 {
		return arg.path
	}
	real, err := filepath.EvalSymlinks(arg.path)
	if err != nil {
		return arg.path
	}
	return real
}

// outputBase is the folder that the copies of an argument go to, and the folder the user
// named that it lies under: below that no link is followed.
func (a *app) outputBase(arg argument, several bool) (base, under string) {
	switch {
	case a.flags.out != "" && several:
		name := folderName(arg.path) // of ".." too, which must not lead out of --out
		if !arg.folder {
			name = strings.TrimSuffix(name, filepath.Ext(name))
		}
		return filepath.Join(a.flags.out, name), a.flags.out
	case a.flags.out != "":
		return a.flags.out, a.flags.out
	}
	under = arg.path
	if !arg.folder {
		under = filepath.Dir(arg.path)
	}
	return filepath.Join(under, files.CopyFolder), under
}

// fileTarget is where the copy of a file goes that the user named. A copy that lies
// in a folder of copies already stays there.
func (a *app) fileTarget(path, base string) string {
	name := files.CopyName(filepath.Base(path))
	folder := filepath.Dir(path)
	if a.flags.out == "" && name == filepath.Base(path) && strings.EqualFold(folderName(folder), files.CopyFolder) {
		return filepath.Join(folder, name)
	}
	return filepath.Join(base, name)
}

// folderName is the name of a folder, also of the one the program stands in.
func folderName(folder string) string {
	if whole, err := filepath.Abs(folder); err == nil {
		folder = whole
	}
	return filepath.Base(folder)
}

// add adds a file, unless it has been added before; by another name, as a link to it has,
// it is passed over.
func (in *intake) add(w *input, seen seenFiles) {
	switch {
	case seen.name(w.path):
	case w.info != nil && seen.file(w.info):
		in.skip(skipSame, w.path)
	default:
		in.workbooks = append(in.workbooks, w)
	}
}

// seenFiles are files by what they are, and by their paths where they cannot be looked at.
type seenFiles struct {
	paths map[string]bool
	files map[fileKey][]os.FileInfo
}

// fileKey is what two names of one file have in common on every system.
type fileKey struct {
	size    int64
	changed time.Time
}

// name reports whether a path has been seen, and notes it.
func (s seenFiles) name(path string) bool {
	whole, err := filepath.Abs(path)
	if err != nil {
		whole = path
	}
	seen := s.paths[whole]
	s.paths[whole] = true
	return seen
}

// file reports whether a file has been seen by any name, and notes it.
func (s seenFiles) file(info os.FileInfo) bool {
	key := fileKey{info.Size(), info.ModTime()}
	if slices.ContainsFunc(s.files[key], func(other os.FileInfo) bool { return os.SameFile(info, other) }) {
		return true
	}
	s.files[key] = append(s.files[key], info)
	return false
}

// walk adds the workbooks of a folder and the folders in it. Links are not followed,
// and the folder that copies go to is passed over: what lies there that is not ours is told.
func (in *intake) walk(root, out, under string, seen seenFiles) error {
	return filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			if path == root {
				return err
			}
			closed := &workbook.Unreadable{Class: workbook.NoAccess, Err: err}
			in.workbooks = append(in.workbooks, &input{path: path, err: closed})
			return nil
		}
		name := entry.Name()
		switch {
		case entry.IsDir():
			isOutput := samePath(path, out) || samePath(path, filepath.Join(root, files.CopyFolder))
			switch {
			case path == root:
				return nil
			case strings.HasPrefix(name, "."):
				in.skip(skipHidden, path)
				return fs.SkipDir
			case isOutput:
				in.lookAtOutputs(path)
				return fs.SkipDir
			}
			return nil
		case entry.Type()&fs.ModeSymlink != 0:
			in.skip(skipLink, path)
		case strings.HasPrefix(name, "~$"):
			in.skip(skipLock, path)
		case strings.HasPrefix(name, "."):
			in.skip(skipHidden, path)
		case !isWorkbook(name) || !entry.Type().IsRegular():
			in.skip(skipOther, path)
		default:
			relative, err := filepath.Rel(root, path)
			if err != nil {
				return err
			}
			target := filepath.Join(out, filepath.Dir(relative), files.CopyName(name))
			info, err := entry.Info()
			if err != nil {
				info = nil // gone meanwhile: that is told when it is read
			}
			in.add(&input{path: path, info: info, target: target, under: under, found: true}, seen)
		}
		return nil
	})
}

// skip notes what is passed over.
func (in *intake) skip(why skip, path string) { in.skipped[why] = append(in.skipped[why], path) }

// lookAtOutputs notes the workbooks in the folder of copies that have no name that we give:
// somebody may have put an input there.
func (in *intake) lookAtOutputs(folder string) {
	_ = filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return nil // what cannot be read there will be told when a copy is written there
		}
		if name := entry.Name(); isWorkbook(name) && !strings.HasPrefix(name, "~$") && !isOwnName(name) {
			in.skip(skipOutput, path)
		}
		return nil
	})
}

// isOwnName reports whether a name is one that the program gives a workbook in the folder of
// copies: a copy's, an export's, a summary's or a comparison's.
func isOwnName(name string) bool {
	const summary, export = "samlet-vurdering", ".skabelon.xlsx"
	name = strings.ToLower(name)
	return files.CopyName(name) == name || strings.HasPrefix(name, summary) || strings.HasSuffix(name, export) ||
		slices.ContainsFunc(budget.Languages(), func(l budget.Language) bool {
			return name == texts.Text(l, "compare.file")
		})
}

// samePath reports whether two paths are one, however they are written.
func samePath(a, b string) bool {
	x, errX := filepath.Abs(a)
	y, errY := filepath.Abs(b)
	return errX == nil && errY == nil && x == y
}

// summaryFolder is where the summary of several workbooks goes: --out, else the
// folder of copies in the nearest folder that holds all arguments; and the folder that
// it lies under.
func (a *app) summaryFolder(args []argument) (folder, under string) {
	if a.flags.out != "" {
		return a.flags.out, a.flags.out
	}
	common := ""
	for i, arg := range args {
		folder, err := filepath.Abs(arg.path)
		if err != nil {
			folder = arg.path
		}
		if !arg.folder {
			folder = filepath.Dir(folder)
		}
		if strings.EqualFold(filepath.Base(folder), files.CopyFolder) {
			folder = filepath.Dir(folder)
		}
		if i == 0 {
			common = folder
		} else {
			common = commonFolder(common, folder)
		}
	}
	folder = filepath.Join(common, files.CopyFolder)
	if here, err := os.Getwd(); err == nil {
		if relative, err := filepath.Rel(here, folder); err == nil && !strings.HasPrefix(relative, "..") {
			return relative, common
		}
	}
	return folder, common
}

// commonFolder is the nearest folder that holds both.
func commonFolder(a, b string) string {
	for !within(b, a) {
		parent := filepath.Dir(a)
		if parent == a {
			return a
		}
		a = parent
	}
	return a
}

// within reports whether a path is a folder or in it.
func within(path, folder string) bool {
	relative, err := filepath.Rel(folder, path)
	return err == nil && relative != ".." && !strings.HasPrefix(relative, ".."+string(filepath.Separator))
}

// fold is a path as paths are compared where letters' case does not matter.
func fold(path string) string { return strings.ToLower(filepath.Clean(path)) }

// collide marks the workbooks whose copies would be one file: the first keeps it.
func (in *intake) collide() {
	first := map[string]string{}
	for _, w := range in.workbooks {
		if w.target == "" {
			continue
		}
		if other, taken := first[fold(w.target)]; taken {
			w.err = &collision{other: other}
			continue
		}
		first[fold(w.target)] = w.path
	}
}

// collision is an input whose copy would have the name of another's.
type collision struct{ other string }

func (c *collision) Error() string { return "the same copy as " + c.other }
