extension Reconciliation {
  /// Compares a parent's stated position with those of its children, month by month.
  ///
  /// Only rows on one basis are compared; a child without a row of its own is replaced by the organisations below it.
  var positions: [Problem] {
    tree.collectives.flatMap { parent in
      ledger.months(of: parent.code).flatMap { month in
        ledger.stated(parent.code, month).flatMap { stated in
          PositionAmount.allCases.compactMap { amount in
            guard let whole = stated[amount],
              let parts = children(of: parent.code, { self.amount(amount, of: $0, month, stated.basis) }),
              let sum = Money.sum(parts), !Money.agrees(whole, sum)
            else { return nil }
            let filed = stated.row(of: amount)
            return difference(
              Filed(row: (filed.row.rows, whole), contribution: filed.contribution),
              "\(amount.title) of \(name(parent.code)), \(Period.month(month).title)", parts, of: "organisations")
          }
        }
      }
    }
  }

  /// A child's part of a sum: an amount, an amount that its rows leave empty, or no row at all.
  private enum Part {
    case amount(Money)
    case empty
    case absent
  }

  /// The amounts of the children that have a row; `nil` where there are none, or where one of them leaves it empty.
  private func children(of code: OrganisationCode, _ part: (OrganisationCode) -> Part) -> [Money]? {
    var parts: [Money] = []
    for child in tree.children(of: code) {
      switch part(child.code) {
      case .amount(let money): parts.append(money)
      case .empty: return nil
      case .absent: break
      }
    }
    return parts.isEmpty ? nil : parts
  }

  private func amount(
    _ amount: PositionAmount, of code: OrganisationCode, _ month: Month, _ basis: FinancePosition.Basis
  ) -> Part {
    let rows = ledger.stated(code, month)
    let comparable = rows.first { $0.basis == basis } ?? rows.first { $0.basis == .unstated || basis == .unstated }
    if let comparable { return comparable[amount].map(Part.amount) ?? .empty }
    if !rows.isEmpty { return .empty }
    let below = tree.children(of: code).map { self.amount(amount, of: $0.code, month, basis) }
    return Reconciliation.sum(of: below)
  }

  private static func sum(of parts: [Part]) -> Part {
    var amounts: [Money] = []
    for part in parts {
      switch part {
      case .amount(let money): amounts.append(money)
      case .empty: return .empty
      case .absent: break
      }
    }
    return Money.sum(amounts).map(Part.amount) ?? .absent
  }

  /// Compares a parent's plan line with the same line of its children; a child without it is replaced by the
  /// organisations below it.
  var planChildren: [Problem] {
    let lines = planByKey
    func part(_ row: PlanLine, _ code: OrganisationCode) -> Part {
      let key = PlanLine.Key(code, row.year, row.scenario, row.line)
      if let own = lines[key]?.row.amount { return .amount(own) }
      return Reconciliation.sum(of: tree.children(of: code).map { part(row, $0.code) })
    }
    return ledger.planLines.compactMap { filed in
      guard let parts = children(of: filed.row.organisation, { part(filed.row, $0) }), let sum = Money.sum(parts),
        !Money.agrees(filed.row.amount, sum)
      else { return nil }
      return difference(filed, parts, of: "organisations")
    }
  }

  /// Compares income less expenditure with the position, do nothing and solutions with do something, and a total with
  /// the other lines.
  var planArithmetic: [Problem] {
    let lines = planByKey
    let siblings = Dictionary(grouping: ledger.planLines) {
      PlanLine.Key($0.row.organisation, $0.row.year, $0.row.scenario, "")
    }
    return ledger.planLines.compactMap { filed in
      let row = filed.row
      // What a document states is compared with its own lines; another document's may be later.
      let own = ownLines(filed.contribution)
      func line(_ scenario: String, _ line: String) -> Money? {
        let key = PlanLine.Key(row.organisation, row.year, scenario, line)
        return own[key]?.amount ?? lines[key]?.row.amount
      }
      let title = row.line.lowercased()
      if ["position", "surplus/(deficit)"].contains(title), let income = line(row.scenario, "income"),
        let expenditure = line(row.scenario, "expenditure")
      {
        let cost = expenditure.pounds > 0 ? -expenditure : expenditure
        return arithmetic(filed, [income, cost], "income less expenditure adds up")
      }
      if row.scenario.lowercased() == "do something", let nothing = line("do nothing", title),
        let solutions = line("solutions", title)
      {
        return arithmetic(filed, [nothing, solutions], "do nothing and solutions come")
      }
      guard title == "total" else { return nil }
      let others = siblings[PlanLine.Key(row.organisation, row.year, row.scenario, "")] ?? []
      let amounts = others.filter { $0.row.line.lowercased() != "total" }.map(\.row.amount)
      return amounts.count > 1 ? arithmetic(filed, amounts, "the other lines come") : nil
    }
  }

  private var planByKey: [PlanLine.Key: Filed<PlanLine>] {
    Dictionary(ledger.planLines.map { (PlanLine.Key($0.row), $0) }, uniquingKeysWith: { first, _ in first })
  }

  private func ownLines(_ contribution: Int) -> [PlanLine.Key: PlanLine] {
    Dictionary(
      contributions[contribution].finance.planLines.map { (PlanLine.Key($0), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  private func arithmetic(_ filed: Filed<PlanLine>, _ parts: [Money], _ what: String) -> Problem? {
    guard let sum = Money.sum(parts), !Money.agrees(filed.row.amount, sum) else { return nil }
    return unreconciled(filed.contribution, filed.row.rows, title(filed.row), filed.row.amount, parts, what)
  }

  func title(_ row: PlanLine) -> String {
    "\(row.line) of \(name(row.organisation)), \(row.year.text) \(row.scenario)"
  }

  private func difference(_ filed: Filed<PlanLine>, _ parts: [Money], of things: String) -> Problem {
    difference(
      Filed(row: (filed.row.rows, filed.row.amount), contribution: filed.contribution), title(filed.row), parts,
      of: things)
  }

  private func difference(
    _ stated: Filed<(rows: RowSpan, amount: Money)>, _ title: String, _ parts: [Money], of things: String
  ) -> Problem {
    let what = parts.count == 1 ? "the one organisation below it adds up" : "its \(parts.count) \(things) add up"
    return unreconciled(stated.contribution, stated.row.rows, title, stated.row.amount, parts, what)
  }

  private func unreconciled(
    _ contribution: Int, _ rows: RowSpan, _ title: String, _ stated: Money, _ parts: [Money], _ what: String
  ) -> Problem {
    let sum = Money.sum(parts) ?? .zero
    let difference = (stated - sum).magnitude
    let rounding = Money.couldBeRounding(difference, parts + [stated])
    return Problem(
      .warning, file: file(contribution), line: rows.line,
      "\(title) is stated as \(stated.bracketed), \(what) to \(sum.bracketed); \(difference.text) not reconciled"
        + (rounding ? " (rounding of each amount could explain it)" : ""),
      fix: "ask the organisation for its ledger; nothing is adjusted", amount: Ratio(difference.pounds))
  }
}
