/// A list of keys in the form of `--keys`: `down enter type:milton wait:30s resize:80x24 ctrl-x`.
public struct KeyScript: Sendable, Equatable {
  /// One step.
  public enum Step: Sendable, Equatable {
    /// Press a key.
    case key(Key)
    /// Type a text, character by character.
    case type(String)
    /// Move the clock on.
    case wait(Duration)
    /// Give the board another size.
    case resize(Size)
  }

  /// A word that is not the name of a key.
  public struct UnknownKey: Error, Equatable {
    /// The word as written.
    public let word: String

    /// A word that is not the name of a key.
    public init(word: String) {
      self.word = word
    }
  }

  /// The steps in their order.
  public let steps: [Step]

  /// A list of these steps.
  public init(steps: [Step]) {
    self.steps = steps
  }

  /// Reads steps that are separated by spaces.
  public init(_ text: String) throws(UnknownKey) {
    var steps: [Step] = []
    for word in text.split(whereSeparator: \.isWhitespace) {
      guard let step = Self.step(String(word)) else { throw UnknownKey(word: String(word)) }
      steps.append(step)
    }
    self.steps = steps
  }

  /// The names of keys that are more than their own character.
  public static let names: [(name: String, key: Key)] =
    [
      ("up", .up), ("down", .down), ("left", .left), ("right", .right), ("enter", .enter), ("escape", .escape),
      ("tab", .tab), ("backtab", .backtab), ("home", .home), ("end", .end), ("pageup", .pageUp),
      ("pagedown", .pageDown), ("space", .character(" ")), ("backspace", .backspace), ("delete", .delete),
    ] + (1...12).map { ("f\($0)", .function($0)) }

  private static func step(_ word: String) -> Step? {
    if word.count == 1, let character = word.first, Glyph.sanitised(word) == word { return .key(.character(character)) }
    if let named = names.first(where: { $0.name == word }) { return .key(named.key) }
    if let letter = word.rest(after: "ctrl-") {
      guard letter.count == 1, let first = letter.first, first.isASCII, first.isLetter else { return nil }
      return .key(.control(Character(first.lowercased())))
    }
    if let typed = word.rest(after: "type:") { return .type(typed) }
    if let time = word.rest(after: "wait:") { return Duration(written: time).map { .wait($0) } }
    if let size = word.rest(after: "resize:") { return Size(text: size).map { .resize($0) } }
    return nil
  }
}

extension Duration {
  private static let units: [(suffix: String, milliseconds: Int)] = [
    ("ms", 1), ("s", 1000), ("m", 60_000), ("h", 3_600_000),
  ]

  /// A length of time such as `250ms`, `30s`, `5m` or `12h`; `nil` for any other text.
  public init?(written text: String) {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard let count = Int(digits), count <= 1_000_000,
      let unit = Self.units.first(where: { $0.suffix == text.dropFirst(digits.count) })
    else { return nil }
    self = .milliseconds(count * unit.milliseconds)
  }
}

extension Size {
  /// A size such as `120x40`; `nil` for any other text, and for a size without cells or with absurdly many.
  public init?(text: String) {
    let parts = text.split(separator: "x", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
      let columns = Int(parts[0]), let rows = Int(parts[1]), (1...2000).contains(columns), (1...2000).contains(rows)
    else { return nil }
    self.init(columns: columns, rows: rows)
  }
}

extension String {
  /// The text after a prefix, when it starts with the prefix.
  func rest(after prefix: String) -> String? {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
  }
}
