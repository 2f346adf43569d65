package calc

import "testing"

// d10 is the cell that the formulas of these tables stand in.
var d10 = Place{Sheet: "Ark1", Row: 10, Col: 4}

const amounts = `A1 10; A2 20; A3 30; A4 'tekst'; A5 TRUE; A7 '7'; B1 1; B2 2; B3 3; B4 4; D4 40;
	C1 'Forsørgelse'; C2 'Sociale ydelser'; C3 'forsørgelse'; C4 'a*c'; C6 ''; D10 99; E1 #N/A;
	Data!A1 5; Data!A2 'ja'; Data!B1 0.1; Data!B2 0.2; Års_tal!B2 7`

func TestOperators(t *testing.T) {
	check(t, newGrid(t, amounts), d10, `
		1+2*3 → 7
		=-2^2 → 4
		2^3^2 → 64
		2^-1 → 0.5
		10% → 0.1
		-50%*8 → -4
		1/3 → 0.333333333333333
		1/0 → #DIV/0!
		0.1+0.2-0.3 → 0
		0.1+0.2=0.3 → TRUE
		"a"&1&"b" → "a1b"
		"a"&1.5 → "a1.5"
		1&TRUE → uncovered: text of a truth value
		"5"+1 → 6
		"5,5"+1 → uncovered: text as a number
		"abc"+1 → #VALUE!
		"Q4 2023"+1 → #VALUE!
		"5 kr."+1 → uncovered: text as a number
		"3. marts"+1 → uncovered: text as a number
		"1E5"+1 → uncovered: text as a number
		"12-"+1 → uncovered: text as a number
		TRUE+1 → 2
		A6+1 → 1
		A6&"x" → "x"
		A6 → (blank)
		A6="" → TRUE
		A6=0 → TRUE
		A6=FALSE → TRUE
		"ABC"="abc" → TRUE
		"a"<"b" → TRUE
		"å"<"b" → uncovered: order of texts
		5<"a" → TRUE
		"z"<FALSE → TRUE
		1=TRUE → FALSE
		"1"=1 → FALSE
		1<>2 → TRUE
		E1+1 → #N/A
		1/0+E1 → #DIV/0!
		2>=2 → TRUE
		1E+308*10 → #NUM!
		1E-999 → 0
		1E999 → #NUM!
		0^0 → #NUM!
		0^-1 → #DIV/0!
		(-8)^(1/3) → #NUM!
		2^0.5 → 1.4142135623731
		9^0.5 → 3
		1.1^10 → 2.5937424601
		{1,2;3,4} → 1
		SUM({1,2;3,4}*2) → 20
		+A1 → 10
		--"3" → 3
		1.5=1,5 → malformed
		1+ → malformed
		SUM(1 → malformed
		#REF!+1 → #REF!
		"say ""hi""" → "say "hi""
		2 * ( 3 + 4 ) → 14
		"_x0041_" → "A"`)
}

func TestReferences(t *testing.T) {
	g := newGrid(t, amounts)
	g.names = map[string]string{"sats": "Ark1!$A$1", "halv": "0.5", "kolonne": "Ark1!$A$1:$A$3", "venstre": "Ark1!XFD1",
		"kreds": "kreds+1", "død": "#REF!", "fjern": "[2]Ark!$A$1"}
	check(t, g, d10, `
		A1 → 10
		$A$1+A$2+$A3 → 60
		a1 → 10
		Data!A1 → 5
		data!A1 → 5
		'Års tal'!B2 → 7
		'Ukendt'!B2 → #REF!
		Data!#REF! → #REF!
		[1]Ark1!A1 → external: another workbook
		'[Bog.xlsx]Ark 1'!A1 → external: another workbook
		'C:\mappe\[Bog.xlsx]Ark1'!$A$1 → external: another workbook
		[0]!sats → 10
		SUM(Ark1:Data!A1) → uncovered: reference to several sheets
		SUM('Ark1:Data'!A1) → uncovered: reference to several sheets
		SUM(A1:A3) → 60
		SUM(A3:A1) → 60
		SUM(A:A) → 60
		SUM($A:$B) → 70
		SUM(1:1) → #N/A
		SUM(2:3) → 55
		SUM(A1:INDEX(A1:A9,2)) → 30
		SUM((A1,A2)) → uncovered: union
		SUM(A1:B2 B1:B9) → uncovered: intersection
		A1# → uncovered: spilled range
		sats*halv → 5
		SATS → 10
		SUM(kolonne) → 60
		venstre → (blank)
		kreds → uncovered: names of names
		død → #REF!
		fjern → external: another workbook
		ukendt → uncovered: the name ukendt
		E1:E9 → #VALUE!
		D1:D20 → 99
		B1:B9 → #VALUE!
		@B10:B12 → (blank)
		A4:Data!A2 → uncovered: reference to several sheets
		Data!A1:Data!A2 → #VALUE!
		SUM(Data!B1:Data!B2) → 0.3
		SUM(A1:1) → uncovered: range operator`)
}

