import Metrics

/// A figure calculated from the measures of today's returns. Shares and means are calculated from counts, never read as
/// printed.
struct ReturnFigure: Sendable {
  private enum Kind {
    /// The measure itself, and each of its parts.
    case count(ReturnMeasure)
    /// One measure ÷ another, each part ÷ the same part.
    case share(ReturnMeasure, of: ReturnMeasure)
    /// The parts of one measure ÷ the whole of another.
    case partsOfWhole(ReturnMeasure, of: ReturnMeasure)
    /// One measure ÷ another that it is not a share of.
    case mean(ReturnMeasure, of: ReturnMeasure, part: BreakdownItem?)
  }

  private let metric: MetricID
  private let kind: Kind

  private static let all: [ReturnFigure] = [
    ReturnFigure(metric: .noCriteria, kind: .count(.noCriteria)),
    ReturnFigure(metric: .noCriteriaRemaining, kind: .share(.remaining, of: .noCriteria)),
    ReturnFigure(metric: .discharged, kind: .count(.discharged)),
    ReturnFigure(metric: .additionalBedDays, kind: .count(.additionalDays)),
    ReturnFigure(metric: .readyDateSameDay, kind: .share(.readySameDay, of: .readyDischarged)),
    ReturnFigure(metric: .readyDateSameDay, kind: .partsOfWhole(.readyByDelay, of: .readyDischarged)),
    ReturnFigure(metric: .readyDateMeanDays, kind: .mean(.readyDays, of: .readyDischarged, part: nil)),
    ReturnFigure(
      metric: .readyDateMeanDays,
      kind: .mean(.readyDays, of: .readyDelayed, part: BreakdownItem("discharged", "delayed"))),
    ReturnFigure(metric: .bedsOpen, kind: .count(.bedsOpen)),
    ReturnFigure(metric: .bedsOccupied, kind: .count(.bedsOccupied)),
    ReturnFigure(metric: .bedOccupancy, kind: .share(.bedsOccupied, of: .bedsOpen)),
    ReturnFigure(metric: .longStay7, kind: .share(.stays7, of: .bedsOccupied)),
    ReturnFigure(metric: .longStay14, kind: .share(.stays14, of: .bedsOccupied)),
    ReturnFigure(metric: .longStay21, kind: .share(.stays21, of: .bedsOccupied)),
    ReturnFigure(metric: .criticalCareOpen, kind: .count(.criticalOpen)),
    ReturnFigure(metric: .criticalCareOccupied, kind: .count(.criticalOccupied)),
    ReturnFigure(metric: .overnightAvailable, kind: .count(.overnightAvailable)),
    ReturnFigure(metric: .overnightOccupied, kind: .count(.overnightOccupied)),
    ReturnFigure(metric: .overnightOccupancy, kind: .share(.overnightOccupied, of: .overnightAvailable)),
    ReturnFigure(metric: .handovers, kind: .count(.handovers)),
    ReturnFigure(metric: .handoverOver15, kind: .share(.over15, of: .handovers)),
    ReturnFigure(metric: .handoverOver30, kind: .share(.over30, of: .handovers)),
    ReturnFigure(metric: .handoverOver45, kind: .share(.over45, of: .handovers)),
    ReturnFigure(metric: .handoverOver60, kind: .share(.over60, of: .handovers)),
    ReturnFigure(metric: .handoverMean, kind: .mean(.handoverSeconds, of: .handovers, part: nil)),
    ReturnFigure(metric: .cancelledLastMinute, kind: .count(.lastMinute)),
    ReturnFigure(metric: .cancelledNotWithin28Days, kind: .count(.notWithin28Days)),
    ReturnFigure(metric: .virtualWardCapacity, kind: .count(.wardCapacity)),
    ReturnFigure(metric: .virtualWardPatients, kind: .count(.wardPatients)),
    ReturnFigure(metric: .virtualWardOccupancy, kind: .share(.wardPatients, of: .wardCapacity)),
  ]

  /// The figures of one organisation and period, each with its part.
  static func figures(of cells: ReturnCells) -> [(metric: MetricID, part: BreakdownItem?, measurement: Measurement)] {
    all.flatMap { figure in figure.measurements(of: cells).map { (figure.metric, $0.part, $0.measurement) } }
  }

  /// The figures that a measure is used for.
  static func figures(with cell: ReturnCell) -> [(metric: MetricID, part: BreakdownItem?)] {
    all.compactMap { figure in
      switch figure.kind {
      case .count(cell.measure), .share(cell.measure, _), .share(_, of: cell.measure),
        .partsOfWhole(cell.measure, _):
        (figure.metric, cell.part)
      case .mean(cell.measure, _, let part), .mean(_, of: cell.measure, let part): (figure.metric, part)
      case .count, .share, .partsOfWhole, .mean: nil
      }
    }
  }

  private func measurements(of cells: ReturnCells) -> [(part: BreakdownItem?, measurement: Measurement)] {
    switch kind {
    case .count(let measure):
      cells.list.filter { $0.cell.measure == measure }.map { ($0.cell.part, $0.amount.measurement) }
    case .share(let measure, let whole):
      cells.list.filter { $0.cell.measure == measure }.compactMap { cell, amount in
        var other = ReturnCell(whole)
        other.part = cell.part
        return cells[other].map { (cell.part, $0.share(within: amount)) }
      }
    case .partsOfWhole(let measure, let whole):
      cells[ReturnCell(whole)].map { all in
        cells.list.filter { $0.cell.measure == measure }.map { ($0.cell.part, all.share(within: $0.amount)) }
      } ?? []
    case .mean(let measure, let others, let part): mean(cells[ReturnCell(measure)], cells[ReturnCell(others)], part)
    }
  }

  private func mean(_ total: Amount?, _ number: Amount?, _ part: BreakdownItem?)
    -> [(part: BreakdownItem?, measurement: Measurement)]
  {
    switch (total, number) {
    case (nil, _), (_, nil): []
    case (.known(let total)?, .known(let number)?) where total.isWhole && number.isWhole:
      [(part, .mean(total: total.halves / 2, of: number.halves / 2))]
    case (.suppressed?, _), (_, .suppressed?): [(part, .suppressed)]
    default: [(part, .notReturned)]
    }
  }
}

extension ContributionBuilder {
  /// Adds the figures calculated from the measures of an organisation and period.
  mutating func add(_ cells: ReturnCells, _ organisation: Int, _ period: Period, line: Int, rows: Int = 1) {
    for figure in ReturnFigure.figures(of: cells) {
      add(figure.measurement, figure.metric, organisation, period, figure.part, line: line, rows: rows)
    }
  }
}
