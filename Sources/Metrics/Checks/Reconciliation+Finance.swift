extension Reconciliation {
  /// A parent's stated position against what its children state, month by month.
  var positions: [Problem] {
    var found: [Problem] = []
    for parent in tree.collectives {
      for month in ledger.months(of: parent.code) {
        guard let stated = ledger.stated(parent.code, month).first else { continue }
        let children = tree.children(of: parent.code).compactMap { ledger.stated($0.code, month).first?.row }
        guard children.count > 1 else { continue }
        for (title, amount) in Reconciliation.amounts {
          guard let whole = amount(stated.row) else { continue }
          let parts = children.compactMap(amount)
          guard parts.count == children.count else { continue }
          let sum = parts.dropFirst().reduce(parts[0], +)
          guard !Money.agrees(whole, sum) else { continue }
          found.append(
            difference(
              stated.contribution, stated.row.rows,
              "\(title) of \(name(parent.code)), \(Period.month(month).title)", whole, sum, terms: parts.count,
              parts: "its \(parts.count) bodies"))
        }
      }
    }
    return found
  }

  private static var amounts: [(String, (FinancePosition) -> Money?)] {
    [
      ("control total", { $0.controlTotal }), ("plan to date", { $0.planToDate }),
      ("actual to date", { $0.actualToDate }), ("forecast outturn", { $0.forecast }),
    ]
  }

  /// Two files that state the position of one body and month differently.
  var positionDisagreements: [Problem] {
    ledger.disagreements.flatMap { pair in
      Reconciliation.amounts.compactMap { title, amount in
        guard let used = amount(pair.used.row), let other = amount(pair.other.row), !Money.agrees(used, other) else {
          return nil
        }
        return disagreement(
          used: (pair.used.contribution, used), other: (pair.other.contribution, other), pair.other.row.rows,
          "\(title) of \(name(pair.used.row.organisation)), \(Period.month(pair.used.row.month).title)")
      }
    }
  }

  private struct PlanKey: Hashable {
    let organisation: OrganisationCode
    let year: NHSYear
    let scenario: String
    let line: String

    init(_ row: PlanLine) {
      organisation = row.organisation
      year = row.year
      scenario = row.scenario.lowercased()
      line = row.line.lowercased()
    }

    init(_ organisation: OrganisationCode, _ year: NHSYear, _ scenario: String, _ line: String) {
      (self.organisation, self.year, self.scenario, self.line) = (organisation, year, scenario, line)
    }
  }

  private var planByKey: [PlanKey: Ledger.Filed<PlanLine>] {
    Dictionary(ledger.planLines.map { (PlanKey($0.row), $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// A parent's plan line against the same line of its children.
  var planChildren: [Problem] {
    let lines = planByKey
    return ledger.planLines.compactMap { filed in
      let row = filed.row
      let children = tree.children(of: row.organisation).compactMap {
        lines[PlanKey($0.code, row.year, row.scenario.lowercased(), row.line.lowercased())]?.row.amount
      }
      guard children.count > 1 else { return nil }
      let sum = children.dropFirst().reduce(children[0], +)
      guard !Money.agrees(row.amount, sum) else { return nil }
      return difference(
        filed.contribution, row.rows, title(row), row.amount, sum, terms: children.count,
        parts: "its \(children.count) bodies")
    }
  }

  /// Income less expenditure against the position, do nothing and solutions against do something, and a total against
  /// the other lines.
  var planArithmetic: [Problem] {
    let lines = planByKey
    return ledger.planLines.compactMap { filed in
      let row = filed.row
      func line(_ scenario: String, _ line: String) -> Money? {
        lines[PlanKey(row.organisation, row.year, scenario, line)]?.row.amount
      }
      let scenario = row.scenario.lowercased()
      let title = row.line.lowercased()
      if ["position", "surplus/(deficit)", "surplus", "deficit"].contains(title),
        let income = line(scenario, "income"), let expenditure = line(scenario, "expenditure")
      {
        let cost = expenditure.pounds > 0 ? -expenditure : expenditure
        return arithmetic(filed, income + cost, terms: 2, parts: "income less expenditure")
      }
      if scenario == "do something", let nothing = line("do nothing", title), let solutions = line("solutions", title) {
        return arithmetic(filed, nothing + solutions, terms: 2, parts: "do nothing and solutions")
      }
      if title == "total" {
        let others = ledger.planLines.map(\.row).filter {
          $0.organisation == row.organisation && $0.year == row.year && $0.scenario == row.scenario
            && $0.line.lowercased() != "total"
        }
        guard others.count > 1 else { return nil }
        let sum = others.dropFirst().reduce(others[0].amount) { $0 + $1.amount }
        return arithmetic(filed, sum, terms: others.count, parts: "the lines above it")
      }
      return nil
    }
  }

  private func arithmetic(_ filed: Ledger.Filed<PlanLine>, _ sum: Money, terms: Int, parts: String) -> Problem? {
    guard !Money.agrees(filed.row.amount, sum) else { return nil }
    return difference(
      filed.contribution, filed.row.rows, title(filed.row), filed.row.amount, sum, terms: terms, parts: parts)
  }

  /// Two files that state a line of a plan differently.
  var planDisagreements: [Problem] {
    var first: [PlanKey: Ledger.Filed<PlanLine>] = [:]
    var found: [Problem] = []
    for filed in ledger.planLines {
      guard let known = first[PlanKey(filed.row)] else {
        first[PlanKey(filed.row)] = filed
        continue
      }
      guard !Money.agrees(known.row.amount, filed.row.amount) else { continue }
      found.append(
        disagreement(
          used: (known.contribution, known.row.amount), other: (filed.contribution, filed.row.amount), filed.row.rows,
          title(filed.row)))
    }
    return found
  }

  private func title(_ row: PlanLine) -> String {
    "\(row.line) of \(name(row.organisation)), \(row.year.text) \(row.scenario)"
  }

  private func difference(
    _ contribution: Int, _ rows: RowSpan, _ title: String, _ stated: Money, _ sum: Money, terms: Int, parts: String
  ) -> Problem {
    let difference = (stated - sum).magnitude
    let rounding = Money.couldBeRounding(difference, terms: terms + 1)
    return Problem(
      .warning, file: file(contribution), line: rows.line,
      "\(title) is stated as \(stated.bracketed), \(parts) come to \(sum.bracketed); \(difference.text) unexplained"
        + (rounding ? " (rounding of each amount could explain it)" : ""),
      fix: "ask the body for its ledger; nothing is adjusted", amount: Ratio(difference.pounds))
  }

  private func disagreement(
    used: (contribution: Int, amount: Money), other: (contribution: Int, amount: Money), _ rows: RowSpan, _ title: String
  ) -> Problem {
    let difference = (used.amount - other.amount).magnitude
    let place = used.contribution == other.contribution ? "two rows of one file" : "\(file(used.contribution)) and \(file(other.contribution))"
    return Problem(
      .warning, file: file(other.contribution), line: rows.line,
      "\(place) disagree on \(title): \(used.amount.bracketed) and \(other.amount.bracketed), "
        + "\(difference.text) apart",
      fix: "ask which is right; the board uses the first", amount: Ratio(difference.pounds))
  }
}
