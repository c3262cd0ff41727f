import Metrics
import Testing

@Suite struct `The known name that a word was meant for` {
  static let names = ["name", "short-name", "code", "population"]

  static let near: [(word: String, name: String?)] = [
    ("short-name", "short-name"), ("shortname", "short-name"), ("NAME", "name"), ("naem", "name"),
    ("pop", "population"), ("po", nil), ("populatoin", "population"), ("colour", nil), ("", nil),
    (String(repeating: "x", count: 5000), nil),
  ]

  @Test(arguments: near) func `is one slip away for every three letters, or begins with the word`(
    _ one: (word: String, name: String?)
  ) {
    #expect(SpellingSuggestion.near(one.word, among: Self.names) == one.name)
  }

  @Test(arguments: [("colour", "code"), ("pop", "population"), ("coed", "code")])
  func `is the nearest, however far, where an example is wanted`(word: String, name: String) {
    #expect(SpellingSuggestion.example(for: word, among: Self.names) == name)
  }

  @Test func `is not made up where nothing is known`() {
    #expect(SpellingSuggestion.example(for: "R1H", among: []) == nil)
  }

  @Test func `does not depend on the order of names that are as near`() {
    for names in [["R1A", "R1B", "R1C"], ["R1C", "R1B", "R1A"]] {
      #expect(SpellingSuggestion.example(for: "R1H", among: names) == "R1A")
      #expect(SpellingSuggestion.near("R1H", among: names) == "R1A")
    }
  }

  static let alike: [(text: String, name: String, isMisspelling: Bool)] = [
    ("Cardiolgy", "cardiology", true), ("cradiolgoy", "cardiology", true), ("ENT", "ent", true),
    ("adult medicine", "acute medicine", false), ("paediatric", "cardiology", false),
  ]

  @Test(arguments: alike) func `is misspelt by two slips at most, however long it is`(
    _ one: (text: String, name: String, isMisspelling: Bool)
  ) {
    #expect(SpellingSuggestion.isMisspelling(one.text, of: one.name) == one.isMisspelling)
  }
}
