package notation
import ("testing";"fmt")
func TestZY(t *testing.T) {
	for _, h := range []string{"Årligt i alt","I alt pr. år","Beløb i alt","Total pr. år", "Kun forventet"} {
		r := ReadHeading(h)
		fmt.Printf("H %q %+v %+v\n", h, r, ReadQualifiers(h))
	}
}
