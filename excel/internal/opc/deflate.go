package opc

import (
	"io"
	"sync"

	"github.com/klauspost/compress/flate"
)

// level is the effort of deflating. At 5 a large sheet costs a fifth of what the
// standard library's level 6 takes, for a file some hundredths larger.
const level = 5

// deflaters are used again, since their tables are large beside a small part.
var deflaters = sync.Pool{New: func() any {
	w, _ := flate.NewWriter(nil, level) // the level is a valid one
	return w
}}

// inflaters are used again, since their windows are large beside a small part.
var inflaters = sync.Pool{New: func() any { return flate.NewReader(nil) }}

type inflater struct{ io.ReadCloser }

func newInflater(r io.Reader) io.ReadCloser {
	rc := inflaters.Get().(io.ReadCloser)
	if err := rc.(flate.Resetter).Reset(r, nil); err != nil {
		return io.NopCloser(errorReader{err})
	}
	return &inflater{rc}
}

func (i *inflater) Close() error {
	if i.ReadCloser == nil {
		return nil
	}
	err := i.ReadCloser.Close()
	inflaters.Put(i.ReadCloser)
	i.ReadCloser = nil
	return err
}

type errorReader struct{ err error }

func (r errorReader) Read([]byte) (int, error) { return 0, r.err }
