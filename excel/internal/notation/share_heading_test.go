package notation

import "testing"

func TestReadShareOf(t *testing.T) {
	for heading, want := range map[string]ShareOf{
		"Kommunens andel": OwnShare, "Kommunal andel": OwnShare, "Andel": OwnShare, "Andel i pct.": OwnShare,
		"Andel efter refusion": OwnShare, "Egen andel": OwnShare, "Andel, som kommunen beholder": OwnShare,
		"Heraf kommunal": OwnShare, "Nettoandel pct": OwnShare, "Forvaltningens andel": OwnShare,
		"Municipal share": OwnShare, "Share": OwnShare, "Kommunens nettoandel efter refusion pct": OwnShare,

		"Regionens andel": RestShare, "Statens andel": RestShare, "Andel til staten": RestShare,
		"Statslig andel": RestShare, "Regional andel i pct.": RestShare, "Andel, der tilfalder regionen": RestShare,
		"Ikke-kommunal andel": RestShare, "Ikke kommunal andel": RestShare, "Andel uden for kommunen": RestShare,
		"Andel, der ikke tilfalder kommunen": RestShare, "Andel, som ikke er kommunens": RestShare,
		"Andre kommuners andel": RestShare, "Nabokommunens andel": RestShare, "Region's share": RestShare, "State share": RestShare,
		"Non-municipal share": RestShare, "Share not municipal": RestShare,

		"Andel, som Odense får": UnclearShare, "Kommunens og regionens andel": UnclearShare,
		"Heraf regionens andel": UnclearShare, "Andel til Aarhus": OwnShare, "Andel til Herning": UnclearShare,
	} {
		if got := ReadShareOf(heading); got != want {
			t.Errorf("ReadShareOf(%q) = %d, want %d", heading, got, want)
		}
	}
}
