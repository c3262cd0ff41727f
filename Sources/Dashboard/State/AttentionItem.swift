import Metrics

/// A figure that needs attention, as the list of them shows it.
struct AttentionItem: Sendable {
  let figure: Figure
  let organisation: Organisation
  /// Whether it met its target in the period before.
  let isNew: Bool
  /// Whether its chart shows a special cause of concern, and whether the process will not meet the target.
  let isConcerning: Bool, isFailing: Bool

  /// What a board has found, and after it the figures that a body states for itself alone, with no body below to blame.
  static func items(_ board: Board, _ panels: [MetricDigest], scope: OrganisationCode, _ outlook: Outlook) -> [Self] {
    let found = board.exceptions(of: scope, outlook).map {
      AttentionItem(
        figure: $0.figure, organisation: $0.organisation, isNew: $0.isNew, isConcerning: $0.isConcerning,
        isFailing: $0.isFailing)
    }
    let known = Set(found.map(\.figure.key))
    let own = panels.compactMap { panel -> AttentionItem? in
      guard panel.standings.isEmpty, let figure = panel.figure, figure.isMet == false, !known.contains(figure.key)
      else {
        return nil
      }
      let before = board.figure(figure.key, in: figure.period.advanced(by: -1), choice: outlook.choice)
      return AttentionItem(
        figure: figure, organisation: board.organisation(scope), isNew: before?.isMet == true,
        isConcerning: panel.charted.isConcerning, isFailing: panel.charted.chart?.assurance == .consistentFail)
    }
    return found + own
  }
}
