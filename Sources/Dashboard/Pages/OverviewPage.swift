import Metrics
import Screen

/// Every metric of the system in panels, and what needs attention.
struct OverviewPage {
  /// What one panel is about.
  enum Panel: Hashable {
    case metric(MetricID)
    case attention
  }

  let state: State

  init(_ state: State) { self.state = state }

  /// The panels a board starts with, in their order; further metrics follow where there is room.
  private static let first: [MetricID] = [.fourHour, .incomplete, .cancer62Day, .delayedDays, .controlTotal]

  /// Every panel there could be, by priority.
  var panels: [Panel] {
    let metrics = state.digest.panels.map(\.metric.id)
    let leading = Self.first.filter(metrics.contains).map(Panel.metric)
    let further = metrics.filter { !Self.first.contains($0) }.map(Panel.metric)
    return leading + [.attention] + further
  }

  /// The panels that fit, with their places: a grid as even as it can be.
  func layout(in body: Region) -> (grid: (columns: Int, rows: Int), places: [(panel: Panel, region: Region)]) {
    let all = panels
    guard !body.isEmpty, !all.isEmpty else { return ((1, 1), []) }
    let widest = max(1, body.columns < 160 ? body.columns / 38 : body.columns / 48)
    let columns = min(widest, all.count)
    // Panels want some 16 lines; the first six may be squeezed to six lines each before any is left out.
    let wanted = max(body.rows / 16, (min(6, all.count) + columns - 1) / columns)
    let rows = max(1, min(wanted, body.rows / 6, (all.count + columns - 1) / columns))
    var shown = Array(all.prefix(columns * rows))
    // A first page without its list of exceptions would leave the worst unseen.
    if !shown.contains(.attention), shown.count > 1 { shown[shown.count - 1] = .attention }
    let lines = body.splitRows(Array(repeating: .weight(1), count: rows))
    var places: [(panel: Panel, region: Region)] = []
    for (row, line) in lines.enumerated() {
      let inLine = Array(shown.dropFirst(row * columns).prefix(columns))
      for (panel, region) in zip(inLine, line.splitColumns(Array(repeating: .weight(1), count: max(1, inLine.count)))) {
        places.append((panel, region))
      }
    }
    return ((columns, rows), places)
  }

  /// The part of the screen the panels stand in.
  var body: Region { Chrome(state.size).body }

  /// The metric of the panel the keyboard is in; `nil` in the list of exceptions.
  var focusedMetric: MetricID? {
    let places = layout(in: body).places
    guard places.indices.contains(state.visit.pane), case .metric(let metric) = places[state.visit.pane].panel else {
      return nil
    }
    return metric
  }

  /// The rows of a panel that the cursor can stand on.
  func rows(of pane: Int) -> [RowID] {
    let places = layout(in: body).places
    guard places.indices.contains(pane) else { return [] }
    switch places[pane].panel {
    case .attention: return state.digest.exceptions.map { .exception($0.figure.key) }
    case .metric(let metric): return state.digest[metric]?.standings.map { .organisation($0.organisation.code) } ?? []
    }
  }

  func draw(on frame: inout Frame, in body: Region) {
    for (pane, place) in layout(in: body).places.enumerated() {
      let isFocused = pane == state.visit.pane
      switch place.panel {
      case .attention:
        AttentionPanel(state: state, isFocused: isFocused, pane: pane).draw(on: &frame, in: place.region)
      case .metric(let metric):
        guard let digest = state.digest[metric] else { continue }
        MetricPanel(state: state, digest: digest, isFocused: isFocused, pane: pane).draw(on: &frame, in: place.region)
      }
    }
  }
}
