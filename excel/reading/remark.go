package reading

import (
	"regexp"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"videre/budget"
	"videre/excel/internal/notation"
	"videre/excel/layout"
	"videre/excel/workbook"
)

// remark is a text that people read beside figures: in a column of remarks, a note, a caption,
// a comment, a text box.
type remark struct {
	text   string
	at     budget.Origin // of the cell that it stands in, or is on
	inCell bool          // it is what stands in the cell
	quiet  bool          // it may touch money without saying anything of figures: a title, a description
	place
}

// unreadUses are what texts are used as that may say something of figures besides.
var unreadUses = map[string]bool{ // true: quiet
	string(notation.RoleRemark): false, asCaption: true, asSection: false,
	string(notation.RoleDescription): true, string(notation.RoleResults): true,
	string(notation.RoleDocumentation): true, string(notation.RoleReplaces): true,
}

// remarks reads the sentences that stand beside the figures, and tells of those that say
// something else than they do.
func (l *ledger) remarks() {
	l.said = map[string]notation.Remark{}
	l.projectsCalled()
	for _, s := range l.Book.Sheets {
		if s == nil || l.IsPivot(s) {
			continue
		}
		under := budget.NoOrigin
		for i := range s.Cells {
			if s.Cells[i].Kind != workbook.Text {
				continue
			}
			v := l.Book.Value(s, &s.Cells[i])
			if p, ok := l.projectNamed(v.Text); ok {
				under = p
			}
			if quiet, ok := l.mayRemark(l.entries[v.Origin]); ok && !l.isLabel(v.Origin) {
				m := &remark{text: l.remarkIn(v), at: v.Origin, inCell: true, quiet: quiet}
				m.place = l.placeAt(s, v.Origin, under)
				l.followStars(s, m)
				if !l.reader.contradicted(m.at) && !l.commits(m) && !l.heedFootnote(m) && !l.tellsWorse(m) {
					l.tellRemark(m)
				}
			}
		}
		l.asides(s)
		l.sideTexts(s)
	}
}

// resultUses are what texts are used as that tell what came of a project.
var resultUses = []string{
	string(notation.RoleResults), string(notation.RoleDocumentation), string(notation.RoleRemark), whyRepeated,
}

// tellsWorse tells of a text on what came of a project that says the contrary of the effect that is
// claimed, and reports whether it does.
func (l *ledger) tellsWorse(m *remark) bool {
	if !m.own || len(m.owners) != 1 || !slices.Contains(resultUses, l.entries[m.at].as) || len(l.say(m.text).Against) > 0 {
		return false
	}
	for i := range l.sub.Projects {
		p := &l.sub.Projects[i]
		if p.Origin != m.owners[0] || !p.Social.Known() || p.Social.Value != budget.SocialPositive {
			continue
		}
		if v, certainty := notation.ReadSocial(m.text, notation.Heading{}, l.base); certainty == notation.Certain && v == budget.SocialNegative {
			denied := notation.Against{Contradiction: notation.Denied, Clause: m.text}
			l.sub.Unread = append(l.sub.Unread, budget.Unread{Project: p.Origin, Origin: m.at})
			doubtFacts(p, notation.Denied)
			l.contradicts(m, &denied, m.owners)
			return true
		}
	}
	return false
}

// commits reports whether how long a funding is committed was taken from a text, and it says nothing
// against any figure.
func (l *ledger) commits(m *remark) bool {
	taken := slices.ContainsFunc(l.sub.Lines, func(line budget.Line) bool {
		until, forever := line.CommittedUntil, line.Forever
		return until.Known() && until.Origin == m.at || forever.Known() && forever.Origin == m.at
	})
	if !taken || len(l.say(m.text).Against) > 0 {
		return false
	}
	l.settle(m.at, entry{class: classUsed, as: string(notation.RoleRemark)})
	return true
}

// heedFootnote makes the figures unknown that a star refers to a footnote, where that says that an
// amount is not what its figure makes it: "* kun tre måneder".
func (l *ledger) heedFootnote(m *remark) bool {
	if len(m.stars) == 0 || len(l.say(m.text).Against) > 0 {
		return false
	}
	for _, q := range notation.ReadQualifiers(starStart.ReplaceAllString(m.text, "")) {
		var owners []budget.Origin
		var starred []*budget.Line
		for i := range l.sub.Lines {
			line := &l.sub.Lines[i]
			if m.isStarred(line, l.sources[i]) && slices.Contains(qualifiedKinds[q.Why], line.Kind.Value) &&
				statesAmount(line) && !l.countsNothing(line) && !l.overruled(line, q) {
				owners = appendOnce(owners, l.projectOrigin(line))
				starred = append(starred, line)
			}
		}
		if len(owners) > 0 {
			l.doubtFootnote(m, q, owners)
			for _, line := range starred {
				l.unknownMoney(l.projectOrigin(line), m.at, kindsOfLines(line)...)
			}
			return true
		}
	}
	return false
}

