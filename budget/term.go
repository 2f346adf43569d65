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
	Cost         Kind = iota + 1 // driftsudgift: running cost, what has to be financed
	OneOff                       // implementeringsudgift (engangs): shown beside, never mixed in
	Saving                       // besparelse
	Funding                      // ekstern finansiering
	Reallocation                 // omprioritering inden for egen ramme
	Repayment                    // tilbagebetaling til investor: to be financed like running cost
)

var kinds = [...]string{"", "cost", "one-off", "saving", "funding", "reallocation", "repayment"}

// String is the kind in JSON: "one-off".
func (k Kind) String() string { return kinds[k] }

// Key names the kind in the catalogues.
func (k Kind) Key() Key { return "kind." + Key(kinds[k]) }

// Kinds lists every kind.
func Kinds() []Kind { return []Kind{Cost, OneOff, Saving, Funding, Reallocation, Repayment} }

// Finances reports whether lines of the kind can be counted as financing.
func (k Kind) Finances() bool { return k == Saving || k == Funding || k == Reallocation }

// Payer is whose budget a saving falls in.
type Payer uint8

// The payers.
const (
	Municipality Payer = iota + 1 // kommunen: the only payer whose savings count in the default policy
	Region                        // regionen
	CentralState                  // the state; State is the state of a value
	Other                         // private, citizens, other municipalities
)

var payers = [...]string{"", "municipality", "region", "state", "other"}

// String is the payer in JSON and fingerprints: "municipality".
func (p Payer) String() string { return payers[p] }

// Key names the payer in the catalogues.
func (p Payer) Key() Key { return "payer." + Key(payers[p]) }

// Payers lists every payer, in the order they are shown.
func Payers() []Payer { return []Payer{Municipality, Region, CentralState, Other} }

// Giver is whose money a funding is.
type Giver uint8

// The givers.
const (
	External Giver = iota + 1 // a fund, the state, another municipality: not the municipality
	Own                       // the municipality's own money, central pools and savings among it: no financing
)

var givers = [...]string{"", "external", "own"}

// String is the giver in JSON: "external".
func (g Giver) String() string { return givers[g] }

// Key names the giver in the catalogues.
func (g Giver) Key() Key { return "giver." + Key(givers[g]) }

// Givers lists every giver.
func Givers() []Giver { return []Giver{External, Own} }

// SocialEffect is what a department says of the effect for citizens.
type SocialEffect uint8

// The social effects.
const (
	SocialPositive     SocialEffect = iota + 1 // positiv
	SocialUnclear                              // uklar
	SocialNegative                             // negativ
	SocialUndocumented                         // ikke dokumenteret
)

var socialEffects = [...]string{"", "positive", "unclear", "negative", "undocumented"}

// String is the effect in JSON: "positive".
func (e SocialEffect) String() string { return socialEffects[e] }

// Key names the effect in the catalogues.
func (e SocialEffect) Key() Key { return "social." + Key(socialEffects[e]) }

// EconomicEffect is what a department says of the effect on public spending.
type EconomicEffect uint8

// The economic effects.
const (
	EconomicDocumented   EconomicEffect = iota + 1 // dokumenteret: fewer public expenses
	EconomicUndocumented                           // ikke dokumenteret
	EconomicNegative                               // negativ: more public expenses
)

var economicEffects = [...]string{"", "documented", "undocumented", "negative"}

// String is the effect in JSON: "documented".
func (e EconomicEffect) String() string { return economicEffects[e] }

// Key names the effect in the catalogues.
func (e EconomicEffect) Key() Key { return "economic." + Key(economicEffects[e]) }

// Wish is what a department wants for a project.
type Wish uint8

// The wishes. A blank wish is no wish and harms nothing.
const (
	WishPermanent Wish = iota + 1 // permanent
	WishScaled                    // skaleret: permanent, for more citizens
	WishExtended                  // forlænget: for some years more
	WishEnded                     // afsluttet
)

var wishes = [...]string{"", "permanent", "scaled", "extended", "ended"}

// String is the wish in JSON: "permanent".
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

// String is the way in JSON: "net".
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

// String is the frame in JSON: "service".
func (f Frame) String() string { return frames[f] }

// Key names the frame in the catalogues.
func (f Frame) Key() Key { return "frame." + Key(frames[f]) }

// Counts tells how much of a line is counted as financing.
type Counts uint8

// How a line counts. The zero value is unknown.
const (
	CountsUnknown Counts = iota // something that decides it could not be read
	CountsNo                    // nothing of it
	CountsPartly                // a share of it, or some of the years
	CountsYes                   // all of it
)

var countings = [...]string{"unknown", "no", "partly", "yes"}

// String is the answer in JSON: "partly".
func (c Counts) String() string { return countings[c] }

// Key names the answer in the catalogues.
func (c Counts) Key() Key { return "counts." + Key(countings[c]) }

// Verdict is the technical, preliminary outcome for a project. The council decides.
type Verdict uint8

// The verdicts, as the last column of the decision table names them.
const (
	NotDue         Verdict = iota + 1 // expires later than the year before the budget year
	Expired                           // expired before that
	Unassessable                      // something is missing or unreadable, or no other row fits
	NotSought                         // the department wants it to end
	CriteriaNotMet                    // the social effect is negative
	Extend                            // can be extended once, until its effects are known
	ContinueScaled                    // can be made permanent, for more citizens
	Continue                          // can be made permanent
	Negotiate                         // the budget negotiations decide: money or an effect is missing
)

var verdicts = [...]string{"", "not-due", "expired", "unassessable", "not-sought",
	"criteria-not-met", "extend", "continue-scaled", "continue", "negotiate"}

// String is the verdict in JSON and fingerprints: "continue-scaled".
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
