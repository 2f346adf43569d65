package excel

import (
	"strconv"
	"strings"
)

func itoa(n int) string { return strconv.Itoa(n) }

func formatFloat(f float64) string { return strconv.FormatFloat(f, 'g', -1, 64) }

// quoteSheet is a sheet's name as it stands in a reference.
func quoteSheet(name string) string { return "'" + strings.ReplaceAll(name, "'", "''") + "'" }
