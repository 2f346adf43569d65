package files

// markStream is behind a file's name the stream in which Windows notes where it came from.
const markStream = ":Zone.Identifier"
