package reading_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"videre/budget"
	"videre/excel/reading"
	"videre/excel/workbook"
)

// said is what a submission says, without the cells that say it: its projects and lines.
func said(s *budget.Submission) string {
	var projects, lines []string
	name := map[budget.Origin]string{}
	for i := range s.Projects {
		p := &s.Projects[i]
		name[p.Origin] = p.Name.Text
		projects = append(projects, fmt.Sprintln("project", p.Name.Text, "|", p.Department.Text, "|", value(p.Expiry),
			value(p.ExtendedBefore), value(p.Social), value(p.Economic), value(p.Wish), value(p.Capacity)))
	}
	for i := range s.Lines {
		l := &s.Lines[i]
		of := name[l.Owner]
		if of == "" {
			of = l.Project.Text
		}
		line := fmt.Sprint("line ", of, " | ", value(l.Kind), value(l.Area), value(l.Payer), value(l.Share),
			value(l.CommittedUntil))
		for year := 2026; year <= 2029; year++ {
			line += " " + value(l.In(year).Field)
		}
		lines = append(lines, line+"\n")
	}
	slices.Sort(projects)
	slices.Sort(lines)
	return strings.Join(projects, "") + strings.Join(lines, "")
}

// value is a field's value, or why it has none.
func value[T any](f budget.Field[T]) string {
	if v, known := f.Get(); known {
		return fmt.Sprint(v)
	}
	return fmt.Sprint("(", int(f.State), ")")
}

// TestWhereThingsStandChangesNothing puts blank rows and columns into each workbook, and a
// sheet beside its own that says nothing of projects: what it says stays the same.
func TestWhereThingsStandChangesNothing(t *testing.T) {
	phones := gridsOf("# Telefonliste\nA1 Telefonliste\nA3 Navn | Lokal | Mail\nA4 Anne Berg | 4411 | ab@kommune.dk\nA5 Bo Dal | 4412 | bd@kommune.dk")
	for name, grids := range books(t) {
		want := said(readOf(t, grids...).Submission)
		check := func(what string, changed ...*grid) {
			if got := said(readOf(t, changed...).Submission); got != want {
				t.Errorf("%s, %s:\n%swant\n%s", name, what, got, want)
			}
		}
		check("a sheet more", append(slices.Clone(grids), phones...)...)
		for i, g := range grids {
			with := func(changed *grid) []*grid {
				all := slices.Clone(grids)
				all[i] = changed
				return all
			}
			_, last := g.size()
			check("a blank row above "+g.name, with(g.withRow(1))...)
			for col := 1; col <= last; col += 4 {
				check(fmt.Sprintf("a blank column before column %d of %s", col, g.name), with(g.withColumn(col))...)
			}
		}
	}
}

// table is a list of projects as it may be laid out: columns in any order, anywhere.
type table struct {
	title   string
	columns [][]string // each its heading, then its cells
	more    [][]string // columns of which nothing is known
}

var (
	names     = []string{"Lyngen (opdigtet)", "Havgus (opdigtet)", "Stenbroen (opdigtet)", "Åkanden (opdigtet)"}
	unrelated = []string{"Ældre sagsnr.", "Hvem har talt med hvem", "Farve", "Antal borgere", "Regnskab 2024", "Det løber op i"}
	cells     = []string{"12", "Ja", "blå", "4400", "Centerchefen", "0"}
)

