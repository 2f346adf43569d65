package notation

import (
	"regexp"
	"strconv"
	"strings"
)

// departmentWord is a word that names of departments hold.
var departmentWord = regexp.MustCompile(`(?i)magistrat|forvaltning|afdeling(?:en)?\b|direktør|\bcenter for\b|\bdepartment\b|` +
	`^(?:børn og unge|sociale? forhold|social(?:forvaltning|psykiatri|afdeling)?(?:en)?(?: og |, |$)|sundhed og omsorg|teknik og miljø|kultur og |beskæftigelse\b|ældre og |børn, |familie)`)

// titleWord is a word of titles.
var titleWord = regexp.MustCompile(`(?i)\bbudget|investering|investment|projekt|indsats`)

// IsDepartment reports whether a text is a department's name: short, with a word that such
// names hold.
func IsDepartment(text string) bool {
	text = Clean(text)
	return len([]rune(text)) <= 70 && departmentWord.MatchString(text) && !titleWord.MatchString(text)
}

// noDepartment begins what is no department's name: titles, lists and states.
var noDepartment = regexp.MustCompile(`(?i)^(?:ark|sheet|skema|liste|oversigt|samle|data|side|fane|tabel|økonomi|poster|nye?\b|øvrige|andre|prioritet|` +
	`til |ikke |med |uden |udløb|ophør|forlæng|permanent|afslut|list|overview|form|table|page|new|other|priority|to |not |with)`)

// MayBeDepartment reports whether a text can be a department's name where it divides projects: a
// few words without a figure, and none of titles.
func MayBeDepartment(text string) bool {
	text = Clean(text)
	return text != "" && len(strings.Fields(text)) <= 5 && len([]rune(text)) <= 50 && !strings.ContainsAny(text, "0123456789:?") &&
		!titleWord.MatchString(text) && !noDepartment.MatchString(text)
}

// DepartmentIn is the department that a text names, by itself or as the first thing that it
// says: "Sundhed og Omsorg – sociale investeringer til Budget 2026"; empty for none.
func DepartmentIn(text string) string {
	if first := sentenceDash.Split(Clean(text), 2); len(first) == 2 && IsDepartment(first[0]) {
		return first[0]
	}
	first, rest, cut := strings.Cut(Clean(text), ", ")
	if cut && len(FindUnits(rest))+len(FindPriceLevels(rest)) > 0 && IsDepartment(first) {
		return first
	}
	if IsDepartment(text) {
		return text
	}
	return ""
}

// sentenceDash sets off what a title is of.
var sentenceDash = regexp.MustCompile(` [–-] |: `)

// pivotHeading is a heading that Excel gives a pivot table, in Danish or English.
var pivotHeading = regexp.MustCompile(`(?i)^(?:rækkenavne|kolonnenavne|row labels|column labels|sum af |antal af |sum of |count of )`)

// IsPivotHeading reports whether a text is a heading that Excel gives a pivot table.
func IsPivotHeading(text string) bool { return pivotHeading.MatchString(Clean(text)) }

// exampleWord begins what is said to be an example: "Eksempel: …", "(Eksempel) …".
var exampleWord = regexp.MustCompile(`(?i)^(?:(?:eksempel|example|f\.eks\.|fx)\b ?[:–-]|(?:eksempel|example)(?: \(|$)|[(\[](?:eksempel|example|f\.eks\.|fx)[:.]?[)\]])`)

// IsExample reports whether a text says that what follows is an example.
func IsExample(text string) bool { return exampleWord.MatchString(Clean(text)) }

// exampleSheet is the name of a sheet that holds an example of how to fill in the others.
var exampleSheet = regexp.MustCompile(`(?i)^(?:udfyldt )?(?:eksempel|example)\b`)

// IsExampleSheet reports whether a sheet's name says that it is an example.
func IsExampleSheet(name string) bool { return exampleSheet.MatchString(Clean(name)) }

// numbered ends a label that is one of several: "Indsats nr. 2".
var numbered = regexp.MustCompile(`(?i)^(\p{L}+) (?:nr\.?|no\.?|#)? ?\d{1,2}$`)

// WithoutNumber is a label without the number that tells it from others like it.
func WithoutNumber(label string) string {
	if m := numbered.FindStringSubmatch(Clean(label)); m != nil {
		return m[1]
	}
	return label
}

// ordinal begins the title of a numbered section: "1. ", "2.3 ", "A) ", "(4) ", "IV. ".
var ordinal = regexp.MustCompile(`^(?:§ ?)?(?:\(?(?:\d{1,2}|[A-Za-z])\)|(?:\d{1,2}|[A-Z]|[IVX]{1,4})[.:]|\d{1,2}(?:\.\d{1,2})+\.?| ?\d{1,2} [–-]) ?`)

// WithoutOrdinal is a title without the number of its section, and whether it has one.
func WithoutOrdinal(title string) (string, bool) {
	title = Clean(title)
	at := ordinal.FindStringIndex(title)
	if at == nil {
		return title, false
	}
	return strings.TrimSpace(title[at[1]:]), true
}

// WithoutPart is what a part of something is called, without the word that says that it is one:
// "heraf løn" is "løn".
func WithoutPart(label string) string {
	if word, rest, ok := strings.Cut(Clean(label), " "); ok && ReadHeading(word).Of {
		return strings.TrimSpace(rest)
	}
	return label
}

// sentenceEnd is where a sentence ends: a stop or a semicolon before a capital letter, or a
// dash between blanks.
var sentenceEnd = regexp.MustCompile(`[.;!] +(\p{Lu})| [–-] +`)