// doubtFootnote tells of a footnote that makes amounts of projects unknown.
func (l *ledger) doubtFootnote(m *remark, q notation.Qualified, owners []budget.Origin) {
	f := budget.Finding{Code: budget.QualifiedAmount, Origin: m.at, Have: budget.Quote(q.Words)}
	f.Want = budget.Phrase(budget.Message{Key: reasonKey(q.Why)})
	if len(owners) == 1 {
		f.Project = l.nameOf(owners[0])
	}
	l.report(f)
	l.settle(m.at, entry{class: classUsed, as: string(notation.RoleRemark)})
}

// remarkIn is what a cell remarks: a word or two under a heading that means nothing to the
// program say what they do of what it asks, "Godkendt?" over "Nej".
func (l *ledger) remarkIn(v workbook.Value) string {
	g := l.entries[v.Origin].gap
	if g == nil || g.why != gapUnknown || len(strings.Fields(v.Text)) >= 3 || len(l.say(v.Text).Against) > 0 {
		return v.Text
	}
	asked := notation.Clean(strings.TrimRight(g.heading, " ?:") + " " + v.Text)
	if len(l.say(asked).Against) == 0 {
		return v.Text
	}
	return asked
}

// setOff is what a dash or brackets set off from a name.
var setOff = regexp.MustCompile(`(?:\s[-–—]\s+|\()([^()]+)\)?\s*$`)

// projectsCalled tells of the projects whose names say that they are closed, withdrawn or a
// draft: "Ung Retning (nedlagt 2024)".
func (l *ledger) projectsCalled() {
	for i := range l.sub.Projects {
		p := &l.sub.Projects[i]
		said := setOff.FindStringSubmatch(p.Name.Text)
		if said == nil {
			continue
		}
		m := &remark{text: p.Name.Text, at: p.Name.Origin, place: place{own: true, owners: []budget.Origin{p.Origin}}}
		against := slices.ContainsFunc(l.say(said[1]).Against, func(a notation.Against) bool {
			return a.Contradiction == notation.Closes || a.Contradiction == notation.NotCounted
		})
		doubted := slices.ContainsFunc(notation.ReadQualifiers(said[1]), func(q notation.Qualified) bool {
			return q.Why == notation.QualifiedVoid
		})
		switch {
		case against:
			closed := notation.Against{Contradiction: notation.Closes, Clause: p.Name.Text}
			l.unknownMoney(p.Origin, m.at)
			l.contradicts(m, &closed, m.owners)
		case doubted:
			l.warn(m, budget.UnclearRemark)
		}
	}
}

// mayRemark reports whether a cell of an entry may hold sentences that no rule reads.
func (l *ledger) mayRemark(e entry) (quiet, ok bool) {
	switch e.class {
	case classHarmless:
		return e.as == whyRepeated, e.as == whyNote || e.as == whyRepeated
	case classGap:
		return false, !e.gap.money
	}
	quiet, ok = unreadUses[e.as]
	return quiet, ok && e.class == classUsed
}

// isLabel reports whether a cell is the label of a project's fact, which may be a title of the
// table below it besides.
func (l *ledger) isLabel(at budget.Origin) bool {
	return slices.ContainsFunc(l.projectSheets, func(f *layout.ProjectSheet) bool {
		return slices.ContainsFunc(f.Labels, func(label layout.Label) bool {
			return f.Origin(label.At) == at && label.Value.Origin != at
		})
	})
}

// asides reads the notes, the comments and the text boxes of a sheet.
func (l *ledger) asides(s *workbook.Sheet) {
	found, err := l.Book.Asides(s)
	if err != nil {
		l.report(budget.Finding{Code: budget.UnreadableNotes, Origin: s.Origin(workbook.Ref{Row: 1, Col: 1})})
	}
	for _, a := range found {
		at := workbook.OriginOf(s.Index, a.At)
		if strings.TrimSpace(a.Text) == "" {
			continue
		}
		as := asComment
		if a.Box {
			as = asTextBox
		}
		l.tellRemark(&remark{text: a.Text, at: at, place: l.placeAt(s, at, budget.NoOrigin)})
		l.beside = append(l.beside, Region{s.Index, workbook.Range{From: a.At, To: a.At}, as})
	}
}

