/// Positions that a file has as figures of one amount each, as an organisation's own report states them: the forecast
/// and the position to date. They become rows of the ledger like those of a finance return.
enum PositionsFromFigures {
  /// A contribution whose financial figures have become positions.
  static func filed(_ contribution: Contribution) -> Contribution {
    let observations = contribution.observations
    guard observations.metrics.contains(where: \.isPosition) else { return contribution }
    let positions = observations.compactMap { observation in
      position(observation, document: contribution.documents[observation.rows.line] ?? "")
    }
    guard !positions.isEmpty else { return contribution }
    var filed = contribution
    filed.observations = Observations(observations.filter { !$0.metric.isPosition })
    filed.finance.positions += positions
    return filed
  }

  /// The position that a figure states; `nil` for a part, for a figure without a month, and for one that is suppressed
  /// or missing.
  private static func position(_ observation: Observation, document: String) -> FinancePosition? {
    guard observation.part == nil, case .money(let amount) = observation.measurement,
      let month = observation.period.month, let position = observation.metric.position
    else { return nil }
    return FinancePosition(
      organisation: observation.organisation, month: month, actualToDate: position == .toDate ? amount : nil,
      forecast: position == .outturn ? amount : nil, rows: observation.rows, document: document)
  }
}