// tables draws lists of projects, each with what it says: the amounts that were typed.
func tables(t *rapid.T) (drawn table, amounts []string) {
	n := rapid.IntRange(1, len(names)).Draw(t, "projects")
	column := func(heading string, choices ...string) []string {
		made := []string{heading}
		for range n {
			made = append(made, rapid.SampledFrom(choices).Draw(t, heading))
		}
		return made
	}
	drawn.title = "Indsatser til Budget 2026 (1.000 kr., 2026-p/l)"
	drawn.columns = [][]string{
		append([]string{"Projekt"}, names[:n]...),
		column("Udløb", "2025", "2026", "31.12.2025"),
		column("Social effekt", "Positiv", "Uklar", "Ikke dokumenteret"),
		column("Økonomisk effekt", "Dokumenteret", "Negativ"),
		column("Ønske", "Permanent", "Forlænges", "Afsluttes"),
		column("Forlænget før", "Ja", "Nej"),
		column("Årlig udgift", "800", "1250", "2400"),
		column("Besparelse på botilbud (kommunen)", "900", "1300", "50"),
		column("Besparelse på sengedage (regionen)", "70", "110"),
	}
	for range rapid.IntRange(0, 3).Draw(t, "more columns") {
		heading := rapid.SampledFrom(unrelated).Draw(t, "unknown")
		drawn.more = append(drawn.more, column(heading, cells...))
	}
	for _, c := range drawn.columns[6:] {
		for i, amount := range c[1:] {
			amounts = append(amounts, fmt.Sprint(names[i], " ", amount, "000"))
		}
	}
	return drawn, amounts
}

// laid is a table on a sheet, its first heading in a cell, its title two rows above; turned,
// what stood across stands down.
func (t *table) laid(columns [][]string, at workbook.Ref, turned bool) *grid {
	g := &grid{name: "Oversigt", cells: map[workbook.Ref]string{{Row: at.Row - 2, Col: at.Col}: t.title}}
	for i, column := range columns {
		for j, text := range column {
			here := workbook.Ref{Row: at.Row + j, Col: at.Col + i}
			if turned {
				here = workbook.Ref{Row: at.Row + i, Col: at.Col + j}
			}
			g.cells[here] = text
		}
	}
	return g
}

// amountsOf are the amounts of the budget year that a submission says, with their projects.
func amountsOf(s *budget.Submission) []string {
	name := map[budget.Origin]string{}
	for i := range s.Projects {
		name[s.Projects[i].Origin] = s.Projects[i].Name.Text
	}
	var found []string
	for i := range s.Lines {
		found = append(found, fmt.Sprint(name[s.Lines[i].Owner], " ", value(s.Lines[i].In(2026).Field)))
	}
	return found
}

// TestEveryOrderSaysTheSame lays a list of projects out in every way: its columns in any order,
// anywhere on the sheet, and on its side. The amounts are those that were typed.
func TestEveryOrderSaysTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		drawn, amounts := tables(t)
		want := said(readOf(t, drawn.laid(drawn.columns, workbook.Ref{Row: 3, Col: 1}, false)).Submission)
		at := workbook.Ref{Row: rapid.IntRange(3, 9).Draw(t, "row"), Col: rapid.IntRange(1, 5).Draw(t, "column")}
		turned := rapid.Bool().Draw(t, "turned") && len(drawn.columns[0]) > 2
		order := rapid.Permutation(drawn.columns).Draw(t, "order")
		if turned {
			order = append(drawn.columns[:1:1], slices.DeleteFunc(order, func(c []string) bool { return c[0] == "Projekt" })...)
		}
		got := readOf(t, drawn.laid(order, at, turned)).Submission
		if said(got) != want {
			t.Fatalf("turned %t:\n%swant\n%s", turned, said(got), want)
		}
		found := amountsOf(got)
		slices.Sort(found)
		slices.Sort(amounts)
		if !slices.Equal(found, amounts) {
			t.Fatalf("amounts %q, want %q", found, amounts)
		}
	})
}

