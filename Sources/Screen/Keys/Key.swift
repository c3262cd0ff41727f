/// A key, a mouse event, a paste or a resize.
public enum Key: Sendable, Hashable {
  /// A printable character, the space included.
  case character(Character)
  /// Ctrl and a lower-case letter.
  case control(Character)
  /// F1 to F12.
  case function(Int)
  /// The cursor keys.
  case up, down, left, right
  /// Keys that open, leave and move.
  case enter, escape, tab, backtab
  /// Keys that move far.
  case home, end, pageUp, pageDown
  /// Keys that delete.
  case backspace, delete
  /// A key without a meaning here: Insert, Ctrl-Up, F13.
  case unknown
  /// A pasted text, on one line.
  case paste(String)
  /// A mouse event.
  case mouse(MouseEvent)
  /// The terminal has another size.
  case resize(Size)
}

/// A mouse event and its position.
public struct MouseEvent: Sendable, Hashable {
  /// The kind of event.
  public enum Kind: Sendable, Hashable {
    /// The left button went down.
    case press
    /// The left button was pressed twice.
    case doubleClick
    /// The wheel was turned away from the user.
    case wheelUp
    /// The wheel was turned towards the user.
    case wheelDown
  }

  /// The kind of event.
  public var kind: Kind
  /// The cell of the event.
  public var position: Position

  /// An event at a cell.
  public init(_ kind: Kind, at position: Position) {
    self.kind = kind
    self.position = position
  }
}
