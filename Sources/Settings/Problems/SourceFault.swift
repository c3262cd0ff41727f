/// Everything that can be wrong with a `sources.toml` alone.
enum SourceFault: Hashable, Sendable {
  /// Two with the same name.
  case nameTwice(String, of: String)
  /// Two keys of which only one is allowed.
  case both(String, String)
  /// A query's file that cannot be read, or is empty.
  case unreadable(String)
  /// A number of question marks other than three.
  case questionMarks(Int)
  /// A password in the file itself, where anybody who reads the file finds it, under this key.
  case password(String)

  /// What was found, what was expected, and how to fix it.
  var sentence: Fault.Sentence {
    switch self {
    case .nameTwice(let name, let table):
      ("two tables \(table) are called \"\(name)\"", "a name for each", "give one of them another name")
    case .both(let first, let second): ("\"\(first)\" and \"\(second)\" are both here", "one of them", "remove one")
    case .unreadable(let path):
      ("the file \"\(path)\" cannot be read, or is empty", "a query", "correct its name, relative to sources.toml")
    case .questionMarks(let count):
      (
        "\"rows\" has \(count) question mark\(count == 1 ? "" : "s")",
        "three: for the organisation, the first day and the day after the last",
        "write where trust = ? and day >= ? and day < ?"
      )
    case .password(let key):
      (
        "\"\(key)\" writes a password into sources.toml, which is refused", "the name of a file that contains it",
        "remove the line, change the password, and write password-file = \"…\""
      )
    }
  }
}