// TestNothingFilledIsLeftOver is law 13: each filled cell of a list of projects has an entry in
// the account, whatever else stands in its columns and around them; and money that is not
// understood makes the sums of its project unknown.
func TestNothingFilledIsLeftOver(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		drawn, _ := tables(t)
		order := rapid.Permutation(append(drawn.columns, drawn.more...)).Draw(t, "order")
		g := drawn.laid(order, workbook.Ref{Row: 4, Col: 2}, false)
		row, col := g.size()
		for range rapid.IntRange(0, 3).Draw(t, "beside") {
			at := workbook.Ref{Row: rapid.IntRange(1, row+3).Draw(t, "row"), Col: rapid.IntRange(1, col+2).Draw(t, "column")}
			if g.cells[at] == "" {
				g.cells[at] = rapid.SampledFrom(cells).Draw(t, "cell")
			}
		}
		r := readOf(t, g)
		if len(r.Submission.Projects) == 0 {
			return // nothing can be of a project
		}
		for at := range g.cells {
			if !hasEntry(r.Account, at) {
				t.Fatalf("%s, »%s«, has no entry", at, g.cells[at])
			}
		}
		for _, gap := range r.Account.NotUnderstood {
			if gap.Money && len(r.Submission.Unread) == 0 {
				t.Fatalf("%s is money and makes nothing unknown", gap.Range)
			}
		}
	})
}

// hasEntry reports whether an account says something of a cell of the first sheet.
func hasEntry(a *reading.Account, at workbook.Ref) bool {
	holds := func(r reading.Region) bool { return r.Sheet == 0 && r.Range.Holds(at) }
	gap := slices.ContainsFunc(a.NotUnderstood, func(g reading.Gap) bool { return holds(g.Region) })
	return gap || slices.ContainsFunc(a.Used, holds) || slices.ContainsFunc(a.Harmless, holds)
}

// TestTwoColumnsForOneThingDecideNothing heads two columns of a list alike, and lets a column
// say another payer than a heading: what they decide is not known, and nothing is approved.
// Of what decides nothing there may be two, and of what says the same in every row.
func TestTwoColumnsForOneThingDecideNothing(t *testing.T) {
	const list = "# Ark\nA1 Budget 2026 (1.000 kr., 2026-p/l)\n" +
		"A3 Projekt | Udløb | Social effekt | Økonomisk effekt | Ønske | Årlig udgift | Besparelse på botilbud (kommunen)%s\n" +
		"A4 Lyngen (opdigtet) | 2025 | Positiv | Dokumenteret | Permanent | 800 | 900%s"
	policy := budget.DefaultPolicy()
	for _, test := range []struct {
		headings, cells string
		approved        bool
	}{
		{"", "", true},
		{" | Udløbsår", " | 2026", false},
		{" | Udløbsår", " | 2025", true}, // both say the same, so nothing is guessed
		{" | Effekt for borgerne", " | Negativ", false},
		{" | Kommunal andel | Kommunens andel", " | 100 % | 50 %", false},
		{" | Allerede i budgettet | Allerede indregnet", " | Nej | Ja", false},
		{" | Netto eller brutto | Refusion", " | Netto | Brutto", false},
		{" | Kan budgettet sættes ned? | Kan budgettet sænkes?", " | Ja | Nej", false},
		{" | Enhed | Enhed", " | 1.000 kr. | mio. kr.", false},
		{" | Besparelsen tilfalder | Tilfalder", " | Kommunen | Regionen", false},
		{" | Besparelsen tilfalder", " | Regionen", false},
		{" | Besparelsen tilfalder", " | Kommunen", true},
		{" | Bemærkning | Kommentar", " | Ingen | Er allerede trukket ud af budgettet", false},
		{" | Bemærkning | Kommentar", " | Ingen | Se bilag", true},
		{" | Sagsnr. | Journalnr.", " | 12 | 13", true},
	} {
		r := readOf(t, gridsOf(fmt.Sprintf(list, test.headings, test.cells))...)
		report := budget.Review(r.Submission, &policy)
		if len(report.Assessments) != 1 {
			t.Fatalf("%s: %d projects", test.headings, len(report.Assessments))
		}
		if approved := report.Assessments[0].Verdict() == budget.Continue; approved != test.approved {
			t.Errorf("%s over %s: approved %t", test.headings, test.cells, approved)
		}
	}
}

