/// The money of a board: positions, bridges, schemes and plans, by body.
public struct Ledger: Sendable {
  /// A row with the number of the contribution it stands in.
  struct Filed<Row: Sendable>: Sendable {
    let row: Row
    let contribution: Int
  }

  let tree: OrganisationTree
  private let positions: [OrganisationCode: [Month: [Filed<FinancePosition>]]]
  private var settled: [OrganisationCode: [Month: LedgerPosition]]?
  /// Every bridge, in the order of the files.
  public let bridges: [Bridge]
  let schemes: [Filed<SavingsScheme>]
  let planLines: [Filed<PlanLine>]
  /// Positions that two files state differently.
  let disagreements: [Disagreement]

  /// Two rows of different files for the same body, month and basis.
  struct Disagreement: Sendable {
    let used: Filed<FinancePosition>
    let other: Filed<FinancePosition>
  }

  init(_ contributions: [Contribution], tree: OrganisationTree) {
    self.tree = tree
    var positions: [OrganisationCode: [Month: [Filed<FinancePosition>]]] = [:]
    var disagreements: [Disagreement] = []
    var schemes: [Filed<SavingsScheme>] = []
    var planLines: [Filed<PlanLine>] = []
    var bridges: [Bridge] = []
    for (number, contribution) in contributions.enumerated() {
      for row in contribution.finance.positions {
        var rows = positions[row.organisation]?[row.month] ?? []
        let filed = Filed(row: row, contribution: number)
        if let rival = rows.firstIndex(where: { $0.row.basis == row.basis && $0.contribution != number }) {
          let wins = contribution.file.beats(contributions[rows[rival].contribution].file)
          let pair = wins
            ? Disagreement(used: filed, other: rows[rival]) : Disagreement(used: rows[rival], other: filed)
          if contributions[pair.used.contribution].file.isRevised == contributions[pair.other.contribution].file.isRevised {
            disagreements.append(pair)
          }
          rows[rival] = pair.used
        } else {
          rows.append(filed)
        }
        positions[row.organisation, default: [:]][row.month] = rows
      }
      schemes += contribution.finance.schemes.map { Filed(row: $0, contribution: number) }
      planLines += contribution.finance.planLines.map { Filed(row: $0, contribution: number) }
      bridges += Bridge.bridges(contribution.finance.bridgeSteps, contribution: number)
    }
    self.positions = positions
    self.disagreements = disagreements
    self.schemes = schemes
    self.planLines = planLines
    self.bridges = bridges
    settlePositions()
  }

  /// Whether there is no money on the board at all.
  public var isEmpty: Bool { positions.isEmpty && bridges.isEmpty && schemes.isEmpty && planLines.isEmpty }
  /// Whether any body has a position.
  public var hasPositions: Bool { !positions.isEmpty }

  /// The rows a body states itself for a month.
  func stated(_ code: OrganisationCode, _ month: Month) -> [Filed<FinancePosition>] { positions[code]?[month] ?? [] }

  /// The months a body, or any body below it, has a position for.
  public func months(of code: OrganisationCode) -> [Month] {
    let codes = [code] + tree.descendants(of: code).map(\.code)
    return Set(codes.flatMap { positions[$0].map { Array($0.keys) } ?? [] }).sorted()
  }

  /// The bodies with a ledger of their own below a body, or the body itself.
  public func bodies(of code: OrganisationCode) -> [Organisation] {
    let below = tree.descendants(of: code)
    let collectives = Set(tree.collectives.map(\.code))
    if below.isEmpty || !collectives.contains(code) { return tree[code].map { [$0] } ?? [] }
    return below.filter { !collectives.contains($0.code) && positions[$0.code] != nil }
  }

  /// The schemes of a body and of those below it, in the order of the files.
  public func schemes(of code: OrganisationCode) -> [SavingsScheme] {
    let codes = Set([code] + tree.descendants(of: code).map(\.code))
    return schemes.map(\.row).filter { codes.contains($0.organisation) }
  }

  /// The plan lines of a body itself, in the order of the files.
  public func planLines(of code: OrganisationCode) -> [PlanLine] {
    planLines.map(\.row).filter { $0.organisation == code }
  }

  /// The bridges of a body, in the order of the files.
  public func bridges(of code: OrganisationCode) -> [Bridge] { bridges.filter { $0.organisation == code } }

  /// The bridges to show for a body: its own, else those of the bodies below it; of the year of its latest position
  /// where there are any, else of the latest year.
  public func bridgesToShow(for code: OrganisationCode) -> [Bridge] {
    let all = bridges(of: code) + tree.descendants(of: code).flatMap { bridges(of: $0.code) }
    let years = all.compactMap { $0.period.month?.nhsYear }
    let wanted = months(of: code).last?.nhsYear
    guard let year = wanted.flatMap({ years.contains($0) ? $0 : nil }) ?? years.max() else { return all }
    let ofYear = all.filter { $0.period.month?.nhsYear == year }
    let own = ofYear.filter { $0.organisation == code }
    return own.isEmpty ? ofYear : own
  }

