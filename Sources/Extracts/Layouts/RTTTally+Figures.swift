import Metrics

/// What the sums of an RTT extract come to.
extension RTTTally {
  /// The part of a provider's list that is outside the English standard.
  static let outsideStandard = BreakdownItem("commissioner", "NONC")

  /// Adds the figures, waiting lists and stated totals.
  func finish(into findings: inout Findings, header: Header, totalAll column: Int?) {
    var writer = RTTFigureWriter(functionItems, &findings)
    for group in groups { add(group, &writer, &findings) }
    var sums = (stated: 0, summed: 0, line: Int32.max)
    for sum in sumsOfFunctions() {
      guard let whole = group(sum.body, sum.period, wholeFunction) else {
        writer.addWhole(sum, &findings)
        continue
      }
      sums = (sums.stated + whole.total, sums.summed + sum.total, min(sums.line, whole.line))
      if whole.total != sum.total || whole.within != sum.within {
        let code = findings.code(Int(whole.body)).text
        findings.problems.add(
          .functionsDiffer(organisation: code, stated: Ratio(whole.total), summed: Ratio(sum.total)), .warning,
          line: Int(whole.line))
      }
    }
    if let column, totalAll.line > 0 {
      state(header.title(column), totalAll.stated, totalAll.summed, line: totalAll.line, &findings)
    }
    if sums.line < Int32.max {
      state("C_999, providers and commissioners", sums.stated, sums.summed, line: Int(sums.line), &findings)
    }
    addLists(to: &findings)
  }

  private func add(_ group: Group, _ writer: inout RTTFigureWriter, _ findings: inout Findings) {
    switch Int(group.function) {
    case RTTTally.outside: writer.addOutside(group, &findings)
    case RTTTally.outsideFunctions: addOutsideFunctions(group, &writer, &findings)
    case wholeFunction: writer.addWhole(group, &findings)
    default: writer.addFunction(group, &findings)
    }
  }

  private func addOutsideFunctions(_ group: Group, _ writer: inout RTTFigureWriter, _ findings: inout Findings) {
    if self.group(group.body, group.period, RTTTally.outside) == nil { writer.addOutside(group, &findings) }
  }

  /// The sum of the treatment functions of each body and month.
  private func sumsOfFunctions() -> [Group] {
    var places = HashTable()
    var sums: [Group] = []
    for group in groups where group.function >= 0 && group.function != wholeFunction {
      let key = UInt64(truncatingIfNeeded: group.body) << 32 | UInt64(truncatingIfNeeded: group.period)
      let place = places.number(of: key, next: sums.count)
      if place == sums.count {
        sums.append(
          Group(body: group.body, period: group.period, function: Int32(wholeFunction), line: group.line))
      }
      sums[place].add(group)
    }
    return sums
  }

  private func state(_ title: String, _ stated: Int, _ summed: Int, line: Int, _ findings: inout Findings) {
    findings.statedTotals.append(
      StatedTotal(title: title, stated: Ratio(stated), summed: Ratio(summed), line: line))
  }

  private func addLists(to findings: inout Findings) {
    for (place, key) in listKeys.enumerated() where key.isWhole || !hasWholeList(key.body, key.period) {
      findings.waitingLists.append(
        WaitingList(
          organisation: findings.code(key.body), period: findings.period(key.period), bands: list(place)))
    }
  }
}

/// Writes groups as figures, with the numbers of metrics and parts looked up once.
struct RTTFigureWriter {
  private let incomplete: Int32
  private let over52Weeks: Int32
  private let outside: Int32
  private let parts: [Int32]

  init(_ functions: [BreakdownItem?], _ findings: inout Findings) {
    incomplete = findings.number(of: .incomplete)
    over52Weeks = findings.number(of: .over52Weeks)
    outside = findings.number(of: RTTTally.outsideStandard)
    var parts: [Int32] = []
    for function in functions { parts.append(findings.number(of: function)) }
    self.parts = parts
  }

  /// A body's whole list.
  func addWhole(_ group: RTTTally.Group, _ findings: inout Findings) {
    addShare(group, part: -1, &findings)
    addOver52(group, part: -1, &findings)
  }

  /// A treatment function; its long waits only where there are any.
  func addFunction(_ group: RTTTally.Group, _ findings: inout Findings) {
    let part = parts[Int(group.function)]
    addShare(group, part: part, &findings)
    if group.over52 > 0 { addOver52(group, part: part, &findings) }
  }

  /// Patients outside the standard.
  func addOutside(_ group: RTTTally.Group, _ findings: inout Findings) { addShare(group, part: outside, &findings) }

  private func addShare(_ group: RTTTally.Group, part: Int32, _ findings: inout Findings) {
    findings.add(
      .share(within: Count(group.within), of: Count(group.total)),
      to: Figures.Key(metric: incomplete, period: group.period, organisation: group.body, part: part),
      line: Int(group.line), rows: Int(group.rows))
  }

  private func addOver52(_ group: RTTTally.Group, part: Int32, _ findings: inout Findings) {
    findings.add(
      .count(Count(group.over52)),
      to: Figures.Key(metric: over52Weeks, period: group.period, organisation: group.body, part: part),
      line: Int(group.line), rows: Int(group.rows))
  }
}
