package notation

import "regexp"

var (
	doneWords = regexp.MustCompile(`(?i)^(?:er )?(?:godkendt|bekræftet|aftalt|medtages|medregnes|ok|okay|approved|confirmed|agreed)\b`)
	sureWords = regexp.MustCompile(`(?i)^(?:meget )?(?:høj|højt|stor|sikker|sikkert|sikkerhed|fuld|realiserbar|high|certain|sure)$`)
	onceWords = regexp.MustCompile(`(?i)^(?:straks|nu|med det samme|fra start|fra starten|løbende|varigt?|at once|now|immediately)$`)
)

// SaysDone reports whether a cell says in a word that what its heading asks is done: "Godkendt".
func SaysDone(text string) bool { return doneWords.MatchString(Clean(text)) }

// SaysSure reports whether a cell says that something is certain, or as good as: "Høj".
func SaysSure(text string) bool { return sureWords.MatchString(Clean(text)) }

// SaysAtOnce reports whether a cell says that something begins at once.
func SaysAtOnce(text string) bool { return onceWords.MatchString(Clean(text)) }

// ReadSign reads a sign for ja or nej: 1 for "✓", -1 for "✗", and 0 for what is none.
func ReadSign(text string) int {
	switch Clean(text) {
	case "✓", "✔", "✔️", "☑", "✅", "√":
		return 1
	case "✗", "✘", "✕", "✖", "☒", "❌", "❎":
		return -1
	}
	return 0
}
