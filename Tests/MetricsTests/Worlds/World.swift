@testable import Metrics

/// A small world of organisations that stop, start, return months, days, quarters, rates or hidden numbers, or nothing: the
/// same for the same number.
struct World {
  /// What an organisation returned for a month.
  enum Form: CaseIterable {
    case nothing, empty, counts, rate, hidden, days, someDays
  }

  struct Member {
    let code: String
    /// The first and last month it existed, counted from the first of the world; `nil` for always and still.
    var from: Int?
    var to: Int?
    /// What it returned for each month, even where it did not exist.
    var forms: [Form]
    /// Whether it publishes the first quarter itself, and nothing shorter of it.
    var isQuarterly = false

    func exists(_ month: Int) -> Bool { (from ?? 0) <= month && month <= (to ?? .max) }
    /// So many of so many in a month, 28 times a whole number so that days can be alike.
    func counts(_ month: Int) -> (within: Int, of: Int) {
      let seed = Int(code.utf8.last ?? 65) + month * 7
      return (28 * (60 + seed % 40), 28 * 100)
    }
  }

  /// April 2018, the first month; six follow each other.
  static let months = 6
  let metric: MetricID
  let members: [Member]

  init(number: Int) {
    var random = Splitmix(state: UInt64(number) &* 0x9E37_79B9)
    metric = [MetricID.fourHour, .incomplete, .twelveHour, .category2][random.below(4)]
    let isShare = metric == .fourHour || metric == .incomplete
    let isFlow = metric != .incomplete
    members = (0..<(2 + random.below(4))).map { place in
      var member = Member(code: "R\(Character(Unicode.Scalar(UInt8(65 + place))))", forms: [])
      let habit: [Form] = isShare ? [.counts, .counts, .counts, .days, .rate] : [.counts]
      let usual = habit[random.below(habit.count)]
      member.forms = (0..<World.months).map { _ in
        guard random.below(4) == 0 else { return usual }
        var others: [Form] = [.nothing, .empty, .counts, .hidden]
        if isShare { others += [.rate] }
        if isShare, isFlow { others += [.days, .someDays] }
        return others[random.below(others.count)]
      }
      if !isFlow { member.forms = member.forms.map { $0 == .days ? .counts : $0 } }
      if random.below(5) == 0 { member.from = random.below(4) }
      if random.below(5) == 0 { member.to = 2 + random.below(4) }
      if random.below(6) == 0 { member.isQuarterly = true }
      return member
    }
  }

  static func month(_ number: Int) -> Month { Month(year: 2018, month: 4)!.advanced(by: number) }

  var organisations: [Organisation] {
    members.map { member in
      Organisation(
        code: OrganisationCode(member.code), role: .provider, from: member.from.map(World.month),
        to: member.to.map(World.month))
    }
  }

  /// The world as the rows of a file.
  var observations: [Observation] {
    members.flatMap { member in
      (0..<World.months).flatMap { observations(member, $0) }
        + (member.isQuarterly
          ? [observation(member, .quarter(Quarter(year: World.month(0).nhsYear, number: 1)!), 0)] : [])
    }
  }

  private func observations(_ member: Member, _ number: Int) -> [Observation] {
    if member.isQuarterly, number < 3 { return [] }
    let month = World.month(number)
    let code = OrganisationCode(member.code)
    switch member.forms[number] {
    case .nothing: return []
    case .empty: return [Observation(metric, of: code, in: .month(month), .notReturned, rows: RowSpan(line: 2))]
    case .counts: return [observation(member, .month(month), number)]
    case .rate:
      return [Observation(metric, of: code, in: .month(month), .rate(Decimal(99)), rows: RowSpan(line: 2))]
    case .hidden: return [Observation(metric, of: code, in: .month(month), .suppressed, rows: RowSpan(line: 2))]
    case .days, .someDays:
      // The last day holds what the others do not.
      let all = member.counts(number)
      let days = member.forms[number] == .days ? month.days : month.days - 1
      return (0..<days).map { day in
        let isLast = day == month.days - 1
        return Observation(
          metric, of: code, in: .day(month.firstDay.advanced(by: day)),
          .share(
            within: Count(isLast ? all.within - (month.days - 1) : 1),
            of: Count(isLast ? all.of - 2 * (month.days - 1) : 2)), rows: RowSpan(line: 2))
      }
    }
  }

  private func observation(_ member: Member, _ period: Period, _ number: Int) -> Observation {
    let (within, of) = member.counts(number)
    let measurement: Measurement
    switch metric {
    case .twelveHour: measurement = .count(Count(within - 28 * 60))
    case .category2: measurement = .mean(total: within * 20, of: of / 28)
    default: measurement = .share(within: Count(within), of: Count(of))
    }
    return Observation(metric, of: OrganisationCode(member.code), in: period, measurement, rows: RowSpan(line: 2))
  }
}

/// The same numbers on every run.
struct Splitmix {
  var state: UInt64

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }
}
