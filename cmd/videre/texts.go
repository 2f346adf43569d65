package main

import "videre/budget"

// texts holds the command's own words in both languages.
var texts = budget.Catalog{budget.Danish: danish, budget.English: english}
