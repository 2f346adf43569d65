package budget

// Rule is one rule about a project. Check answers whether the project keeps it:
// Pass; Fail, with a finding for each breach; or Unknown, without any, when an
// input it needs could not be read (that has a finding of its own already).
type Rule struct {
	Code   Code // what it finds
	Blocks bool // a project which does not pass is incomplete
	// Fires and Accepted are an example with the fault and one without, in the notation
	// of package budgettest; they are shown to people and run by a test.
	Fires, Accepted string
	Check           func(*Case) (Answer, []Finding)
}

// WorkbookRule is one rule about a submission as a whole. Its findings make no
// project incomplete by themselves.
type WorkbookRule struct {
	Code            Code                   // what it finds
	Fires, Accepted string                 // as a Rule's
	Check           func(*Cases) []Finding // the findings, in any order
}

// projectRules are the rules every project is held against, in the order of
// their codes. A new rule is one file and one line here.
var projectRules = []Rule{
	ruleMissingCost,
	ruleBlankCost,
	ruleBlankSaving,
	ruleBlankRepayment,
	ruleNegativeAmount,
	ruleInvalidShare,
	ruleDuplicatedSaving,
	ruleMixedPriceLevels,
	ruleImplausibleAmount,
	ruleSuspiciousAmount,
	ruleCeasingCost,
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
	ruleUnnamedReallocation,
	ruleMissingGiver,
	ruleOwnFunding,
	ruleConditionalGrant,
	ruleDoubledDeadweight,
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
	ruleKeptAddition,
	ruleImitatedOutput,
	ruleActiveContent,
	ruleOutsideSource,
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
	case f.State.Unread() || c.factUnread():
		return Unknown, nil
	}
	at := f.Origin
	if at == NoOrigin {
		at = c.Project.Origin
	}
	return Fail, []Finding{c.finding(code, at)}
}