// Sentences divides a text. "Mio. kr." is no end of one.
func Sentences(text string) []string {
	var all []string
	from := 0
	text = Clean(text)
	for _, m := range sentenceEnd.FindAllStringSubmatchIndex(text, -1) {
		all = append(all, text[from:m[0]])
		from = m[1]
		if m[2] >= 0 {
			from = m[2]
		}
	}
	return append(all, text[from:])
}

var projectWord = regexp.MustCompile(`(?i)projekt|indsats|initiativ|investering|aktivitet|project|initiative`)

// SaysProject reports whether a heading speaks of projects.
func SaysProject(heading string) bool { return projectWord.MatchString(heading) }

var periodPattern = regexp.MustCompile(`\b(20\d\d)\b\D{1,12}\b(20\d\d)\b`)

// Period reads a period of years: "2022–2025".
func Period(text string) (from, to int, ok bool) {
	m := periodPattern.FindStringSubmatch(Clean(text))
	if m == nil {
		m = daysSpan.FindStringSubmatch(Clean(text))
	}
	if m == nil {
		return 0, 0, false
	}
	from, _ = strconv.Atoi(m[1])
	to, _ = strconv.Atoi(m[len(m)-1])
	return from, to, from <= to
}

var signLegend = regexp.MustCompile(`(?i)\bplus\b.*\bminus\b|\bpositivt?e?\b.*\bnegativt?e?\b|\bpositive?\b.*\bnegative?\b|\bminus\b.*\bplus\b|fortegn|` +
	`(?:i|in|som|med|as|with) (?:parentes|parantes|parenthes[ei]s|brackets|minus(?:tal)?|negative? (?:tal|beløb|numbers|figures|amounts))\b|` +
	`\(\+\).*\([-–−]\)|\([-–−]\).*\(\+\)|` +
	`\+ ?` + standsFor + ` ?\p{L}.*[-–−] ?` + standsFor + ` ?\p{L}|[-–−] ?` + standsFor + ` ?\p{L}.*\+ ?` + standsFor + ` ?\p{L}|` +
	`\+` + signDivider + `[\p{L} ]+[-–−]` + signEnd + `|` + // "Merudgift + / mindreudgift -"
	`\p{L} ?[-–−]` + signDivider + `[\p{L} ]+\+` + signEnd + `|` +
	`(?:^|[.,;:(] ?)\+ ?\p{L}[\p{L} ]*` + signDivider + `[-–−] ?\p{L}|` +
	`(?:^|[.;:(] ?)[-–−] ?\p{L}[\p{L} ]*` + signDivider + `\+ ?\p{L}|` +
	`\+/[-–−] ?[:=]? ?\p{L}+ ?/ ?\p{L}`)

// signDivider stands between two signs and what they mean, and signEnd behind the last of them.
const (
	signDivider = ` ?(?:[/,;|]| og| and) ?`
	signEnd     = ` ?(?:$|[.,;)])`
)

// standsFor is what stands between a sign and what it means.
const standsFor = `(?:=|:|er|is|betyder|angiver|means)`

// IsSignLegend reports whether a text says what plus and minus mean in a budget.
func IsSignLegend(text string) bool {
	return signLegend.MatchString(Clean(text)) && !effectWord.MatchString(text)
}

var effectWord = regexp.MustCompile(`(?i)effekt|effect`)

var yearHeading = regexp.MustCompile(`(?i)^(?:budget|regnskabs)?(?:år|year)(?:stal)?$`)

// IsYearHeading reports whether a heading says that years stand under it.
func IsYearHeading(text string) bool { return yearHeading.MatchString(Clean(text)) }

// annualWords end the heading of a group, and say that its amounts are of each year.
var annualWords = regexp.MustCompile(`(?i)(?:,? (?:om året|pr\.? år|per år|årligt|årlig|hvert år|a year|per year|annually))[ ,.]*$`)

// IsNeutralGroup reports whether the heading of a group says nothing of what the columns below
// it are: "Økonomi", or a unit and a price level alone.
func IsNeutralGroup(heading string) bool {
	text := PriceLevelPattern.ReplaceAllString(Clean(heading), " ")
	text = groupNumber.ReplaceAllString(unitWords.ReplaceAllString(text, " "), "")
	text = annualWords.ReplaceAllString(text, "")
	key := WordKey(strings.Trim(text, " ,.;:()-–"))
	if key == "" {
		return true
	}
	_, ok := WordTables()["group"].Find(key)
	return ok
}

var (
	groupNumber = regexp.MustCompile(`^(?:\d{1,2}|[A-Z])[.)] *`)
	unitWords   = regexp.MustCompile(`(?i)\b(?:beløb i|i)? *(?:1[. ]?000[. ]?000|1[. ]?000|t\.?|mio\.?|mill\.?|hele)? ?(?:kr\b\.?|kroner\b|tkr\b\.?|dkk\b)|\bmio\.`)
)

// saved is in a heading on what somebody saves; whoSaves in one that asks for the name of who does.
var (
	saved    = regexp.MustCompile(`(?i)(?:^|[^\pL])(?:spare[rs]?|sparet|sparede|saves?|saved)(?:$|[^\pL])`)
	whoSaves = regexp.MustCompile(`(?i)(?:^|[^\pL])(?:hvem|hvis|hvilken|hvilke|who|whose|which|myndighed|part)(?:$|[^\pL])`)
)

// SaysSaved reports whether a heading speaks of what is saved, and does not ask who saves it: "sparer
// på rengøring pr. år".
func SaysSaved(heading string) bool {
	return saved.MatchString(heading) && !whoSaves.MatchString(heading)
}
