package sheetml

import (
	"strings"
	"testing"

	"videre/excel/internal/opc"
)

// TestTheFirstFillsAreExcelsOwn adds a fill where the part has no list of fills, one of
// one fill, and one of two: ours is never the first or the second.
func TestTheFirstFillsAreExcelsOwn(t *testing.T) {
	const none, grey = `<fill><patternFill patternType="none"/></fill>`, `<fill><patternFill patternType="gray125"/></fill>`
	for _, fills := range []string{"", `<fills/>`, `<fills count="1">` + none + `</fills>`, `<fills count="2">` + none + grey + `</fills>`} {
		part := []byte(`<styleSheet xmlns="` + MainSpace + `">` + fills + `<cellXfs><xf/></cellXfs></styleSheet>`)
		styles, err := ParseStyles(part)
		if err != nil {
			t.Fatal(err)
		}
		edit := NewStyleEdit(styles)
		if index := edit.Fill(`<fill><patternFill patternType="solid"/></fill>`); index != 2 {
			t.Errorf("%s: the fill is number %d, want 2", fills, index)
		}
		got, err := opc.Apply(part, edit.Edits())
		if err != nil || strings.Count(string(got), "<fill>") != 3 || !strings.Contains(string(got), none+grey) {
			t.Errorf("%s: %s, %v", fills, got, err)
		}
	}
}
