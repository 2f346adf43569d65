package text_test

import (
	"testing"

	"videre/budget/budgettest"
	"videre/excel/internal/text"
)

func TestTheLanguagesSayTheSame(t *testing.T) { budgettest.CheckCatalog(t, text.Catalog) }
