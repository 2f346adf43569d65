package main

import "videre/budget"

// texts holds the command's own words in every language.
var texts = budget.Catalog{budget.Danish: danish, budget.English: english}
