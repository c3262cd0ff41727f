import Metrics
import Screen

/// An overview where no box fits: the panel with the keyboard.
extension OverviewPage {
  var compactNames: [String] {
    place.map { [state.board.organisation($0).shortName + " " + panelName, panelName] } ?? [panelName]
  }

  private var panelName: String {
    switch focused {
    case .metric(let metric)?: state.board.catalogue[metric]?.shortTitle ?? metric.text
    case .attention?: "\(state.digest.exceptions.count) need attention"
    case .levels?, nil: state.digest.panels.isEmpty ? "nothing returned" : "Levels"
    }
  }

  /// The titles with the figure of the panel, which is all that remains on the smallest screen.
  var compactTitles: [StyledText] {
    guard let metric = focusedMetric, let digest = state.digest[metric] else { return bareTitles }
    let headline = MetricHeadline(state, digest).oneLines
    return bareTitles.prefix(1).flatMap { title in headline.map { title + StyledText(" ") + $0 } }
      + headline.suffix(1)
  }

  var isWholeFirst: Bool { true }

  var nothing: String {
    if let noFit { return noFit }
    if state.isReading { return "reading the extracts…" }
    return focused == .attention ? "no target is missed" : "nothing returned"
  }

  func compact(_ row: RowID) -> CompactRow {
    switch row {
    case .exception(let key): exception(key)
    case .organisation(let code):
      if let metric = focusedMetric {
        compact(metric, of: code)
      } else {
        CompactRow(
          name: state.board.organisation(code).shortName, beside: state.board.organisation(code).role.word, .faint)
      }
    case .line(let line): plan(line)
    default: .nothing
    }
  }

  private func exception(_ key: Series.Key) -> CompactRow {
    let name = state.board.organisation(key.organisation).shortName
    let what =
      key.part.map { "\(stem(of: key.metric)) \(state.board.itemName($0, of: key.metric))" }
      ?? state.board.catalogue[key.metric]?.shortTitle ?? key.metric.text
    let figure = state.digest.exceptions.first { $0.figure.key == key }?.figure
    return CompactRow(
      "\(name) \(what)", "\(key.organisation.text) \(what)", figure: figure, unit: unit(of: key.metric)
    ).dated(ownPeriod(of: figure))
  }

  /// A line of the plan in a panel's list.
  private func plan(_ line: Int) -> CompactRow {
    guard let row = focusedMetric.flatMap({ state.digest[$0] })?.money?.planLines[safe: line] else { return .nothing }
    return CompactRow(name: "\(row.year.text) \(row.line)", beside: row.amount.bracketed, .strong)
  }
}
