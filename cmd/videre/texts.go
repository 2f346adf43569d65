package main

import "videre/budget"

// texts holds the command's own words in every language.
var texts = budget.Catalog{budget.Danish: danish, budget.English: english}

// voice says things in the language of the run. It writes nothing.
type voice struct{ language budget.Language }

// say is one of the command's own sentences.
func (v voice) say(key budget.Key, args ...budget.Arg) string {
	return texts.Say(v.language, budget.Message{Key: key, Args: args}, func(budget.Origin) string { return "" })
}

// figures are a year's figures, as a sentence.
func (v voice) figures(f budget.YearFigures) string {
	return v.say("print.figures",
		argOf("cost", v.figure(f.Cost)), argOf("counted", v.figure(f.Counted)),
		argOf("gap", v.figure(f.Gap)), argOf("coverage", v.coverage(f.Coverage)))
}

// figure is an amount without its unit.
func (v voice) figure(f budget.Figure) string {
	if !f.Known {
		return v.say("print.unknown")
	}
	return v.language.Money(f.Value)
}

// coverage is a coverage in percent; a dash where it is not known.
func (v voice) coverage(f budget.Figure) string {
	if !f.Known {
		return "–"
	}
	return v.language.Percent(f.Value)
}

// waiver is a waiver, as a sentence.
func (v voice) waiver(w budget.Waiver) string {
	return v.say("print.waiver",
		argOf("code", w.Code.String()), argOf("reason", w.Reason), argOf("by", w.DecidedBy), argOf("date", w.Date))
}

// kind is the kind of a line as a word, or that it is not known.
func (v voice) kind(l *budget.Line) string {
	if known, ok := l.Kind.Get(); ok {
		return v.language.Word(known)
	}
	return v.say("print.unknown")
}

// codeText is a part of what the catalogue says of a code: ".title", ".about".
func (v voice) codeText(code budget.Code, part budget.Key) string {
	return v.language.Text(budget.Key(code.String()) + part)
}

// argOf is a text as a value of a sentence.
func argOf(name, value string) budget.Arg {
	return budget.Arg{Name: name, Value: budget.Quote(oneLine(value))}
}

// countOf is a number as a value of a sentence, by which words are chosen too.
func countOf(name string, n int) budget.Arg { return budget.Arg{Name: name, Value: budget.Count(n)} }
