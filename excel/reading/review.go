package reading

import (
	"videre/budget"
)

// Review is a workbook that has been read and judged.
type Review struct {
	*Reading
	Report *budget.Report // of the reading's submission
}
