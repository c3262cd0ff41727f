import Metrics
import Screen

/// What needs attention, worst first, across metrics and bodies; what is new stands on top.
struct AttentionPanel {
  let state: State
  let isFocused: Bool
  let pane: Int

  func draw(on frame: inout Frame, in region: Region) {
    let exceptions = state.digest.exceptions
    let new = exceptions.count { $0.isNew }
    let note = exceptions.isEmpty ? "" : new > 0 ? "\(new) new" : "\(exceptions.count)"
    guard region.rows >= 3 else {
      frame.write(StyledText("\(exceptions.count) need attention", .strong), in: region, line: 0)
      return
    }
    let inner = Box(title: "Needs attention", note: note, isFocused: isFocused).draw(on: &frame, in: region)
    if exceptions.isEmpty {
      frame.write(StyledText("nothing misses its target", .faint), in: inner.inset(rows: 0, columns: 1), line: 0)
      return
    }
    let lines = inner.rows >= 8 ? inner.inset(top: 1) : inner
    let selected = isFocused ? exceptions.firstIndex { .exception($0.figure.key) == state.selectedRow } : nil
    let offset = Table.offset(scroll: 0, selection: selected, count: exceptions.count, height: lines.rows)
    for (line, exception) in exceptions.dropFirst(offset).prefix(lines.rows).enumerated() {
      draw(exception, on: &frame, in: lines.line(line), isSelected: offset + line == selected)
    }
  }

  private func draw(_ exception: Exception, on frame: inout Frame, in line: Region, isSelected: Bool) {
    let figure = exception.figure
    let metric = state.board.catalogue[figure.metric]
    let unit = metric?.unit ?? .patients
    let variance = "\(figure.varianceText(unit: unit)) \(unit.varianceSuffix)"
    let varianceWidth = max(9, variance.count)
    let nameWidth = min(16, max(6, (line.columns - varianceWidth - 5) / 2))
    let titleWidth = max(4, line.columns - nameWidth - varianceWidth - 6)
    frame.write("", row: line.row, column: line.column, width: line.columns, selected: isSelected)
    if isSelected { frame.write("▸", row: line.row, column: line.column, role: .selectionMark, selected: true) }
    var column = line.column + 2
    column = frame.write(
      exception.organisation.shortName, row: line.row, column: column, role: isSelected ? .strong : .text,
      width: nameWidth, selected: isSelected)
    column = frame.write(
      title(figure, metric), row: line.row, column: column + 1, role: .faint, width: titleWidth, selected: isSelected)
    column = frame.write(
      variance, row: line.row, column: column + 1, role: figure.role, width: varianceWidth, alignment: .trailing,
      selected: isSelected)
    if exception.isNew { frame.write("•", row: line.row, column: column + 1, role: .newMark, selected: isSelected) }
  }

  /// ` of 13`: a figure out of fewer than 20 says so.
  private func small(_ figure: Figure) -> String {
    guard let of = figure.measurement.denominator, of < Ratio(20) else { return "" }
    return " of \(of.text(places: of.denominator == 1 ? 0 : 1))"
  }

  private func title(_ figure: Figure, _ metric: Metric?) -> String {
    let name = metric?.title ?? figure.metric.text
    guard let part = figure.key.part else { return name + small(figure) }
    let short = name.split(separator: " ").first.map(String.init) ?? name
    return "\(short) \(state.board.itemName(part, of: figure.metric))\(small(figure))"
  }
}
