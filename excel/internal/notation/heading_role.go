package notation

// The roles that only composed reading gives.
const (
	RoleRepayment     Role = "repayment"      // paid back to an investor
	RoleReallocation  Role = "reallocation"   // given up inside the own frame
	RoleGiver         Role = "giver"          // who gives a funding
	RoleCashable      Role = "cashable"       // whether the budget can be lowered
	RoleDeadweight    Role = "deadweight"     // the share that would have come anyway
	RoleExtendedUntil Role = "extended-until" // until when an extension is wanted
	RoleResult        Role = "result"         // computed of other columns
	RoleDescription   Role = "description"    // about the project
	RoleResults       Role = "results"        // what it has achieved, in words
	RoleDecision      Role = "decision"       // what was decided, or is proposed
	RoleEvidence      Role = "evidence"       // the grade of evidence
	RoleReplaces      Role = "replaces"       // what it stands in for
	RoleUnit          Role = "unit"           // mio. kr. or 1.000 kr.
	RolePriceLevel    Role = "price-level"    // 2026-p/l
	RoleNumber        Role = "number"         // a reference number
	RolePeriod        Role = "period"         // from one year to another
	RoleDate          Role = "date"           // a day that no rule asks for
	RoleConsumption   Role = "consumption"    // what was spent
	RoleUnitPrice     Role = "unit-price"     // of one citizen, place or hour
	RoleCount         Role = "count"          // persons, hours, places
	RoleGrant         Role = "grant"          // what was given already
	RolePayback       Role = "payback"        // ratios of the whole
)
