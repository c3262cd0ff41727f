import CToml

/// One table, list or value of a TOML file, and the place of its key.
struct TomlNode: Hashable, Sendable {
  /// The TOML types.
  enum Kind: Sendable {
    case table, list, text, integer, decimal, truth, moment
  }

  /// Its type.
  let kind: Kind
  /// Its key; empty for the file itself and for the items of a list.
  let key: String
  /// A text without quotes, a number in plain decimals, `true`, `2016-11-22T09:00:00`; empty for tables and lists.
  let text: String
  /// The place of its key; for an item of a list, the start of the item.
  let place: TomlPlace
  /// Its contents, by their places in the document's list, in the order of the file.
  var children: [Int] = []

  /// Its description in a problem: `the text "75,600"`.
  var description: String {
    switch kind {
    case .table: "a table"
    case .list: "a list"
    case .text: text.trimmed.isEmpty ? "empty" : "the text \"\(text)\""
    case .integer, .decimal, .truth: text
    case .moment: "the date \(text)"
    }
  }
}

/// A line and a column, both counted from 1.
struct TomlPlace: Hashable, Comparable, Sendable {
  let line: Int
  let column: Int

  static func < (left: TomlPlace, right: TomlPlace) -> Bool { (left.line, left.column) < (right.line, right.column) }
}

/// A value from a TOML file, and its place.
struct Placed<Value: Sendable>: Sendable {
  let value: Value
  let place: TomlPlace
}

extension Placed: Equatable where Value: Equatable {}
extension Placed: Hashable where Value: Hashable {}

extension TomlNode.Kind {
  /// The type, from its name on the C side.
  init(_ kind: ctoml_kind) {
    switch kind {
    case CTOML_TABLE: self = .table
    case CTOML_ARRAY: self = .list
    case CTOML_STRING: self = .text
    case CTOML_INTEGER: self = .integer
    case CTOML_FLOAT: self = .decimal
    case CTOML_BOOLEAN: self = .truth
    default: self = .moment
    }
  }
}
