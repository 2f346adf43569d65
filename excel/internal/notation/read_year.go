package notation

import (
	"regexp"
	"strings"
)

var (
	anyYear   = regexp.MustCompile(`(?:^|[^\pN])((?:19|20)\d\d)`)
	yearsSpan = regexp.MustCompile(`((?:19|20)\d\d) ?[-–—/] ?((?:19|20)\d\d|\d\d)(?:$|[^\pN/.-])`)
	daysSpan  = regexp.MustCompile(`((?:19|20)\d\d) ?(?:[-–—]|til|to) ?(\d{1,2}[./ ]+(?:\d{1,2}[./ ]+|\pL{3,9}\.? )((?:19|20)\d\d))$`)
	// turnOfYear is the end of the first of two years; daySaid a day that says what else was said.
	turnOfYear = regexp.MustCompile(`(?i)(?:ved |til |senest )*(?:årsskiftet|årsskifte|nytår|turn of the year) ?((?:19|20)\d\d) ?[/–-] ?(?:(?:19|20)\d\d|\d\d)`)
	daySaid    = regexp.MustCompile(`(?i)(?:dvs\.?|altså|i\.e\.|\() ?(\d{1,2}\.? ?\pL{3,9}\.? (?:19|20)\d\d)\)?\.?$`)
	splitDay   = regexp.MustCompile(`(\d{1,2}[./-] ?\d{1,2}) +((?:19|20)\d\d)`)
	// dashedDay is a day written with dashes behind words: "Udløber 31-12-2025".
	dashedDay = regexp.MustCompile(`(\pL\.? )(\d{1,2})-(\d{1,2})-((?:19|20)\d\d)\b`)
)

var (
	// wholeYear is a time of a year, and nothing else: "Sommeren 2025", "i løbet af 2025". A winter is of two.
	wholeYear = regexp.MustCompile(`(?i)^(?:(?:i|ved|til|med|den|om|in|at|by|the) )*(?:(?:løbet af|foråret|forår|sommeren|sommer|` +
		`sommerferien|efteråret|efterår|årets udgang|udgangen af året|spring|summer|autumn|course of|during) )?((?:19|20)\d\d)\.?$`)
	// shortDay is a day whose year has two digits, behind words: "Ophører 31.12.25".
	shortDay = regexp.MustCompile(`(\pL.* \d{1,2}[./-]\d{1,2})[./-](\d\d)$`)
	// schoolYear is a year that goes over two, and ends in the second.
	schoolYear = regexp.MustCompile(`(?i)skoleår\w* ?(?:19|20)\d\d ?[/–-] ?((?:19|20)?\d\d)\b`)
)

// checkedYear is the year that digits write, certain where a workbook can speak of it.
func checkedYear(digits string) (int, Certainty) {
	if year, ok := checkYear(digits); ok {
		return year, Certain
	}
	return 0, Unread
}

// ReadExpiry reads the year that something ends in: "udløber med udgangen af 2025",
// "31/12 2025", "2021–2025". A first of January can mean the year before.
func ReadExpiry(text string) (int, Certainty) {
	s := shortDay.ReplaceAllString(splitDay.ReplaceAllString(Clean(text), "$1/$2"), "$1.20$2")
	s = dashedDay.ReplaceAllString(s, "$1$2.$3.$4")
	if len(s) > longestText || !anyYear.MatchString(s) && !numericDay.MatchString(s) {
		return 0, Unread
	}
	if m := wholeYear.FindStringSubmatch(s); m != nil {
		return checkedYear(m[1])
	}
	s = strings.TrimPrefix(turnOfYear.ReplaceAllString(s, "ultimo $1"), "d. ")
	if m := daySaid.FindStringSubmatch(s); m != nil { // "nytår, dvs. 31. december 2025"
		s = m[1]
	}
	if m := daysSpan.FindStringSubmatchIndex(s); m != nil && YearOf(s[m[2]:m[3]]) < YearOf(s[m[6]:m[7]]) {
		s = s[m[4]:] // the last day of a period
	}
	if unsureYear(s) {
		return 0, Doubtful
	}
	if m := schoolYear.FindStringSubmatch(s); m != nil && len(anyYears(schoolYear.ReplaceAllString(s, ""))) == 0 {
		return checkedYear("20" + m[1][len(m[1])-2:])
	}
	if year, ok := TypedYear(s); ok {
		return year, Certain
	}
	if day, why, explained := cutExplanation(s); explained && !anyYear.MatchString(why) {
		if year, ok := TypedYear(day); ok {
			return year, Certain
		}
	}
	return untilIn(s)
}

// cutExplanation divides a text at the mark that sets what explains it off: "31. juli 2025, når
// skoleåret slutter".
func cutExplanation(s string) (said, why string, ok bool) {
	if at := explanation.FindStringIndex(s); at != nil {
		return s[:at[0]], s[at[1]:], true
	}
	return s, "", false
}

// explanation is a mark that sets off what explains what stands before it.
var explanation = regexp.MustCompile(`, | ?[;(]| [–—-] `)

