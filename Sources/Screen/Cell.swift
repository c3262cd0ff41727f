/// One place on the screen: a character and what it means.
public struct Cell: Sendable, Equatable {
  /// What stands there; a space in the right half of a wide character.
  public var character: Character
  /// What it means.
  public var role: Role
  /// Whether it belongs to the selection.
  public var isSelected: Bool
  /// Whether it is the right half of the wide character before it.
  public var isContinuation: Bool

  /// A cell; it is the caller's to have the character made safe, as `Frame.write` does.
  public init(_ character: Character = " ", role: Role = .text, isSelected: Bool = false, isContinuation: Bool = false)
  {
    self.character = character
    self.role = role
    self.isSelected = isSelected
    self.isContinuation = isContinuation
  }
}

/// Where a text stands in its field.
public enum Alignment: Sendable, Hashable {
  /// At the left.
  case leading
  /// At the right.
  case trailing
  /// In the middle.
  case centre
}
