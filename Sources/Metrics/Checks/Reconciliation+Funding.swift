extension Reconciliation {
  /// Compares amounts of one organisation and month that are stated with and without sustainability funding: they must
  /// differ by the funding, and cannot be equal unless there was none.
  var fundingBases: [Problem] {
    ledger.statements.flatMap { organisation -> [Problem] in
      guard let including = organisation.all.first(where: { $0.basis == .includingSTF }),
        let excluding = organisation.all.first(where: { $0.basis == .excludingSTF })
      else { return [] }
      return PositionAmount.fundings.compactMap { amount, funding in
        guard let with = including[amount], let without = excluding[amount] else { return nil }
        return problem(amount, with, without, excluding, funding: including[funding] ?? excluding[funding])
      }
    }
  }

  private func problem(
    _ amount: PositionAmount, _ with: Money, _ without: Money, _ stated: StatedPosition, funding: Money?
  ) -> Problem? {
    let filed = stated.row(of: amount)
    let title = "\(amount.title) of \(name(filed.row.organisation)), \(Period.month(filed.row.month).title)"
    let difference = with - without
    let said: String
    let size: Money
    if let funding {
      guard !Money.agrees(difference, funding) else { return nil }
      size = (difference - funding).magnitude
      said =
        "\(with.bracketed) including STF and \(without.bracketed) excluding it, with \(funding.bracketed) of STF; "
        + "\(size.text) not reconciled"
    } else {
      guard difference.pounds == 0, with.pounds != 0 else { return nil }
      size = .zero
      said = "\(with.bracketed) both including and excluding STF"
    }
    return Problem(
      .warning, file: file(filed.contribution), line: filed.row.rows.line, "\(title) is stated as \(said)",
      fix: "ask which basis is right, and how much STF there was; nothing is adjusted",
      amount: size.pounds == 0 ? nil : Ratio(size.pounds))
  }
}

extension PositionAmount {
  /// The amounts that include sustainability funding, with the funding in each.
  fileprivate static let fundings: [(PositionAmount, PositionAmount)] = [
    (.planToDate, .stfPlan), (.actualToDate, .stfActual),
  ]
}
