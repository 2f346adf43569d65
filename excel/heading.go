package excel

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"videre/excel/internal/sheetml"
)

// role is what a column means. The roles are listed in headings.txt; a year's
// column has the role of year.
type role string

// The roles that this package names; the others go through by their names.
const (
	roleName          role = "name"
	roleDepartment    role = "department"
	roleContact       role = "contact"
	roleStart         role = "start"
	roleExpiry        role = "expiry"
	roleExtended      role = "extended"
	roleInvestment    role = "investment"
	roleInvestor      role = "investor"
	roleTarget        role = "target"
	roleParticipants  role = "participants"
	roleSocial        role = "social"
	roleEconomic      role = "economic"
	roleDocumentation role = "documentation"
	roleDocumented    role = "documented"
	roleWish          role = "wish"
	roleCapacity      role = "capacity"
	roleRemark        role = "remark"
	roleKind          role = "kind"
	roleItem          role = "item"
	roleArea          role = "area"
	rolePayer         role = "payer"
	roleShare         role = "share"
	roleReimbursement role = "reimbursement"
	roleBudgeted      role = "budgeted"
	roleFrame         role = "frame"
	roleCommitted     role = "committed"
	roleAnnual        role = "annual"
	roleTotal         role = "total"
	roleYear          role = "year"
)

// column is a column of a table, as its heading tells.
type column struct {
	col     int
	role    role
	year    int  // of roleYear; while relative, years after the budget year
	ahead   bool // the year is relative: BO1
	at      sheetml.Ref
	heading string // as it stands
	units   []unit
	levels  []int
	void    bool // another column claims the same; neither is used
}

// claim is what only one column of a table can be.
func (c *column) claim() string {
	return fmt.Sprint(c.role, c.year, c.ahead)
}

var (
	absoluteYear = regexp.MustCompile(`^(?:budgetforslag|budgetoverslag|overslagsår|budgetår|overslag|budget|estimate|year|år|bf|bo|b)? ?(20\d\d)$`)
	relativeYear = regexp.MustCompile(`^(?:budgetoverslagsår|overslagsår|budgetoverslag|overslag|bo|b\+|estimate year) ?([1-9])$`)
)

// readHeading tells what a heading means; ok is false for one that means nothing
// to this program.
func readHeading(text string) (column, bool) {
	c := column{heading: text, units: findUnits(text), levels: findPriceLevels(text)}
	key := headingKey(text)
	if m := absoluteYear.FindStringSubmatch(key); m != nil {
		c.role = roleYear
		c.year, _ = strconv.Atoi(m[1])
		return c, true
	}
	if m := relativeYear.FindStringSubmatch(key); m != nil {
		c.role, c.ahead = roleYear, true
		c.year, _ = strconv.Atoi(m[1])
		return c, true
	}
	meaning, ok := headingTable().find(key)
	c.role = role(meaning)
	return c, ok
}

// nameStarts are the words that a heading of projects' names begins with.
var nameStarts = sync.OnceValue(func() map[string]bool {
	starts := map[string]bool{}
	for _, text := range headingTable().listed[string(roleName)] {
		starts[firstWord(headingKey(strings.TrimPrefix(text, "/")))] = true
	}
	return starts
})

// isNameHeading reports whether a text is the heading of projects' names. Every
// table has one, so a row without it need not be looked at any more.
func isNameHeading(text string) bool {
	if len(text) > 200 || !nameStarts()[firstWord(text)] {
		return false
	}
	meaning, ok := headingTable().find(headingKey(text))
	return ok && role(meaning) == roleName
}

// firstWord is the first run of letters of a text, in lower case.
func firstWord(text string) string {
	text = strings.TrimLeftFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })
	for i, r := range text {
		if !unicode.IsLetter(r) {
			return strings.ToLower(text[:i])
		}
	}
	return strings.ToLower(text)
}
