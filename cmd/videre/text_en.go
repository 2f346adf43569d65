package main

import "videre/budget"

// english holds the command's words in English.
var english = map[budget.Key]string{
	"root.use":   "videre FILE…",
	"root.files": "FILE…",
	"root.short": "Assesses social investments in Excel files by the rules of the budget",
	"root.long": `Videre reads the Excel files in which departments report social investments, holds
every amount against the rules, and writes for each file an annotated copy in the
folder “vurderet” beside it. The file itself is not touched.

The assessment is technical and preliminary. The council decides.`,
	"root.example": `  videre submission.xlsx
  videre check submission.xlsx
  videre --json submission.xlsx`,

	"check.short": "Assesses and prints, but writes no files",
	"check.long":  "Assesses the files as usual and shows the result, but writes no copy.",

	"explain.use":      "explain [CODE]",
	"explain.short":    "Explains a finding, or lists them all",
	"explain.fires":    "Here it is found:",
	"explain.accepted": "Here it is not:",
	"explain.fix":      "How to put it right:",

	"flag.lang":        "language: da or en",
	"flag.json":        "print the result as JSON",
	"flag.year":        "the budget year, when the file does not say it or says another",
	"flag.unit":        "unit of amounts without one: kr, tkr, mio or mia",
	"flag.payer":       "whose savings that name nobody are: municipality, region, state or other",
	"flag.price-level": "price level of amounts without one, for example 2026",
	"flag.out":         "folder for the annotated copies",
	"flag.overwrite":   "replace a copy that somebody changed, too",

	"flag.map":      "map of columns that explains unknown headings (see videre map)",
	"map.use":       "map FILE…",
	"map.short":     "Writes a map of columns, in which unknown headings can be explained",
	"map.written":   "Map of columns: {path}. Fill it in, and use it with --map.",
	"usage.no-map":  "{path} is no map of columns.",
	"usage.bad-map": "{path}: {cell}: “{have}” cannot stand here.",
	"usage.map.fix": "Choose from the list in the cell; videre map writes a new map of columns.",

	"trouble.error": "error:",
	"trouble.note":  "note:",
	"trouble.hint":  "hint:",

	"usage.help":              "Write videre --help to see what can be chosen.",
	"usage.no-file":           "No file is named.",
	"usage.unknown-flag":      "There is no flag {flag}.",
	"usage.needs-value":       "The flag {flag} needs a value.",
	"usage.bad-value":         "{flag} cannot be “{value}”.",
	"usage.value-lang":        "{flag} must be da or en, not “{value}”.",
	"usage.value-year":        "{flag} must be a year of four digits, for example 2026, not “{value}”.",
	"usage.value-price-level": "{flag} must be a year of four digits, for example 2026, not “{value}”.",
	"usage.value-unit":        "{flag} must be kr, tkr, mio or mia, not “{value}”.",
	"usage.value-payer":       "{flag} must be municipality, region, state or other, not “{value}”.",
	"usage.unknown-code":      "There is no finding called “{code}”. Write videre explain to see them all.",
	"usage.other":             "The call is not understood: {detail}.",

	"write.signed":        "{path} is digitally signed; the signature does not hold for the assessed copy.",
	"write.kept":          "{output} exists and was changed since the program wrote it, or was not written by the program. It is not replaced.",
	"write.kept.fix":      "Move or rename {output}, choose another folder with --out, or replace it with --overwrite.",
	"write.is-input":      "The copy would replace the file it is made of: {output}.",
	"write.is-input.fix":  "Choose another folder with --out.",
	"write.no-access":     "{output} cannot be written: there is no access to the folder.",
	"write.no-access.fix": "Choose a folder that you may write to with --out.",
	"write.full":          "{output} cannot be written: there is no room left.",
	"write.full.fix":      "Make room, or choose another drive with --out.",
	"write.other":         "{path}: the copy was not written. {detail}",
	"write.other.fix":     "Check the folder, and run again.",

	"print.budget":      " – Budget {year}",
	"print.figures":     "Running cost {cost} · counted {counted} · missing {gap} · coverage {coverage}",
	"print.unknown":     "unknown",
	"print.nameless":    "(no name, {cell})",
	"print.no-projects": "No projects were found.",
	"print.assumed":     "Assumed:",
	"print.written":     "Annotated copy: {path}",
	"print.unchanged":   "Annotated copy: {path} (unchanged)",
	"print.foot":        "Technical assessment. The council decides.",

	"flag.jobs":  "how many files are worked on at a time",
	"flag.quiet": "do not show how far the run has come",

	"usage.no-workbooks": "There are no Excel files to assess.",
	"usage.same-base":    "{one} and {other} would get the same folder in --out: {base}.",
	"usage.years-differ": "The files are for different budget years: {list}. Choose the budget year with --year, or run them one by one.",

	"write.interrupted":     "{path} was not worked on, since the run was interrupted.",
	"write.interrupted.fix": "Run again; what is finished stays.",
	"write.collision":       "{path} was not worked on, since its copy would have the name of the copy of {other}.",
	"write.collision.fix":   "Rename one of the files and run again.",
	"write.locked":          "{output} is open in another program and was not replaced.",
	"write.locked.fix":      "Close the file and run again.",

	"progress.line": "{done}/{all} {path}",
	"skipped.lock":  "{count} lock file(s)",
	"skipped.own":   "{count} assessed copy/copies",
	"skipped.link":  "{count} link(s), which are not followed",
	"skipped.other": "{count} file(s) of other kinds",

	"print.run":      "{read} file(s) read, {refused} not.",
	"print.total":    "running cost {cost} · missing {gap}",
	"print.workbook": "{path}: {projects} project(s), {errors} error(s), {warnings} warning(s)",
	"print.skipped":  "Passed over:",
	"print.summary":  "Summary: {path}",
	"print.more":     "and {count} more places",

	"export.use":     "export FILE|FOLDER…",
	"export.short":   "Gives what the files say as data: csv, json or the template's layout",
	"export.long":    "Writes one table with a row per project, line and year and the cell the amount was read in (csv, json), or each file in the template's layout (xlsx).",
	"export.written": "Written: {path}",
	"flag.format":    "csv (opens right in a Danish Excel), json or xlsx (the template's layout)",
	"flag.stdout":    "write on the screen instead of in a file (csv and json)",

	"template.use":        "template FILE",
	"template.short":      "Writes an empty template for departments to fill in",
	"template.long":       "Writes an empty workbook with the sheets Projects and Finances, drop-down lists, help texts and an example row that is not read.",
	"template.written":    "Template: {path}",
	"flag.years":          "the budget year, such as 2027, or the years, such as 2027-2030",
	"flag.template-unit":  "unit of amounts: kr, tkr or mio",
	"flag.overwrite-file": "replace the file if it is there",
	"usage.one-file":      "Give the name of one file.",
	"usage.value-years":   "{flag} must be the budget year, such as 2027, or the years, such as 2027-2030, not \"{value}\".",
	"usage.value-format":  "{flag} must be csv, json or xlsx (xlsx not with --stdout), not \"{value}\".",

	"strip.use":         "strip FILE…",
	"strip.short":       "Takes what the program added off an assessed copy",
	"strip.long":        "Of a copy that nobody changed the original file comes back, byte for byte. Of a copy that was corrected and saved since, the program's sheets, columns, notes and colours are taken off, and that is said.",
	"strip.exact":       "{path}: the original file, byte for byte.",
	"strip.by-meaning":  "{path}: the copy was saved by another program since; the program's sheets, columns, notes and colours are taken off, but the file is not the original byte for byte.",
	"strip.no-copy":     "{path} is not an assessed copy.",
	"strip.no-copy.fix": "Give a copy that the program wrote.",
	"flag.strip-out":    "folder for the stripped files",

	"policy.use":       "policy FILE",
	"policy.short":     "Writes the rules as a workbook that can be edited and used with --policy",
	"policy.long":      "Writes the rules – parameters, decision table, price index, severities and waivers, each with its basis – as a workbook that can be edited in Excel. With --check an edited workbook is checked.",
	"policy.written":   "Rules: {path}. Edit the yellow cells, and use the file with --policy.",
	"policy.good":      "{path} can be used: “{name}”, {rows} rows in the decision table, {waivers} waiver(s), fingerprint {fingerprint}.",
	"flag.check":       "check the file instead of writing it",
	"flag.policy":      "rules: a workbook of videre policy (else VIDERE_POLICY, else the program's proposal)",
	"flag.policy-from": "rules to be written (else VIDERE_POLICY, else the program's proposal)",
	"print.waiver":     "Waiver for {code}: {reason} ({by}, {date})",

	"dropped.wait": "Press Enter to close the window.",
}
