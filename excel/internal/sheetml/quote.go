package sheetml

import (
	"strings"
)

// QuoteSheet is a sheet's name as it stands in a reference.
func QuoteSheet(name string) string { return "'" + strings.ReplaceAll(name, "'", "''") + "'" }
