import Metrics

/// Waiting lists summed by body and treatment function while an RTT extract is read.
struct RTTTally {
  /// Which figures a row goes to.
  struct Row {
    let period: Int32
    let function: Int
    let line: Int
  }

  /// The list of one body and function in one month, as far as figures need it.
  private struct Group {
    let body: Int32
    let period: Int32
    let function: Int32
    var line: Int32
    var rows: Int32 = 0
    var within = 0
    var over52 = 0
    var total = 0
  }

  /// The part of a provider's list that is outside the English standard.
  static let outsideStandard = BreakdownItem("commissioner", "NONC")
  /// Stands for the whole list of patients who are not English, among the numbers of functions.
  private static let outside = -2
  /// The same, from the rows of functions, for a file that states no whole.
  private static let outsideFunctions = -3
  private let within18: Int
  private let over52: Int
  private var functions = Interner()
  private var functionParts: [BreakdownItem?] = []
  private var wholeFunction = -1
  private var places: [UInt64: Int32] = [:]
  private var groups: [Group] = []
  private var listPlaces: [UInt64: Int] = [:]
  private var lists: [[UInt32]] = []
  private var listKeys: [(body: Int, period: Int32, isWhole: Bool)] = []
  private var totalAll = (stated: 0, summed: 0, line: 0)

  init(_ bands: RTTBands) {
    within18 = bands.within18
    over52 = bands.over52
  }

  /// The number of the treatment function in a field.
  mutating func function(_ record: Record, _ field: Int) -> Int {
    let (number, isNew) = functions.number(of: record, field)
    if isNew {
      let isWhole = record.field(field, isLowercased: "c_999")
      if isWhole { wholeFunction = number }
      functionParts.append(isWhole ? nil : BreakdownItem("treatment-function", record.text(field)))
    }
    return number
  }

  /// Adds a row to the list of a body.
  mutating func add(_ bands: [UInt32], _ body: Int, _ row: Row) {
    addToGroup(bands, body, row, function: row.function)
    addToList(bands, body, row.period, isWhole: row.function == wholeFunction)
  }

  /// Adds a row of patients outside the English standard to the list of a provider.
  mutating func addOutsideStandard(_ bands: [UInt32], _ body: Int, _ row: Row) {
    let isWhole = row.function == wholeFunction
    addToGroup(bands, body, row, function: isWhole ? RTTTally.outside : RTTTally.outsideFunctions)
  }

  /// Adds a row's `Total All` to the file's.
  mutating func compareTotalAll(stated: Int, summed: Int, line: Int) {
    totalAll = (totalAll.stated + stated, totalAll.summed + summed, totalAll.line == 0 ? line : totalAll.line)
  }

  private mutating func addToGroup(_ bands: [UInt32], _ body: Int, _ row: Row, function: Int) {
    let key = RTTTally.key(body, row.period, function)
    let place = Int(places[key] ?? Int32(groups.count))
    if place == groups.count {
      places[key] = Int32(place)
      groups.append(
        Group(
          body: Int32(body), period: row.period, function: Int32(function), line: Int32(truncatingIfNeeded: row.line)))
    }
    var within = 0
    for band in 0..<within18 { within += Int(bands[band]) }
    var rest = 0
    for band in within18..<over52 { rest += Int(bands[band]) }
    var over = 0
    for band in over52..<bands.count { over += Int(bands[band]) }
    groups[place].rows += 1
    groups[place].within += within
    groups[place].over52 += over
    groups[place].total += within + rest + over
  }

  private mutating func addToList(_ bands: [UInt32], _ body: Int, _ period: Int32, isWhole: Bool) {
    let key = RTTTally.key(body, period, isWhole ? 0 : 1)
    let place = listPlaces[key] ?? lists.count
    if place == lists.count {
      listPlaces[key] = place
      lists.append(bands)
      listKeys.append((body, period, isWhole))
      return
    }
    for band in bands.indices { lists[place][band] &+= bands[band] }
  }

  private static func key(_ body: Int, _ period: Int32, _ function: Int) -> UInt64 {
    UInt64(truncatingIfNeeded: body) << 40 | UInt64(truncatingIfNeeded: period & 0xFFFF) << 24
      | UInt64(truncatingIfNeeded: function & 0xFF_FFFF)
  }
}