func TestLogic(t *testing.T) {
	check(t, newGrid(t, amounts), d10, `
		IF(A1>5,"stor","lille") → "stor"
		IF(A1>50,"stor") → FALSE
		IF(A1>5,,1) → (blank)
		IF(E1,1,2) → #N/A
		IF(TRUE,1,E1) → 1
		IF(FALSE,RAND(),2) → 2
		IF(A4,1,2) → uncovered: text as a truth value
		IF(A5,1,2) → 1
		IFS(A1=1,"a",A1=10,"b") → "b"
		IFS(A1=1,"a") → #N/A
		SWITCH(A1,5,"fem",10,"ti","andet") → "ti"
		SWITCH(A2,5,"fem",10,"ti","andet") → "andet"
		SWITCH(A2,5,"fem",10,"ti") → #N/A
		CHOOSE(2,"a","b") → "b"
		CHOOSE(3,"a","b") → #VALUE!
		CHOOSE(1.9,"a",1/0) → "a"
		AND(A1=10,A2=20) → TRUE
		AND(A1:A3) → TRUE
		AND(A4:A4) → #VALUE!
		OR(A1=1,A2=20) → TRUE
		OR(FALSE,E1) → #N/A
		OR(A1={1,10}) → TRUE
		XOR(TRUE,TRUE,TRUE) → TRUE
		XOR(TRUE,TRUE) → FALSE
		NOT(A1=10) → FALSE
		NOT(0) → TRUE
		IFERROR(1/0,"fejl") → "fejl"
		IFERROR(A1,E1) → 10
		IFNA(E1,"mangler") → "mangler"
		IFNA(1/0,"mangler") → #DIV/0!
		TRUE() → TRUE
		TRUE → TRUE`)
}

func TestRounding(t *testing.T) {
	check(t, newGrid(t, amounts), d10, `
		ROUND(2.15,1) → 2.2
		ROUND(2.149,1) → 2.1
		ROUND(-1.475,2) → -1.48
		ROUND(21.5,-1) → 20
		ROUND(626.3,-3) → 1000
		ROUND(1.98,-1) → 0
		ROUND(-50.55,-2) → -100
		ROUND(1.005,2) → 1.01
		ROUND(1,400) → 1
		ROUNDUP(3.2,0) → 4
		ROUNDUP(-3.14159,1) → -3.2
		ROUNDUP(31415.92654,-2) → 31500
		ROUNDDOWN(3.2,0) → 3
		ROUNDDOWN(-3.14159,1) → -3.1
		TRUNC(-8.9) → -8
		TRUNC(8.957,2) → 8.95
		INT(8.9) → 8
		INT(-8.9) → -9
		MROUND(10,3) → 9
		MROUND(-10,-3) → -9
		MROUND(1.3,0.2) → 1.4
		MROUND(5,-2) → #NUM!
		CEILING(2.5,1) → 3
		CEILING(-2.5,-2) → -4
		CEILING(-2.5,2) → -2
		CEILING(1.5,0.1) → 1.5
		CEILING(0.234,0.01) → 0.24
		CEILING(2.5,-2) → #NUM!
		FLOOR(3.7,2) → 2
		FLOOR(-2.5,-2) → -2
		FLOOR(2.5,-2) → #NUM!
		FLOOR(2.5,0) → #DIV/0!
		CEILING(2.5,0) → 0
		CEILING.MATH(24.3,5) → 25
		CEILING.MATH(-8.1,2) → -8
		CEILING.MATH(-5.5,2,-1) → -6
		FLOOR.MATH(24.3,5) → 20
		FLOOR.MATH(-8.1,2) → -10
		FLOOR.MATH(-5.5,2,-1) → -4
		ABS(-4) → 4
		SIGN(-4) → -1
		SQRT(16) → 4
		SQRT(-16) → #NUM!
		SQRT(2) → 1.4142135623731
		POWER(5,2) → 25
		POWER(98.6,3.2) → 2401077.22206958
		QUOTIENT(-10,3) → -3
		MOD(3,2) → 1
		MOD(-3,2) → 1
		MOD(3,-2) → -1
		MOD(-3,-2) → -1
		MOD(3,0) → #DIV/0!
		MOD(1,0.1) → 0
		EXP(1) → 2.71828182845905
		LN(86) → 4.45434729625351
		LOG(8,2) → 3
		LOG10(86) → 1.93449845124357
		PI() → 3.14159265358979`)
}

