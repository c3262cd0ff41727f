/// The money of a board: positions, bridges, schemes and plans, by body.
public struct Ledger: Sendable {
  let tree: OrganisationTree
  private let positions: [OrganisationCode: [Month: OrganisationPosition]]
  /// Every position of every body, worked out once.
  private var settled: [OrganisationCode: [Month: LedgerPosition]] = [:]
  /// Every bridge, in the order of the files.
  public let bridges: [Bridge]
  let schemes: [Filed<SavingsScheme>]
  let planLines: [Filed<PlanLine>]
  /// Rows that speak of the same thing as one that counts, and may state it differently.
  let rivals:
    (
      positions: [PositionAmount: [Rivals<FinancePosition>]], planLines: [Rivals<PlanLine>],
      schemes: [Rivals<SavingsScheme>]
    )

  init(_ contributions: [Contribution], tree: OrganisationTree) {
    self.tree = tree
    let choice = FinancePrecedence(contributions)
    let positions = choice.positions
    let planLines = choice.filed(\.planLines) { PlanLine.Key($0) }
    let schemes = choice.filed(\.schemes, keepsRepeats: true) {
      [$0.organisation.text, $0.period.text, $0.title.lowercased()]
    }
    self.positions = positions.bodies
    self.planLines = planLines.rows
    self.schemes = schemes.rows
    rivals = (positions.rivals, planLines.rivals, schemes.rivals)
    bridges = choice.bridges
    for code in tree.byCode.keys { settle(code) }
  }

  /// Whether there is no money on the board at all.
  public var isEmpty: Bool { positions.isEmpty && bridges.isEmpty && schemes.isEmpty && planLines.isEmpty }

  /// What a body states itself for a month, on each basis.
  func stated(_ code: OrganisationCode, _ month: Month) -> [StatedPosition] { positions[code]?[month]?.all ?? [] }

  /// Every body's own statements, by body and month.
  var statements: [OrganisationPosition] {
    positions.sorted { $0.key < $1.key }.flatMap { $0.value.sorted { $0.key < $1.key }.map(\.value) }
  }

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
    let all = below.filter { body in
      guard positions[body.code] != nil else { return false }
      return !collectives.contains(body.code)
        || !tree.descendants(of: body.code).contains { positions[$0.code] != nil }
    }
    return Ledger.withoutSystems(all)
  }

  /// Bodies without the systems that stand among them: the money of a system is that of its bodies, and whose those are
  /// is not known. Systems alone are what there is.
  private static func withoutSystems(_ bodies: [Organisation]) -> [Organisation] {
    let others = bodies.filter { $0.role != .system }
    return others.isEmpty ? bodies : others
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
  public func position(of code: OrganisationCode, in month: Month) -> LedgerPosition? { settled[code]?[month] }

  /// Works out every position of a body, those below it first.
  private mutating func settle(_ code: OrganisationCode) {
    guard settled[code] == nil else { return }
    settled[code] = [:]
    let below = isCollective(code) ? summed(below: code).map(\.code) : []
    for child in below { settle(child) }
    let counted = below.isEmpty ? [] : bodies(of: code)
    for month in months(of: code) {
      let own = positions[code]?[month]
      let parts = below.compactMap { settled[$0]?[month] }
      if parts.isEmpty {
        settled[code]?[month] = own.map { LedgerPosition($0) }
      } else {
        let expected = counted.count { body in
          body.exists(in: .month(month)) && positions[body.code]?.keys.contains { $0.nhsYear == month.nhsYear } == true
        }
        settled[code]?[month] = LedgerPosition(sumOf: parts, expected: expected, stated: own?.outturn.position)
      }
    }
  }

  /// The bodies directly below another whose positions make its own.
  private func summed(below code: OrganisationCode) -> [Organisation] {
    let children = tree.children(of: code).filter { !months(of: $0.code).isEmpty }
    // A system with bodies of its own here is their sum, and is summed like a place.
    let alone = children.filter { $0.role == .system && tree.children(of: $0.code).isEmpty }.map(\.code)
    return alone.count == children.count ? children : children.filter { !alone.contains($0.code) }
  }

  private func isCollective(_ code: OrganisationCode) -> Bool {
    let role = tree[code]?.role
    return role == .system || role == .group || role == .place
  }
}
