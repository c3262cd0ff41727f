import Metrics

/// The figures from the sums of an RTT extract.
extension RTTTally {
  /// The part of a provider's list that is outside the English standard.
  static let outsideStandard = BreakdownItem("commissioner", "NONC")

  /// Adds the figures, waiting lists and stated totals.
  func finish(into builder: inout ContributionBuilder, header: Header, totalAll column: Int?) {
    var writer = RTTFigureWriter(functionItems, slots, &builder)
    builder.reserve(figures: groupCount * 2)
    forEachGroup { add($0, &writer, &builder) }
    var wholes = WholeFunctions(providers: Set(pairs.map(\.provider)))
    for sum in sumsOfFunctions() {
      if let whole = group(sum.slot, wholeFunction) {
        // A sum with a suppressed number cannot be compared.
        if !whole.isHidden, !sum.isHidden { wholes.note(whole, sum) }
      } else {
        writer.addWhole(sum, &builder)
      }
    }
    for (whole, sum) in wholes.differing {
      let isTotal = whole.sums.total != sum.sums.total
      builder.problems.add(
        .wholeDiffers(
          "C_999", of: builder.code(slots[whole.slot].organisation).text, things: isTotal ? "" : " within 18 weeks",
          stated: Ratio(isTotal ? whole.sums.total : whole.sums.within),
          summed: Ratio(isTotal ? sum.sums.total : sum.sums.within), parts: "treatment functions"),
        .warning, line: Int(whole.sums.line))
    }
    if let column, totalAll.line > 0 {
      state(header.title(column), totalAll.stated, totalAll.summed, line: totalAll.line, isSaidByRow: true, &builder)
    }
    if wholes.line < Int.max {
      state("C_999", wholes.stated, wholes.summed, line: wholes.line, isSaidByRow: true, &builder)
    }
    addLists(to: &builder, header: header)
  }

  private func add(_ group: Group, _ writer: inout RTTFigureWriter, _ builder: inout ContributionBuilder) {
    switch group.function {
    case RTTTally.outside: writer.addOutside(group, &builder)
    case RTTTally.outsideFunctions: addOutsideFunctions(group, &writer, &builder)
    case wholeFunction: writer.addWhole(group, &builder)
    default: writer.addFunction(group, &builder)
    }
  }

  private func addOutsideFunctions(
    _ group: Group, _ writer: inout RTTFigureWriter, _ builder: inout ContributionBuilder
  ) {
    if self.group(group.slot, RTTTally.outside) == nil { writer.addOutside(group, &builder) }
  }

  /// The sum of the treatment functions of each organisation and month.
  private func sumsOfFunctions() -> [Group] {
    var places = [Int](repeating: -1, count: slots.count)
    var sums: [Group] = []
    forEachGroup { group in
      guard group.function > RTTTally.outsideFunctions, group.function != wholeFunction else { return }
      let place = places[group.slot]
      if place >= 0 {
        sums[place].sums.add(group.sums)
        if group.isHidden { sums[place].isHidden = true }
      } else {
        places[group.slot] = sums.count
        sums.append(
          Group(slot: group.slot, function: wholeFunction, sums: group.sums, isHidden: group.isHidden))
      }
    }
    return sums
  }

  private func state(
    _ title: String, _ stated: Int, _ summed: Int, line: Int, isSaidByRow: Bool = false,
    _ builder: inout ContributionBuilder
  ) {
    builder.statedTotals.append(
      StatedTotal(
        title: title, stated: Ratio(stated), summed: Ratio(summed), line: line, isSaidByRow: isSaidByRow))
  }

  private func addLists(to builder: inout ContributionBuilder, header: Header) {
    var totals = [Int](repeating: 0, count: slots.count)
    forEachGroup { group in
      let isListed = wholeFunction < 0 ? group.function >= RTTTally.firstFunction : group.function == wholeFunction
      if isListed { totals[group.slot] += group.sums.total }
    }
    for (place, slot) in slots.enumerated() {
      guard let bands = list(place) else { continue }
      // A band has 32 bits: a longer list, which no country has, would give a wrong figure.
      if totals[place] > Int(UInt32.max) {
        builder.problems.add(
          .listTooLong(builder.code(slot.organisation).text, patients: totals[place]), .warning, line: header.line)
        continue
      }
      builder.waitingLists.append(
        WaitingList(organisation: builder.code(slot.organisation), period: builder.period(slot.period), bands: bands))
    }
  }
}

