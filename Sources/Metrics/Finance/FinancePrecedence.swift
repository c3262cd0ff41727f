/// A row of money, with the number of the contribution it comes from.
struct Filed<Row: Sendable>: Sendable {
  let row: Row
  let contribution: Int
}

/// Two rows about the same thing.
struct Rivals<Row: Sendable>: Sendable {
  let used: Filed<Row>
  let other: Filed<Row>
}

/// Decides which row of money is used where several files have one for the same thing: that of a revised file, then of
/// the newer file, then of the later name. Within one file, the first row is used.
struct FinancePrecedence {
  private let contributions: [Contribution]

  init(_ contributions: [Contribution]) { self.contributions = contributions }

  /// The rows that are used, in the order of the files, and the pairs of which one was left out although neither is a
  /// revision of the other.
  ///
  /// - Parameters:
  ///   - keepsRepeats: whether one file may have several rows for one key, all of which are used.
  ///   - speaks: whether a row states what is asked for.
  func filed<Row: Sendable, Key: Hashable>(
    _ rows: KeyPath<FinanceRecords, [Row]>, keepsRepeats: Bool = false, where speaks: (Row) -> Bool = { _ in true },
    by key: (Row) -> Key
  ) -> (rows: [Filed<Row>], rivals: [Rivals<Row>]) {
    let all = contributions.enumerated().flatMap { number, contribution in
      contribution.finance[keyPath: rows].filter(speaks).map {
        (key: key($0), filed: Filed(row: $0, contribution: number))
      }
    }
    var winners: [Key: Filed<Row>] = [:]
    for (key, filed) in all {
      if let known = winners[key], !beats(filed.contribution, known.contribution) { continue }
      winners[key] = filed
    }
    var used: [Filed<Row>] = []
    var rivals: [Rivals<Row>] = []
    var seen: Set<Key> = []
    for (key, filed) in all {
      guard let winner = winners[key] else { continue }
      if filed.contribution == winner.contribution, seen.insert(key).inserted || keepsRepeats {
        used.append(filed)
      } else if isRevised(filed.contribution) == isRevised(winner.contribution) {
        rivals.append(Rivals(used: winner, other: filed))
      }
    }
    return (used, rivals)
  }

  /// What files state for each organisation at the end of each month, amount by amount, and the other rows that state
  /// one of those amounts.
  ///
  /// A row that leaves an amount empty does not state it, whatever else it has.
  var positions:
    (
      organisations: [OrganisationCode: [Month: OrganisationPosition]],
      rivals: [PositionAmount: [Rivals<FinancePosition>]]
    )
  {
    struct Key: Hashable {
      let organisation: OrganisationCode
      let month: Month
      let basis: FinancePosition.Basis
      init(_ row: FinancePosition) { (organisation, month, basis) = (row.organisation, row.month, row.basis) }
    }
    var rows: [Key: [PositionAmount: Filed<FinancePosition>]] = [:]
    var rivals: [PositionAmount: [Rivals<FinancePosition>]] = [:]
    let whole = filed(\.positions, by: Key.init).rows
    // Where no two rows are about the same thing, as in nearly every folder, each is used as it is.
    let areAlone = whole.count == contributions.reduce(0, { $0 + $1.finance.positions.count })
    if !areAlone {
      for amount in PositionAmount.allCases {
        let found = filed(\.positions, where: { amount.amount(in: $0) != nil }, by: Key.init)
        for filed in found.rows { rows[Key(filed.row), default: [:]][amount] = filed }
        rivals[amount] = found.rivals
      }
    }
    var stated: [OrganisationCode: [Month: [StatedPosition]]] = [:]
    for first in whole {
      stated[first.row.organisation, default: [:]][first.row.month, default: []].append(
        StatedPosition(first: first, rows: areAlone ? nil : rows[Key(first.row)] ?? [:]))
    }
    let organisations = stated.mapValues { months in
      Dictionary(
        uniqueKeysWithValues: months.compactMap { month, all in
          OrganisationPosition(all, in: month, beats: beats).map { (month, $0) }
        })
    }
    return (organisations, rivals)
  }

  /// The bridges that are used: of two with the same opening, for one organisation and period, only that of a revised
  /// file.
  var bridges: [Bridge] {
    struct Key: Hashable {
      let organisation: OrganisationCode
      let period: Period
      let opening: String
      init(_ bridge: Bridge) {
        organisation = bridge.organisation
        period = bridge.period
        opening = bridge.steps.first?.title.lowercased() ?? ""
      }
    }
    let all = contributions.enumerated().flatMap { number, contribution in
      Bridge.bridges(contribution.finance.bridgeSteps, contribution: number)
    }
    let revised = Set(all.filter { isRevised($0.contribution) }.map(Key.init))
    return all.filter { isRevised($0.contribution) || !revised.contains(Key($0)) }
  }

  private func beats(_ one: Int, _ other: Int) -> Bool {
    one != other && contributions[one].file.beats(contributions[other].file)
  }

  private func isRevised(_ contribution: Int) -> Bool { contributions[contribution].file.isRevised }
}
