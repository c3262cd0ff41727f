import Metrics

extension Fault {
  /// What was found, what was expected, and how to fix it.
  typealias Sentence = (message: String, expected: String, fix: String)

  /// The fault as a problem at its place.
  func problem(at place: TomlPlace, in file: String) -> Problem {
    let words = sentence
    return Problem(
      severity, file: file, line: place.line, column: place.column, words.message, expected: words.expected,
      fix: words.fix)
  }

  private var sentence: Sentence {
    switch self {
    case .notTOML(let detail, let instead): ("this is not TOML: \(detail)", "", "correct this place; \(instead)")
    case .unknownKey(let key, let table, let known): Fault.unknownKey(key, of: table, known: known)
    case .wrongValue(let key, let found, let expected, let line):
      ("\"\(key)\" is \(found)", expected, line.isEmpty ? "correct the value, or remove the line" : "write \(line)")
    case .wrongItem(let key, let found, let expected):
      ("an item of \"\(key)\" is \(found)", expected, "correct the item, or remove it")
    case .unknownWord(let word, let key, let known): Fault.unknownWord(word, for: key, known: known)
    case .unknownItem(let word, let key, let known): Fault.unknownItem(word, of: key, known: known)
    case .missing(let key, let table, let example): ("\(table) has no \"\(key)\"", "", "add a line such as \(example)")
    case .singleBrackets(let key): ("[\(key)] is a single table", "[[\(key)]]", "write [[\(key)]] with two brackets")
    case .noSuchRole(let role, let known):
      Fault.nearest(role, among: known, "\"\(role)\" is not a role of the board") {
        "write \($0), or remove the line"
      } otherwise: {
        "remove the line; the built-in themes name every role"
      }
    case .noSuchColour(let text, let key, let known):
      (
        "\"\(key)\" is \"\(text)\"", "\"#rrggbb\", \"default\" or a name such as \"bright-blue\"",
        SpellingSuggestion.near(text, among: known).map { "write \(key) = \"\($0)\"" } ?? "write \(key) = \"#41a9f0\""
      )
    case .organisation(let fault): fault.sentence
    case .metric(let fault): fault.sentence
    case .source(let fault): fault.sentence
    }
  }

  private static func unknownKey(_ key: String, of table: String, known: [String]) -> Sentence {
    nearest(key, among: known, "\"\(key)\" is not a key of \(table)") {
      "write \($0), or remove the line"
    } otherwise: {
      "remove the line; the keys of \(table) are \(list(known, "and"))"
    }
  }

  private static func unknownWord(_ word: String, for key: String, known: [String]) -> Sentence {
    let name = SpellingSuggestion.near(word, among: known)
    let fix = name.map { "write \(key) = \"\($0)\"" } ?? "write one of these words"
    return ("\"\(key)\" is \"\(word)\"", list(known, "or"), fix)
  }

  private static func unknownItem(_ word: String, of key: String, known: [String]) -> Sentence {
    let name = SpellingSuggestion.near(word, among: known)
    return (
      "\"\(key)\" contains \"\(word)\"", list(known, "or"), name.map { "write \"\($0)\"" } ?? "write one of these words"
    )
  }

  /// A sentence that names the nearest known name, where one is near.
  static func nearest(
    _ word: String, among known: some Sequence<String>, _ message: String, fix: (String) -> String,
    otherwise: () -> String
  ) -> Sentence {
    guard let name = SpellingSuggestion.near(word, among: known) else { return (message, "", otherwise()) }
    return (message, "\"\(name)\"", fix(name))
  }

  /// `a, b and c`.
  private static func list(_ words: [String], _ last: String) -> String {
    guard let final = words.last, words.count > 1 else { return words.joined() }
    return words.dropLast().joined(separator: ", ") + " \(last) \(final)"
  }
}
