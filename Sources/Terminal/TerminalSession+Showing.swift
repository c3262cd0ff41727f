import CNcurses
import Glibc
import Screen

extension TerminalSession {
  /// Shows a picture; only the cells that differ from the last one are written.
  public func show(_ picture: Frame) {
    // In ASCII a pound sign takes more than its cell, so the picture is converted as a whole.
    let frame = glyphs == .ascii ? picture.inASCII : picture
    let before = shown.flatMap { $0.size == frame.size ? $0 : nil }
    let changed = (0..<min(frame.size.rows, size.rows)).filter { row in
      before.map { $0.row(row) != frame.row(row) } ?? true
    }
    guard before == nil || !changed.isEmpty || before?.cursor != frame.cursor else { return }
    let (start, end) = usesSynchronisedOutput ? ("\u{1B}[?2026h", "\u{1B}[?2026l") : ("", "")
    output.write(between: start, and: end) { draw(frame, changed, before) }
    shown = frame
  }

  /// Makes ncurses write the changed rows of a picture.
  private func draw(_ frame: Frame, _ changed: [Int], _ before: Frame?) {
    // ncurses scrolls where lines of the old picture are elsewhere in the new one, and not every terminal handles a
    // scroll correctly. Line by line, ncurses finds nothing to scroll.
    let isLineByLine = before != nil && changed.count > 2
    if isLineByLine { leaveok(window, true) }
    for row in changed {
      write(frame, row: row, before)
      if isLineByLine { refresh() }
    }
    if isLineByLine { leaveok(window, false) }
    if before == nil { eraseOutside(frame.size) }
    place(frame.cursor)
    refresh()
  }

  /// Passes the changed cells of a row to ncurses.
  private func write(_ frame: Frame, row: Int, _ shown: Frame?) {
    let cells = frame.row(row)
    let columns = min(frame.size.columns, size.columns)
    let before = shown?.row(row)
    var looks: [Palette.Look?] = []
    looks.reserveCapacity(columns)
    for column in 0..<columns {
      let cell = cells[cells.startIndex + column]
      let stands = before.map { $0[$0.startIndex + column] == cell && !isHalf(column, of: cells, $0) } ?? false
      looks.append(stands ? nil : palette.look(cell.role, isSelected: cell.isSelected))
    }
    BlankPen.lend(&looks, cells, plain: palette.look(.text, isSelected: false))
    for (column, look) in looks.enumerated() {
      let cell = cells[cells.startIndex + column]
      if let look, !cell.isContinuation { put(cell, look, row: row, column: column) }
    }
  }

  /// Whether the other half of a cell has changed: ncurses needs a wide character to be written as a whole.
  private func isHalf(_ column: Int, of cells: ArraySlice<Cell>, _ before: ArraySlice<Cell>) -> Bool {
    let next = column + 1
    guard next < cells.count else { return false }
    return cells[cells.startIndex + next].isContinuation != before[before.startIndex + next].isContinuation
  }

  private func put(_ cell: Cell, _ look: Palette.Look, row: Int, column: Int) {
    let width = CharacterWidth.of(cell.symbol.base)
    let shown = glyphs.shown(cell.symbol)
    let first = shown.base
    if first.isASCII || LibraryWidth.of(first) == width {
      put(first, shown.mark, shown.secondMark, look, row: row, column: column)
    } else {
      // Where the C library has another width for a character, later cells would shift: show only that there is
      // something.
      put("?", nil, nil, look, row: row, column: column)
    }
    if width == 2, first.isASCII || LibraryWidth.of(first) != width {
      put(" ", nil, nil, look, row: row, column: column + 1)
    }
  }

  private func put(
    _ base: Unicode.Scalar, _ mark: Unicode.Scalar?, _ second: Unicode.Scalar?, _ look: Palette.Look, row: Int,
    column: Int
  ) {
    _ = cncurses_put(
      window, Int32(row), Int32(column), wchar_t(base.value), wchar_t(mark?.value ?? 0), wchar_t(second?.value ?? 0),
      look.attributes, look.pair)
  }

  private func eraseOutside(_ frame: Size) {
    let blank = palette.look(.text, isSelected: false)
    for row in 0..<size.rows {
      for column in (row < frame.rows ? frame.columns : 0)..<max(size.columns, frame.columns) {
        put(" ", nil, nil, blank, row: row, column: column)
      }
    }
  }

  private func place(_ cursor: Position?) {
    if let cursor, cursor.row < size.rows, cursor.column < size.columns {
      wmove(window, Int32(cursor.row), Int32(cursor.column))
      showCursor(true)
    } else {
      showCursor(false)
    }
  }

  /// Sends what has been passed to ncurses since the last time.
  private func refresh() {
    wnoutrefresh(window)
    doupdate()
  }

  /// Writes bytes that do not move the cursor, bypassing ncurses.
  func emit(_ sequence: String) { output.emit(Array(sequence.utf8)) }

  /// Sounds the bell.
  public func ring() { emit("\u{07}") }

  /// Sends a text to the terminal for the user's clipboard (OSC 52); `false` where the terminal does not support it.
  /// Whether the terminal then copies it is not known, because it does not say.
  public func copy(_ text: String) -> Bool {
    guard let sequence = copying.sequence(for: text) else { return false }
    emit(sequence)
    return true
  }
}