// TestSumsWithoutAWord holds that a line with the sums of those beside it is doubtful, wherever it
// stands, and none where a total takes it in, where one year differs, or where it is of another kind.
func TestSumsWithoutAWord(t *testing.T) {
	const list = "# Projekter\nA1 Budget 2026\nA3 Projekt | Udløb | Social effekt | Økonomisk effekt | Ønske\n" +
		"A4 Lyngen (opdigtet) | 2025 | Positiv | Dokumenteret | Permanent\n" +
		"# Økonomi\nA2 Kr., 2026-p/l\nA4 Projekt | Type | Post | Budgetområde | Besparelsen tilfalder | 2026 | 2027 | 2028 | 2029\n" +
		"A5 Lyngen (opdigtet) | Driftsudgift | Mentorer | Familier |  | 800 | 800 | 800 | 800\n%s"
	saving := func(row int, item, amounts string) string {
		return fmt.Sprintf("A%d Lyngen (opdigtet) | Besparelse | %s | Anbringelser | Kommune | %s\n", row, item, amounts)
	}
	const of1000, of600, of400 = "1000 | 1000 | 1000 | 1000", "600 | 600 | 600 | 600", "400 | 400 | 400 | 400"
	for name, test := range map[string]struct {
		rows  string
		doubt bool
	}{
		"above":     {saving(6, "Anbringelser", of1000) + saving(7, "Døgn", of600) + saving(8, "Familiepleje", of400), true},
		"below":     {saving(6, "Døgn", of600) + saving(7, "Familiepleje", of400) + saving(8, "Begge", of1000), true},
		"one year":  {saving(6, "Anbringelser", of1000) + saving(7, "Døgn", of600) + saving(8, "Familiepleje", "400 | 400 | 400 | 500"), false},
		"two alike": {saving(6, "Anbringelser", of600) + saving(7, "Døgn", of600), false},
		"a total": {saving(6, "Anbringelser", of1000) + saving(7, "Døgn", of600) + saving(8, "Familiepleje", of400) +
			"A9 I alt |  |  |  |  | 2800 | 2800 | 2800 | 2800\n", false},
	} {
		r := readOf(t, gridsOf(fmt.Sprintf(list, test.rows))...)
		doubted := slices.ContainsFunc(r.Submission.Findings, func(f budget.Finding) bool { return f.Code == budget.DoubtfulTotal })
		if doubted != test.doubt {
			t.Errorf("%s: doubted %t", name, doubted)
		}
	}
}

// TestNumbersThatCountRowsNameNoProject numbers the rows of a table of lines: by the projects, or
// only by the rows, under the heading that the projects' numbers have.
func TestNumbersThatCountRowsNameNoProject(t *testing.T) {
	const book = "# Projekter\nA1 Budget 2026 (1.000 kr., 2026-p/l)\n" +
		"A3 Nr. | Projekt | Udløb | Social effekt | Økonomisk effekt\n" +
		"A4 1 | Lyngen (opdigtet) | 2025 | Positiv | Dokumenteret\nA5 2 | Mosen (opdigtet) | 2025 | Positiv | Dokumenteret\n" +
		"A6 3 | Engen (opdigtet) | 2025 | Positiv | Dokumenteret\n" +
		"# Poster\nA1 1.000 kr., 2026-p/l\nA3 Nr. | Type | 2026 | 2027 | 2028 | 2029\n" +
		"A4 %s | Driftsudgift | 800 | 800 | 800 | 800\nA5 %s | Driftsudgift | 90 | 90 | 90 | 90\nA6 %s | Driftsudgift | 7 | 7 | 7 | 7"
	for _, test := range []struct {
		numbers []any
		owned   bool
	}{
		{[]any{"1", "1", "2"}, true},
		{[]any{"1", "2", "3"}, false}, // they may count the rows
		{[]any{"1", "1", "4"}, false}, // no project has the last
	} {
		r := readOf(t, gridsOf(fmt.Sprintf(book, test.numbers...))...)
		for _, l := range r.Submission.Lines {
			if owned := l.Owner != budget.NoOrigin; owned != test.owned {
				t.Errorf("numbers %v: a line has an owner: %t", test.numbers, owned)
			}
		}
		if len(r.Submission.Lines) != 3 {
			t.Errorf("numbers %v: %d lines", test.numbers, len(r.Submission.Lines))
		}
	}
}

