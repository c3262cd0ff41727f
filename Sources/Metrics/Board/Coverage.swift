/// How complete a figure is: how many of the organisations that belong to it are in, and how many of its days.
public struct Coverage: Hashable, Sendable {
  /// The organisations that are in the total, and those that belong to it.
  public let returned: Int, expected: Int
  /// The days that are in, and the days of the period; `nil` where days do not matter.
  public let daysIn: Int?, daysExpected: Int?
  /// Whether every shorter period that it is made of is in.
  let hasEveryPeriod: Bool

  /// The coverage of a number of organisations, and of days.
  init(returned: Int, expected: Int, daysIn: Int? = nil, daysExpected: Int? = nil, hasEveryPeriod: Bool = true) {
    self.returned = returned
    self.expected = expected
    self.daysIn = daysIn
    self.daysExpected = daysExpected
    self.hasEveryPeriod = hasEveryPeriod
  }

  /// Whether every organisation that belongs to it is in.
  public var hasEveryOrganisation: Bool { returned >= expected }

  /// Whether a figure can be compared with its target. Every organisation must be in; for a number, whose target is for
  /// the whole period, every day as well. A share of the days that are in says how those days went.
  func allowsJudgement(of measurement: Measurement) -> Bool {
    hasEveryOrganisation && (hasEveryPeriod || measurement.isAverage)
  }
}

extension Origin {
  /// The coverage of a figure in a period; `nil` for the whole return of one organisation.
  func coverage(of period: Period) -> Coverage? {
    switch self {
    case .published, .summedParts, .fromPredecessors: return nil
    case .rolledUp(let returned, let expected, _, _):
      return Coverage(returned: Int(returned), expected: Int(expected))
    case .summedOverTime(_, _, _, let days, let returned, let members):
      // What is summed over time alone belongs to one organisation.
      if members == 0, hasEveryPeriod { return nil }
      return Coverage(
        returned: members == 0 ? 1 : Int(returned), expected: members == 0 ? 1 : Int(members),
        daysIn: days > 0 ? Int(days) : nil, daysExpected: days > 0 ? period.days : nil, hasEveryPeriod: hasEveryPeriod)
    }
  }
}
