package workbook

import (
	"regexp"
	"slices"
	"strings"

	"videre/budget"
	"videre/excel/internal/opc"
	"videre/excel/internal/sheetml"
)

// sources are what can run or fetch something, by the last word of the relationship that
// leads to it: in lower case, and Microsoft's own among them ([MS-OFFMACRO2], [MS-XLSX]).
var sources = map[string]source{
	"vbaproject":       {budget.BesideActive, "active.macros"},
	"xlmacrosheet":     {budget.BesideActive, "active.macro-sheets"},
	"xlintlmacrosheet": {budget.BesideActive, "active.macro-sheets"},
	"control":          {budget.BesideActive, "active.controls"},
	"activexcontrol":   {budget.BesideActive, "active.controls"},
	"oleobject":        {budget.BesideActive, "active.objects"},
	"package":          {budget.BesideActive, "active.objects"},
	"webextension":     {budget.BesideActive, "active.add-ins"},
	"externallink":     {budget.BesideOutside, "outside.workbooks"},
	"externallinkpath": {budget.BesideOutside, "outside.workbooks"},
	"connections":      {budget.BesideOutside, "outside.data"},
	"querytable":       {budget.BesideOutside, "outside.data"},
	"attachedtemplate": {budget.BesideOutside, "outside.files"},
	"subdocument":      {budget.BesideOutside, "outside.files"},
	"image":            {budget.BesideOutside, "outside.files"}, // only where it is external
}

// commands is an external link to another program.
var commands = source{budget.BesideActive, "active.commands"}

// source is something that runs or fetches: of which kind, and what it is called.
type source struct {
	kind budget.BesideKind
	key  budget.Key
}

// fetching are functions that fetch from the web, from databases or from other programs.
var fetching = regexp.MustCompile(
	`(?i)\b(?:WEBSERVICE|RTD|STOCKHISTORY|IMAGE|IMPORT(?:DATA|XML|HTML|RANGE|FEED)|CUBE[A-Z]+|DDE)\(`)

// Beside is what the workbook holds that can run by itself, or that fetches from outside:
// one of each kind at most, with all that was found of it.
func (b *Book) Beside() []budget.Beside {
	found := map[source]bool{}
	for _, part := range append([]string{""}, partNames(b.Package)...) {
		rels, _ := b.Package.Relationships(part) // those that matter have been read before
		for _, r := range rels {
			if s, ok := b.sourceOf(r); ok {
				found[s] = true
			}
		}
	}
	origins := b.fetchingCells()
	if len(origins) > 0 {
		found[source{budget.BesideOutside, "outside.functions"}] = true
	}
	var all []budget.Beside
	for _, kind := range []budget.BesideKind{budget.BesideActive, budget.BesideOutside} {
		if names := named(found, kind); len(names) > 0 {
			all = append(all, budget.Beside{Kind: kind, What: names})
		}
	}
	if n := len(all); n > 0 && len(origins) > 0 { // functions are of the last kind
		all[n-1].Origin, all[n-1].Related = origins[0], origins[1:]
	}
	return all
}

// partNames are the names of all parts that others may hang on.
func partNames(p *opc.Package) []string {
	var names []string
	for _, part := range p.Parts() {
		if !strings.HasSuffix(part.Name, ".rels") {
			names = append(names, part.Name)
		}
	}
	return names
}

// sourceOf is what a relationship leads to that runs or fetches.
func (b *Book) sourceOf(r opc.Relationship) (source, bool) {
	kind := kindOf(r)
	s, ok := sources[kind]
	switch {
	case r.External && kind != "hyperlink" && !ok:
		return source{budget.BesideOutside, "outside.files"}, true
	case kind == "image":
		return s, r.External
	case kind == "externallink":
		if part := b.Package.Part(r.Target); part != nil && sheetml.CallsProgram(part) {
			return commands, true
		}
	}
	return s, ok
}

// named are the names of what was found of a kind, in the order of their keys.
func named(found map[source]bool, kind budget.BesideKind) budget.List {
	var keys []budget.Key
	for s := range found {
		if s.kind == kind {
			keys = append(keys, s.key)
		}
	}
	slices.Sort(keys)
	var names budget.List
	for _, key := range keys {
		names = append(names, budget.Phrase{Key: key})
	}
	return names
}

// fetchingCells are cells with formulas that fetch from outside.
func (b *Book) fetchingCells() []budget.Origin {
	const most = 20
	var origins []budget.Origin
	for _, s := range b.Sheets {
		if s == nil {
			continue
		}
		for i := range s.Formulas {
			if len(origins) < most && fetching.MatchString(s.Formulas[i].Text) {
				origins = append(origins, OriginOf(s.Index, s.Place(&s.Formulas[i])))
			}
		}
	}
	return origins
}
