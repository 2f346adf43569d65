package notation

import (
	"strings"
	"testing"
)

// asked are headings in the words of people who fill in workbooks, by what they ask for.
var asked = map[Role]string{
	RoleExpiry: `Hvornår løber pengene ud?; Projektafslutning; Sidste projektår;
		År for udløb; Hvor længe kører projektet?; Grant runs out`,
	RoleExtended: `Tidl. forlængelse (ja/nej); Har indsatsen tidligere fået forlængelse?; Forlængelse givet tidligere;
		Har I fået lov at forlænge før?; Prolonged earlier?; Forl. før`,
	RoleSocial: `Faglig effekt; Menneskelig effekt; Effekt på trivsel; Gør det en forskel for de unge?;
		Hvad får borgerne ud af det?; Outcome for citizens`,
	RoleEconomic: `Budgetmæssig effekt; Effekt på udgifterne; Gør det en forskel for budgettet?;
		Kan effekten ses i økonomien?; Virkning på de offentlige udgifter; Outcome for the budget`,
	RoleWish:   `Hvad søges der om?; Ansøges om; Hvad så bagefter?; Hvordan vil I gerne videre?; What we ask for`,
	RoleCost:   `Nettodriftsudgift; Pris pr. år for hele indsatsen; Driftsbehov; Cost per year`,
	RoleOneOff: `Hvad koster det at komme i gang?; Udgift én gang; Ikke-tilbagevendende udgift; One-time cost`,
	RoleCommitted: `Fondsmidler bevilget til og med; Sidste år med tilsagn; Hvornår udløber tilsagnet?;
		Finansiering garanteret til; Funding secured until`,
	RoleBudgeted: `Trukket ud af budgettet i forvejen?; Indarb. i budget?; Allerede i budgettet (ja/nej);
		Er budgettet allerede sat ned?; Indgår i det vedtagne budget?`,
	RoleArea:        `Budgetområde, der afgiver besparelsen; Besparelse på hvilket område?; Afgivende budget`,
	RolePayer:       `Hvis penge spares?; Gevinsthaver; Hvor lander gevinsten?; Besparelsens modtager`,
	RoleShare:       `Pct. til kommunen; Kommunens del af besparelsen; Hvor stor en del er kommunens?`,
	RoleGiver:       `Tilskudsyder; Hvilken fond?; Hvor kommer de eksterne penge fra?`,
	RoleName:        `Projektbetegnelse; Hvad kalder I indsatsen?; Indsatstitel`,
	RoleTotal:       `Sum af årene; Grand total`,
	RoleConsumption: `Forbrug sidste år; Hvad brugte I sidste år?`,
	// What only looks like something else.
	RoleFunding: `Tilskud til foreninger`,
}

func TestHeadingsAsPeopleWriteThem(t *testing.T) {
	for role, texts := range asked {
		for text := range strings.SplitSeq(texts, ";") {
			text = strings.Join(strings.Fields(text), " ")
			said := ReadHeading(text)
			if got := said.Role; got != role || said.Doubt != "" {
				t.Errorf("%q is read as %q (%s), not %q", text, got, said.Doubt, role)
			}
		}
	}
}
