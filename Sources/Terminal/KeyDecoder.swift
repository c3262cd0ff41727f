import Screen

/// Turns ncurses' input into keys: it joins sequences that came in pieces, drops a terminal's replies, turns an unknown
/// sequence into one key and a paste into one text, and recognises double clicks.
struct KeyDecoder {
  /// One input from ncurses.
  enum Input: Equatable {
    /// A character.
    case scalar(UInt32)
    /// One of ncurses' codes.
    case code(Int32)
    /// A mouse event.
    case mouse(MouseEvent, milliseconds: Int64)
  }

  /// The start of an input whose rest has not come yet.
  private enum Pending: Equatable {
    case nothing
    /// An Escape: the key itself, or the start of a sequence.
    case escape
    /// `ESC [`, and what has come after it.
    case control(String)
    /// `ESC O`.
    case single
    /// A terminal's reply (OSC, DCS, APC and similar) up to BEL or ST; whether its last character was an Escape.
    case reply(afterEscape: Bool)
    /// The remaining bytes of a mouse position in the oldest encoding.
    case place(Int)
    /// A paste.
    case paste
  }

  private var pending = Pending.nothing
  /// The text pasted so far, and what may be the start of its end sequence.
  private var pasted: [Unicode.Scalar] = [], tail: [UInt32] = []
  /// When the last piece came.
  private var since: Int64 = 0
  /// How many characters have been examined, counting repeats.
  private(set) var steps = 0
  private var lastPress: (position: Position, milliseconds: Int64)?
  /// How many milliseconds an Escape waits for the rest of a sequence, as set by `ESCDELAY`.
  private let escapeDelay: Int64

  /// The time within which a second press makes a double click.
  static let doubleClickMilliseconds: Int64 = 400
  /// The delay without `ESCDELAY`: long enough for a slow line, short enough for a key.
  static let usualEscapeDelay: Int64 = 100
  /// How long a sequence that has certainly begun waits, and how long a reply or a paste.
  private static let sequenceDelay: Int64 = 1_000, replyDelay: Int64 = 3_000
  /// The most characters of a paste that are kept.
  private static let mostPasted = 4_096

  init(escapeDelay: Int64 = usualEscapeDelay) { self.escapeDelay = escapeDelay }

  /// The time at which an incomplete input is treated as complete; `nil` while there is none.
  var deadline: Int64? {
    switch pending {
    case .nothing: nil
    case .escape: since + escapeDelay
    case .control, .single, .place: since + max(escapeDelay, Self.sequenceDelay)
    case .reply, .paste: since + Self.replyDelay
    }
  }

  /// The keys that are complete.
  ///
  /// - Parameter now: the time in milliseconds on the clock of `deadline`; `nil` where nothing more will come.
  mutating func keys(_ inputs: [Input], at now: Int64? = nil) -> [Key] {
    var keys: [Key] = []
    if let now, let deadline, now >= deadline { keys += giveUp() }
    for input in inputs {
      let wasReply = isReply
      take(input, &keys)
      // This limit is for a whole reply: an Escape and a bracket that a user typed must not swallow what follows.
      if !wasReply || !isReply { since = now ?? 0 }
    }
    return now == nil ? keys + giveUp() : keys
  }

  private var isReply: Bool { if case .reply = pending { true } else { false } }

  /// Treats an incomplete input as complete.
  private mutating func giveUp() -> [Key] {
    defer { pending = .nothing }
    return switch pending {
    case .nothing, .reply, .place: []
    case .escape: [.escape]
    case .control, .single: [.unknown]
    case .paste: [.paste(takePasted())]
    }
  }

  private mutating func take(_ input: Input, _ keys: inout [Key]) {
    if case .scalar(let value) = input { return take(value, &keys) }
    // A key inside a paste or a reply is a part of it that looks like a key.
    switch pending {
    case .paste, .reply: return
    case .nothing, .escape, .control, .single, .place: keys += giveUp()
    }
    switch input {
    case .code(let code): if let key = KeyTable.key(code: code) { keys.append(key) }
    case .mouse(let event, let milliseconds): keys.append(.mouse(doubled(event, milliseconds)))
    case .scalar: break
    }
  }

  private mutating func take(_ value: UInt32, _ keys: inout [Key]) {
    switch pending {
    case .nothing: begin(value, &keys)
    case .escape: follow(value, &keys)
    case .control(let text): extend(text, value, &keys)
    case .single:
      pending = .nothing
      keys.append(Unicode.Scalar(value).flatMap { KeyTable.key(sequence: "O\($0)") } ?? .unknown)
    case .reply(let isAfterEscape):
      if value == 0x07 || isAfterEscape && value == 0x5C { return pending = .nothing }
      pending = .reply(afterEscape: value == 0x1B)
    case .place(let left): pending = left > 1 ? .place(left - 1) : .nothing
    case .paste: paste(value, &keys)
    }
  }

  private mutating func begin(_ value: UInt32, _ keys: inout [Key]) {
    if value == 0x1B { return pending = .escape }
    guard let scalar = Unicode.Scalar(value), let key = KeyTable.key(character: scalar) else { return }
    keys.append(key)
  }

  /// Handles what follows an Escape.
  private mutating func follow(_ value: UInt32, _ keys: inout [Key]) {
    pending = .nothing
    switch value {
    case 0x5B: pending = .control("")
    case 0x4F: pending = .single
    // OSC, DCS, APC, PM and SOS.
    case 0x5D, 0x50, 0x5F, 0x5E, 0x58: pending = .reply(afterEscape: false)
    default:
      keys.append(.escape)
      begin(value, &keys)
    }
  }

  /// Handles what follows `ESC [`.
  private mutating func extend(_ text: String, _ value: UInt32, _ keys: inout [Key]) {
    pending = .nothing
    guard (0x20...0x7E).contains(value), let scalar = Unicode.Scalar(value), text.utf8.count < 64 else {
      keys.append(.unknown)
      return begin(value, &keys)
    }
    let longer = text + String(scalar)
    guard value >= 0x40, longer != "[" else { return pending = .control(longer) }
    switch longer {
    case "200~": pending = .paste
    case "M": pending = .place(3)
    default: keys.append(KeyTable.key(sequence: "[" + longer) ?? .unknown)
    }
  }

  /// Handles a paste, up to `ESC [ 201 ~`.
  private mutating func paste(_ value: UInt32, _ keys: inout [Key]) {
    let end: [UInt32] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]
    tail.append(value)
    steps += 1
    guard tail == end else {
      // Anything that does not start the end sequence is text.
      while !tail.isEmpty, !end.starts(with: tail) {
        let first = tail.removeFirst()
        steps += 1
        if pasted.count < Self.mostPasted, let scalar = Unicode.Scalar(first) { pasted.append(scalar) }
      }
      return
    }
    keys += giveUp()
  }

  /// The paste on one line: line ends and tabs become spaces, and other control characters are removed.
  private mutating func takePasted() -> String {
    defer { (pasted, tail) = ([], []) }
    var view = String.UnicodeScalarView()
    for scalar in pasted {
      if [0x09, 0x0A, 0x0D].contains(scalar.value) {
        view.append(" ")
      } else if scalar.properties.generalCategory != .control {
        view.append(scalar)
      }
    }
    return String(view)
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
