// Package annotate gives a department its workbook back, annotated, and takes what it
// added off again.
//
// What comes in is a reading, a report on it, and what people wrote in an earlier copy;
// what goes out of [Copy] are the bytes of the copy: the verdict beside each project, what
// counts beside each line, a note and a fill on each cell with a fault, and three sheets of
// ours. The copy is made by editing the package: every part that need not change is the
// input's byte for byte, and in those that must, every byte not concerned. The copy proves
// that to itself before it is returned. It carries what it takes to turn it back.
//
// [Strip] turns an intact copy back into its input; [Undo] does so for who reads on. Of a
// copy that somebody corrected and saved, what may be ours is found by defined names and
// headings, and only what is proved to be is taken off: a sentence that the program writes, or
// a figure or a name beside one (proof.go, sentence.go). What people wrote among it stays and
// is told; what they wrote in the two columns meant for them is kept as entries. Whoever can
// write a workbook can forge every mark: so a mark only says where to look. [Imitations] are
// what looks like ours and is not.
//
// It judges nothing, reads no file, and never loads and saves a department's workbook with
// a library.
package annotate