func TestSums(t *testing.T) {
	check(t, newGrid(t, amounts), d10, `
		SUM(A1:A9) → 60
		SUM(A1:A9,5,"7",TRUE) → 73
		SUM("abc") → #VALUE!
		SUM(E1,1/0) → #N/A
		SUM(Data!B1:B2) → 0.3
		SUM(A8:A9) → 0
		PRODUCT(A1:A7) → 6000
		PRODUCT(A8:A9) → 0
		AVERAGE(A1:A9) → 20
		AVERAGE(A8:A9) → #DIV/0!
		MIN(A1:A9) → 10
		MAX(A1:A9) → 30
		MAX(A8:A9) → 0
		MAX(-1,-2) → -1
		SUMSQ(3,4) → 25
		COUNT(A1:A9) → 3
		COUNT(A1:A9,"7","x",E1) → 4
		COUNTA(A1:A9) → 6
		COUNTA(C1:C9) → 5
		COUNTBLANK(C1:C9) → 5
		COUNTBLANK(A1:A1048576) → 1048570
		SUMPRODUCT(A1:A3,B1:B3) → 140
		SUMPRODUCT(A1:A4,B1:B4) → 140
		SUMPRODUCT(A1:A3,B1:B2) → #VALUE!
		SUMPRODUCT((A1:A3>10)*B1:B3) → 5
		SUMPRODUCT(--(C1:C4="forsørgelse"),B1:B4) → 4
		SUMPRODUCT((A:A>10)*(B:B)) → 9
		SUMPRODUCT(B:B,B:B) → 30
		SUMPRODUCT((B:B>2)*1) → 2
		SUMPRODUCT(--(B:B="")) → uncovered: whole columns as an array
		SUMPRODUCT(IF(A1:A3>10,B1:B3,0)) → 5
		SUMPRODUCT(ROUND(A1:A3/3,0)) → 20
		SUMPRODUCT(LEN(C1:C2)) → 26
		SUM(A1:A3*B1:B3) → #VALUE!
		MEDIAN(1,2,3,4) → 2.5
		MEDIAN(A1:A9) → 20
		LARGE(A1:A3,1) → 30
		LARGE(A1:A3,4) → #NUM!
		SMALL(A1:A3,{1,2}) → 10
		SUM(SMALL(A1:A3,{1,2})) → 30
		RANK(20,A1:A3) → 2
		RANK(10,A1:A3,1) → 1
		RANK(11,A1:A3) → #N/A
		STDEV(1345,1301,1368,1322,1310,1370,1318,1350,1303,1299) → 27.4639157198435
		STDEV.P(1345,1301,1368,1322,1310,1370,1318,1350,1303,1299) → 26.0545581424825
		VAR(1345,1301,1368,1322,1310,1370,1318,1350,1303,1299) → 754.266666666667
		VAR.P(1,2,3) → 0.666666666666667
		VAR(1) → #DIV/0!`)
}

