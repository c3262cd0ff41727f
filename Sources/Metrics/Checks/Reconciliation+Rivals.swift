extension Reconciliation {
  /// Rows that state the money of one organisation differently, in two files or in one.
  ///
  /// Nothing is summed here, so nothing is lost to rounding: the same amount printed twice agrees only where one is a
  /// rounding of the other.
  var moneyRivals: [Problem] { positionRivals + otherBases + planRivals + schemeRivals }

  private var positionRivals: [Problem] {
    PositionAmount.allCases.flatMap { amount in
      (ledger.rivals.positions[amount] ?? []).compactMap { pair in
        let (used, other) = (pair.used.row, pair.other.row)
        return disagreement(
          pair, used.rows, other.rows, amount.amount(in: used), amount.amount(in: other),
          "\(amount.title) of \(name(used.organisation)), \(Period.month(used.month).title)")
      }
    }
  }

  /// Amounts on a second basis: they are neither compared with the others nor shown in their place.
  private var otherBases: [Problem] {
    ledger.statements.flatMap { organisation in
      organisation.beside.map { stated, amounts in
        let shown = amounts.compactMap { amount in organisation.amount(amount).map { (amount, $0.basis) } }
        let filed = stated.row(of: amounts[0])
        let used = shown.first.map { organisation.row(of: $0.0) }
        let list = amounts.compactMap { amount in stated[amount].map { "\(amount.title) \($0.bracketed)" } }
        let row = filed.row
        let basis = shown.first?.1.words ?? ""
        return Problem(
          .warning, file: file(filed.contribution), line: row.rows.line,
          "\(name(row.organisation)), \(Period.month(row.month).title), is stated \(stated.basis.words) here ("
            + list.joined(separator: ", ") + ") and \(basis) in "
            + (used.map { "\(file($0.contribution)), line \($0.row.rows.line)" } ?? ""),
          fix: "nothing, if both are meant; the board shows what is \(basis), and compares no figures on two bases")
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
        + " disagree on \(title): \(used.bracketed) and \(other.bracketed), a difference of \(difference.text)",
      fix: "ask which is right; the board uses "
        + (isOneFile ? "the first, line \(usedRows.line)" : first),
      amount: Ratio(difference.pounds))
  }
}
