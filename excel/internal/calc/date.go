package calc

import (
	"time"

	"github.com/shopspring/decimal"
)

var dateFunctions = []function{
	{name: "DATE", least: 3, most: 3, takes: "v", do: date},
	{name: "DATEVALUE", least: 1, most: 1, takes: "v", do: dateValue},
	{name: "YEAR", least: 1, most: 1, takes: "v", do: ofDay(func(d time.Time) int { return d.Year() })},
	{name: "MONTH", least: 1, most: 1, takes: "v", do: ofDay(func(d time.Time) int { return int(d.Month()) })},
	{name: "DAY", least: 1, most: 1, takes: "v", do: ofDay(time.Time.Day)},
	{name: "ISOWEEKNUM", least: 1, most: 1, takes: "v", do: ofDay(isoWeek)},
	{name: "WEEKDAY", least: 1, most: 2, takes: "v", do: weekday},
	{name: "EDATE", least: 2, most: 2, takes: "v", do: inMonths(monthsOn)},
	{name: "EOMONTH", least: 2, most: 2, takes: "v", do: inMonths(monthEnd)},
	{name: "DAYS", least: 2, most: 2, takes: "v", do: days},
	{name: "DATEDIF", least: 3, most: 3, takes: "v", do: dateDif},
	{name: "YEARFRAC", least: 2, most: 3, takes: "v", do: yearFrac},
}

// Days count from 30 December 1899, so that 1 March 1900 is day 61. Before it, Excel
// counts a 29 February 1900 that never was; those days are left alone.
const (
	firstDay = 61
	lastDay  = 2_958_465 // 31 December 9999
	shift    = 1462      // what dates from 1904 are less
)

var epoch = time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)

// day is a number as a date, its time of day cut off.
func (e *evaluator) day(op operand) (d time.Time, fault *Value) {
	v := e.number(op)
	if v.isError() {
		return d, &v
	}
	n := e.stepped(v, decimal.Decimal.Floor).Number
	if n.IsNegative() {
		return d, &errNum
	}
	if e.cells.Date1904() {
		n = n.Add(decimal.NewFromInt(shift))
	}
	switch {
	case n.GreaterThan(decimal.NewFromInt(lastDay)):
		return d, &errNum
	case n.LessThan(decimal.NewFromInt(firstDay)):
		v := e.uncovered("dates before March 1900")
		return d, &v
	}
	return epoch.AddDate(0, 0, int(n.IntPart())), nil
}

// serial is the number of a date.
func (e *evaluator) serial(d time.Time) Value {
	n := int(d.Sub(epoch).Hours() / 24)
	switch {
	case n > lastDay:
		return errNum
	case n < firstDay:
		return e.uncovered("dates before March 1900")
	case e.cells.Date1904():
		n -= shift
	}
	if n < 0 {
		return errNum
	}
	return whole(n)
}

func ofDay(f func(time.Time) int) func(e *evaluator, args []operand) operand {
	return func(e *evaluator, args []operand) operand {
		d, fault := e.day(args[0])
		if fault != nil {
			return *fault
		}
		return whole(f(d))
	}
}

func isoWeek(d time.Time) int {
	_, week := d.ISOWeek()
	return week
}

// date takes months and days beyond their ends into account; years below 1900 count
// from there.
func date(e *evaluator, args []operand) operand {
	var parts [3]int
	for i, arg := range args {
		v := e.number(arg)
		if v.isError() {
			return v
		}
		n := e.stepped(v, decimal.Decimal.Floor).Number
		if magnitudeOf(n) > 6 {
			return errNum
		}
		parts[i] = int(n.IntPart())
	}
	year := parts[0]
	switch {
	case e.cells.Date1904() && year < 1904, year < 0 || year > 9999:
		return e.uncovered("DATE with such a year")
	case year < 1900:
		year += 1900
	}
	return e.serial(time.Date(year, time.Month(parts[1]), parts[2], 0, 0, 0, 0, time.UTC))
}

// dateValue reads the one form of a date that every language reads alike.
func dateValue(e *evaluator, args []operand) operand {
	t := e.text(args[0])
	if t.isError() {
		return t
	}
	if d, err := time.Parse("2006-01-02", t.Text); err == nil {
		return e.serial(d)
	}
	if _, ok, known := plainNumber(t.Text); known && !ok {
		return errValue
	}
	return e.uncovered("DATEVALUE of such a text")
}

