/// What was pressed, clicked or resized.
public enum Key: Sendable, Hashable {
  /// A printable character, the space included.
  case character(Character)
  /// Ctrl and a lower-case letter.
  case control(Character)
  /// F1 to F12.
  case function(Int)
  /// The cursor keys.
  case up, down, left, right
  /// Keys that open, leave and move on.
  case enter, escape, tab, backtab
  /// Keys that go far.
  case home, end, pageUp, pageDown
  /// Keys that rub out.
  case backspace, delete
  /// A key that was pressed but that nobody here knows: Insert, Ctrl-Up, F13.
  case unknown
  /// A text that was pasted, as one line.
  case paste(String)
  /// Something done with the mouse.
  case mouse(MouseEvent)
  /// The terminal has another size now.
  case resize(Size)
}

/// Something done with the mouse, and where.
public struct MouseEvent: Sendable, Hashable {
  /// What was done.
  public enum Kind: Sendable, Hashable {
    /// The left button went down.
    case press
    /// The left button was pressed twice.
    case doubleClick
    /// The wheel turned away from the user.
    case wheelUp
    /// The wheel turned towards the user.
    case wheelDown
  }

  /// What was done.
  public var kind: Kind
  /// The cell it was done at.
  public var position: Position

  /// An event at a cell.
  public init(_ kind: Kind, at position: Position) {
    self.kind = kind
    self.position = position
  }
}