func TestSubtotals(t *testing.T) {
	g := newGrid(t, "A1 120; A2 10; A3 150; A4 23; A5 183 =SUBTOTAL(9,A2:A4); A6 5 =1+SUBTOTAL(9,A2:A4); B1 1; B2 #DIV/0!; B3 3")
	check(t, g, d10, `
		SUBTOTAL(9,A1:A5) → 303
		SUBTOTAL(1,A1:A4) → 75.75
		SUBTOTAL(2,A1:A5) → 4
		SUBTOTAL(3,A1:A9) → uncovered: subtotals within formulas
		SUBTOTAL(4,A1:A5) → 150
		SUBTOTAL(5,A1:A5) → 10
		SUBTOTAL(109,A1:A5) → 303
		SUBTOTAL(12,A1:A5) → #VALUE!
		SUBTOTAL(9,B1:B3) → #DIV/0!
		AGGREGATE(9,6,B1:B3) → 4
		AGGREGATE(4,6,B1:B3) → 3
		AGGREGATE(14,6,B1:B3,2) → 1
		AGGREGATE(14,6,A1:A4/(A1:A4>100),1) → 150
		AGGREGATE(9,4,A1:A5) → 486
		AGGREGATE(9,0,A1:A5) → 303`)
	g.hidden = map[int]Hiding{2: ByHand}
	check(t, g, d10, `
		SUBTOTAL(9,A1:A5) → 303
		SUBTOTAL(109,A1:A5) → 293
		AGGREGATE(9,5,A1:A4) → 293`)
	g.hidden = map[int]Hiding{2: ByFilter}
	check(t, g, d10, `
		SUBTOTAL(9,A1:A5) → 293
		SUBTOTAL(109,A1:A5) → 293
		SUM(A1:A4) → 303`)
}

func TestConditions(t *testing.T) {
	g := newGrid(t, amounts+"; F1 100000; F2 200000; F3 300000; F4 400000; G1 7000; G2 14000; G3 21000; G4 28000; H1 '?'; H2 'a?'; H3 '~'; I1 TRUE; I2 0")
	check(t, g, d10, `
		SUMIF(F1:F4,">160000",G1:G4) → 63000
		SUMIF(F1:F4,">160000") → 900000
		SUMIF(F1:F4,300000,G1:G4) → 21000
		SUMIF(F1:F4,">"&F3,G1:G1) → 28000
		SUMIF(C1:C4,"forsørgelse",F1:F4) → 400000
		SUMIF(C1:C4,"*ydelser",F1:F4) → 200000
		SUMIF(C:C,"",F:F) → 0
		SUMIF(C1:C4,"<>forsørgelse",F1:F4) → 600000
		SUMIF(A:A,A6,F:F) → 0
		COUNTIF(A1:A9,">=20") → 2
		COUNTIF(A1:A9,7) → 1
		COUNTIF(A1:A9,"tekst") → 1
		COUNTIF(A1:A9,"t*") → 1
		COUNTIF(A1:A9,"?????") → 1
		COUNTIF(A1:A9,"<>10") → 8
		COUNTIF(A1:A9,"") → 3
		COUNTIF(A1:A9,"<>") → 6
		COUNTIF(A1:A9,"=") → 3
		COUNTIF(C1:C9,"=") → 4
		COUNTIF(C1:C9,"") → 5
		COUNTIF(A:A,"") → 1048570
		COUNTIF(A1:A9,TRUE) → 1
		COUNTIF(I1:I3,0) → 1
		COUNTIF(C1:C9,"a~*c") → 1
		COUNTIF(H1:H3,"~?") → 1
		COUNTIF(C1:C9,"Projekt 1") → 0
		COUNTIF(C1:C9,"1 kr.") → uncovered: text as a number
		COUNTIF(E1:E2,"<>x") → uncovered: criteria on errors
		SUMIF(E1:E2,#N/A,A1:A2) → 10
		COUNTIF(A1:A9,">1,5") → uncovered: text as a number
		COUNTIF(Data!B1:B2,">"&Data!B1) → 1
		SUM(COUNTIF(A1:A9,{10,20})) → 2
		COUNTIFS(A1:A3,">5",B1:B3,"<3") → 2
		COUNTIFS(A1:A3,">5",B1:B2,"<3") → #VALUE!
		SUMIFS(F1:F4,G1:G4,">7000",B1:B4,"<4") → 500000
		SUMIFS(F1:F3,G1:G4,">7000") → #VALUE!
		SUMIFS(F:F,C:C,C1) → 400000
		AVERAGEIF(G1:G4,"<23000") → 14000
		AVERAGEIF(F1:F4,"<95000") → #DIV/0!
		AVERAGEIFS(G1:G4,F1:F4,">=300000") → 24500
		MAXIFS(G1:G4,F1:F4,"<300000") → 14000
		MINIFS(G1:G4,F1:F4,">900000") → 0`)
}

