package budget

// Tried is one row of the decision table as it was tried on a project.
type Tried struct {
	Row    DecisionRow // the row
	Answer Answer      // pass when it fits, unknown when that cannot be told
	// Against are the facts that kept the row from fitting, or that are not known, each
	// once; none when it fits.
	Against []FactValue
}

// Trace tries the rows of a table on facts, from the top to the one that decides.
func (t DecisionTable) Trace(f Facts) []Tried {
	var tried []Tried
	for _, row := range t {
		answer, _ := row.fits(f)
		one := Tried{Row: row, Answer: answer}
		if answer != Pass {
			one.Against = row.against(f)
		}
		tried = append(tried, one)
		if answer != Fail {
			break
		}
	}
	return tried
}

// against are the facts that keep each alternative of a row from fitting.
func (r DecisionRow) against(f Facts) []FactValue {
	var values []FactValue
	seen := map[Fact]bool{}
	for _, alternative := range r.When {
		for fact, set := range alternative {
			if fact := Fact(fact); set != 0 && !seen[fact] && (f[fact] == 0 || !set.Has(f[fact])) {
				seen[fact] = true
				values = append(values, f.Of(fact))
			}
		}
	}
	return values
}

// FactOrigin is the cell that a fact was read from; none for what is computed.
func (a *Assessment) FactOrigin(f Fact) Origin {
	p := a.Project
	switch f {
	case FactExpiry:
		return p.Expiry.Origin
	case FactWish:
		return p.Wish.Origin
	case FactSocial:
		return p.Social.Origin
	case FactEconomic:
		return p.Economic.Origin
	case FactExtended:
		return p.ExtendedBefore.Origin
	}
	return NoOrigin
}