// sideTexts reads the heads and feet of a sheet's pages, and the messages for what is to be entered. They are
// of the whole sheet and block nothing: those that say that the figures do not hold, or are to be
// made up, are told.
func (l *ledger) sideTexts(s *workbook.Sheet) {
	for _, t := range l.Book.SideTexts(s) {
		said := l.say(t.Text)
		invented := !t.Page && said.Invented
		if invented || t.Page && len(said.Against) > 0 {
			l.warn(&remark{text: t.Text, at: workbook.OriginOf(s.Index, t.At)}, budget.ProvisionalFigures)
		}
	}
}

// say is what a text says, read once.
func (l *ledger) say(text string) notation.Remark {
	said, known := l.said[text]
	if !known {
		said = notation.ReadRemark(text)
		l.said[text] = said
	}
	return said
}

// tellRemark tells of a text that says something else than the figures it concerns, once: what
// they are is then not known. One that is provisional, or touches money and is not understood,
// is told and blocks nothing; so is one where remarks stand that states what is not understood.
func (l *ledger) tellRemark(m *remark) {
	said := l.say(m.text)
	if m.quiet && said.Short && !said.Says(notation.Uncertain) && !(m.own && m.inCell && said.Says(notation.NotCounted)) {
		return
	}
	unclear, provisional, agrees := said.Unclear, false, false
	var against *notation.Against
	var concerned []budget.Origin
	for i := range said.Against {
		a := &said.Against[i]
		if a.Contradiction == notation.Uncertain {
			provisional = true
			continue
		}
		found, agreed := l.contradicted(m, a)
		agrees = agrees || agreed
		unclear = unclear || len(found) == 0 && !agreed && m.own
		if len(found) > 0 && against == nil {
			against = a
		}
		for _, c := range found {
			concerned = appendOnce(concerned, c.project.Origin)
			l.dispute(m, c)
		}
	}
	switch told := m.inCell && l.entries[m.at].as == gapUnknown; {
	case against != nil:
		l.contradicts(m, against, concerned)
	case m.free && said.Voids() && !agrees:
		l.warn(m, budget.ProvisionalFigures)
	case provisional && l.isOfCopy(m.at): // told to be left out
	case provisional:
		l.warn(m, budget.ProvisionalFigures)
	case !told && !m.isHeading() && (unclear && !m.quiet || !agrees && l.mattersUnheard(m, said)):
		l.warn(m, budget.UnclearRemark)
	case m.inCell && len(strings.Fields(m.text)) > 1 && l.entries[m.at].as == gapUnheard:
		l.settle(m.at, entry{class: classHarmless, as: whyNote})
	}
}

// isOfCopy reports whether a cell is on the sheet of a hidden copy that is told.
func (l *ledger) isOfCopy(at budget.Origin) bool {
	sheet, _, _ := workbook.PlaceOf(at)
	return slices.ContainsFunc(l.sub.Findings, func(f budget.Finding) bool {
		of, _, ok := workbook.PlaceOf(f.Origin)
		return f.Code == budget.HiddenCopy && ok && of == sheet
	})
}

// namesOtherAmount reports whether a note names an amount that no figure of the workbook is:
// "besparelsen er i praksis ca. 900 t.kr.".
func (l *ledger) namesOtherAmount(m *remark, said notation.Remark) bool {
	if m.quiet || m.own && m.inCell && !slices.Contains(remarking, l.entries[m.at].as) {
		return false
	}
	return slices.ContainsFunc(said.Amounts, func(d decimal.Decimal) bool {
		return !d.IsZero() && !l.figures()[d.Abs().String()]
	})
}

