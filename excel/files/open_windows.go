package files

// nonBlocking is nothing: Windows has no pipes among files.
const nonBlocking = 0
