/// A panel's border: rounded corners, a title at the top left, a note at the top right, words in the bottom border.
public struct Box: Sendable, Equatable {
  /// The title of the panel.
  public var title: StyledText
  /// The period or the keys, at the right of the top border.
  public var note: StyledText
  /// The freshness, at the left of the bottom border.
  public var footer: StyledText
  /// Whether the panel has the keyboard.
  public var isFocused: Bool

  /// A border with these words in it.
  public init(
    title: StyledText = StyledText(), note: StyledText = StyledText(), footer: StyledText = StyledText(),
    isFocused: Bool = false
  ) {
    self.title = title
    self.note = note
    self.footer = footer
    self.isFocused = isFocused
  }

  /// A border with plain words in their usual roles.
  public init(title: String, note: String = "", footer: String = "", isFocused: Bool = false) {
    self.init(
      title: StyledText(title, .title), note: StyledText(note, .faint), footer: StyledText(footer, .faint),
      isFocused: isFocused)
  }

  /// The cells of a border's line that words cannot have: the corners with a stretch of border, and a blank at either end.
  public static let edges = 6

  /// Draws the border around a region and returns the region inside; a region that is too small gets no border.
  @discardableResult
  public func draw(on frame: inout Frame, in region: Region) -> Region {
    guard region.columns >= 2, region.rows >= 2 else { return region }
    let role: Role = isFocused ? .frameFocused : .frame
    drawEdge("╭", "╮", on: &frame, in: region.line(0), role: role)
    drawEdge("╰", "╯", on: &frame, in: region.line(region.rows - 1), role: role)
    for row in region.row + 1..<region.bottom - 1 {
      frame[row, region.column] = Cell("│", role: role)
      frame[row, region.right - 1] = Cell("│", role: role)
    }
    drawWords(on: &frame, in: region)
    return region.inset(by: 1)
  }

  private func drawEdge(_ left: Character, _ right: Character, on frame: inout Frame, in line: Region, role: Role) {
    for column in line.column..<line.right { frame[line.row, column] = Cell("─", role: role) }
    frame[line.row, line.column] = Cell(left, role: role)
    frame[line.row, line.right - 1] = Cell(right, role: role)
  }

  private func drawWords(on frame: inout Frame, in region: Region) {
    // The title has precedence; the note stays only where there is some border between the two.
    let room = region.columns - Self.edges
    let shown = title.truncated(to: room)
    write(shown, on: &frame, row: region.row, column: region.column + 2)
    if !note.isEmpty, note.width + (shown.isEmpty ? 0 : shown.width + 2) <= room {
      write(note, on: &frame, row: region.row, column: region.right - note.width - 3)
    }
    write(footer.truncated(to: room), on: &frame, row: region.bottom - 1, column: region.column + 2)
  }

  private func write(_ words: StyledText, on frame: inout Frame, row: Int, column: Int) {
    guard !words.isEmpty else { return }
    frame.write(" ", row: row, column: column)
    let end = frame.write(words, row: row, column: column + 1)
    frame.write(" ", row: row, column: end)
  }
}
