package budget

// Certainty tells how sure the cure of a finding is.
type Certainty uint8

// The certainties, the surest first.
const (
	Safe     Certainty = iota + 1 // there is one right answer
	Possible                      // the answer is probably right, and a person should look
	FillIn                        // a person must supply it
)

var certainties = [...]string{"", "safe", "possible", "fill-in"}

// String is the certainty in JSON: "fill-in".
func (c Certainty) String() string { return certainties[c] }

// Key names the certainty in the catalogues.
func (c Certainty) Key() Key { return "certainty." + Key(certainties[c]) }

// Certainties lists every certainty, the surest first.
func Certainties() []Certainty { return []Certainty{Safe, Possible, FillIn} }
