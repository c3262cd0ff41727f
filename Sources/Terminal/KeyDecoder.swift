import Screen

/// Turns what ncurses read into keys: joins accents to letters, takes sequences nobody knows for one key, tells double
/// clicks.
struct KeyDecoder {
  /// One thing that ncurses read.
  enum Input: Equatable {
    /// A character.
    case scalar(UInt32)
    /// One of ncurses' codes.
    case code(Int32)
    /// Something done with the mouse.
    case mouse(MouseEvent, milliseconds: Int64)
  }

  private var lastPress: (position: Position, milliseconds: Int64)?

  /// Within this time a second press is a double click.
  static let doubleClickMilliseconds: Int64 = 400

  mutating func keys(_ inputs: [Input]) -> [Key] {
    var keys: [Key] = []
    var rest = inputs[...]
    while let input = rest.popFirst() {
      switch input {
      case .scalar(0x1B):
        let length = Self.unknownSequenceLength(rest)
        keys.append(length == 0 ? .escape : .unknown)
        rest = rest.dropFirst(length)
      case .scalar(let value):
        guard let scalar = Unicode.Scalar(value), let key = KeyTable.key(character: scalar) else { continue }
        keys.append(key)
      case .code(let code):
        if let key = KeyTable.key(code: code) { keys.append(key) }
      case .mouse(let event, let milliseconds):
        keys.append(.mouse(doubled(event, milliseconds)))
      }
    }
    return keys
  }

  /// How much of the input after an Escape is a control sequence that terminfo does not know.
  private static func unknownSequenceLength(_ inputs: ArraySlice<Input>) -> Int {
    guard inputs.first == .scalar(0x5B) else { return 0 }
    for (length, input) in inputs.enumerated().dropFirst() {
      guard case .scalar(let value) = input, (0x20...0x7E).contains(value) else { return 0 }
      if value >= 0x40 { return length + 1 }
    }
    return 0
  }

  private mutating func doubled(_ event: MouseEvent, _ milliseconds: Int64) -> MouseEvent {
    guard event.kind == .press else { return event }
    if let last = lastPress, last.position == event.position,
      milliseconds - last.milliseconds <= Self.doubleClickMilliseconds
    {
      lastPress = nil
      return MouseEvent(.doubleClick, at: event.position)
    }
    lastPress = (event.position, milliseconds)
    return event
  }
}
