package notation

import "regexp"

var (
	onlyAvoided = regexp.MustCompile(`(?i)^(?:nej|no|kun|alene|ren|only)?[,;: –-]*(?:en |an )?` +
		`(?:undgået|undgåede|undgås|avoided)(?: (?:merudgift|udgift|omkostning|costs?)\pL*)?[ .]*$`)
	lowersBudget = regexp.MustCompile(`(?i)^(?:ja|yes)?[,;: –-]*(?:budgettet|bevillingen|rammen|det|den|the budget|it)? ?` +
		`(?:kan|bliver|will be|can be) ?(?:sættes ned|sænkes|nedsættes|reduceres|nedskrives|sat ned|lowered|reduced|cut)[ .]*$`)
)

// ReadAvoided reads whether a saving is only an avoided cost: "Kun undgået udgift", or one that
// lowers a budget: "Budgettet kan sættes ned".
func ReadAvoided(text string) (avoided bool, c Certainty) {
	text = Clean(text)
	switch {
	case onlyAvoided.MatchString(text):
		return true, Certain
	case lowersBudget.MatchString(text):
		return false, Certain
	}
	return false, Unread
}