// TestLabelsDecideAsColumnsDo gives a form one label more, and a list one column more: what it
// says of the saving holds in both.
func TestLabelsDecideAsColumnsDo(t *testing.T) {
	const form = "# Ark\nA1 Skema til Budget 2026 (1.000 kr., 2026-p/l)\nA3 Projekt | Lyngen (opdigtet)\nA4 Udløb | 2025\n" +
		"A5 Social effekt | Positiv\nA6 Økonomisk effekt | Dokumenteret\nA7 Ønske | Permanent\nA8 Årlig udgift | 800\n" +
		"A9 Årlig besparelse (kommunen) | 900\nA10 Budgetområde | Botilbud\nA11 %s | %s"
	const list = "# Ark\nA1 Budget 2026 (1.000 kr., 2026-p/l)\n" +
		"A3 Projekt | Udløb | Social effekt | Økonomisk effekt | Ønske | Årlig udgift | Årlig besparelse (kommunen) | Budgetområde | %s\n" +
		"A4 Lyngen (opdigtet) | 2025 | Positiv | Dokumenteret | Permanent | 800 | 900 | Botilbud | %s"
	policy := budget.DefaultPolicy()
	for _, test := range []struct{ label, answer, counted string }{
		{"Kommunal andel", "50 %", "450000"},
		{"Kommunal andel", "100 %", "900000"},
		{"Allerede i budgettet", "Ja", "0"},
		{"Allerede i budgettet", "Nej", "900000"},
		{"Netto eller brutto", "Brutto", "0"},
		{"Kan budgettet sættes ned?", "Nej", "0"},
		{"Heraf ville være sparet alligevel", "50 %", "450000"},
		{"Besparelsen tilfalder", "Regionen", "unknown"},
		{"Bemærkning", "Er allerede trukket ud af budgettet", "unknown"},
	} {
		for _, text := range []string{form, list} {
			r := readOf(t, gridsOf(fmt.Sprintf(text, test.label, test.answer))...)
			report := budget.Review(r.Submission, &policy)
			if len(report.Assessments) != 1 {
				t.Fatalf("%s: %d projects", test.label, len(report.Assessments))
			}
			counted := "unknown"
			if f := report.Assessments[0].Figures[0].Counted; f.Known {
				counted = f.Value.String()
			}
			if counted != test.counted {
				t.Errorf("%s %s: counted %s, want %s\n%s", test.label, test.answer, counted, test.counted, text)
			}
		}
	}
}

// TestFactsOnEveryLine reads an extract that repeats a project's facts on each of its lines: one
// project, but where the facts differ two of one name.
func TestFactsOnEveryLine(t *testing.T) {
	const extract = "# Data\nA1 Udtræk til Budget 2026, kr., 2026-p/l\n" +
		"A2 Projekt | Udløb | Social effekt | Økonomisk effekt | Art | Tekst | 2026 | 2027 | 2028 | 2029\n" +
		"A3 Hejren (opdigtet) | 2025 | Positiv | Dokumenteret | Udgift | Løn | 900 | 900 | 900 | 900\n" +
		"A4 Hejren (opdigtet) | 2025 | %s | Dokumenteret | Udgift | Husleje | 100 | 100 | 100 | 100"
	for effect, projects := range map[string]int{"Positiv": 1, "": 1, "Negativ": 2} {
		r := readOf(t, gridsOf(fmt.Sprintf(extract, effect))...)
		if got := len(r.Submission.Projects); got != projects {
			t.Errorf("%q: %d projects, want %d", effect, got, projects)
		}
	}
}