/// What the sums come to.
extension RTTTally {
  /// Adds the figures, waiting lists and stated totals.
  func finish(into findings: inout Findings, header: Header, totalAll column: Int?) {
    let functions = sumOfFunctions()
    for group in groups { add(group, to: &findings) }
    for (key, sum) in functions.sorted(by: { $0.key < $1.key }) {
      guard let whole = places[key].map({ groups[Int($0)] }) else {
        addWhole(sum, to: &findings)
        continue
      }
      if whole.total != sum.total || whole.within != sum.within {
        findings.problems.add(
          .functionsDiffer(
            organisation: findings.code(Int(whole.body)).text, stated: Ratio(whole.total), summed: Ratio(sum.total)),
          .warning, line: Int(whole.line))
      }
    }
    stateTotals(functions, &findings, header, column)
    for (place, key) in listKeys.enumerated() {
      if !key.isWhole, listPlaces[RTTTally.key(key.body, key.period, 0)] != nil { continue }
      findings.waitingLists.append(
        WaitingList(
          organisation: findings.code(key.body), period: findings.period(key.period), bands: lists[place]))
    }
  }

  /// The sum of the treatment functions of each body and month, by the key of its whole.
  private func sumOfFunctions() -> [UInt64: Group] {
    var sums: [UInt64: Group] = [:]
    for group in groups where group.function >= 0 && group.function != wholeFunction {
      let key = RTTTally.key(Int(group.body), group.period, wholeFunction)
      var sum =
        sums[key] ?? Group(body: group.body, period: group.period, function: Int32(wholeFunction), line: group.line)
      sum.line = min(sum.line, group.line)
      sum.rows += group.rows
      sum.within += group.within
      sum.over52 += group.over52
      sum.total += group.total
      sums[key] = sum
    }
    return sums
  }

  private func add(_ group: Group, to findings: inout Findings) {
    if Int(group.function) == RTTTally.outsideFunctions {
      let isStated = places[RTTTally.key(Int(group.body), group.period, RTTTally.outside)] != nil
      if !isStated { add(group, part: RTTTally.outsideStandard, to: &findings) }
    } else if group.function < 0 {
      add(group, part: RTTTally.outsideStandard, to: &findings)
    } else if group.function == wholeFunction {
      addWhole(group, to: &findings)
    } else {
      add(group, part: functionParts[Int(group.function)], to: &findings)
      guard group.over52 > 0 else { return }
      findings.add(
        .count(Count(group.over52)), .over52Weeks, Int(group.body), findings.period(group.period),
        functionParts[Int(group.function)], line: Int(group.line), rows: Int(group.rows))
    }
  }

  private func addWhole(_ group: Group, to findings: inout Findings) {
    add(group, part: nil, to: &findings)
    findings.add(
      .count(Count(group.over52)), .over52Weeks, Int(group.body), findings.period(group.period), line: Int(group.line),
      rows: Int(group.rows))
  }

  private func add(_ group: Group, part: BreakdownItem?, to findings: inout Findings) {
    findings.add(
      .share(within: Count(group.within), of: Count(group.total)), .incomplete, Int(group.body),
      findings.period(group.period), part, line: Int(group.line), rows: Int(group.rows))
  }

  /// `Total All` beside the bands, and C_999 beside its functions, for the file as a whole.
  private func stateTotals(
    _ functions: [UInt64: Group], _ findings: inout Findings, _ header: Header, _ column: Int?
  ) {
    if let column, totalAll.line > 0 {
      findings.statedTotals.append(
        StatedTotal(
          title: header.title(column), stated: Ratio(totalAll.stated), summed: Ratio(totalAll.summed),
          line: totalAll.line))
    }
    var stated = 0
    var summed = 0
    var line = Int.max
    for (key, sum) in functions {
      guard let whole = places[key].map({ groups[Int($0)] }) else { continue }
      stated += whole.total
      summed += sum.total
      line = min(line, Int(whole.line))
    }
    guard line < Int.max else { return }
    findings.statedTotals.append(
      StatedTotal(
        title: "C_999, providers and commissioners", stated: Ratio(stated), summed: Ratio(summed), line: line))
  }
}