func TestLookups(t *testing.T) {
	g := newGrid(t, `A1 4.14; A2 4.19; A3 5.17; A4 5.77; A5 6.39; B1 'rød'; B2 'orange'; B3 'gul'; B4 'grøn'; B5 'blå';
		C1 'b'; C2 'a'; C3 'B*'; C4 'x'; D1 3; D2 1; D3 2; F1 'Aksler'; G1 'Lejer'; F2 4; G2 6; F3 5; G3 7; H1 0; I1 30; I2 20; I3 10; E1 1; E2 3`)
	check(t, g, Place{Sheet: "Ark1", Row: 20, Col: 10}, `
		LOOKUP(4.19,A1:A5,B1:B5) → "orange"
		LOOKUP(5.75,A1:A5,B1:B5) → "gul"
		LOOKUP(7.66,A1:A5,B1:B5) → "blå"
		LOOKUP(0,A1:A5,B1:B5) → #N/A
		LOOKUP(4.5,A1:B5) → "orange"
		LOOKUP(2,1/(C1:C4<>""),D1:D4) → (blank)
		LOOKUP(2,1/(D1:D9<>""),C1:C9) → "B*"
		VLOOKUP(4.19,A1:B5,2,FALSE) → "orange"
		VLOOKUP(4.2,A1:B5,2) → "orange"
		VLOOKUP(4.2,A1:B5,2,FALSE) → #N/A
		VLOOKUP(4.2,A1:B5,3) → #REF!
		VLOOKUP(4.2,A1:B5,0) → #VALUE!
		VLOOKUP("A",C1:D4,2,FALSE) → 1
		VLOOKUP("b~*",C1:D4,2,0) → 2
		VLOOKUP("x*",C1:D4,2,0) → (blank)
		VLOOKUP("c",C1:D4,2) → uncovered: approximate look-up in an unsorted range
		VLOOKUP(2,D1:D3,1) → uncovered: approximate look-up in an unsorted range
		VLOOKUP("4",F2:G3,2,0) → #N/A
		VLOOKUP(Z1,A1:B5,2,FALSE) → #N/A
		VLOOKUP(Z1,H1:I1,2,FALSE) → uncovered: look-up of an empty cell
		VLOOKUP(4.19,A:B,2,) → "orange"
		SUM(VLOOKUP(4,F2:G3,{1,2},0)) → 10
		HLOOKUP("Lejer",F1:G3,3,FALSE) → 7
		HLOOKUP("Aksler",F1:G3,2,TRUE) → 4
		MATCH(5.17,A1:A5,0) → 3
		MATCH(5.5,A1:A5) → 3
		MATCH(5.5,A1:A5,0) → #N/A
		MATCH(25,I1:I3,-1) → 1
		MATCH("gul",B:B,0) → 3
		MATCH("G*",B1:B5,0) → 3
		MATCH(1,A1:B5,0) → #N/A
		INDEX(A1:B5,2,2) → "orange"
		INDEX(A1:A5,4) → 5.77
		INDEX(F1:G1,2) → "Lejer"
		INDEX(A1:B5,6,1) → #REF!
		SUM(INDEX(D1:E3,0,1)) → 6
		SUM(INDEX(D1:E3,2,0)) → 4
		INDEX(B1:B5,MATCH(5.17,A1:A5,0)) → "gul"
		INDEX({1,2;3,4},2,1) → 3
		MATCH(1,INDEX((D1:D3=1)*(C1:C3="a"),0),0) → 2
		XLOOKUP(5.17,A1:A5,B1:B5) → "gul"
		XLOOKUP(5.2,A1:A5,B1:B5) → #N/A
		XLOOKUP(5.2,A1:A5,B1:B5,"ingen") → "ingen"
		_xlfn.XLOOKUP(5.2,A1:A5,B1:B5,,-1) → "gul"
		XLOOKUP(5.2,A1:A5,B1:B5,,1) → "grøn"
		XLOOKUP("?R*",B1:B5,A1:A5,,2) → 4.19
		XLOOKUP("gul",B1:B5,A1:A5,1/0) → 5.17
		XLOOKUP(2,D1:D3,C1:C3,,0,-1) → "B*"
		XLOOKUP(2,D1:D3,C1:C3,,0,2) → uncovered: look-up by halving
		XLOOKUP("Lejer",F1:G1,F3:G3) → 7
		SUM(XLOOKUP(1,E1:E2,D1:E2)) → 4
		XMATCH(5,D1:D3,-1) → 1
		ROW() → 20
		COLUMN() → 10
		ROW(C7) → 7
		COLUMN(C7:E9) → 3
		ROWS(C1:E4) → 4
		COLUMNS(C1:E4) → 3
		ROWS(A:A) → 1048576
		SUMPRODUCT(ROW(A1:A3)) → 6`)
}

