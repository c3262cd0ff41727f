import Metrics

/// The A&E return of one provider for one month: its three kinds of department, and its emergency admissions.
struct AERow {
  /// The items of the breakdown `department`, in the order of the departments.
  static let items = ["1", "2", "other"].map { BreakdownItem("department", $0) }
  /// Attendances at type 1, type 2 and other departments.
  var attendances = [Amount](repeating: .missing, count: 3)
  /// The attendances over four hours.
  var over = [Amount](repeating: .missing, count: 3)
  /// Emergency admissions through each kind of department.
  var admissions = [Amount](repeating: .missing, count: 3)
  /// Other emergency admissions.
  var otherAdmissions = Amount.missing
  /// Waits of 12 hours and more from the decision to admit.
  var twelveHour = Amount.missing
}

extension AERow {
  /// The row of an A&E monthly file.
  init(
    _ record: Record, _ amounts: [Amount], columns: [Int], kinds: [AEMonthly.Column?]
  ) throws(Fault) {
    var within = [Amount](repeating: .missing, count: 3)
    var overColumns = [Int?](repeating: nil, count: 3)
    for (amount, place) in zip(amounts, columns) {
      guard let column = kinds[place] else { continue }
      switch column.kind {
      case .attendances: attendances[column.department] = attendances[column.department] + amount
      case .over: over[column.department] = over[column.department] + amount
      case .within: within[column.department] = within[column.department] + amount
      case .admissions: admissions[column.department] = admissions[column.department] + amount
      case .otherAdmissions: otherAdmissions = otherAdmissions + amount
      case .twelveHour: twelveHour = twelveHour + amount
      case .fourToTwelveHour: break
      }
      if column.kind == .over || column.kind == .within { overColumns[column.department] = place }
    }
    for department in 0..<3 where within[department] != .missing {
      over[department] = AERow.difference(attendances[department], within[department])
    }
    try check(columns: overColumns)
  }

  /// Checks that no department has more patients over four hours than attendances.
  func check(columns: [Int?]) throws(Fault) {
    for department in 0..<3 {
      guard case .known(let late) = over[department], case .known(let all) = attendances[department] else { continue }
      if late > all {
        throw Fault(.moreThanAll(late.ratio, of: all.ratio, things: "attendances"), columns[department])
      }
    }
  }

  static func difference(_ whole: Amount, _ part: Amount) -> Amount {
    switch (whole, part) {
    case (.known(let all), .known(let some)): .known(all - some)
    case (.suppressed, _), (_, .suppressed): .suppressed
    case (.missing, _), (_, .missing): .missing
    }
  }

  /// Adds the figures of the row. A kind of department that a provider does not have is not part of its figures.
  func add(to builder: inout ContributionBuilder, _ organisation: Int, _ month: Period, line: Int) {
    addAttendances(to: &builder, organisation, month, line: line)
    var allAdmissions = otherAdmissions
    for department in 0..<3 {
      allAdmissions = allAdmissions + admissions[department]
      guard let count = admissions[department].count, count > .zero || hasDepartment(department) else { continue }
      builder.add(.count(count), .emergencyAdmissions, organisation, month, AERow.items[department], line: line)
    }
    if allAdmissions != .missing {
      builder.add(allAdmissions.measurement, .emergencyAdmissions, organisation, month, line: line)
    }
    if twelveHour != .missing { builder.add(twelveHour.measurement, .twelveHour, organisation, month, line: line) }
  }

  /// Whether the department had attendances: no admissions through it is then a figure and not a gap.
  private func hasDepartment(_ department: Int) -> Bool { attendances[department].count.map { $0 > .zero } ?? false }

  /// Adds attendances, and the share of them within four hours; a department that returned no waits is left out of both
  /// parts of the share.
  private func addAttendances(to builder: inout ContributionBuilder, _ organisation: Int, _ month: Period, line: Int) {
    var share = Measurement.notReturned
    var all = Amount.missing
    for department in 0..<3 {
      let seen = attendances[department]
      all = all + seen
      if seen == .missing || seen == .known(.zero) && over[department] == .missing { continue }
      let part = seen.share(within: AERow.difference(seen, over[department]))
      share = share.adding(part) ?? share
      guard seen != .known(.zero) else { continue }
      builder.add(part, .fourHour, organisation, month, AERow.items[department], line: line)
      builder.add(seen.measurement, .attendances, organisation, month, AERow.items[department], line: line)
    }
    if share == .notReturned, all == .known(.zero) { share = .share(within: .zero, of: .zero) }
    builder.add(share, .fourHour, organisation, month, line: line)
    builder.add(all.measurement, .attendances, organisation, month, line: line)
  }
}
