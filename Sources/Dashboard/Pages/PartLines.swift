import Metrics
import Screen

/// The parts of a metric in a panel that has no bodies to list.
struct PartLines {
  let state: State
  let digest: MetricDigest

  func draw(on frame: inout Frame, in region: Region) {
    guard let period = digest.period else { return }
    let metric = digest.metric
    let parts = state.board.parts(metric.id, of: state.scope, lens: digest.lens)
    for (line, part) in parts.prefix(region.rows).enumerated() {
      let key = Series.Key(metric.id, state.scope, part: part, lens: digest.lens)
      let figure = state.board.figure(key, in: period, choice: state.outlook.choice)
      let place = region.line(line)
      let nameWidth = max(4, place.columns - 18)
      frame.write(metric.itemName(part), row: place.row, column: place.column + 2, role: .text, width: nameWidth - 2)
      frame.write(
        figure?.digits(unit: metric.unit) ?? "–", row: place.row, column: place.column + nameWidth,
        role: figure?.value == nil ? .missing : .text, width: 8, alignment: .trailing)
      frame.write(
        figure?.varianceText(unit: metric.unit) ?? "", row: place.row, column: place.column + nameWidth + 9,
        role: figure?.role ?? .missing, width: max(0, min(9, place.columns - nameWidth - 9)))
    }
  }
}
