package main

import (
	"runtime"
	"strconv"

	"github.com/spf13/cobra"

	"videre/budget"
	"videre/excel/forms"
	"videre/excel/reading"
)

// flags are what the user says besides the files.
type flags struct {
	lang, out              string
	mapFile, policy        string
	unit, payer            string
	year, priceLevel       int
	jobs                   int
	json, overwrite, quiet bool
}

// define adds the flags that assessing and checking share.
func (f *flags) define(cmd *cobra.Command, say func(budget.Key, ...budget.Arg) string) {
	cmd.Flags().BoolVar(&f.json, "json", false, say("flag.json"))
	cmd.Flags().IntVar(&f.year, "year", 0, say("flag.year"))
	cmd.Flags().StringVar(&f.unit, "unit", "", say("flag.unit"))
	cmd.Flags().StringVar(&f.payer, "payer", "", say("flag.payer"))
	cmd.Flags().IntVar(&f.priceLevel, "price-level", 0, say("flag.price-level"))
	cmd.Flags().StringVar(&f.policy, "policy", "", say("flag.policy"))
	cmd.Flags().StringVar(&f.mapFile, "map", "", say("flag.map"))
	cmd.Flags().IntVar(&f.jobs, "jobs", runtime.NumCPU(), say("flag.jobs"))
	cmd.Flags().BoolVar(&f.quiet, "quiet", false, say("flag.quiet"))
}

// settings turns the flags into settings of reading; a value that is none is a
// usage error.
func (f *flags) settings() (reading.Settings, error) {
	set := reading.Settings{Year: f.year, Asked: f.year != 0, PriceLevel: f.priceLevel}
	if f.jobs < 0 {
		return set, badValue("jobs", strconv.Itoa(f.jobs))
	}
	if f.year != 0 && !plausible(f.year) {
		return set, badValue("year", budget.Year(f.year).In(0, nil))
	}
	if f.priceLevel != 0 && !plausible(f.priceLevel) {
		return set, badValue("price-level", budget.Year(f.priceLevel).In(0, nil))
	}
	if f.unit != "" {
		unit, ok := reading.ParseUnit(f.unit)
		if !ok {
			return set, badValue("unit", f.unit)
		}
		set.Unit = &unit
	}
	if f.mapFile != "" {
		columns, err := readForm(f.mapFile, forms.ReadMap)
		if err != nil {
			return set, err
		}
		set.Map = columns
	}
	if f.payer != "" {
		payer, ok := reading.ParsePayer(f.payer)
		if !ok {
			return set, badValue("payer", f.payer)
		}
		set.Payer = payer
	}
	return set, nil
}

// plausible reports whether a year can be a budget year.
func plausible(year int) bool { return year >= 2000 && year < 2100 }

// badValue is a flag that cannot have the value it was given.
func badValue(flag, value string, more ...budget.Arg) error {
	return &usageError{
		key:  "usage.value-" + budget.Key(flag),
		args: append([]budget.Arg{argOf("flag", "--"+flag), argOf("value", value)}, more...),
	}
}

// languageCodes are the values of --lang.
func languageCodes() budget.Arg {
	var codes budget.Choice
	for _, l := range budget.Languages() {
		codes = append(codes, budget.Quote(l.String()))
	}
	return budget.Arg{Name: "languages", Value: codes}
}
