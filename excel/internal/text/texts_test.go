package text

import (
	"testing"

	"videre/budget/budgettest"
)

func TestTheLanguagesSayTheSame(t *testing.T) { budgettest.CheckCatalog(t, Catalog) }
