package budget

// Parameter is one of a policy's parameters.
type Parameter uint8

// The parameters, in the order they are shown.
const (
	ParamName          Parameter = iota + 1 // Policy.Name
	ParamBudgetYear                         // Policy.BudgetYear
	ParamEstimateYears                      // Policy.EstimateYears
	ParamMeasure                            // Policy.Measure
	ParamTolerance                          // Policy.Tolerance
	ParamMunicipality                       // whether its savings are among Policy.CountingPayers
	ParamRegion                             // the region's
	ParamState                              // the state's
	ParamOther                              // others'
	ParamFunding                            // Policy.CountFunding
	ParamPriceLevel                         // Policy.PriceLevel
)

var parameters = [...]string{"", "name", "budget-year", "estimate-years", "measure", "tolerance",
	"municipality", "region", "state", "other", "funding", "price-level"}

// String is the parameter in fingerprints: "budget-year".
func (p Parameter) String() string { return parameters[p] }

// Key names the parameter in the catalogues; with ".help" behind it, what it means.
func (p Parameter) Key() Key { return "parameter." + Key(parameters[p]) }

// Parameters lists every parameter.
func Parameters() []Parameter {
	var all []Parameter
	for p := ParamName; p <= ParamPriceLevel; p++ {
		all = append(all, p)
	}
	return all
}

// Payer is the payer that a parameter is about; 0 for the others.
func (p Parameter) Payer() Payer {
	if p >= ParamMunicipality && p <= ParamOther {
		return Payers()[p-ParamMunicipality]
	}
	return 0
}

// BasisOf is where the policy has a parameter from.
func (p *Policy) BasisOf(parameter Parameter) Basis {
	if basis, stated := p.Bases[parameter]; stated {
		return basis
	}
	return defaultBasis(parameter)
}

// defaultBasis is where the default policy has a parameter from.
func defaultBasis(parameter Parameter) Basis {
	switch parameter {
	case ParamBudgetYear, ParamMunicipality, ParamRegion, ParamState, ParamOther:
		return Basis{Kind: BasisMemo}
	}
	return Basis{Kind: BasisProposal}
}

// Counts reports whether savings of the payer finance a project.
func (p *Policy) Counts(payer Payer) bool { return p.payerCounts(payer) }