func TestInformation(t *testing.T) {
	check(t, newGrid(t, amounts), d10, `
		ISBLANK(A6) → TRUE
		ISBLANK(C6) → FALSE
		ISNUMBER(A1) → TRUE
		ISNUMBER(A7) → FALSE
		ISTEXT(A4) → TRUE
		ISNONTEXT(A6) → TRUE
		ISLOGICAL(A5) → TRUE
		ISERROR(E1) → TRUE
		ISERR(E1) → FALSE
		ISERR(1/0) → TRUE
		ISNA(E1) → TRUE
		ISREF(A1) → TRUE
		ISREF(1) → FALSE
		ISEVEN(2.5) → TRUE
		ISODD(-3) → TRUE
		NA() → #N/A
		N(A4) → 0
		N(A5) → 1
		T(A4) → "tekst"
		T(A1) → ""
		ERROR.TYPE(1/0) → 2
		ERROR.TYPE(1) → #N/A
		_xlfn.SINGLE(A10:A12) → (blank)`)
}

func TestTexts(t *testing.T) {
	check(t, newGrid(t, amounts), d10, `
		CONCATENATE("a",1,A6,"b") → "a1b"
		CONCATENATE(E1,"b") → #N/A
		CONCAT(A1:A4,"!") → "102030tekst!"
		TEXTJOIN(", ",TRUE,C1:C6) → "Forsørgelse, Sociale ydelser, forsørgelse, a*c"
		TEXTJOIN("-",FALSE,A6,1) → "-1"
		LEFT("Sale Price",4) → "Sale"
		LEFT("Sverige") → "S"
		LEFT("a",-1) → #VALUE!
		RIGHT("Sale Price",5) → "Price"
		MID("Fluid Flow",7,20) → "Flow"
		MID("Fluid Flow",20,5) → ""
		MID("Fluid",0,5) → #VALUE!
		LEN("Phoenix, AZ") → 11
		LEN("") → 0
		LEN(1.5) → 3
		LEN("😀") → 2
		LEFT("😀",1) → uncovered: characters beyond the basic plane
		TRIM(" First  Quarter Earnings ") → "First Quarter Earnings"
		CLEAN("a"&CHAR(9)&"b") → "ab"
		UPPER("æble") → "ÆBLE"
		LOWER("ÆBLE") → "æble"
		PROPER("2-way street o'hara") → "2-Way Street O'Hara"
		SUBSTITUTE("Sales Data","Sales","Cost") → "Cost Data"
		SUBSTITUTE("Quarter 1, 2011","1","2",3) → "Quarter 1, 2012"
		SUBSTITUTE(1.5,".",",") → uncovered: text of a number
		REPLACE("abcdefghijk",6,5,"*") → "abcde*k"
		FIND("M","Miriam McGovern") → 1
		FIND("m","Miriam McGovern") → 6
		FIND("M","Miriam McGovern",3) → 8
		FIND("x","abc") → #VALUE!
		FIND("","abc") → 1
		SEARCH("e","Statements",6) → 7
		SEARCH("MARGIN","Profit Margin") → 8
		SEARCH("p*t","Profit Margin") → 1
		SEARCH("m?r","Profit Margin") → 8
		EXACT("word","word") → TRUE
		EXACT("Word","word") → FALSE
		REPT("*-",3) → "*-*-*-"
		REPT("a",40000) → #VALUE!
		CHAR(65) → "A"
		CHAR(200) → uncovered: CHAR above 127
		CODE("Alphabet") → 65
		VALUE("12") → 12
		VALUE("1.5") → uncovered: text as a number
		VALUE("x") → #VALUE!
		VALUE("") → #VALUE!
		VALUE(TRUE) → #VALUE!
		TEXT(7,"000") → "007"
		TEXT(0,"#") → ""
		TEXT(1234.5,"0") → "1235"
		TEXT(0.256,"0%") → "26%"
		TEXT(-5,"00") → "-05"
		TEXT(1234567890,"000000-0000") → "123456-7890"
		TEXT(1.5,"0.00") → uncovered: TEXT with such a format
		TEXT(45000,"dd-mm-yyyy") → uncovered: TEXT with such a format
		TEXT("abc","0") → "abc"
		HYPERLINK("http://x","navn") → "navn"
		1234567890123456&"" → uncovered: text of a number`)
}

