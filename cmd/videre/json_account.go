package main

import (
	"videre/excel/reading"
)

// The account of a workbook's cells in JSON: every key is always there.
type (
	jsonAccount struct {
		Used          []jsonUsed     `json:"used"`
		Harmless      []jsonHarmless `json:"harmless"`
		NotUnderstood []jsonGap      `json:"not_understood"`
	}
	jsonUsed struct {
		Sheet string `json:"sheet"`
		Range string `json:"range"`
		Role  string `json:"role"`
	}
	jsonHarmless struct {
		Sheet string `json:"sheet"`
		Range string `json:"range"`
		Why   string `json:"why"`
	}
	jsonGap struct {
		Sheet    string   `json:"sheet"`
		Range    string   `json:"range"`
		Heading  string   `json:"heading"`
		Text     string   `json:"text"`
		Why      string   `json:"why"`
		Nearest  string   `json:"nearest"`
		Money    bool     `json:"money"`
		Projects []string `json:"projects"`
	}
)

// noAccount is the account of a file that was not read.
func noAccount() jsonAccount {
	return jsonAccount{[]jsonUsed{}, []jsonHarmless{}, []jsonGap{}}
}

// jsonAccountOf is what became of a workbook's cells.
func jsonAccountOf(review *reading.Judged) jsonAccount {
	j, name := noAccount(), review.Book.Sheet
	for _, r := range review.Account.Used {
		j.Used = append(j.Used, jsonUsed{name(r.Sheet), r.Range.String(), r.As})
	}
	for _, r := range review.Account.Harmless {
		j.Harmless = append(j.Harmless, jsonHarmless{name(r.Sheet), r.Range.String(), r.As})
	}
	for _, g := range review.Account.NotUnderstood {
		j.NotUnderstood = append(j.NotUnderstood, jsonGap{
			name(g.Sheet), g.Range.String(), g.Heading, g.Text, g.As, g.Nearest, g.Money, append([]string{}, g.Projects...),
		})
	}
	return j
}
