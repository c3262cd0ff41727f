import Metrics

/// The whole of the tests of each provider and commissioner: as their row TOTAL states it, otherwise as the sum of the
/// tests.
///
/// An organisation's whole is the sum of these, so that a commissioner without a row TOTAL is not lost beside one that
/// has it.
struct DM01Totals {
  /// What one row counts: those waiting, and those of them who have waited less than six weeks.
  struct Row {
    let within: Amount
    let all: Amount
    let line: Int

    init(_ record: Record, _ bands: [WeeklyBand]) throws(Fault) {
      var (within, all) = (Amount.missing, Amount.missing)
      for band in bands {
        let amount = try record.amount(band.column)
        all = all + amount
        if band.from < 6 { within = within + amount }
      }
      (self.within, self.all, line) = (within, all, record.line)
    }

    var share: Measurement { all.share(within: within) }
  }

  /// The sum of some rows.
  private struct Sum {
    var within = Amount.missing
    var all = Amount.missing
    var line = Int.max
    var rows = 0
    /// The lines of its rows, where they are asked for.
    var lines: [Int] = []

    mutating func add(_ row: Row, isAsked: Bool) {
      (within, all) = (within + row.within, all + row.all)
      (line, rows) = (min(line, row.line), rows + 1)
      if isAsked { lines.append(row.line) }
    }

    mutating func add(_ other: Sum) {
      (within, all) = (within + other.within, all + other.all)
      (line, rows) = (min(line, other.line), rows + other.rows)
    }

    var share: Measurement { all.share(within: within) }
    var isSuppressed: Bool { share == .suppressed }
  }

  private struct Pair {
    let organisations: [Int]
    let month: Period
    var stated = Sum()
    var tests = Sum()

    /// What is used: the stated whole, where it is known; a suppressed number rather than none.
    var counted: Sum {
      if stated.share.isReturned || tests.rows == 0 { return stated }
      return tests.share.isReturned || tests.isSuppressed || stated.rows == 0 ? tests : stated
    }
  }

  /// The stated wholes of an organisation, and the sums of its tests.
  private struct Comparison {
    let organisation: Int
    let month: Period
    var stated = Sum()
    var tests = Sum()
  }

  private var pairs: [Pair] = []
  /// The numbers of the pairs of organisations, and of the organisations in each month.
  private var organisationPairs = HashTable()
  private var places = HashTable()

  /// Adds a row to its provider and commissioner, which may be one organisation.
  mutating func add(
    _ row: Row, _ organisations: [Int], _ month: Period, isWhole: Bool, _ builder: inout ContributionBuilder
  ) {
    let second = organisations.count > 1 ? organisations[1] + 1 : 0
    let pair = organisationPairs.number(of: DM01Totals.key(organisations[0], second), next: organisationPairs.count)
    let place = places.number(of: DM01Totals.key(pair, Int(builder.number(of: month))), next: pairs.count)
    if place == pairs.count { pairs.append(Pair(organisations: organisations, month: month)) }
    if builder.isSelecting {
      for organisation in organisations { builder.markAsPart(.diagnostics, builder.code(organisation), month) }
    }
    if isWhole {
      pairs[place].stated.add(row, isAsked: builder.isSelectedAsPart)
    } else {
      pairs[place].tests.add(row, isAsked: builder.isSelectedAsPart)
    }
  }

  private static func key(_ first: Int, _ second: Int) -> UInt64 {
    UInt64(truncatingIfNeeded: first) << 32 | UInt64(truncatingIfNeeded: second)
  }

  /// Adds each organisation's whole, and compares what is stated with the tests.
  func finish(into builder: inout ContributionBuilder) {
    for pair in pairs {
      let sum = pair.counted
      for organisation in pair.organisations {
        builder.add(sum.share, .diagnostics, organisation, pair.month, line: sum.line, rows: sum.rows)
      }
      if builder.isSelecting { builder.countedParts.formUnion(sum.lines) }
    }
    for comparison in comparisons { compare(comparison, &builder) }
  }

  /// For each organisation, the pairs whose whole is stated and whose tests are known.
  private var comparisons: [Comparison] {
    var found: [Comparison] = []
    var places: [Int: [Period: Int]] = [:]
    for pair in pairs where pair.stated.share.isReturned && pair.tests.share.isReturned {
      for organisation in pair.organisations {
        let place = places[organisation]?[pair.month] ?? found.count
        if place == found.count {
          found.append(Comparison(organisation: organisation, month: pair.month))
          places[organisation, default: [:]][pair.month] = place
        }
        found[place].stated.add(pair.stated)
        found[place].tests.add(pair.tests)
      }
    }
    return found
  }

  private func compare(_ comparison: Comparison, _ builder: inout ContributionBuilder) {
    let (stated, tests) = (comparison.stated, comparison.tests)
    guard let all = stated.all.count, let summed = tests.all.count else { return }
    let code = builder.code(comparison.organisation).text
    builder.statedTotals.append(
      StatedTotal(
        title: "TOTAL of \(code), \(comparison.month.title)", stated: all.ratio, summed: summed.ratio,
        line: stated.line))
    let kinds = [("", all, summed), (" under 6 weeks", stated.within.count ?? .zero, tests.within.count ?? .zero)]
    guard let (things, one, other) = kinds.first(where: { $0.1 != $0.2 }) else { return }
    builder.problems.add(
      .wholeDiffers(
        "TOTAL", of: code, things: things, stated: one.ratio, summed: other.ratio, parts: "tests"), .warning,
      line: stated.line)
  }
}