func weekday(e *evaluator, args []operand) operand {
	d, fault := e.day(args[0])
	kind := whole(1)
	if len(args) > 1 {
		kind = e.count(args[1])
	}
	switch {
	case fault != nil:
		return *fault
	case kind.isError():
		return kind
	}
	sunday := int(d.Weekday()) // 0 on a Sunday
	switch k := int(kind.Number.IntPart()); {
	case k == 1:
		return whole(sunday + 1)
	case k == 2:
		return whole((sunday+6)%7 + 1)
	case k == 3:
		return whole((sunday + 6) % 7)
	case k >= 11 && k <= 17: // 1 is Monday for 11 … Sunday for 17
		return whole((sunday-(k-10)+14)%7 + 1)
	}
	return errNum
}

// inMonths makes EDATE and EOMONTH.
func inMonths(f func(d time.Time, n int) time.Time) func(e *evaluator, args []operand) operand {
	return func(e *evaluator, args []operand) operand {
		d, fault := e.day(args[0])
		n := e.count(args[1])
		switch {
		case fault != nil:
			return *fault
		case n.isError():
			return n
		case magnitudeOf(n.Number) > 6:
			return errNum
		}
		return e.serial(f(d, int(n.Number.IntPart())))
	}
}

// monthEnd is the last day of the month n months on.
func monthEnd(d time.Time, n int) time.Time {
	return time.Date(d.Year(), d.Month()+time.Month(n+1), 0, 0, 0, 0, 0, time.UTC)
}

// monthsOn is the same day n months on, or the month's last.
func monthsOn(d time.Time, n int) time.Time {
	end := monthEnd(d, n)
	return end.AddDate(0, 0, min(d.Day(), end.Day())-end.Day())
}

func days(e *evaluator, args []operand) operand {
	end, start, fault := e.pair([]operand{dateOrNumber(e, args[0]), dateOrNumber(e, args[1])})
	if fault != nil {
		return *fault
	}
	for _, v := range []Value{end, start} {
		if v.Number.IsNegative() || v.Number.GreaterThan(decimal.NewFromInt(lastDay)) {
			return errNum
		}
	}
	return subtract(e.stepped(end, decimal.Decimal.Floor), e.stepped(start, decimal.Decimal.Floor))
}

// dateOrNumber reads a date that is a text.
func dateOrNumber(e *evaluator, op operand) operand {
	if v, ok := op.(Value); ok && v.Kind == Text {
		return dateValue(e, []operand{v})
	}
	return op
}

// dateDif counts whole years, months or days. The units MD and YD are faulty in Excel
// itself.
func dateDif(e *evaluator, args []operand) operand {
	start, fault := e.day(args[0])
	if fault != nil {
		return *fault
	}
	end, fault := e.day(args[1])
	if fault != nil {
		return *fault
	}
	unit := e.text(args[2])
	if unit.isError() || end.Before(start) {
		return errNum
	}
	months := (end.Year()-start.Year())*12 + int(end.Month()) - int(start.Month())
	if end.Day() < start.Day() {
		months--
	}
	switch {
	case sameText(unit.Text, "y"):
		return whole(months / 12)
	case sameText(unit.Text, "m"):
		return whole(months)
	case sameText(unit.Text, "ym"):
		return whole(months % 12)
	case sameText(unit.Text, "d"):
		return whole(int(end.Sub(start).Hours() / 24))
	case sameText(unit.Text, "md"), sameText(unit.Text, "yd"):
		return e.uncovered("DATEDIF with such a unit")
	}
	return errNum
}

// yearFrac covers the bases whose years have a fixed length, except the American one
// at the end of February.
func yearFrac(e *evaluator, args []operand) operand {
	a, fault := e.day(args[0])
	if fault != nil {
		return *fault
	}
	b, fault := e.day(args[1])
	if fault != nil {
		return *fault
	}
	basis := whole(0)
	if len(args) > 2 {
		if basis = e.count(args[2]); basis.isError() {
			return basis
		}
	}
	if b.Before(a) {
		a, b = b, a
	}
	actual := int(b.Sub(a).Hours() / 24)
	switch basis.Number.IntPart() {
	case 0:
		if lastOfFebruary(a) || lastOfFebruary(b) {
			return e.uncovered("YEARFRAC at the end of February")
		}
		return divide(whole(days360(a, b, a.Day() >= 30)), whole(360))
	case 1:
		return e.uncovered("YEARFRAC with such a basis")
	case 2:
		return divide(whole(actual), whole(360))
	case 3:
		return divide(whole(actual), whole(365))
	case 4:
		return divide(whole(days360(a, b, true)), whole(360))
	}
	return errNum
}

func lastOfFebruary(d time.Time) bool {
	return d.Month() == time.February && d.AddDate(0, 0, 1).Day() == 1
}

// days360 counts days in months of 30; cut tells whether a 31st at the end is one, too.
func days360(a, b time.Time, cut bool) int {
	from, to := min(a.Day(), 30), b.Day()
	if cut {
		to = min(to, 30)
	}
	return (b.Year()-a.Year())*360 + int(b.Month()-a.Month())*30 + to - from
}
