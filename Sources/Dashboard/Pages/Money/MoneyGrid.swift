import Metrics
import Screen

/// Several bridges, lists of schemes and plans side by side, each with enough lines to be read.
struct MoneyGrid {
  let state: State
  let sections: [MoneyDigest.Section]
  /// A note such as `b next, 1 of 3`, on the first one.
  var note = ""
  /// Whether the keyboard is in the first one.
  var isFocused = false

  func draw(on frame: inout Frame, in region: Region) {
    let columns = max(1, region.columns / 50)
    let count = min(sections.count, columns * max(1, region.rows / 13))
    let lines = (count + columns - 1) / max(1, columns)
    for (line, place) in region.splitRows(Array(repeating: .weight(1), count: lines)).enumerated() {
      let shown = Array(sections.prefix(count).dropFirst(line * columns).prefix(columns))
      for (position, box) in place.splitColumns(shown.map { .weight($0.weight) }).enumerated() {
        let isFirst = line == 0 && position == 0
        MoneyBox(
          state: state, section: shown[position], note: isFirst ? note : "", isFocused: isFirst && isFocused
        ).draw(on: &frame, in: box)
      }
    }
  }
}

extension MoneyDigest.Section {
  var isPlan: Bool { if case .plan = self { true } else { false } }

  /// The share of a line that it needs: a plan of many years needs more than a bridge.
  var weight: Int {
    guard case .plan(let lines) = self else { return 5 }
    return Set(lines.map { "\($0.year.text) \($0.scenario)" }).count > 2 ? 7 : 5
  }
}
