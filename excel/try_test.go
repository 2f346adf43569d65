package excel

import (
	"os"
	"testing"
	"videre/budget"
)

func TestTry(t *testing.T) {
	b, err := Open(os.Getenv("F"))
	if err != nil {
		t.Fatal(err)
	}
	r := b.Submission(Settings{})
	p := budget.DefaultPolicy()
	rep := budget.Review(r.Submission, &p)
	out, err := r.Annotate(rep, Options{Version: "0.1"})
	if err != nil {
		t.Fatal(err)
	}
	os.WriteFile(os.Getenv("O"), out, 0644)
}
