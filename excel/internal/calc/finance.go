package calc

var financeFunctions = []function{
	{name: "PMT", least: 3, most: 5, takes: "v", do: annuity(payment)},
	{name: "PV", least: 3, most: 5, takes: "v", do: annuity(presentValue)},
	{name: "FV", least: 3, most: 5, takes: "v", do: annuity(futureValue)},
	{name: "NPV", least: 2, most: -1, takes: "vr", do: npv},
}

// terms are those of an annuity: growth is what 1 becomes over all periods, dues what a
// payment of 1 in each of them becomes. They hang together: present × growth + payment ×
// dues + future = 0, money paid out being negative.
type terms struct {
	growth, dues  Value
	third, fourth Value // the arguments as given
}

// annuity makes PMT, PV and FV of their arguments: rate, periods, two amounts, and
// whether payments fall at the beginning of a period.
func annuity(solve func(terms) Value) func(e *evaluator, args []operand) operand {
	return func(e *evaluator, args []operand) operand {
		given := [5]Value{whole(0), whole(0), whole(0), whole(0), whole(0)}
		for i, arg := range args {
			if given[i] = e.number(arg); given[i].isError() {
				return given[i]
			}
		}
		rate, periods, early := given[0], given[1], !given[4].Number.IsZero()
		t := terms{growth: whole(1), dues: periods, third: given[2], fourth: given[3]}
		if !rate.Number.IsZero() {
			t.growth = power(add(whole(1), rate), periods)
			t.dues = calculated("/", calculated("-", t.growth, whole(1)), rate)
			if early {
				t.dues = calculated("*", t.dues, add(whole(1), rate))
			}
		}
		return solve(t)
	}
}

// calculated is arithmetic that passes errors on.
func calculated(operator string, a, b Value) Value {
	return either(a, func(a Value) Value {
		return either(b, func(b Value) Value { return arithmetic[operator](a, b) })
	})
}

// payment is PMT, from present and future value.
func payment(t terms) Value {
	total := calculated("+", calculated("*", t.third, t.growth), t.fourth)
	return calculated("-", whole(0), calculated("/", total, t.dues))
}

// presentValue is PV, from payment and future value.
func presentValue(t terms) Value {
	total := calculated("+", calculated("*", t.third, t.dues), t.fourth)
	return calculated("-", whole(0), calculated("/", total, t.growth))
}

// futureValue is FV, from payment and present value.
func futureValue(t terms) Value {
	total := calculated("+", calculated("*", t.third, t.dues), calculated("*", t.fourth, t.growth))
	return calculated("-", whole(0), total)
}

// npv discounts amounts at the ends of the periods.
func npv(e *evaluator, args []operand) operand {
	rate := e.number(args[0])
	if rate.isError() {
		return rate
	}
	list, fault := e.numbers(args[1:])
	switch {
	case fault != nil:
		return *fault
	case e.stop != nil:
		return errNA
	}
	factor := add(whole(1), rate)
	total := whole(0)
	for i := len(list) - 1; i >= 0; i-- {
		if total = calculated("/", calculated("+", total, list[i]), factor); total.isError() {
			return total
		}
	}
	return total
}
