package budget

// Origin is the place a value was read from. It is ordered as the places are,
// it means nothing to this package, and only the reader that made it can say
// which sheet and cell it is. Zero is no place.
type Origin int64

// NoOrigin is the origin of what has no place of its own.
const NoOrigin Origin = 0
