/// What of a figure is in: how many of the organisations that belong to it, and how many of its days.
public struct Coverage: Hashable, Sendable {
  /// The organisations that are in the sum, and those that belong to it.
  public let returned: Int, expected: Int
  /// The days that are in, and those the period has; `nil` where days do not matter.
  public let daysIn: Int?, daysExpected: Int?
  /// Whether every shorter period it is made of is in.
  let hasEveryPeriod: Bool

  /// So many organisations of so many, and so many days.
  init(returned: Int, expected: Int, daysIn: Int? = nil, daysExpected: Int? = nil, hasEveryPeriod: Bool = true) {
    self.returned = returned
    self.expected = expected
    self.daysIn = daysIn
    self.daysExpected = daysExpected
    self.hasEveryPeriod = hasEveryPeriod
  }

  /// Whether every organisation that belongs to it is in.
  public var hasEveryOrganisation: Bool { returned >= expected }

  /// Whether a figure can be held against its target: everybody is in, and of a number, whose target is for the whole period,
  /// all of the time as well. A share of the days that are in says how those days went.
  func allowsJudgement(of measurement: Measurement) -> Bool {
    hasEveryOrganisation && (hasEveryPeriod || measurement.isAverage)
  }
}

extension Origin {
  /// What of a figure of a period is in; `nil` for one organisation's whole return.
  func coverage(of period: Period) -> Coverage? {
    switch self {
    case .published, .summedParts, .fromPredecessors: return nil
    case .rolledUp(let returned, let expected, _, _):
      return Coverage(returned: Int(returned), expected: Int(expected))
    case .summedOverTime(_, _, _, let days, let returned, let members):
      // What is summed over time alone is of one organisation.
      if members == 0, hasEveryPeriod { return nil }
      return Coverage(
        returned: members == 0 ? 1 : Int(returned), expected: members == 0 ? 1 : Int(members),
        daysIn: days > 0 ? Int(days) : nil, daysExpected: days > 0 ? period.days : nil, hasEveryPeriod: hasEveryPeriod)
    }
  }
}
