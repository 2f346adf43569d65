package main

import "videre/budget"

// danish holds the command's words in Danish.
var danish = map[budget.Key]string{
	"root.use":   "videre FIL…",
	"root.files": "FIL…",
	"root.short": "Vurderer sociale investeringer i Excel-filer efter budgettets regler",
	"root.long": `Videre læser de Excel-filer, som afdelingerne indberetter sociale investeringer i,
holder hvert beløb op mod reglerne og skriver for hver fil en vurderet kopi i mappen
»vurderet« ved siden af. Filen selv røres ikke.

Vurderingen er teknisk og foreløbig. Byrådet beslutter.`,
	"root.example": `  videre indberetning.xlsx
  videre check indberetning.xlsx
  videre --json indberetning.xlsx`,

	"check.short": "Vurderer og skriver på skærmen, men skriver ingen filer",
	"check.long":  "Vurderer filerne som ellers og viser resultatet, men skriver ingen kopi.",

	"explain.use":      "explain [KODE]",
	"explain.short":    "Forklarer en kontrolbemærkning, eller viser dem alle",
	"explain.fires":    "Her gives bemærkningen:",
	"explain.accepted": "Her gives den ikke:",
	"explain.fix":      "Sådan rettes det:",

	"flag.lang":        "sprog: da eller en",
	"flag.json":        "skriv resultatet som JSON",
	"flag.year":        "budgetåret, når filen ikke selv siger det eller siger noget andet",
	"flag.unit":        "enhed for beløb uden enhed: kr, tkr, mio eller mia",
	"flag.payer":       "hvem besparelser uden angivelse tilfalder: kommune, region, stat eller andre",
	"flag.price-level": "prisniveau for beløb uden prisniveau, for eksempel 2026",
	"flag.out":         "mappe til de vurderede kopier",
	"flag.overwrite":   "erstat også en kopi, som nogen har ændret",

	"flag.map":      "kolonnekort, der forklarer ukendte overskrifter (se videre map)",
	"map.use":       "map FIL…",
	"map.short":     "Skriver et kolonnekort, hvor ukendte overskrifter kan forklares",
	"map.written":   "Kolonnekort: {path}. Udfyld det, og brug det med --map.",
	"usage.no-map":  "{path} er ikke et kolonnekort.",
	"usage.bad-map": "{path}: {cell}: »{have}« kan ikke stå her.",
	"usage.map.fix": "Vælg i listen i cellen; videre map skriver et nyt kolonnekort.",

	"trouble.error": "fejl:",
	"trouble.note":  "bemærk:",
	"trouble.hint":  "råd:",

	"usage.help":              "Skriv videre --help for at se, hvad der kan vælges.",
	"usage.no-file":           "Der er ikke angivet nogen fil.",
	"usage.unknown-flag":      "Valget {flag} findes ikke.",
	"usage.needs-value":       "Valget {flag} skal have en værdi.",
	"usage.bad-value":         "{flag} kan ikke være »{value}«.",
	"usage.value-lang":        "{flag} skal være da eller en, ikke »{value}«.",
	"usage.value-year":        "{flag} skal være et årstal med fire cifre, for eksempel 2026, ikke »{value}«.",
	"usage.value-price-level": "{flag} skal være et årstal med fire cifre, for eksempel 2026, ikke »{value}«.",
	"usage.value-unit":        "{flag} skal være kr, tkr, mio eller mia, ikke »{value}«.",
	"usage.value-payer":       "{flag} skal være kommune, region, stat eller andre, ikke »{value}«.",
	"usage.unknown-code":      "Der er ingen kontrolbemærkning, der hedder »{code}«. Skriv videre explain for at se dem alle.",
	"usage.other":             "Kaldet forstås ikke: {detail}.",

	"write.signed":        "{path} er digitalt underskrevet; underskriften gælder ikke den vurderede kopi.",
	"write.kept":          "{output} findes allerede og er ændret, siden programmet skrev den, eller er ikke skrevet af programmet. Den er ikke erstattet.",
	"write.kept.fix":      "Flyt eller omdøb {output}, vælg en anden mappe med --out, eller erstat den med --overwrite.",
	"write.is-input":      "Kopien ville erstatte den fil, den er lavet af: {output}.",
	"write.is-input.fix":  "Vælg en anden mappe med --out.",
	"write.no-access":     "{output} kan ikke skrives: der er ikke adgang til mappen.",
	"write.no-access.fix": "Vælg en mappe, du må skrive i, med --out.",
	"write.full":          "{output} kan ikke skrives: der er ikke mere plads.",
	"write.full.fix":      "Skaf plads, eller vælg et andet drev med --out.",
	"write.other":         "{path}: kopien blev ikke skrevet. {detail}",
	"write.other.fix":     "Kontrollér mappen, og kør igen.",

	"print.budget":      " – Budget {year}",
	"print.figures":     "Driftsudgift {cost} · indgår {counted} · mangler {gap} · finansieringsgrad {coverage}",
	"print.unknown":     "ukendt",
	"print.nameless":    "(uden navn, {cell})",
	"print.no-projects": "Der er ikke fundet nogen projekter.",
	"print.assumed":     "Forudsat:",
	"print.written":     "Vurderet kopi: {path}",
	"print.unchanged":   "Vurderet kopi: {path} (uændret)",
	"print.foot":        "Teknisk vurdering. Byrådet beslutter.",

	"flag.jobs":  "hvor mange filer der behandles ad gangen",
	"flag.quiet": "vis ikke, hvor langt kørslen er",

	"usage.no-workbooks": "Der er ingen Excel-filer at vurdere.",
	"usage.same-base":    "{one} og {other} ville få samme mappe i --out: {base}.",
	"usage.years-differ": "Filerne er til forskellige budgetår: {list}. Vælg budgetåret med --year, eller kør dem hver for sig.",

	"write.interrupted":     "{path} er ikke behandlet, da kørslen blev afbrudt.",
	"write.interrupted.fix": "Kør igen; det, der er færdigt, bliver stående.",
	"write.collision":       "{path} er ikke behandlet, da kopien ville få samme navn som kopien af {other}.",
	"write.collision.fix":   "Omdøb den ene fil, og kør igen.",
	"write.locked":          "{output} er åben i et andet program og er ikke erstattet.",
	"write.locked.fix":      "Luk filen, og kør igen.",

	"progress.line": "{done}/{all} {path}",
	"skipped.lock":  "{count} låsefil(er)",
	"skipped.own":   "{count} vurderet kopi/vurderede kopier",
	"skipped.link":  "{count} genvej(e), der ikke følges",
	"skipped.other": "{count} fil(er) af anden type",

	"print.run":      "{read} fil(er) er læst, {refused} er ikke.",
	"print.total":    "driftsudgift {cost} · mangler {gap}",
	"print.workbook": "{path}: {projects} projekt(er), {errors} fejl, {warnings} advarsel(er)",
	"print.skipped":  "Sprunget over:",
	"print.summary":  "Samlet vurdering: {path}",
	"print.more":     "og {count} steder mere",

	"export.use":     "export FIL|MAPPE…",
	"export.short":   "Giver det, filerne siger, som data: csv, json eller skabelonens layout",
	"export.long":    "Skriver én tabel med en række pr. projekt, post og år og den celle, beløbet er læst i (csv, json), eller hver fil i skabelonens layout (xlsx).",
	"export.written": "Skrevet: {path}",
	"flag.format":    "csv (åbner rigtigt i dansk Excel), json eller xlsx (skabelonens layout)",
	"flag.stdout":    "skriv på skærmen i stedet for i en fil (csv og json)",

	"template.use":        "template FIL",
	"template.short":      "Skriver en tom skabelon, som afdelingerne kan udfylde",
	"template.long":       "Skriver en tom arbejdsbog med arkene Projekter og Økonomi, valglister, hjælpetekster og en eksempelrække, der ikke læses.",
	"template.written":    "Skabelon: {path}",
	"flag.years":          "budgetåret, for eksempel 2027, eller årene, for eksempel 2027-2030",
	"flag.template-unit":  "enhed for beløb: kr, tkr eller mio",
	"flag.overwrite-file": "erstat filen, hvis den findes",
	"usage.one-file":      "Angiv navnet på én fil.",
	"usage.value-years":   "{flag} skal være budgetåret, for eksempel 2027, eller årene, for eksempel 2027-2030, ikke »{value}«.",
	"usage.value-format":  "{flag} skal være csv, json eller xlsx (xlsx ikke med --stdout), ikke »{value}«.",

	"strip.use":         "strip FIL…",
	"strip.short":       "Tager det, programmet har tilføjet, af en vurderet kopi igen",
	"strip.long":        "Af en kopi, som ingen har ændret, kommer den oprindelige fil tilbage, byte for byte. Af en kopi, der er rettet og gemt siden, fjernes programmets ark, kolonner, noter og farver, og det siges.",
	"strip.exact":       "{path}: den oprindelige fil, byte for byte.",
	"strip.by-meaning":  "{path}: kopien er gemt af et andet program siden; programmets ark, kolonner, noter og farver er fjernet, men filen er ikke byte for byte den oprindelige.",
	"strip.no-copy":     "{path} er ikke en vurderet kopi.",
	"strip.no-copy.fix": "Angiv en kopi, som programmet har skrevet.",
	"flag.strip-out":    "mappe til de rensede filer",

	"policy.use":       "policy FIL",
	"policy.short":     "Skriver reglerne som en arbejdsbog, der kan rettes og bruges med --policy",
	"policy.long":      "Skriver reglerne – parametre, beslutningstabel, prisindeks, alvor og dispensationer, hver med hjemmel – som en arbejdsbog, der kan rettes i Excel. Med --check kontrolleres en rettet arbejdsbog.",
	"policy.written":   "Regler: {path}. Ret i de gule felter, og brug filen med --policy.",
	"policy.good":      "{path} kan bruges: »{name}«, {rows} rækker i beslutningstabellen, {waivers} dispensation(er), fingeraftryk {fingerprint}.",
	"flag.check":       "kontrollér filen i stedet for at skrive den",
	"flag.policy":      "regler: en arbejdsbog fra videre policy (ellers VIDERE_POLICY, ellers programmets forslag)",
	"flag.policy-from": "regler, der skrives ud (ellers VIDERE_POLICY, ellers programmets forslag)",
	"print.waiver":     "Dispensation for {code}: {reason} ({by}, {date})",

	"dropped.wait": "Tryk Enter for at lukke vinduet.",
}