// unsureYear reports whether a text takes its year back, or names the first day of one, on
// which the year before is the last.
func unsureYear(s string) bool {
	for _, said := range statementsOf("until", s) {
		if said.has("hedge") || said.has("not") || said.has("beginning") {
			return true
		}
	}
	return strings.Contains(s, "-01-01") || strings.HasSuffix(s, "?")
}

// untilIn is the last year that a text says something goes on to. A year that is not said
// to be an end can be another.
func untilIn(s string) (int, Certainty) {
	switch ends := endsIn(s); {
	case len(ends) == 1 && !unsureYear(s):
		return ends[0], Certain
	case len(ends) > 0 || anyYear.MatchString(s):
		return 0, Doubtful
	}
	return 0, Unread
}

// endsIn lists the years that a text says something ends in, each once: the end of its
// only span, and those with a word like "til" in front.
func endsIn(s string) []int {
	if len(s) > longestText {
		return nil
	}
	var ends []int
	if m := yearsSpan.FindAllStringSubmatch(s, -1); len(m) == 1 && YearOf(m[0][1]) < endOf(m[0][1], m[0][2]) {
		ends = append(ends, endOf(m[0][1], m[0][2]))
	}
	words, parts := topics()["until"].spelt(s)
	end := false
	said := map[int]bool{}
	for _, p := range parts {
		said[p.first] = said[p.first] || p.class == "end"
	}
	for i := range words {
		end = end || said[i]
		if year := words[i].key; len(year) == 4 && budgetYear.MatchString(year) {
			if end {
				ends = appendNew(ends, YearOf(year))
			}
			end = false
		}
	}
	return ends
}

// Extension is what a cell says of an earlier extension.
type Extension struct {
	Before bool // it was extended before
	Until  int  // the last year of that extension; 0 where it is not said
}

// ReadExtended reads whether something was extended before: "Ja, ved Budget 2024 til
// udgangen af 2025". What is only wanted was not extended.
func ReadExtended(text string) (Extension, Certainty) {
	statements := statementsOf("extended", text)
	yes, no := answers(statements)
	in, not, wish, hedge, none, first, refused := false, false, false, false, false, false, false
	for i, s := range statements {
		own := i > 0 || !yes && !no || s.has("in")
		refused = refused || s.has("refused")
		in = in || own && s.has("in") && !s.has("wish") && !s.has("refused")
		not = not || s.has("not") || s.has("none")
		none = none || s.has("none")
		wish = wish || s.has("wish")
		hedge = hedge || s.has("hedge")
		first = first || s.has("first")
	}
	switch {
	case none && !yes && !in && !hedge, no && first && !in && !hedge && !not:
		return Extension{}, Certain // "Første bevilling"
	case first && wish && !yes && !in && !hedge:
		return Extension{}, Certain // "Søger forlængelse for første gang"
	case refused && !yes && !hedge && (!in || not):
		return Extension{}, Certain // "Fik afslag på forlængelse"
	case refused && in && !no, refused && yes:
		return Extension{}, Doubtful
	case len(statements) == 0 || !yes && !no && !in && !wish && !first:
		return Extension{}, Unread
	case hedge, yes && (not || no), no && in, !yes && !no && wish, not && wish, first && !yes && !in:
		return Extension{}, Doubtful
	case no, not && in:
		return Extension{}, Certain
	}
	until, said := untilIn(Clean(text))
	if said != Certain {
		until = 0
	}
	return Extension{Before: true, Until: until}, Certain
}

// Commitment is how long a funding is committed for.
type Commitment struct {
	Until  int  // the last year; 0 when it is for good
	Always bool // "varigt"
}

var (
	runsUntil = regexp.MustCompile(`(?i)(?:løber|gælder|bevilget|bevilliget|tilsagn|givet|udløber|finansieret|committed|granted|runs|until|expires)\b` +
		`[^.;\d]*(?:til|indtil|t\.o\.m\.|med|to|until|in|i|by)?[^.;\d]*\b(20\d\d)\b`)
	grantedYears = regexp.MustCompile(`\b20\d\d ?[-–] ?(20\d\d)\b`)
)

// FundedUntil is the last year that the words of a funding say it is granted for: "bevillingen løber
// til sommeren 2026", "Birkefonden, 2024-2026"; 0 for none.
func FundedUntil(text string) int {
	if until := ReadHeading(text).Until; until != 0 {
		return until
	}
	text = Clean(text)
	for _, way := range []*regexp.Regexp{grantedYears, runsUntil} {
		if m := way.FindAllStringSubmatch(text, -1); len(m) == 1 {
			return YearOf(m[0][1])
		}
	}
	return 0
}

// lastingGrant is the name of a funding that is given for good: "varigt tilskud fra ministeriet".
var lastingGrant = regexp.MustCompile(`(?i)\b(?:varige?t?|permanente?|tidsubegrænsede?t?|permanent|open-ended) ` +
	`(?:statslige?t? |årlige?t? |eksterne?t? |annual |state |external )?` +
	`(?:[\pL-]*(?:tilskud|bevilling|finansiering|støtte|bidrag|medfinansiering)|grant|funding|contribution|subsidy)\b`)

