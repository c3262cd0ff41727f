/// One place on the screen: a character and what it means.
public struct Cell: Sendable, Equatable {
  /// The symbol in the cell; blank in the right half of a wide character.
  public var symbol: Symbol
  /// Its meaning.
  public var role: Role
  /// Whether it belongs to the selection.
  public var isSelected: Bool
  /// Whether it is the right half of the wide character before it.
  public var isContinuation: Bool

  /// A cell; the caller makes the character safe, as `Frame.write` does.
  public init(
    _ symbol: Symbol = .blank, role: Role = .text, isSelected: Bool = false, isContinuation: Bool = false
  ) {
    self.symbol = symbol
    self.role = role
    self.isSelected = isSelected
    self.isContinuation = isContinuation
  }

  /// A cell with a character.
  public init(_ character: Character, role: Role = .text, isSelected: Bool = false) {
    self.init(Symbol(character), role: role, isSelected: isSelected)
  }

  /// The symbol as a character.
  public var character: Character { symbol.character }
}

/// The position of a text in its field.
public enum Alignment: Sendable, Hashable {
  /// At the left.
  case leading
  /// At the right.
  case trailing
  /// In the middle.
  case centre
}