func TestDates(t *testing.T) {
	g := newGrid(t, amounts)
	check(t, g, d10, `
		DATE(2008,1,2) → 39449
		DATE(2008,14,2) → 39846
		DATE(2008,-3,2) → 39327
		DATE(2008,1,-15) → 39432
		DATE(108,1,2) → 39449
		YEAR(39634) → 2008
		MONTH(39634) → 7
		DAY(39634.9) → 5
		DAY(5) → uncovered: dates before March 1900
		YEAR(-1) → #NUM!
		YEAR(2958466) → #NUM!
		WEEKDAY(39492) → 5
		WEEKDAY(39492,2) → 4
		WEEKDAY(39492,3) → 3
		WEEKDAY(39492,11) → 4
		WEEKDAY(39492,17) → 5
		ISOWEEKNUM(40977) → 10
		EDATE(DATE(2011,1,15),1) → 40589
		EDATE(DATE(2011,1,31),1) → 40602
		EDATE(DATE(2011,1,15),-1) → 40527
		EOMONTH(DATE(2011,1,1),1) → 40602
		EOMONTH(DATE(2011,1,1),-3) → 40482
		DAYS(44270,44228) → 42
		DAYS("2021-03-15","2021-02-01") → 42
		DAYS("15-MAR-2021",1) → uncovered: DATEVALUE of such a text
		DATEVALUE("2011-08-22") → 40777
		DATEVALUE("22-8-2011") → uncovered: DATEVALUE of such a text
		DATEVALUE("abc") → #VALUE!
		DATEDIF(DATE(2001,1,1),DATE(2003,1,1),"Y") → 2
		DATEDIF(DATE(2001,6,1),DATE(2002,8,15),"D") → 440
		DATEDIF(DATE(2001,6,15),DATE(2002,8,14),"m") → 13
		DATEDIF(DATE(2001,6,15),DATE(2002,8,14),"ym") → 1
		DATEDIF(DATE(2001,6,1),DATE(2002,8,15),"yd") → uncovered: DATEDIF with such a unit
		YEARFRAC(DATE(2012,1,1),DATE(2012,7,30)) → 0.580555555555556
		YEARFRAC(DATE(2012,1,1),DATE(2012,7,30),3) → 0.578082191780822
		YEARFRAC(DATE(2012,1,1),DATE(2012,7,30),1) → uncovered: YEARFRAC with such a basis
		TODAY() → volatile: TODAY
		OFFSET(A1,1,1) → volatile: OFFSET
		INDIRECT("A1") → volatile: INDIRECT
		CUBEVALUE("x") → external: CUBEVALUE
		FILTER(A1:A3,B1:B3) → uncovered: FILTER
		LET(x,1,x) → uncovered: LET`)
	g.d1904 = true
	check(t, g, d10, `
		DATE(2008,1,2) → 37987
		YEAR(0) → 1904
		EDATE(DATE(2011,1,15),1)-DATE(2011,1,15) → 31`)
}

