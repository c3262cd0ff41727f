/// Money stated as earned or spent in a month that has not begun.
extension LaterActuals {
  /// The money of a file without what lies in the future, and what was left out: each row, and what it states.
  static func withoutLater(_ finance: FinanceRecords, today: Day) -> (kept: FinanceRecords, later: [Later]) {
    var kept = finance
    var later: [Later] = []
    kept.positions = finance.positions.map { row in
      guard row.month.firstDay > today, row.actualToDate != nil || row.stfActual != nil else { return row }
      let amount = row.actualToDate == nil ? PositionAmount.stfActual : .actualToDate
      later.append(
        Later(
          subject: "\(row.organisation) \(amount.title)", date: Period.month(row.month).title, line: row.rows.line))
      return row.withoutActuals
    }
    kept.positions.removeAll(where: \.isEmpty)
    kept.schemes = finance.schemes.map { row in
      guard row.delivered != nil, let first = row.period.lastStart, first > today else { return row }
      later.append(
        Later(
          subject: "\(row.organisation) delivered of \"\(row.title)\"", date: row.period.title, line: row.rows.line))
      return row.withoutDelivered
    }
    return (kept, later)
  }
}

extension FinancePosition {
  /// The row without what it states as reached; plans and the forecast stay.
  fileprivate var withoutActuals: FinancePosition {
    FinancePosition(
      organisation: organisation, month: month, basis: basis, controlTotal: controlTotal, planToDate: planToDate,
      forecast: forecast, stfPlan: stfPlan, rows: rows, document: document)
  }

  /// Whether nothing that could be shown is left in it.
  fileprivate var isEmpty: Bool {
    PositionAmount.allCases.allSatisfy { $0.amount(in: self) == nil }
  }
}

extension SavingsScheme {
  fileprivate var withoutDelivered: SavingsScheme {
    SavingsScheme(
      organisation: organisation, period: period, title: title, isRecurrent: isRecurrent, plan: plan,
      forecast: forecast,
      rows: rows, document: document)
  }
}

extension Period {
  /// The first day of its last month: a year to date has begun when that month has.
  fileprivate var lastStart: Day? {
    if case .yearToDate(let month) = self { return month.firstDay }
    return firstDay
  }
}
