package budget_test

import (
	"testing"

	"videre/budget"
	"videre/budget/budgettest"
)

func TestTheLanguagesSayTheSame(t *testing.T) { budgettest.CheckCatalog(t, budget.CatalogForTest) }
