/// The money of a board: positions, bridges, schemes and plans, by body.
public struct Ledger: Sendable {
  let tree: OrganisationTree
  private let positions: [OrganisationCode: [Month: [Filed<FinancePosition>]]]
  private var settled: [OrganisationCode: [Month: LedgerPosition]]?
  /// Every bridge, in the order of the files.
  public let bridges: [Bridge]
  let schemes: [Filed<SavingsScheme>]
  let planLines: [Filed<PlanLine>]
  /// Rows that speak of the same thing as one that counts, and may state it differently.
  let rivals: (positions: [Rivals<FinancePosition>], planLines: [Rivals<PlanLine>], schemes: [Rivals<SavingsScheme>])

  init(_ contributions: [Contribution], tree: OrganisationTree) {
    self.tree = tree
    let choice = FinancePrecedence(contributions)
    let positions = choice.filed(\.positions) {
      [$0.organisation.text, Period.month($0.month).text, $0.basis.rawValue]
    }
    let planLines = choice.filed(\.planLines) { PlanLine.Key($0) }
    let schemes = choice.filed(\.schemes, keepsRepeats: true) {
      [$0.organisation.text, $0.period.text, $0.title.lowercased()]
    }
    self.positions = Dictionary(grouping: positions.rows, by: \.row.organisation).mapValues {
      Dictionary(grouping: $0, by: \.row.month)
    }
    self.planLines = planLines.rows
    self.schemes = schemes.rows
    rivals = (positions.rivals, planLines.rivals, schemes.rivals)
    bridges = choice.bridges
    settlePositions()
  }

  /// Whether there is no money on the board at all.
  public var isEmpty: Bool { positions.isEmpty && bridges.isEmpty && schemes.isEmpty && planLines.isEmpty }

  /// The rows a body states itself for a month.
  func stated(_ code: OrganisationCode, _ month: Month) -> [Filed<FinancePosition>] { positions[code]?[month] ?? [] }

  /// The months a body, or any body below it, has a position for.
  public func months(of code: OrganisationCode) -> [Month] {
    let codes = [code] + tree.descendants(of: code).map(\.code)
    return Set(codes.flatMap { positions[$0].map { Array($0.keys) } ?? [] }).sorted()
  }

  /// The bodies with a ledger of their own below a body, or the body itself; a group that alone speaks for the bodies in
  /// it counts as one.
  public func bodies(of code: OrganisationCode) -> [Organisation] {
    let below = tree.descendants(of: code)
    let collectives = Set(tree.collectives.map(\.code))
    if below.isEmpty || !collectives.contains(code) { return tree[code].map { [$0] } ?? [] }
    return below.filter { body in
      guard positions[body.code] != nil else { return false }
      return !collectives.contains(body.code)
        || !tree.descendants(of: body.code).contains { positions[$0.code] != nil }
    }
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

  /// The bridges to show for a body, its own and those of the bodies below it, the largest first: of the year of its
  /// latest position where there are any, else of the latest year.
  public func bridgesToShow(for code: OrganisationCode) -> [Bridge] {
    let all = bridges(of: code) + tree.descendants(of: code).flatMap { bridges(of: $0.code) }
    let years = all.compactMap { $0.period.month?.nhsYear }
    let wanted = months(of: code).last?.nhsYear
    guard let year = wanted.flatMap({ years.contains($0) ? $0 : nil }) ?? years.max() else { return all }
    func size(_ bridge: Bridge) -> Int { bridge.steps.map { abs($0.amount.pounds) }.max() ?? 0 }
    return all.filter { $0.period.month?.nhsYear == year }.sorted { size($0) > size($1) }
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
    let own = stated(code, month).min { Ledger.comesFirst($0.row, $1.row) }
    let parts = isCollective(code) ? tree.children(of: code).compactMap { workedOut($0.code, month) } : []
    if parts.isEmpty { return own.map { LedgerPosition($0) } }
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
