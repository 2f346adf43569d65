package reading

import (
	"regexp"
	"slices"
	"strings"

	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/workbook"
)

// starred is an amount with stars behind it, and the stars.
var starred = regexp.MustCompile(`[^* ] ?(\*+)$`)

// explained is stars that a text begins with, or has in the middle, with what they stand for.
var explained = regexp.MustCompile(`(?:^|[\s(])(\*+)\)? ?[^*\s)]`)

// tellStar tells of a star on an amount that no text on its sheet explains: a reservation was
// meant, and nobody can read which.
func (r *reader) tellStar(t *Records, v workbook.Value) {
	m := starred.FindStringSubmatch(v.Text)
	if m == nil || slices.Contains(r.starsOf(t.Index), m[1]) {
		return
	}
	r.tell(budget.UnexplainedStar, v, budget.Quote(v.Text), nil)
}

// starsOf are the stars that the texts of a sheet explain.
func (r *reader) starsOf(sheet int) []string {
	stars, done := r.stars[sheet]
	if done {
		return stars
	}
	s := r.Book.Sheets[sheet]
	for i := range s.Cells {
		if c := &s.Cells[i]; c.Kind == workbook.Text && strings.Contains(c.Text, "*") {
			for _, m := range explained.FindAllStringSubmatch(notation.Clean(c.Text), -1) {
				stars = append(stars, m[1])
			}
		}
	}
	if r.stars == nil {
		r.stars = map[int][]string{}
	}
	r.stars[sheet] = stars
	return stars
}
