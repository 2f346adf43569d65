package budget

// catalog holds the domain's texts in both languages.
var catalog = Catalog{Danish: danish, English: english}
