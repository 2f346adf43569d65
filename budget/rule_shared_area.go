package budget

// SharedArea: several projects count savings in the same budget area.
//
// That is normal, and may also be the same citizens counted twice. Somebody
// should confirm that the area can give up both amounts.
var ruleSharedArea = WorkbookRule{
	Code: SharedArea,
	Fires: `
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.000
		besparelse: Færre anbringelser; 1.000; tilfalder kommune; område Familier
		projekt: Fælles Start; fuldt belyst
		driftsudgift: Sundhedsplejersker; 2.000
		besparelse: Kortere forløb; 2.000; tilfalder kommune; område Familier`,
	Accepted: `
		projekt: Nabohjælp; fuldt belyst
		driftsudgift: Mentorer; 1.000
		besparelse: Færre anbringelser; 1.000; tilfalder kommune; område Familier
		projekt: Fælles Start; fuldt belyst
		driftsudgift: Sundhedsplejersker; 2.000
		besparelse: Kortere forløb; 2.000; tilfalder kommune; område Sundhedspleje`,
	Check: func(cs *Cases) []Finding {
		var areas []string
		claims := map[string][]*LineCase{}
		projects := map[string][]*Case{}
		for _, c := range cs.All {
			for l := range c.savings {
				area, ok := l.Area.Get()
				if !ok || l.Counts != CountsYes && l.Counts != CountsPartly {
					continue
				}
				key := fold(area)
				if claims[key] == nil {
					areas = append(areas, key)
				}
				claims[key] = append(claims[key], l)
				if of := projects[key]; len(of) == 0 || !sameName(of[len(of)-1].Name(), c.Name()) {
					projects[key] = append(of, c)
				}
			}
		}
		var findings []Finding
		for _, key := range areas {
			if len(projects[key]) < 2 {
				continue
			}
			f := Finding{Code: SharedArea, Origin: claims[key][0].Area.Origin, Have: Quote(claims[key][0].Area.Text)}
			var names List
			for _, c := range projects[key] {
				names = append(names, Name(c.Name()))
			}
			f.Want = some(names)
			for _, l := range claims[key][1:] {
				f.Related = append(f.Related, l.Area.Origin)
			}
			findings = append(findings, f)
		}
		return findings
	},
}
