/// Actual figures for a time that has not begun by the clock, most often because a year was mistyped. None of them is
/// shown.
///
/// Plans, forecasts and targets may lie in the future, and so may those of money. Rows prepared for days to come have
/// no figures.
struct LaterActuals {
  /// The contributions without those figures.
  private(set) var contributions: [Contribution]
  /// A problem for each of them, at its line.
  private(set) var problems: [Problem] = []
  /// How many of one file are named; the others are counted.
  static let mostNamed = 20

  /// - Parameter today: the day on the clock; `nil` where there is no clock, so that nothing is in the future.
  init(_ contributions: [Contribution], today: Day?) {
    self.contributions = contributions
    guard let today else { return }
    for place in contributions.indices {
      let later = leaveOutFigures(at: place, today) + leaveOutMoney(at: place, today)
      if !later.isEmpty { problems += LaterActuals.problems(later, file: contributions[place].file.name, today: today) }
    }
  }

  /// A figure dated in the future: what it is, its date and its line.
  struct Later {
    let subject: String
    let date: String
    let line: Int
  }

  private mutating func leaveOutFigures(at place: Int, _ today: Day) -> [Later] {
    let observations = contributions[place].observations
    guard observations.periods.contains(where: { LaterActuals.isLater($0, than: today) }) else { return [] }
    let later = observations.filter { LaterActuals.isLater($0.period, than: today) && $0.measurement != .notReturned }
    guard !later.isEmpty else { return [] }
    contributions[place].observations = Observations(
      observations.filter { !LaterActuals.isLater($0.period, than: today) || $0.measurement == .notReturned })
    return later.map { observation in
      let part = observation.part.map { ", \($0.words)," } ?? ""
      return Later(
        subject: "\(observation.organisation) \(observation.metric)\(part)", date: observation.period.title,
        line: observation.rows.line)
    }
  }

  private mutating func leaveOutMoney(at place: Int, _ today: Day) -> [Later] {
    if contributions[place].finance.isEmpty { return [] }
    let (kept, later) = LaterActuals.withoutLater(contributions[place].finance, today: today)
    if !later.isEmpty { contributions[place].finance = kept }
    return later
  }

  private static func isLater(_ period: Period, than today: Day) -> Bool {
    guard case .yearToDate(let month) = period else { return period.firstDay.map { $0 > today } ?? false }
    return month.firstDay > today
  }

  private static func problems(_ later: [Later], file: String, today: Day) -> [Problem] {
    let named = later.prefix(mostNamed).map { later in
      Problem(
        .error, file: file, line: later.line, "\(later.subject) is dated \(later.date), which has not begun",
        expected: "a date up to today, \(Period.title(of: today))",
        fix: "correct the date; until then the figure is left out")
    }
    guard later.count > mostNamed else { return named }
    return named + [
      Problem(
        .error, file: file, "\(later.count - mostNamed) more figures are dated after \(Period.title(of: today))",
        fix: "correct the dates; until then the figures are left out")
    ]
  }
}
