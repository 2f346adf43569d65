package main

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"sync"

	"github.com/spf13/pflag"

	"videre/budget"
	"videre/excel/annotate"
	"videre/excel/files"
	"videre/excel/forms"
	"videre/excel/workbook"
)

// trouble is the only speaker on standard error: one line that says what went
// wrong, and one that says how to put it right.
type trouble struct {
	voice
	out *plain
	mu  sync.Mutex // of what follows and out, while workbooks are worked on

	said map[budget.Key]bool // what is said once a run
}

// usageError is a way of calling the program that does not work.
type usageError struct {
	key  budget.Key
	args []budget.Arg
}

func (e *usageError) Error() string { return string(e.key) }

// line says what is wrong and, where there is one, the cure.
func (t *trouble) line(fault, cure string) {
	fmt.Fprintf(t.out, "%s %s\n", t.say("trouble.error"), oneLine(fault))
	if cure != "" {
		fmt.Fprintf(t.out, "%s %s\n", t.say("trouble.hint"), oneLine(cure))
	}
}

// note tells of something that is no fault, while others may be telling too.
func (t *trouble) note(sentence string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	fmt.Fprintf(t.out, "%s %s\n", t.say("trouble.note"), oneLine(sentence))
}

// once tells of something that is no fault, and that holds of more than one file.
func (t *trouble) once(key budget.Key) {
	t.mu.Lock()
	said := t.said[key]
	if t.said == nil {
		t.said = map[budget.Key]bool{}
	}
	t.said[key] = true
	t.mu.Unlock()
	if !said {
		t.note(t.say(key))
	}
}

// faultyForm is a workbook that people filled in, and that cannot be used: rules, a map
// of columns.
type faultyForm struct {
	path   string
	faults []forms.Fault
	err    error // why it was not read; nil when it was
}

func (e *faultyForm) Error() string { return e.path + ": the workbook cannot be used" }

// form tells all that is wrong with a workbook that people filled in.
func (t *trouble) form(e *faultyForm) {
	if e.err != nil {
		t.file(e.path, "", e.err)
	}
	for _, f := range e.faults {
		fault, cure := f.Say(t.language)
		t.line(e.path+": "+fault, cure)
	}
}

// usage tells of a call that does not work.
func (t *trouble) usage(err error) {
	var own *usageError
	var unknown *pflag.NotExistError
	var needs *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	var filledIn *faultyForm
	help := t.say("usage.help")
	switch {
	case errors.As(err, &filledIn):
		t.form(filledIn)
	case errors.As(err, &own):
		t.line(t.say(own.key, own.args...), help)
	case errors.As(err, &unknown):
		t.line(t.say("usage.unknown-flag", argOf("flag", "--"+unknown.GetSpecifiedName())), help)
	case errors.As(err, &needs):
		t.line(t.say("usage.needs-value", argOf("flag", "--"+needs.GetFlag().Name)), help)
	case errors.As(err, &invalid):
		flag, value := argOf("flag", "--"+invalid.GetFlag().Name), argOf("value", invalid.GetValue())
		t.line(t.say("usage.bad-value", flag, value), help)
	default:
		t.line(t.say("usage.other", argOf("detail", err.Error())), help)
	}
}

// file tells of an input that was not read, or whose copy was not written.
func (t *trouble) file(path, output string, err error) {
	fault, cure := t.sentence(path, output, err)
	t.line(fault, cure)
}

// sentence is what is wrong with a file, and the cure.
func (v voice) sentence(path, output string, err error) (fault, cure string) {
	var unreadable *workbook.Unreadable
	var same *collision
	var own *ownFault
	out := argOf("output", output)
	switch {
	case errors.As(err, &unreadable):
		fault, cure = workbook.Explain(v.language, unreadable)
		return path + ": " + fault, cure
	case errors.Is(err, files.ErrLink):
		return v.say("write.link", out), v.say("write.link.fix")
	case errors.Is(err, files.ErrKept):
		return v.say("write.kept", out), v.say("write.kept.fix", out)
	case errors.As(err, &own):
		fault = v.say("trouble.own", argOf("path", path), argOf("place", own.where), argOf("detail", own.what))
		return fault, v.say("trouble.own.fix")
	case errors.Is(err, annotate.ErrNoCopy):
		return v.say("strip.no-copy", argOf("path", path)), v.say("strip.no-copy.fix")
	case errors.Is(err, errIsInput):
		return v.say("write.is-input", out), v.say("write.is-input.fix")
	case errors.Is(err, errInterrupted):
		return v.say("write.interrupted", argOf("path", path)), v.say("write.interrupted.fix")
	case errors.As(err, &same):
		return v.say("write.collision", argOf("path", path), argOf("other", same.other)), v.say("write.collision.fix")
	case files.IsLocked(err):
		return v.say("write.locked", out), v.say("write.locked.fix")
	case errors.Is(err, fs.ErrPermission):
		return v.say("write.no-access", out), v.say("write.no-access.fix")
	case files.IsFull(err):
		return v.say("write.full", out), v.say("write.full.fix")
	case errors.Is(err, files.ErrReadBack):
		return v.say("write.read-back", out), v.say("write.read-back.fix")
	}
	fault = v.say("write.other", argOf("path", path), argOf("detail", firstLine(err.Error())))
	return fault, v.say("write.other.fix")
}

// firstLine keeps a message of the operating system's to one line.
func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
}