  /// The one to show where there is room for one.
  public func bridgeToShow(for code: OrganisationCode) -> Bridge? { bridgesToShow(for: code).first }

  /// The position of a body at the end of a month: the sum of those below it that have one, else its own row.
  public func position(of code: OrganisationCode, in month: Month) -> LedgerPosition? {
    guard let settled else { return workedOut(code, month) }
    return settled[code]?[month]
  }

  /// Every position of every body, worked out once.
  private mutating func settlePositions() {
    var all: [OrganisationCode: [Month: LedgerPosition]] = [:]
    for code in tree.byCode.keys {
      for month in months(of: code) { all[code, default: [:]][month] = workedOut(code, month) }
    }
    settled = all
  }

  private func workedOut(_ code: OrganisationCode, _ month: Month) -> LedgerPosition? {
    let own = stated(code, month).sorted { Ledger.comesFirst($0.row, $1.row) }.first
    let parts = isCollective(code) ? tree.children(of: code).compactMap { workedOut($0.code, month) } : []
    if parts.isEmpty { return own.map(LedgerPosition.init) }
    let expected = bodies(of: code).filter { body in
      body.exists(in: .month(month)) && positions[body.code]?.keys.contains { $0.nhsYear == month.nhsYear } == true
    }
    return LedgerPosition(sumOf: parts, expected: expected.count, stated: own?.row)
  }

  private func isCollective(_ code: OrganisationCode) -> Bool {
    let role = tree[code]?.role
    return role == .system || role == .group || role == .place
  }

  /// Figures that include sustainability funding come first: control totals are set with it.
  private static func comesFirst(_ left: FinancePosition, _ right: FinancePosition) -> Bool {
    func rank(_ basis: FinancePosition.Basis) -> Int { basis == .includingSTF ? 0 : basis == .unstated ? 1 : 2 }
    return rank(left.basis) < rank(right.basis)
  }
}

/// Where a body stands with its money at the end of a month: its own row, or a sum over bodies.
public struct LedgerPosition: Hashable, Sendable {
  /// What the year is to end with.
  public let controlTotal: Money?
  /// Plan to date.
  public let planToDate: Money?
  /// Actual to date.
  public let actualToDate: Money?
  /// What the year is expected to end with.
  public let forecast: Money?
  /// Whether sustainability funding is in it; `nil` where bodies differ.
  public let basis: FinancePosition.Basis?
  /// How many bodies have a position, and how many should.
  public let returned: Int, expected: Int
  /// The row it stands in, or the bodies it is summed over.
  public let origin: Origin
  /// What the body states beside the sum of its parts; `nil` where it states nothing.
  public let stated: FinancePosition?
  /// Why a variance cannot be given; empty where it can.
  public let note: String

  init(_ filed: Ledger.Filed<FinancePosition>) {
    let row = filed.row
    controlTotal = row.controlTotal
    planToDate = row.planToDate
    actualToDate = row.actualToDate
    forecast = row.forecast
    basis = row.basis
    returned = 1
    expected = 1
    origin = .published(contribution: Int32(filed.contribution), rows: row.rows)
    stated = nil
    note = ""
  }

  init(sumOf parts: [LedgerPosition], expected: Int, stated: FinancePosition?) {
    // A body without an amount leaves the sum unknown: missing is never zero.
    func sum(_ amount: (LedgerPosition) -> Money?) -> Money? {
      var total: Money?
      for part in parts {
        guard let known = amount(part) else { return nil }
        total = total.map { $0 + known } ?? known
      }
      return total
    }
    let bases = Set(parts.compactMap(\.basis)).subtracting([.unstated])
    controlTotal = sum(\.controlTotal)
    planToDate = sum(\.planToDate)
    actualToDate = sum(\.actualToDate)
    forecast = sum(\.forecast)
    basis = bases.count > 1 || parts.contains { $0.basis == nil } ? nil : bases.first ?? .unstated
    returned = parts.reduce(0) { $0 + $1.returned }
    self.expected = max(expected, returned)
    origin = .rolledUp(returned: Int16(clamping: returned), expected: Int16(clamping: self.expected))
    self.stated = stated
    note = basis == nil ? "bodies differ in basis (including and excluding STF): no variance" : ""
  }

  /// The year's outcome: the forecast, or in month 12 the actual.
  public func outturn(in month: Month) -> Money? {
    month.numberInNHSYear == 12 ? actualToDate ?? forecast : forecast
  }
}
