// Package text holds the sentences of everything under excel, in every language of the
// program, by key: [Say] makes a sentence of a key and what fills its places, [Of] is a
// text that has none. The domain's own sentences are in package budget.
package text