// FundedForever reports whether the words of a funding say that it is given for good, by what is set
// off from its name or in front of it: "Tilskud fra ministeriet, varigt", "Varigt tilskud fra …". A
// grant that is only applied for is not given.
func FundedForever(text string, base int) bool {
	text = Clean(text)
	if said := ReadRemark(text); refused.MatchString(text) || said.Says(Ungranted) || said.Says(Uncertain) || said.Says(Wrong) {
		return false
	}
	if c, certainty := ReadCommitted(text, base); lastingGrant.MatchString(text) && certainty == Certain && c.Always {
		return true
	}
	_, set, ok := cutExplanation(text)
	c, certainty := ReadCommitted(strings.Trim(set, " )."), base)
	return ok && !askedFor.MatchString(text) && certainty == Certain && c.Always
}

// askedFor is in the words of a funding that is not given yet.
var askedFor = regexp.MustCompile(`(?i)\b(?:ansøg\w*|søge?s|søgt|forvente\w*|håb\w*|mulig\w*|evt|eventuel\w*|ikke|uden|` +
	`applied|expected|possible|not|without)\b`)

// saysCommitted is in a sentence that says that money is granted.
var saysCommitted = regexp.MustCompile(`(?i)\b(?:tilsagn\w*|bevilget|bevilliget|garanter\w+|tildelt|har givet|` +
	`committed|granted|pledged|guaranteed)\b`)

// refused is in a sentence on a grant that is not to be had, or not any more.
var refused = regexp.MustCompile(`(?i)\b(?:afsl\w+|afvis\w+|bortfald\w*|trukket|opsagt|mundtlig\w*|hvis|såfremt|` +
	`refused|withdrawn|rejected|if)\b`)

// CommittedIn reads a text beside a funding that says how long it is granted: "Fonden er privat og har
// givet varigt tilsagn", before a base year or from it on. One that speaks of anything else says nothing of it.
func CommittedIn(text string, base int) (Commitment, bool) {
	if !saysCommitted.MatchString(text) || refused.MatchString(text) {
		return Commitment{}, false
	}
	if said := ReadRemark(text); said.Says(Ungranted) || said.Says(Uncertain) || said.Says(Wrong) {
		return Commitment{}, false
	}
	c, certainty := ReadCommitted(text, base)
	return c, certainty == Certain
}

// sinceYear is how a text says the first year of what has no last one: "fra 2026", "2026 og frem".
var sinceYear = regexp.MustCompile(`(?i)\b(?:(?:fra|siden|from|since)(?: og med)?(?: budget| den)?` +
	`(?: 1\.?[/. ]?(?:1\.?|januar))? ?((?:19|20)\d\d)|` +
	`((?:19|20)\d\d) (?:og frem|og fremover|ff\.?|onwards))`)

// ReadCommitted reads until when a funding is committed: "31.12.2027", "varigt". What is for good
// from a year on is committed where that is not after a base year; 0 for one that is not known.
func ReadCommitted(text string, base int) (Commitment, Certainty) {
	always, doubt, yearly := false, false, false
	for _, s := range statementsOf("committed", text) {
		always = always || s.has("always")
		yearly = yearly || s.has("yearly")
		doubt = doubt || s.has("doubt") || s.has("hedge") || s.has("not")
	}
	if m := sinceYear.FindStringSubmatch(Clean(text)); m != nil && always && YearOf(m[1]+m[2]) <= base {
		text = sinceYear.ReplaceAllString(Clean(text), "")
	}
	year, certainty := ReadExpiry(text)
	switch {
	case doubt, yearly && !always, always && certainty != Unread && strings.ContainsAny(text, "0123456789"):
		return Commitment{}, Doubtful
	case always:
		return Commitment{Always: true}, Certain
	}
	if last := lastOfList(text); certainty == Doubtful && last != 0 {
		return Commitment{Until: last}, Certain
	}
	return Commitment{Until: year}, certainty
}

// listedYears are years in a row that a funding is said to be for: "dækker 2026 og 2027".
var listedYears = regexp.MustCompile(`(?i)^(?:(?:både|for|i|årene|budgetår|tilsagn(?:et)?|bevilling(?:en)?|givet|` +
	`bevilget|dækker|gælder|til|both|covers|in) )*` +
	`((?:(?:19|20)\d\d, )*(?:19|20)\d\d) (?:og|and|\+|&) ((?:19|20)\d\d)\.?$`)

// lastOfList is the last of years that a text lists one after the other; 0 where it does not.
func lastOfList(text string) int {
	m := listedYears.FindStringSubmatch(Clean(text))
	if m == nil {
		return 0
	}
	years := anyYears(m[1] + " " + m[2])
	for i := range years {
		if years[i] != years[0]+i {
			return 0
		}
	}
	return years[len(years)-1]
}
