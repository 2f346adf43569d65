package opc

import (
	"bufio"
	"bytes"
	"cmp"
	"fmt"
	"io"
	"slices"
)

// Edit replaces Remove bytes at offset At of a part by Insert. Most edits remove
// nothing.
type Edit struct {
	At     int64
	Remove int64
	Insert string
}

// sortEdits orders edits by place, those at the same place as they were made, and
// fails when two overlap.
func sortEdits(edits []Edit) error {
	slices.SortStableFunc(edits, func(a, b Edit) int { return cmp.Compare(a.At, b.At) })
	for i := 1; i < len(edits); i++ {
		if last := edits[i-1]; last.At+last.Remove > edits[i].At {
			return fmt.Errorf("two changes overlap at byte %d", edits[i].At)
		}
	}
	return nil
}

// Apply is content with edits made.
func Apply(content []byte, edits []Edit) ([]byte, error) {
	if err := sortEdits(edits); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err := splice(&out, bytes.NewReader(content), edits)
	return out.Bytes(), err
}

// splice copies in to out with the edits applied; they are sorted.
func splice(out io.Writer, in io.Reader, edits []Edit) error {
	w := bufio.NewWriterSize(out, 64<<10)
	at := int64(0)
	for _, e := range edits {
		if _, err := io.CopyN(w, in, e.At-at); err != nil {
			return early(err)
		}
		if _, err := w.WriteString(e.Insert); err != nil {
			return err
		}
		if _, err := io.CopyN(io.Discard, in, e.Remove); err != nil {
			return early(err)
		}
		at = e.At + e.Remove
	}
	if _, err := io.Copy(w, in); err != nil {
		return err
	}
	return w.Flush()
}

func early(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}

// unsplice checks that edited is original with the edits applied: every byte
// outside them is the same, and what they inserted is there.
func unsplice(edited, original io.Reader, edits []Edit) error {
	a, b := bufio.NewReaderSize(edited, 64<<10), bufio.NewReaderSize(original, 64<<10)
	at := int64(0)
	for _, e := range edits {
		if err := sameBytes(a, b, e.At-at); err != nil {
			return err
		}
		if err := sameText(a, e.Insert); err != nil {
			return err
		}
		if _, err := b.Discard(int(e.Remove)); err != nil {
			return early(err)
		}
		at = e.At + e.Remove
	}
	return sameRest(a, b)
}

// sameBytes reads n bytes from both and compares them.
func sameBytes(a, b *bufio.Reader, n int64) error {
	for n > 0 {
		size := int(min(n, 4096))
		x, err := a.Peek(size)
		if err != nil {
			return early(err)
		}
		y, err := b.Peek(size)
		if err != nil {
			return early(err)
		}
		if !bytes.Equal(x, y) {
			return errDiffers
		}
		_, _ = a.Discard(size) // it has been peeked at
		_, _ = b.Discard(size)
		n -= int64(size)
	}
	return nil
}

// sameText reads a text and compares it.
func sameText(a *bufio.Reader, text string) error {
	for text != "" {
		size := min(len(text), 4096)
		x, err := a.Peek(size)
		if err != nil {
			return early(err)
		}
		if string(x) != text[:size] {
			return errDiffers
		}
		_, _ = a.Discard(size) // it has been peeked at
		text = text[size:]
	}
	return nil
}

var errDiffers = fmt.Errorf("the copy differs from the original outside what was changed")

func sameRest(a, b io.Reader) error {
	var x, y [4096]byte
	for {
		n, errA := io.ReadFull(a, x[:])
		m, errB := io.ReadFull(b, y[:])
		if n != m || !bytes.Equal(x[:n], y[:m]) {
			return errDiffers
		}
		if errA != nil || errB != nil {
			if ended(errA) && ended(errB) {
				return nil
			}
			return cmp.Or(errA, errB)
		}
	}
}

func ended(err error) bool { return err == io.EOF || err == io.ErrUnexpectedEOF }
