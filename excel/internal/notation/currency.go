package notation

import (
	"regexp"
)

// ForeignCurrency is a currency that amounts are never in.
var ForeignCurrency = regexp.MustCompile(`(?i)€|\$|£|` +
	`(?:^|[^\pL])(?:eur|euro|usd|dollars?|gbp|pund|sek|nok|chf)(?:$|[^\pL])`)
