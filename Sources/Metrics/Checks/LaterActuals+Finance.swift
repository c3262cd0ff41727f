/// Money that is said to have been earned or spent in a month which has not begun.
extension LaterActuals {
  /// The money of a file without what lies ahead, and what was left out: a row and what it states.
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
  /// The row without what it says has been reached; plans and the forecast stay.
  fileprivate var withoutActuals: FinancePosition {
    FinancePosition(
      organisation: organisation, month: month, basis: basis, controlTotal: controlTotal, planToDate: planToDate,
      forecast: forecast, stfPlan: stfPlan, rows: rows, document: document)
  }

  /// Whether nothing is left in it to be shown.
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
