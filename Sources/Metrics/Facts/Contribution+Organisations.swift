/// What an organisation's own file contains for one organisation.
struct OwnEntries {
  /// How many figures.
  var figures = 0
  /// How many rows of money.
  var rowsOfMoney = 0
  /// How many targets.
  var targets = 0
  /// The first line about the organisation; `nil` where there are only targets.
  var line: Int?

  /// `3 figures and 1 target`.
  var text: String {
    let counts = [
      (figures, "figure", "figures"), (rowsOfMoney, "row of money", "rows of money"), (targets, "target", "targets"),
    ]
    return counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.0 == 1 ? $0.1 : $0.2)" }.joined(separator: " and ")
  }
}

extension Contribution {
  /// The organisations that an organisation's own file has figures, money or targets for; it names them by code alone.
  var ownOrganisations: [OrganisationCode] {
    var organisations = isLocal ? observations.organisationsWithFigures : []
    organisations.formUnion(moneyRows.map(\.organisation))
    for target in targets { if case .organisation(let code) = target.scope { organisations.insert(code) } }
    return organisations.subtracting([.england, .all]).sorted()
  }

  /// What the file contains for some of them.
  func ownEntries(of organisations: Set<OrganisationCode>) -> [OrganisationCode: OwnEntries] {
    var entries: [OrganisationCode: OwnEntries] = [:]
    func note(_ code: OrganisationCode, line: Int?, _ count: WritableKeyPath<OwnEntries, Int>) {
      guard organisations.contains(code) else { return }
      var entry = entries[code] ?? OwnEntries()
      entry[keyPath: count] += 1
      if let line { entry.line = min(entry.line ?? line, line) }
      entries[code] = entry
    }
    if isLocal { for figure in observations { note(figure.organisation, line: figure.rows.line, \.figures) } }
    for row in moneyRows { note(row.organisation, line: row.line, \.rowsOfMoney) }
    for target in targets {
      if case .organisation(let code) = target.scope { note(code, line: nil, \.targets) }
    }
    return entries
  }

  private var moneyRows: [(organisation: OrganisationCode, line: Int)] {
    finance.positions.map { ($0.organisation, $0.rows.line) }
      + finance.bridgeSteps.map { ($0.organisation, $0.rows.line) }
      + finance.schemes.map { ($0.organisation, $0.rows.line) }
      + finance.planLines.map { ($0.organisation, $0.rows.line) }
  }
}
