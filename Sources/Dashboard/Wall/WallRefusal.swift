import Screen

/// An entry of a playlist that cannot be shown on the wall: that it cannot, in large letters, then which it is and why.
struct WallRefusal {
  /// The words of the entry, and its line in the playlist.
  let entry: Playlist.Entry
  let why: String

  func draw(on frame: inout Frame, in region: Region) {
    let inner = region.inset(rows: 0, columns: 1)
    let words = ["This entry cannot be shown: \(entry.words.joined(separator: " "))", why]
      .flatMap { wrapped($0, to: inner.columns) }
    let large = heading(in: Size(columns: inner.columns, rows: inner.rows - words.count - 1))
    let rows = large.reduce(words.count) { $0 + $1.size.rows + 1 }
    var line = max(0, (inner.rows - rows) / 2)
    for part in large {
      let left = (inner.columns - part.size.columns) / 2
      part.draw(on: &frame, in: inner.inset(top: line, left: left), role: .problemError)
      line += part.size.rows + 1
    }
    for (number, text) in words.prefix(inner.rows).enumerated() {
      let role: Role = number == 0 ? .problemError : .strong
      frame.write(
        StyledText(text, role), in: inner, line: line + number, alignment: large.isEmpty ? .leading : .centre)
    }
  }

  /// The largest letters of the heading that fit, on one line or two; empty where not even the smallest do.
  private func heading(in space: Size) -> [BigDigits] {
    for scale in [4, 3, 2, 1] {
      for lines in [["Cannot be shown"], ["Cannot be", "shown"]] {
        let large = lines.compactMap { BigDigits.name($0, scale: scale) }
        let rows = large.reduce(0) { $0 + $1.size.rows + 1 }
        if rows <= space.rows, large.allSatisfy({ $0.size.columns <= space.columns }) { return large }
      }
    }
    return []
  }
}
