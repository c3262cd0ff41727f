import Testing

@testable import Extracts

/// The name of a column as far as it matters.
struct ColumnNameTests {
  @Test(arguments: [
    ("A&E attendances Type 1", "aande attendances type 1"), ("  Org_Code ", "org code"), ("Org\u{A0}Code", "org code"),
    ("\u{FEFF}Period", "period"), ("Total\n\t All", "total all"), ("_", ""), ("", ""), ("Größe", "größe"),
    ("a & b", "a and b"), ("&&", "andand"), (" _ x _ _ y_", "x y"),
  ])
  func `spaces, case and ampersands make no difference`(spelling: String, name: String) {
    #expect(ColumnName(spelling).text == name)
  }

  @Test func `a name is the same whether or not something in it is not ASCII`() {
    // Every name of up to four of these.
    let letters = Array(" _\t&aZ9")
    var names = [""]
    for _ in 0..<4 { names = names + names.flatMap { name in letters.map { name + String($0) } } }
    for name in Set(names) {
      // The mark of byte order is nothing in a name, and is not ASCII.
      #expect(ColumnName(name).text == ColumnName(name + "\u{FEFF}").text, "\(name)")
    }
  }
}
