package exceltest

import "strings"

// A digitally signed package (ECMA-376 part 2, 13.2): its root leads to an origin, which
// is empty, and that to the signatures. The one here is of the right form and signs
// nothing.
const (
	signatureType  = "application/vnd.openxmlformats-package.digital-signature-"
	signatureRel   = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/"
	signatureTypes = `<Default Extension="sigs" ContentType="` + signatureType + `origin"/>` +
		`<Override PartName="/_xmlsignatures/sig1.xml" ContentType="` + signatureType + `xmlsignature+xml"/>`
	signatureRoot = `<Relationship Id="rIdSigs" Type="` + signatureRel + `origin"` +
		` Target="_xmlsignatures/origin.sigs"/>`
)

// signatureParts are the parts of a signature.
var signatureParts = []part{
	{"_xmlsignatures/origin.sigs", ""},
	{"_xmlsignatures/_rels/origin.sigs.rels", heading + `<Relationships xmlns="` + rels + `">` +
		`<Relationship Id="rId1" Type="` + signatureRel + `signature" Target="sig1.xml"/></Relationships>`},
	{"_xmlsignatures/sig1.xml", heading +
		`<Signature xmlns="http://www.w3.org/2000/09/xmldsig#" Id="idPackageSignature">` +
		`<SignedInfo/><SignatureValue>AA==</SignatureValue></Signature>`},
}

// signedParts is a package's parts with a signature among them.
func signedParts(parts []part) []part {
	for i := range parts {
		switch parts[i].name {
		case "[Content_Types].xml":
			const end = `</Types>`
			parts[i].content = strings.Replace(parts[i].content, end, signatureTypes+end, 1)
		case "_rels/.rels":
			const end = `</Relationships>`
			parts[i].content = strings.Replace(parts[i].content, end, signatureRoot+end, 1)
		}
	}
	return append(parts, signatureParts...)
}
