import CLinux
import CNcurses
import Screen

extension TerminalSession {
  /// The keys pressed since the last call, without waiting; only as many at once as a picture can wait for.
  public func readKeys() -> [Key] {
    var inputs: [KeyDecoder.Input] = []
    var value: wint_t = 0
    while true {
      hasMoreKeys = inputs.count >= TerminalSession.mostKeys
      if hasMoreKeys { return decoder.keys(inputs, at: clinux_monotonic_milliseconds()) }
      let kind = wget_wch(input, &value)
      if kind == cncurses_key_code() {
        if Int32(bitPattern: value) == KeyTable.mouseCode {
          inputs += mouseInputs()
        } else {
          inputs.append(.code(Int32(bitPattern: value)))
        }
      } else if kind == OK {
        inputs.append(.scalar(value))
      } else {
        return decoder.keys(inputs, at: clinux_monotonic_milliseconds())
      }
    }
  }

  /// When to read keys although none has come, because an incomplete sequence may be a key after all; `nil` for never.
  public var keyDeadline: Int64? { hasMoreKeys ? EventSource.now : decoder.deadline }

  /// The size after a `.resize` reason, as a key; the next frame is drawn completely.
  ///
  /// This applies even if the size is the old one again: it was different in between, and the terminal may have changed
  /// the picture.
  public func readResize() -> Key {
    followSize()
    redraw()
    return .resize(size)
  }

  private func mouseInputs() -> [KeyDecoder.Input] {
    var inputs: [KeyDecoder.Input] = []
    var event = MEVENT()
    while getmouse(&event) == OK {
      let position = Position(row: Int(event.y), column: Int(event.x))
      let kind: MouseEvent.Kind =
        if cncurses_is_wheel_up(event.bstate) != 0 {
          .wheelUp
        } else if cncurses_is_wheel_down(event.bstate) != 0 {
          .wheelDown
        } else {
          .press
        }
      inputs.append(.mouse(MouseEvent(kind, at: position), milliseconds: clinux_monotonic_milliseconds()))
    }
    return inputs
  }
}
