package budget

// catalog holds the domain's texts in every language.
var catalog = Catalog{Danish: danish, English: english}
