package budget

// Answer is what a rule says of a project. The zero Answer is Unknown, and what
// is unknown is never approved.
type Answer uint8

const (
	Unknown Answer = iota // an input that the rule needs could not be read
	Fail                  // the rule is broken
	Pass                  // the rule is kept
)

// And is Fail when either fails, else Unknown when either is unknown.
func (a Answer) And(b Answer) Answer {
	switch {
	case a == Fail || b == Fail:
		return Fail
	case a == Unknown || b == Unknown:
		return Unknown
	}
	return Pass
}

// Or is Pass when either passes, else Unknown when either is unknown.
func (a Answer) Or(b Answer) Answer {
	switch {
	case a == Pass || b == Pass:
		return Pass
	case a == Unknown || b == Unknown:
		return Unknown
	}
	return Fail
}

// answerOf is Pass for true and Fail for false.
func answerOf(kept bool) Answer {
	if kept {
		return Pass
	}
	return Fail
}

// Key names the answer in the catalogues.
func (a Answer) Key() Key {
	return [...]Key{"answer.unknown", "answer.fail", "answer.pass"}[a]
}