/// Compares what the rows of all functions state with the sums of the functions, for each organisation and in total.
///
/// Every row belongs to one provider and one commissioner. A difference is reported for the provider. It is reported
/// for a commissioner only where the provider does not show it, because its differences cancel out.
private struct WholeFunctions {
  typealias Pair = (whole: RTTTally.Group, sum: RTTTally.Group)
  private let providers: Set<Int>
  private var ofProviders: [Pair] = []
  private var ofCommissioners: [Pair] = []
  /// The stated sum over all providers, and the sum of their functions.
  private(set) var stated = 0, summed = 0
  /// The first line that states a whole.
  private(set) var line = Int.max

  init(providers: Set<Int>) { self.providers = providers }

  mutating func note(_ whole: RTTTally.Group, _ sum: RTTTally.Group) {
    let isProvider = providers.contains(whole.slot)
    if isProvider {
      stated += whole.sums.total
      summed += sum.sums.total
      line = min(line, Int(whole.sums.line))
    }
    guard whole.sums.total != sum.sums.total || whole.sums.within != sum.sums.within else { return }
    if isProvider { ofProviders.append((whole, sum)) } else { ofCommissioners.append((whole, sum)) }
  }

  /// The differences to report.
  var differing: [Pair] {
    func size(_ pairs: [Pair]) -> Int {
      pairs.reduce(0) {
        $0 + abs($1.whole.sums.total - $1.sum.sums.total) + abs($1.whole.sums.within - $1.sum.sums.within)
      }
    }
    return size(ofCommissioners) > size(ofProviders) ? ofProviders + ofCommissioners : ofProviders
  }
}

/// Writes groups as figures, with the numbers of metrics and parts looked up once.
struct RTTFigureWriter {
  private let incomplete: Int32
  private let over52Weeks: Int32
  private let outside: Int32
  private let parts: [Int32]
  private let slots: [(organisation: Int, period: Int32)]
  /// Whether each function is a different part, so that every group is a figure of its own.
  private let areDistinct: Bool

  init(
    _ functions: [BreakdownItem?], _ slots: [(organisation: Int, period: Int32)], _ builder: inout ContributionBuilder
  ) {
    incomplete = builder.number(of: .incomplete)
    over52Weeks = builder.number(of: .over52Weeks)
    outside = builder.number(of: RTTTally.outsideStandard)
    var parts: [Int32] = []
    for function in functions { parts.append(builder.number(of: function)) }
    self.parts = parts
    self.slots = slots
    let named = parts.dropFirst(RTTTally.firstFunction)
    areDistinct = Set(named).count == named.count
  }

  /// Adds the whole list of an organisation.
  func addWhole(_ group: RTTTally.Group, _ builder: inout ContributionBuilder) {
    addShare(group, part: -1, &builder)
    addOver52(group, part: -1, &builder)
  }

  /// Adds a treatment function; that nobody waits over 52 weeks is a figure and not a gap.
  func addFunction(_ group: RTTTally.Group, _ builder: inout ContributionBuilder) {
    let part = parts[group.function]
    addShare(group, part: part, &builder)
    addOver52(group, part: part, &builder)
  }

  /// Adds patients outside the standard.
  func addOutside(_ group: RTTTally.Group, _ builder: inout ContributionBuilder) {
    addShare(group, part: outside, &builder)
  }

  private func addShare(_ group: RTTTally.Group, part: Int32, _ builder: inout ContributionBuilder) {
    let share = Measurement.share(within: Count(group.sums.within), of: Count(group.sums.total))
    write(group.isHidden ? .suppressed : share, incomplete, group, part, &builder)
  }

  private func addOver52(_ group: RTTTally.Group, part: Int32, _ builder: inout ContributionBuilder) {
    write(group.isHidden ? .suppressed : .count(Count(group.sums.over52)), over52Weeks, group, part, &builder)
  }

  private func write(
    _ measurement: Measurement, _ metric: Int32, _ group: RTTTally.Group, _ part: Int32,
    _ builder: inout ContributionBuilder
  ) {
    let slot = slots[group.slot]
    let key = FigureAccumulator.Key(
      metric: metric, period: slot.period, organisation: Int32(slot.organisation), part: part)
    let (line, rows) = (Int(group.sums.line), Int(group.sums.rows))
    if areDistinct {
      builder.append(measurement, as: key, line: line, rows: rows)
    } else {
      builder.add(measurement, to: key, line: line, rows: rows)
    }
  }
}
