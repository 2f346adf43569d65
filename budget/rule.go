package budget

// Rule is one rule about a project. Check answers whether the project keeps it:
// Pass; Fail, with a finding for each breach; or Unknown, without any, when an
// input it needs could not be read (that has a finding of its own already).
type Rule struct {
	Code            Code
	Blocks          bool   // a project which does not pass is incomplete
	Fires, Accepted string // an example with the fault and one without, as package budgettest reads them
	Check           func(*Case) (Answer, []Finding)
}

// WorkbookRule is one rule about a submission as a whole. Its findings make no
// project incomplete by themselves.
type WorkbookRule struct {
	Code            Code
	Fires, Accepted string // as a Rule's
	Check           func(*Cases) []Finding
}

// projectRules are the rules every project is held against, in the order of
// their codes. A new rule is one file and one line here.
var projectRules = []Rule{
	ruleMissingCost,
	ruleBlankCost,
	ruleBlankSaving,
	ruleNegativeAmount,
	ruleInvalidShare,
	ruleDuplicatedSaving,
	ruleMixedPriceLevels,
	ruleMissingName,
	ruleMissingExpiry,
	ruleMissingSocialEffect,
	ruleMissingEconomicEffect,
	ruleDuplicateProject,
	ruleUnknownExtension,
	ruleMissingCapacity,
	ruleExcessiveCapacity,
	ruleMissingKind,
	ruleMissingPayer,
	ruleMissingArea,
	ruleUnsharedGross,
	ruleUnstatedCommitment,
	ruleRoundingGap,
}

// workbookRules are the rules every submission is held against.
var workbookRules = []WorkbookRule{
	ruleMismatchedTotal,
	ruleMissingPriceLevel,
	ruleOrphanLine,
	ruleNearName,
	ruleMissingBudgetYear,
	ruleConflictingBudgetYear,
	ruleMissingProject,
	ruleNeedlessWaiver,
	ruleSharedArea,
}

// verdictOn turns findings into a rule's answer.
func verdictOn(findings []Finding) (Answer, []Finding) {
	return answerOf(len(findings) == 0), findings
}

// present is the check of a field that must be filled in.
func present[T any](code Code, f Field[T], c *Case) (Answer, []Finding) {
	switch {
	case f.State == Given:
		return Pass, nil
	case f.State.Unread():
		return Unknown, nil
	}
	at := f.Origin
	if at == NoOrigin {
		at = c.Project.Origin
	}
	return Fail, []Finding{c.finding(code, at)}
}
