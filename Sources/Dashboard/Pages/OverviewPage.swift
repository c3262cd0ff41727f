import Metrics
import Screen

/// Every metric of the system in panels, what needs attention, and the levels of the system.
struct OverviewPage {
  /// What one panel is about.
  enum Panel: Hashable {
    case metric(MetricID)
    case attention
    case levels
  }

  /// The panels on screen, in a grid.
  struct Layout {
    /// Panels side by side.
    let columns: Int
    /// Each panel with its number among all of them and its place.
    let places: [(pane: Int, panel: Panel, region: Region)]
    /// The screenful shown, counted from 0, and how many there are.
    let screenful: Int, screenfuls: Int

    /// The place of a panel; `nil` where it is on another screenful.
    subscript(pane: Int) -> (pane: Int, panel: Panel, region: Region)? { places.first { $0.pane == pane } }
  }

  let state: State

  init(_ state: State) { self.state = state }

  /// The panels a board starts with, in their order.
  private static let first: [MetricID] = [.fourHour, .incomplete, .cancer62Day, .delayedDays, .controlTotal]

  /// Every panel there is, by priority: the first five, what needs attention, further metrics, the levels, and last what
  /// is only context.
  var panels: [Panel] {
    let metrics = state.digest.panels.map(\.metric)
    guard !metrics.isEmpty else { return [.levels] }
    let leading = Self.first.filter { id in metrics.contains { $0.id == id } }.map(Panel.metric)
    let further = metrics.filter { !Self.first.contains($0.id) }
    let measured = further.filter { $0.direction != .neither }.map { Panel.metric($0.id) }
    let context = further.filter { $0.direction == .neither }.map { Panel.metric($0.id) }
    return leading + [.attention] + measured + (hasLevels ? [.levels] : []) + context
  }

  /// A list of every organisation in a national file is no system of levels.
  private var hasLevels: Bool { state.board.tree.system.code != .all }

  /// The panels that fit, with their places: a grid as even as it can be, of the screenful the keyboard is in.
  func layout(in body: Region) -> Layout {
    var all = panels
    let widest = max(1, body.columns < 160 ? body.columns / 38 : body.columns / 48)
    let columns = min(widest, all.count)
    // Panels want some 16 lines; the first six may be squeezed to six lines each before any is left out.
    let wanted = max(body.rows / 16, (min(6, all.count) + columns - 1) / columns)
    let rows = max(1, min(wanted, body.rows / 6, (all.count + columns - 1) / columns))
    let capacity = columns * rows
    // A first page without its list of exceptions would leave the worst unseen.
    if capacity > 1, let place = all.firstIndex(of: .attention), place >= capacity {
      all.insert(all.remove(at: place), at: capacity - 1)
    }
    let screenful = min(state.visit.pane, all.count - 1) / capacity
    let shown = Array(all.enumerated().dropFirst(screenful * capacity).prefix(capacity))
    let lines = body.splitRows(Array(repeating: .weight(1), count: (shown.count + columns - 1) / columns))
    var places: [(pane: Int, panel: Panel, region: Region)] = []
    for (row, line) in lines.enumerated() {
      let inLine = Array(shown.dropFirst(row * columns).prefix(columns))
      for (panel, region) in zip(inLine, line.splitColumns(Array(repeating: .weight(1), count: inLine.count))) {
        places.append((panel.offset, panel.element, region))
      }
    }
    return Layout(
      columns: columns, places: places, screenful: screenful, screenfuls: (all.count + capacity - 1) / capacity)
  }

  /// The panels on screen now.
  var layout: Layout { layout(in: Chrome(state.size).body) }

  /// The metric of the panel the keyboard is in; `nil` in the other panels.
  var focusedMetric: MetricID? {
    if case .metric(let metric)? = layout[state.visit.pane]?.panel { metric } else { nil }
  }

  /// The rows of the panel the keyboard is in that the cursor can stand on.
  func rows(of pane: Int) -> [RowID] {
    switch layout[pane]?.panel {
    case .attention?: return state.digest.exceptions.map { .exception($0.figure.key) }
    case .levels?: return Levels(state.board, below: state.scope).rows.map { .organisation($0.organisation.code) }
    case .metric(let metric)?:
      guard let digest = state.digest[metric] else { return [] }
      if digest.standings.isEmpty, let money = digest.money { return money.planLines.indices.map { .line($0) } }
      return digest.standings.map { .organisation($0.organisation.code) }
    case nil: return []
    }
  }

  func draw(on frame: inout Frame, in body: Region) {
    for place in layout(in: body).places {
      let isFocused = place.pane == state.visit.pane
      switch place.panel {
      case .attention: AttentionPanel(state: state, isFocused: isFocused).draw(on: &frame, in: place.region)
      case .levels: LevelsPanel(state: state, isFocused: isFocused).draw(on: &frame, in: place.region)
      case .metric(let metric):
        guard let digest = state.digest[metric] else { continue }
        MetricPanel(state: state, digest: digest, isFocused: isFocused).draw(on: &frame, in: place.region)
      }
    }
  }
}
