package notation
import ("testing";"fmt")
func TestZY(t *testing.T) {
	for _, h := range []string{"Besparelser (tilfalder kommunen)","Besparelse, tilskud til aktivitetscentre (tilfalder kommunen)","Hvilke besparelser betaler for indsatsen?","Hvad koster indsatsen i drift om året?","Efter 2025","Sektor","Bevilget t.o.m.","Case","Hvornår slutter bevillingen?","Udgiftstype","A. Løbende driftsudgifter","Besparelser, kommunen", "Jobindsats"} {
		r := ReadHeading(h)
		fmt.Printf("H %q role=%s under=%s payers=%v subj=%q doubt=%s money=%v q=%v un=%v\n", h, r.Role, r.Under, r.Payers, r.Subject, r.Doubt, r.Money,r.Question, r.Unexplained)
	}
	for _, h := range []string{"Stamdata for initiativer under Investeringspuljen","Materiale om klima- og energiindsatser, der ophører","Merudgifter er positive, mindreudgifter negative."} {
		fmt.Printf("H %q %+v %v\n", h, ReadRemark(h), IsSignLegend(h))
	}
}
