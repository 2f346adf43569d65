package budget

// CatalogForTest lets the tests of another package see the catalogue.
var CatalogForTest = catalog