func TestFinance(t *testing.T) {
	check(t, newGrid(t, amounts), d10, `
		PMT(8%/12,10,10000) → -1037.03208935915
		PMT(8%/12,10,10000,0,1) → -1030.16432717797
		PMT(0,10,1000) → -100
		FV(6%/12,10,-200,-500,1) → 2581.40337406018
		PV(8%/12,20*12,500) → -59777.145851188
		NPV(10%,-10000,3000,4200,6800) → 1188.44341233522`)
}

func TestStructuredReferences(t *testing.T) {
	g := newGrid(t, `A1 'Post'; B1 '2026'; C1 'I alt #'; A2 'a'; B2 1; C2 10; A3 'b'; B3 2; C3 20; A4 'I alt'; B4 3; C4 30`)
	g.tables["poster"] = Table{Area: Area{"Ark1", 1, 1, 4, 3}, Header: true, Totals: true, Columns: []string{"Post", "2026", "I alt #"}}
	check(t, g, Place{Sheet: "Ark1", Row: 3, Col: 5}, `
		SUM(Poster[2026]) → 3
		SUM(Poster[[2026]:[I alt '#]]) → 33
		SUM(poster) → 33
		SUM(Poster[]) → 33
		SUM(Poster[#All]) → 66
		SUM(Poster[#Data]) → 33
		Poster[[#Totals],[2026]] → 3
		Poster[[#Headers],[2026]] → "2026"
		Poster[[#This Row],[2026]]*2 → 4
		Poster[@2026]*2 → 4
		Poster[@[I alt '#]] → 20
		SUM(Poster[@[2026]:[I alt '#]]) → 22
		SUM(Poster[[#Data],[#Totals],[2026]]) → 6
		SUM(Poster[[#Headers],[#Data],[2026]]) → 3
		Poster[ukendt] → uncovered: the column ukendt of Poster
		Anden[2026] → uncovered: the table Anden
		[2026] → uncovered: a table that the formula is not in`)
	check(t, g, Place{Sheet: "Ark1", Row: 9, Col: 5}, `Poster[@2026] → #VALUE!`)
	check(t, g, Place{Sheet: "Ark1", Row: 4, Col: 2}, `SUBTOTAL(109,[2026]) → 3`)
}

func TestArrayFormulas(t *testing.T) {
	at := d10
	at.Array = true
	check(t, newGrid(t, amounts), at, `
		SUM(A1:A3*B1:B3) → 140
		SUM(IF(A1:A3>10,B1:B3)) → 5
		MAX(IF(C1:C4="forsørgelse",A1:A4)) → 30
		A1:A3*2 → 20
		INDEX(C1:C3,MATCH(1,(A1:A3=20)*(B1:B3=2),0)) → "Sociale ydelser"
		SUM(A1:A3*{1,2}) → 180
		SUM((A1:A3)*(B1:B2)) → #N/A
		SUM(IFERROR(A1:A3/(B1:B3-1),0)) → 35
		SUM(--(LEFT(C1:C3,1)="s")) → 1`)
}
