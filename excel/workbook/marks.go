package workbook

// MarkPrefix begins the defined names that mark what is ours in other people's workbooks.
const MarkPrefix = "videre_"
