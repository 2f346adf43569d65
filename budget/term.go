package budget

import "slices"

// A Term is one of the field's fixed words: a kind, a payer, an effect … Its
// String is the word in JSON and in a policy's fingerprint; its Key names it in
// the catalogues. The zero of every term is "not stated" and is never a value.
type Term interface {
	String() string
	Key() Key
}

// Kind is what a line is.
type Kind uint8

// The kinds of a line.
const (
	Cost    Kind = iota + 1 // driftsudgift: running cost, what has to be financed
	OneOff                  // implementeringsudgift (engangs): shown beside, never mixed in
	Saving                  // besparelse
	Funding                 // ekstern finansiering
)

var kinds = [...]string{"", "cost", "one-off", "saving", "funding"}

func (k Kind) String() string { return kinds[k] }

// Key names the kind in the catalogues.
func (k Kind) Key() Key { return "kind." + Key(kinds[k]) }

// Payer is whose budget a saving falls in.
type Payer uint8

// The payers.
const (
	Municipality Payer = iota + 1
	Region
	CentralState // the state; State is the state of a value
	Other
)

var payers = [...]string{"", "municipality", "region", "state", "other"}

func (p Payer) String() string { return payers[p] }

// Key names the payer in the catalogues.
func (p Payer) Key() Key { return "payer." + Key(payers[p]) }

// Payers lists every payer, in the order they are shown.
func Payers() []Payer { return []Payer{Municipality, Region, CentralState, Other} }

// SocialEffect is what a department says of the effect for citizens.
type SocialEffect uint8

// The social effects.
const (
	SocialPositive SocialEffect = iota + 1
	SocialUnclear
	SocialNegative
	SocialUndocumented
)

var socialEffects = [...]string{"", "positive", "unclear", "negative", "undocumented"}

func (e SocialEffect) String() string { return socialEffects[e] }

// Key names the effect in the catalogues.
func (e SocialEffect) Key() Key { return "social." + Key(socialEffects[e]) }

// EconomicEffect is what a department says of the effect on public spending.
type EconomicEffect uint8

// The economic effects.
const (
	EconomicDocumented EconomicEffect = iota + 1
	EconomicUndocumented
	EconomicNegative
)

var economicEffects = [...]string{"", "documented", "undocumented", "negative"}

func (e EconomicEffect) String() string { return economicEffects[e] }

// Key names the effect in the catalogues.
func (e EconomicEffect) Key() Key { return "economic." + Key(economicEffects[e]) }

// Wish is what a department wants for a project.
type Wish uint8

// The wishes. A blank wish is no wish and harms nothing.
const (
	WishPermanent Wish = iota + 1
	WishScaled
	WishExtended
	WishEnded
)

var wishes = [...]string{"", "permanent", "scaled", "extended", "ended"}

func (w Wish) String() string { return wishes[w] }

// Key names the wish in the catalogues.
func (w Wish) Key() Key { return "wish." + Key(wishes[w]) }

// Reimbursement tells whether a saving is stated before or after state
// reimbursement (statsrefusion).
type Reimbursement uint8

// The two ways to state a saving.
const (
	Net   Reimbursement = iota + 1 // efter refusion
	Gross                          // før refusion
)

var reimbursements = [...]string{"", "net", "gross"}

func (r Reimbursement) String() string { return reimbursements[r] }

// Key names the way in the catalogues.
func (r Reimbursement) Key() Key { return "reimbursement." + Key(reimbursements[r]) }

// Frame is the styringsområde a line belongs to.
type Frame uint8

// The frames of municipal economic control.
const (
	ServiceFrame  Frame = iota + 1 // service, under servicerammen
	TransferFrame                  // overførsler
	CapitalFrame                   // anlæg
)

var frames = [...]string{"", "service", "transfers", "capital"}

func (f Frame) String() string { return frames[f] }

// Key names the frame in the catalogues.
func (f Frame) Key() Key { return "frame." + Key(frames[f]) }

// Counts tells how much of a line is counted as financing.
type Counts uint8

// How a line counts. The zero value is unknown.
const (
	CountsUnknown Counts = iota
	CountsNo
	CountsPartly
	CountsYes
)

var countings = [...]string{"unknown", "no", "partly", "yes"}

func (c Counts) String() string { return countings[c] }

// Key names the answer in the catalogues.
func (c Counts) Key() Key { return "counts." + Key(countings[c]) }

// Verdict is the technical, preliminary outcome for a project. The council decides.
type Verdict uint8

// The verdicts, as the last column of the decision table names them.
const (
	NotDue Verdict = iota + 1
	Expired
	Unassessable
	NotSought
	CriteriaNotMet
	Extend
	ContinueScaled
	Continue
	Negotiate
)

var verdicts = [...]string{"", "not-due", "expired", "unassessable", "not-sought",
	"criteria-not-met", "extend", "continue-scaled", "continue", "negotiate"}

func (v Verdict) String() string { return verdicts[v] }

// Key names the verdict in the catalogues.
func (v Verdict) Key() Key { return "verdict." + Key(verdicts[v]) }

// Verdicts lists every verdict, in the order overviews show them.
func Verdicts() []Verdict {
	return []Verdict{
		ContinueScaled, Continue, Extend, Negotiate, Unassessable, CriteriaNotMet, NotSought, Expired, NotDue,
	}
}

// rank is the verdict's place in the order overviews show them.
func (v Verdict) rank() int { return slices.Index(Verdicts(), v) }
