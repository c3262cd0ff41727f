/// The type of a column of a result.
public enum ColumnType: String, Hashable, Sendable {
  case text = "t"
  case number = "n"
  case day = "d"
  case moment = "m"
  case truth = "b"
  /// Bytes, which a CSV cannot express.
  case bytes = "x"

  /// The type in words: `a number`.
  public var words: String {
    switch self {
    case .text: "text"
    case .number: "a number"
    case .day: "a date"
    case .moment: "a date and time"
    case .truth: "true or false"
    case .bytes: "binary data"
    }
  }
}

/// A column of a result.
public struct ResultColumn: Hashable, Sendable {
  /// Its name.
  public let name: String
  /// Its type.
  public let type: ColumnType

  /// A column.
  public init(name: String, type: ColumnType) {
    self.name = name
    self.type = type
  }

  /// Its form in requests, reports and the cache: `n value`.
  var text: String { type.rawValue + " " + name }

  init?(text: String) {
    guard let letter = text.first, let type = ColumnType(rawValue: String(letter)), text.dropFirst().first == " " else {
      return nil
    }
    self.init(name: String(text.dropFirst(2)), type: type)
  }
}
