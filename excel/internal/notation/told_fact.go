package notation

import (
	"regexp"
	"slices"
)

// toldFact is a fact of projects that its answers can tell where nothing is known of their
// heading: what each of them says, and what the heading speaks of where it is of that fact.
type toldFact struct {
	role    Role
	says    func(text string) bool
	heading patterns // what it speaks of, all of them
	unless  patterns // what it does not speak of
}

// patterns are what a heading speaks of.
type patterns []*regexp.Regexp

// anyBase is a base year that every year which an answer can name is before.
const anyBase = 9999

var (
	ofMoney = regexp.MustCompile(`(?i)økonom|budget|penge|spar|udgift|gevinst|bundlinje|kasse|regnskab|kroner|` +
		`business ?case|financ|econom|money|saving|spending|cost`)
	ofEffect = regexp.MustCompile(`(?i)effekt|virk|udbytte|forskel|gavn|hjælp|hjulpet|nytte|værdi|betyd|udvikling|forandring|` +
		`effect|outcome|impact|difference|benefit|work`)
	ofEnding = regexp.MustCompile(`(?i)\b(?:ud|til|t\.? ?o\.? ?m|op|forbi|færdig|end|ends|ending|until|out|over)\b|` +
		`slut|stop|udløb|ophør|lukke|expir|lapse|clos`)
	ofExtending = regexp.MustCompile(`(?i)forlæng|forny|genbevil|videreført|prolong|extend|renew`)
	ofPast      = regexp.MustCompile(`(?i)\b(?:før|tidligere|allerede|gang|gange|har|været|blevet|hidtil|` +
		`earlier|before|already|previously|has|been)\b`)

	ofProof   = regexp.MustCompile(`(?i)dokument|evalu|kilde|bilag|bevis|source|proof|evidence`)
	ofOthers  = regexp.MustCompile(`(?i)medarbejder|personale|ansatte|leder|holdning|vurder|indstil|staff|opinion`)
	ofPresent = regexp.MustCompile(`(?i)type|\bart\b|nuværende|i dag|status|bevilling|tilsagn|beslut|vedtag|godkend|byråd|` +
		`varighed|karakter|kind|current|decision|decided|approved|council|duration`)
)

// toldFacts are in the order in which they are looked for: money first, as "Effekt på budgettet" is
// no effect for citizens.
var toldFacts = []toldFact{
	{RoleEconomic, saysEconomic, patterns{ofMoney}, patterns{ofProof}},
	{RoleSocial, saysSocial, patterns{ofEffect}, patterns{ofMoney, ofProof, ofOthers}},
	{RoleExpiry, saysExpiry, patterns{ofEnding}, patterns{ofExtending, ofProof}},
	{RoleExtended, saysExtended, patterns{ofExtending, ofPast}, nil},
	{RoleWish, saysWish, nil, patterns{ofPresent, ofMoney, ofOthers}},
}

func saysEconomic(text string) bool {
	_, certainty := ReadEconomic(text, Heading{}, anyBase)
	return certainty == Certain
}

func saysSocial(text string) bool {
	_, certainty := ReadSocial(text, Heading{}, anyBase)
	return certainty == Certain
}

func saysExpiry(text string) bool {
	_, certainty := ReadExpiry(text)
	return certainty == Certain
}

func saysExtended(text string) bool {
	_, certainty := ReadExtended(text)
	if certainty == Certain {
		return true
	}
	_, _, certainty = ReadAnswer(text)
	return certainty == Certain
}

func saysWish(text string) bool {
	wish, certainty := ReadWish(text, anyBase)
	return certainty == Certain && wish.Wish != 0
}

// ToldFact is the fact of projects that every one of some answers tells, under a heading of which
// nothing is known: "Gør det en forskel for budgettet?" over "Dokumenteret". It is empty where they
// tell none.
func ToldFact(heading string, answers []string) Role {
	heading = Clean(heading)
	if heading == "" || len(answers) == 0 {
		return ""
	}
	for _, f := range toldFacts {
		silent := func(p *regexp.Regexp) bool { return !p.MatchString(heading) }
		speaks := func(p *regexp.Regexp) bool { return p.MatchString(heading) }
		unsaid := func(answer string) bool { return !f.says(answer) }
		if !slices.ContainsFunc(f.heading, silent) && !slices.ContainsFunc(f.unless, speaks) &&
			!slices.ContainsFunc(answers, unsaid) {
			return f.role
		}
	}
	return ""
}
