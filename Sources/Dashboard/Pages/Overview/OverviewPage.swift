import Metrics
import Screen

/// Every metric of the system, or of a place or group in it, in panels; what needs attention, and the levels of the system.
struct OverviewPage: PageContent {
  typealias Panel = OverviewPanel
  typealias Place = DrawnPanels.Place

  /// The panels on the screen, in a grid.
  struct Layout {
    /// Panels side by side.
    let columns: Int
    /// Each panel and its place.
    let places: [Place]

    /// The place of a panel; `nil` where it is on another screen.
    subscript(pane: Int) -> Place? { places.first { $0.pane == pane } }
  }

  let state: State
  /// The place or group it is about; `nil` for the system.
  let place: OrganisationCode?

  init(_ state: State, place: OrganisationCode? = nil) {
    self.state = state
    self.place = place
  }

  /// Every panel, by priority: the first five topics, what needs attention, further metrics, the levels, and finally
  /// metrics that are only context.
  var panels: [Panel] { state.digest.overview }

  /// The arrangement of the panels: as even a grid as possible, on the screen with the keyboard.
  private struct Grid {
    let columns: Int
    /// The number of panels on a screen.
    let capacity: Int
    /// All panels in the order of the screens.
    var order: [Panel]
    /// The screen with the keyboard, counted from 0.
    let screenful: Int
  }

  private func grid(in region: Region) -> Grid {
    let all = panels
    let least = Panel.roomiest(all.map(\.least))
    let ideal = Panel.roomiest(all.map(\.ideal))
    // Three panels side by side at their least say more than two at their ideal; beyond three, each gets its ideal.
    let widest = max(1, region.columns / ideal.columns, min(3, region.columns / least.columns))
    let columns = min(widest, all.count)
    // The first six may be reduced to their least before any is left out.
    let wanted = max(region.rows / ideal.rows, (min(6, all.count) + columns - 1) / columns)
    let rows = max(1, min(wanted, region.rows / least.rows, (all.count + columns - 1) / columns))
    let capacity = columns * rows
    var grid = Grid(
      columns: columns, capacity: capacity, order: all, screenful: min(state.visit.pane, all.count - 1) / capacity)
    // A first screen without the list of exceptions would hide the worst.
    if capacity > 1, let place = all.firstIndex(of: .attention), place >= capacity {
      grid.order.insert(grid.order.remove(at: place), at: capacity - 1)
    }
    return grid
  }

  /// The panels that fit, with their places.
  func layout(in region: Region) -> Layout {
    let grid = grid(in: region)
    let columns = grid.columns
    let shown = Array(grid.order.enumerated().dropFirst(grid.screenful * grid.capacity).prefix(grid.capacity))
    let lines = region.splitRows(Array(repeating: .weight(1), count: (shown.count + columns - 1) / columns))
    var places: [Place] = []
    for (row, line) in lines.enumerated() {
      let inLine = Array(shown.dropFirst(row * columns).prefix(columns))
      for (panel, region) in zip(inLine, line.splitColumns(Array(repeating: .weight(1), count: inLine.count))) {
        places.append(Place(pane: panel.offset, panel: panel.element, region: region))
      }
    }
    return Layout(columns: columns, places: places)
  }

  /// The panels on the current screen.
  var layout: Layout { layout(in: state.areas.page) }

  /// The subject of the panel with this number; `nil` where there is none.
  func panel(_ pane: Int) -> Panel? {
    let order = grid(in: state.areas.page).order
    return order.indices.contains(pane) ? order[pane] : nil
  }

  /// The subject of the panel with the keyboard.
  var focused: Panel? { panel(state.visit.pane) }

  /// Its metric; `nil` for other panels.
  var focusedMetric: MetricID? { if case .metric(let metric)? = focused { metric } else { nil } }

  /// The rows of a panel that the cursor can be on.
  func rows(of pane: Int) -> [RowID] {
    switch panel(pane) {
    case .attention?: return AttentionPanel(state: state, pane: pane).exceptions.map { .exception($0.figure.key) }
    case .levels?: return Levels(state.board, below: state.scope).rows.map { .organisation($0.organisation.code) }
    case .metric(let metric)?:
      guard let digest = state.panel(metric) else { return [] }
      if digest.rankedFigures.isEmpty, let money = digest.money { return money.planLines.indices.map { .line($0) } }
      return digest.rankedFigures.map { .organisation($0.organisation.code) }
    case nil: return []
    }
  }

  /// Draws the panels, except for those that look as they were last drawn.
  func draw(on frame: inout Frame, in region: Region, after drawn: inout DrawnPanels) {
    let places = layout(in: region).places
    let unchanged = drawn.unchanged(of: places, for: state)
    for place in places {
      if unchanged.contains(place) { drawn.put(place, on: &frame) } else { draw(place, on: &frame) }
    }
    drawn.keep(places, on: frame, for: state)
  }

  func draw(on frame: inout Frame, in region: Region) {
    for place in layout(in: region).places { draw(place, on: &frame) }
  }

  private func draw(_ place: Place, on frame: inout Frame) {
    frame.mark(place.region, .pane(place.pane))
    switch place.panel {
    case .attention: AttentionPanel(state: state, pane: place.pane).draw(on: &frame, in: place.region)
    case .levels: LevelsPanel(state: state, pane: place.pane).draw(on: &frame, in: place.region)
    case .metric(let metric):
      guard let digest = state.panel(metric) else { return }
      MetricPanel(state: state, digest: digest, pane: place.pane).draw(on: &frame, in: place.region)
    }
  }
}
