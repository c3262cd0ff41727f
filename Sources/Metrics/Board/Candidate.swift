/// A series that could need attention, with what is looked up once for all that is asked of it.
struct Candidate {
  /// The key from the perspective that is shown.
  private(set) var asked: Series.Key
  /// The key that it is stored under.
  private(set) var key: Series.Key
  /// Its number in the store; `nil` for money.
  private(set) var id: SeriesID?
  /// The period shown.
  let period: Period
  let subject: SeriesSubject
  /// The targets that can apply to it; `nil` for money, and where that differs between periods.
  var targets: TargetTable.Standing?
  /// Whether it is a position of money, which is not in the store.
  let isMoney: Bool

  /// A whole.
  init(_ asked: Series.Key, in period: Period, _ subject: SeriesSubject, on board: borrowing Board) {
    self.asked = asked
    self.period = period
    self.subject = subject
    key = board.settled(asked)
    id = board.store.id(of: key)
    isMoney = asked.metric.isPosition
  }

  /// Turns to another part.
  mutating func turn(to part: BreakdownItem?, _ id: SeriesID) {
    (asked.part, key.part, self.id) = (part, part, id)
  }
}

/// The figure of a candidate in a period, as far as has to be known to say whether it needs attention.
struct CandidateFigure {
  let point: SeriesPoint
  /// Whether it has a value.
  let hasValue: Bool
  /// Whether its target is met; `nil` without a target, and for an incomplete figure.
  let isMet: Bool?
  /// The figure itself, where it is at hand.
  let figure: Figure?
}

extension Board {
  /// The figure of a candidate in a period; `nil` where there is no row at all.
  ///
  /// A national board has thousands of candidates, of which most meet their targets: their figures are not made.
  func known(
    _ candidate: Candidate, in period: Period, _ choice: TargetTable.Choice, _ targets: TargetTable.Standing?
  ) -> CandidateFigure? {
    let key = candidate.key
    if candidate.isMoney {
      guard let figure = moneyFigure(key, in: period) else { return nil }
      return CandidateFigure(
        point: SeriesPoint(period: figure.period, measurement: figure.measurement, origin: figure.origin),
        hasValue: figure.value != nil, isMet: figure.isMet, figure: figure)
    }
    guard let id = candidate.id, let point = returned(id, key, in: period) else { return nil }
    return CandidateFigure(
      point: point, hasValue: point.measurement.isKnown, isMet: isMet(point, candidate, choice, targets), figure: nil)
  }

  /// Whether a point meets its target, as its figure says it.
  private func isMet(
    _ point: SeriesPoint, _ candidate: Candidate, _ choice: TargetTable.Choice, _ targets: TargetTable.Standing?
  ) -> Bool? {
    let (key, subject) = (candidate.key, candidate.subject)
    guard let target = force(for: key, in: point.period, choice: choice, subject, targets).target,
      let value = point.measurement.value,
      coverage(key, point, subject)?.allowsJudgement(of: point.measurement) ?? true
    else { return nil }
    return Figure.isMet(value, against: target.value.ratio, subject.metric?.direction ?? .neither)
  }
}
