import Metrics
import Screen

/// An organisation among comparable ones, for each of its metrics: a box of bars for each, as many as can be read.
struct BarsGrid {
  private let boxes: [RankedFigureBars]

  /// - Parameter metrics: the metrics in the order of the boxes.
  init(_ metrics: [MetricID], of code: OrganisationCode, _ state: State) {
    boxes = metrics.compactMap { state.digest[$0] }.compactMap { RankedFigureBars($0, amongLikesOf: code) }
      .filter(\.isWorthIt)
  }

  var isEmpty: Bool { boxes.isEmpty }

  /// The smallest useful size of a box.
  private static let least = Size(columns: 56, rows: 5)

  func draw(on frame: inout Frame, in region: Region) {
    let columns = max(1, min(boxes.count, region.columns / Self.least.columns))
    let lines = max(1, min((boxes.count + columns - 1) / columns, region.rows / Self.least.rows))
    for (line, place) in region.splitRows(Array(repeating: .weight(1), count: lines)).enumerated() {
      let shown = boxes.dropFirst(line * columns).prefix(columns)
      for (box, part) in zip(shown, place.splitColumns(shown.map { _ in .weight(1) })) {
        box.draw(on: &frame, in: part)
      }
    }
  }
}