// figures are the amounts that the workbook states, and the sums of a project's and of all of a
// kind, as people name them in a text.
func (l *ledger) figures() map[string]bool {
	if l.stated != nil {
		return l.stated
	}
	l.stated = map[string]bool{}
	sums := map[sumKey]decimal.Decimal{}
	state := func(a budget.Amount) {
		if a.Known() {
			l.stated[a.Value.Abs().String()] = true
		}
	}
	for i := range l.sub.Lines {
		line := &l.sub.Lines[i]
		for a := range line.Stated {
			state(a)
		}
		for _, year := range append([]int{l.base}, yearsOf(line)...) {
			if a := line.In(year); a.Known() {
				for _, of := range []budget.Origin{l.projectOrigin(line), budget.NoOrigin} {
					key := sumKey{of, line.Kind.Value, year}
					sums[key] = sums[key].Add(a.Value)
				}
			}
		}
	}
	for i := range l.sub.Projects {
		state(l.sub.Projects[i].Investment)
	}
	for i := range l.sub.Totals {
		state(l.sub.Totals[i].Stated)
	}
	for _, sum := range sums {
		l.stated[sum.Abs().String()] = true
	}
	return l.stated
}

// sumKey is what amounts are added up for: a project's or all, of a kind, in a year.
type sumKey struct {
	of   budget.Origin
	kind budget.Kind
	year int
}

// yearsOf are the years that a line states amounts for.
func yearsOf(l *budget.Line) []int {
	var years []int
	for _, a := range l.Amounts {
		years = append(years, a.Year)
	}
	return years
}

// isHeading reports whether every word of a text is understood as a heading of amounts or of whose
// they are: "Besparelser, der tilfalder kommunen".
func (m *remark) isHeading() bool {
	h := notation.ReadHeading(m.text)
	return m.inCell && !strings.HasSuffix(m.text, ".") && h.Doubt == "" && h.Subject == "" &&
		(notation.ListKinds[h.Role] != 0 || h.Role == notation.RolePayer)
}

// remarking are what cells are used as, or passed over as, that hold what people remark.
var remarking = []string{string(notation.RoleRemark), whyNote, gapUnheard}

// mattersUnheard reports whether a text states something that is not understood where people
// write what others are to know of a figure: a remark or a comment on it, a text beside its row.
func (l *ledger) mattersUnheard(m *remark, said notation.Remark) bool {
	if l.namesOtherAmount(m, said) || !m.quiet && notation.IsForeign(m.text) {
		return true
	}
	if !said.Unheard || !m.own && m.inCell || m.quiet || m.line != nil && !counts(m.line) {
		return false
	}
	return !m.inCell || slices.Contains(remarking, l.entries[m.at].as)
}

// contradicts tells of a contradiction at the cell of its text.
func (l *ledger) contradicts(m *remark, a *notation.Against, concerned []budget.Origin) {
	f := budget.Finding{Code: budget.ContradictingRemark, Origin: m.at, Have: m.quote(a.Clause), Want: budget.Phrase(
		budget.Message{Key: budget.Key("remark." + string(a.Contradiction))})}
	if len(concerned) == 1 {
		f.Project = l.nameOf(concerned[0])
	}
	l.report(f)
	if m.inCell {
		l.settle(m.at, entry{class: classUsed, as: string(notation.RoleRemark)})
	}
}

// warn tells of a text that blocks nothing.
func (l *ledger) warn(m *remark, code budget.Code) {
	f := budget.Finding{Code: code, Origin: m.at, Have: m.quote(m.text)}
	if m.own && len(m.owners) == 1 {
		f.Project = l.nameOf(m.owners[0])
	}
	l.report(f)
	switch {
	case !m.inCell:
	case code == budget.UnclearRemark:
		g := &gap{at: m.at, why: gapUnclear, told: true, cells: []budget.Origin{m.at}, projects: m.owners}
		l.settle(m.at, entry{class: classGap, as: gapUnclear, gap: g})
	default:
		l.settle(m.at, entry{class: classUsed, as: string(notation.RoleRemark)})
	}
}

// settle gives a cell another entry than it had.
func (l *ledger) settle(at budget.Origin, e entry) {
	if g := l.entries[at].gap; g != nil {
		g.cells = slices.DeleteFunc(g.cells, func(o budget.Origin) bool { return o == at })
		if g.at == at && len(g.cells) > 0 {
			g.at = g.cells[0]
		}
	}
	l.entries[at] = e
}

// longestQuote is how many letters of a text are repeated whole; of a longer one, the words
// that matter.
const longestQuote = 160

func (m *remark) quote(clause string) budget.Value {
	text := notation.Clean(m.text)
	if len([]rune(text)) > longestQuote {
		text = notation.Clean(clause)
	}
	if runes := []rune(text); len(runes) > longestQuote {
		text = string(runes[:longestQuote]) + " …"
	}
	return budget.Quote(text)
}
