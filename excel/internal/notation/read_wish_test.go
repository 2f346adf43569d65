package notation

import (
	"testing"

	"videre/budget"
)

func TestReadWish(t *testing.T) {
	permanent, scaled := Wish{Wish: budget.WishPermanent}, Wish{Wish: budget.WishScaled}
	extended, ended := Wish{Wish: budget.WishExtended}, Wish{Wish: budget.WishEnded}
	until := func(year int) Wish { return Wish{budget.WishExtended, year} }
	read0 := func(text string) (Wish, Certainty) { return ReadWish(text, 2026) }
	check(t, read0, []read[Wish]{
		{"Videreføres", permanent, Certain},
		{"Videreføres permanent", permanent, Certain},
		{"Ønskes genoptaget", permanent, Certain},
		{"Ønskes gjort fast", permanent, Certain},
		{"Søges videreført i uændret form", permanent, Certain},
		{"Indstilles til permanent drift", permanent, Certain},
		{"Ønskes overført til normaldrift", permanent, Certain},
		{"Extend until the end of 2027", until(2027), Certain},
		{"Continue to the end of 2028", until(2028), Certain},
		{"Ønskes ikke genoptaget", ended, Certain},
		{"Ikke gjort fast", Wish{}, Doubtful},
		{"Ønskes gjort fast til 2027", Wish{}, Doubtful},
		{"Gøres permanent", permanent, Certain},
		{"Ønskes gjort permanent", permanent, Certain},
		{"Permanent fra 2026", permanent, Certain},
		{"Ønskes permanentgjort", permanent, Certain},
		{"Vi ønsker projektet gjort permanent", permanent, Certain},
		{"Continue", permanent, Certain},
		{"Overgår til drift", permanent, Certain},
		{"Permanentgøres og udvides", scaled, Certain},
		{"Videreføres og skaleres", scaled, Certain},
		{"Udbredes til hele byen", scaled, Certain},
		{"Expand and make permanent", scaled, Certain},
		{"Forlænges", extended, Certain},
		{"Forlænges til udgangen af 2027", until(2027), Certain},
		{"Forlænges t.o.m. 2026", until(2026), Certain},
		{"Videreføres til og med 2028", until(2028), Certain},
		{"Midlertidig forlængelse", extended, Certain},
		{"Extended until 2027", until(2027), Certain},
		{"Afsluttes", ended, Certain},
		{"Videreføres ikke", ended, Certain},
		{"Ønskes ikke videreført", ended, Certain},
		{"Udfases", ended, Certain},
		{"Discontinued", ended, Certain},
		{"Afventer", Wish{}, Certain},
		{"Ikke relevant endnu", Wish{}, Certain},
		{"Ikke besluttet", Wish{}, Certain},
		{"Måske permanent", Wish{}, Doubtful},
		{"Forlænges eller gøres permanent", Wish{}, Doubtful},
		{"Ikke permanent", Wish{}, Doubtful},
		{"Permanent, hvis der findes midler", Wish{}, Doubtful},
		{"Afsluttes eller udvides", Wish{}, Doubtful},
		{"Permanent til 2027", Wish{}, Doubtful},
		{"Videreføres to år", extended, Certain},
		{"Videreføres i 2026", Wish{}, Doubtful},
		{"Videreføres midlertidigt", extended, Certain},
		{"Forlænges, ikke permanent", extended, Certain},
		{"To ekstra år", extended, Certain},
		{"Permanent uden udvidelse", permanent, Certain},
		{"Permanent med dobbelt så mange pladser", scaled, Certain},
		{"Gøres permanent og rulles ud til flere bydele", scaled, Certain},
		{"Afvikles", ended, Certain},
		{"Ophører 31.12.2025", ended, Certain},
		{"Ophører 31.12.2027", Wish{}, Doubtful},
		{"Ingen ønsker om forlængelse", ended, Certain},
		{"Se bemærkning", Wish{}, Unread},
		{"", Wish{}, Unread},
	})
}
