import Metrics
import Screen

/// The keys, printed from the keymap in force.
struct HelpPage {
  let state: State

  init(_ state: State) { self.state = state }

  /// A heading, or a key with what it does.
  struct Line {
    let key: String
    let words: String
    var isHeading: Bool { key.isEmpty }
  }

  /// Every line, by the group of its keys.
  var lines: [Line] {
    var lines: [Line] = []
    for group in Keymap.Group.allCases {
      lines.append(Line(key: "", words: group.rawValue))
      lines += Keymap.bindings.filter { $0.group == group }.map { Line(key: $0.allKeys, words: $0.help) }
    }
    return lines
  }

  /// The lines the cursor can stand on: none where all of them are in sight.
  var rows: [RowID] {
    let inner = Chrome(state.size).body.inset(by: 1).inset(rows: 0, columns: 1)
    let needed = (lines.count + columns(in: inner) - 1) / columns(in: inner)
    return needed > inner.rows ? lines.indices.map { .line($0) } : []
  }

  private func columns(in inner: Region) -> Int { max(1, min(3, inner.columns / 56)) }

  func draw(on frame: inout Frame, in body: Region) {
    let inner = Box(title: "Keys", note: "Esc back", isFocused: true).draw(on: &frame, in: body).inset(
      rows: 0, columns: 1)
    let lines = lines
    let columns = columns(in: inner)
    let perColumn = (lines.count + columns - 1) / columns
    let selected = state.selectedRow.flatMap { row -> Int? in if case .line(let line) = row { line } else { nil } } ?? 0
    let needsScroll = perColumn > inner.rows
    let offset = needsScroll ? min(selected, max(0, lines.count - inner.rows * columns)) : 0
    let height = needsScroll ? inner.rows : perColumn
    let places = inner.splitColumns(Array(repeating: .weight(1), count: columns), gap: 2)
    for (position, line) in lines.dropFirst(offset).prefix(height * columns).enumerated() {
      let place = places[position / height].line(position % height)
      if line.isHeading {
        frame.write(line.words, row: place.row, column: place.column, role: .heading, width: place.columns)
      } else {
        let end = frame.write(line.key, row: place.row, column: place.column + 2, role: .functionKey, width: 13)
        frame.write(line.words, row: place.row, column: end + 1, role: .text, width: max(0, place.right - end - 1))
      }
    }
  }
}
