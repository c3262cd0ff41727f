import Metrics
import Screen

/// A small chart of each organisation, side by side on one time scale.
struct SmallMultiples {
  private let rows: [SeriesDigest]
  private let direction: Metric.Direction

  init(_ rows: [SeriesDigest], direction: Metric.Direction) {
    self.rows = rows.filter { $0.charted.slots.count { $0.value != nil } > 2 }
    self.direction = direction
  }

  /// A single chart would only repeat the large one.
  var isWorthIt: Bool { rows.count > 1 }

  func draw(on frame: inout Frame, in region: Region) {
    let shown = rows.prefix(max(1, region.columns / 30))
    let places = region.splitColumns(Array(repeating: .weight(1), count: shown.count))
    let room = (places.map(\.columns).min() ?? 0) - Box.edges
    let names = toldApart(shown.map(\.organisation.shortName), to: room, cut: cutAsDrawn)
    for ((row, name), place) in zip(zip(shown, names), places) {
      let unit = row.metric?.unit ?? .patients
      let figure = row.figure.map { "\($0.digits(unit: unit)) \($0.markedVariance(unit: unit))" } ?? row.absence
      let box = Box(title: StyledText(name, .title), note: StyledText(figure, row.figure?.role ?? .missing))
      let inner = box.draw(on: &frame, in: place).inset(rows: 0, columns: 1)
      let words = ControlWords(row.charted)
      ChartPicture(row.charted, direction: direction).small.draw(
        on: &frame, in: inner.inset(bottom: words.isEmpty ? 0 : 1), label: nil)
      if !words.isEmpty { words.draw(on: &frame, in: inner, line: inner.rows - 1) }
    }
  }
}
