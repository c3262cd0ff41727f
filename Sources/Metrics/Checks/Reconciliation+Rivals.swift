extension Reconciliation {
  /// Rows that state the money of one body differently, in two files or in one.
  ///
  /// Unlike a sum, the same amount printed twice has nothing to round: it agrees only where one is a rounding of the other.
  var moneyRivals: [Problem] { positionRivals + planRivals + schemeRivals }

  private var positionRivals: [Problem] {
    ledger.rivals.positions.flatMap { pair in
      let (used, other) = (pair.used.row, pair.other.row)
      return Reconciliation.amounts.compactMap { title, amount in
        disagreement(
          pair, used.rows, other.rows, amount(used), amount(other),
          "\(title) of \(name(used.organisation)), \(Period.month(used.month).title)")
      }
    }
  }

  private var planRivals: [Problem] {
    ledger.rivals.planLines.compactMap { pair in
      disagreement(
        pair, pair.used.row.rows, pair.other.row.rows, pair.used.row.amount, pair.other.row.amount, title(pair.used.row)
      )
    }
  }

  private var schemeRivals: [Problem] {
    let amounts: [(String, (SavingsScheme) -> Money?)] = [
      ("plan", { $0.plan }), ("delivered", { $0.delivered }), ("forecast", { $0.forecast }),
    ]
    return ledger.rivals.schemes.flatMap { pair in
      let (used, other) = (pair.used.row, pair.other.row)
      return amounts.compactMap { title, amount in
        disagreement(
          pair, used.rows, other.rows, amount(used), amount(other),
          "\(title) of \"\(used.title)\" of \(name(used.organisation)), \(used.period.title)")
      }
    }
  }

  private func disagreement<Row>(
    _ pair: Rivals<Row>, _ usedRows: RowSpan, _ otherRows: RowSpan, _ used: Money?, _ other: Money?, _ title: String
  ) -> Problem? {
    guard let used, let other, !used.isRounding(of: other) else { return nil }
    let difference = (used - other).magnitude
    let isOneFile = pair.used.contribution == pair.other.contribution
    let (first, second) = (file(pair.used.contribution), file(pair.other.contribution))
    return Problem(
      .warning, file: second, line: otherRows.line,
      (isOneFile ? "two rows of one file" : "\(first) and \(second)")
        + " disagree on \(title): \(used.bracketed) and \(other.bracketed), \(difference.text) apart",
      fix: "ask which is right; the board uses "
        + (isOneFile ? "the first, line \(usedRows.line)" : first),
      amount: Ratio(difference.pounds))
  }
}
