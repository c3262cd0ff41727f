/// The money of a board: positions, bridges, schemes and plans, by organisation.
public struct Ledger: Sendable {
  let tree: OrganisationTree
  private let positions: [OrganisationCode: [Month: OrganisationPosition]]
  /// The months with a position at or below each organisation that has any.
  private let monthsByCode: [OrganisationCode: [Month]]
  /// Every position of every organisation, calculated once.
  private var settled: [OrganisationCode: [Month: LedgerPosition]] = [:]
  /// Every bridge, in the order of the files.
  public let bridges: [Bridge]
  let schemes: [Filed<SavingsScheme>]
  let planLines: [Filed<PlanLine>]
  /// Rows about the same thing as a row that is used; they may state it differently.
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
    self.positions = positions.organisations
    monthsByCode = Ledger.months(positions.organisations, tree)
    self.planLines = planLines.rows
    self.schemes = schemes.rows
    rivals = (positions.rivals, planLines.rivals, schemes.rivals)
    bridges = choice.bridges
    for code in tree.byCode.keys { settle(code) }
  }

  /// Whether there is no money on the board at all.
  public var isEmpty: Bool { positions.isEmpty && bridges.isEmpty && schemes.isEmpty && planLines.isEmpty }

  /// What an organisation states for itself for a month, on each basis.
  func stated(_ code: OrganisationCode, _ month: Month) -> [StatedPosition] { positions[code]?[month]?.all ?? [] }

  /// What every organisation states for itself, by organisation and month.
  var statements: [OrganisationPosition] {
    positions.sorted { $0.key < $1.key }.flatMap { $0.value.sorted { $0.key < $1.key }.map(\.value) }
  }

  /// The months for which an organisation, or any organisation below it, has a position.
  public func months(of code: OrganisationCode) -> [Month] {
    monthsByCode[code] ?? []
  }

  /// The same, for every organisation of a system.
  private static func months(
    _ positions: [OrganisationCode: [Month: OrganisationPosition]], _ tree: OrganisationTree
  ) -> [OrganisationCode: [Month]] {
    if positions.isEmpty { return [:] }
    var found = positions.mapValues { $0.keys.sorted() }
    for code in tree.byCode.keys {
      let below = tree.descendants(of: code)
      if below.isEmpty { continue }
      var months = Set((positions[code] ?? [:]).keys)
      for organisation in below { months.formUnion((positions[organisation.code] ?? [:]).keys) }
      if !months.isEmpty { found[code] = months.sorted() }
    }
    return found
  }

  /// The organisations below an organisation that have a ledger of their own, or the organisation itself. A group that
  /// reports for its organisations counts as one.
  public func organisations(of code: OrganisationCode) -> [Organisation] {
    let below = tree.descendants(of: code)
    let collectives = Set(tree.collectives.map(\.code))
    if below.isEmpty || !collectives.contains(code) { return tree[code].map { [$0] } ?? [] }
    let all = below.filter { organisation in
      guard positions[organisation.code] != nil else { return false }
      return !collectives.contains(organisation.code)
        || !tree.descendants(of: organisation.code).contains { positions[$0.code] != nil }
    }
    return Ledger.withoutSystems(all)
  }

  /// Organisations without the systems among them: a system's money is that of its organisations, and which those are
  /// is not known. Where there are only systems, they stay.
  private static func withoutSystems(_ organisations: [Organisation]) -> [Organisation] {
    let others = organisations.filter { $0.role != .system }
    return others.isEmpty ? organisations : others
  }

  /// The schemes of an organisation and of those below it, in the order of the files.
  public func schemes(of code: OrganisationCode) -> [SavingsScheme] {
    let codes = Set([code] + tree.descendants(of: code).map(\.code))
    return schemes.map(\.row).filter { codes.contains($0.organisation) }
  }

  /// The plan lines of an organisation itself, in the order of the files.
  public func planLines(of code: OrganisationCode) -> [PlanLine] {
    planLines.map(\.row).filter { $0.organisation == code }
  }

  /// The bridges of an organisation, in the order of the files.
  public func bridges(of code: OrganisationCode) -> [Bridge] { bridges.filter { $0.organisation == code } }

  /// The bridges to show for an organisation, its own and those of the organisations below it, the largest first: those
  /// of the year of its latest position where there are any, otherwise those of the latest year.
  public func bridgesToShow(for code: OrganisationCode) -> [Bridge] {
    let all = bridges(of: code) + tree.descendants(of: code).flatMap { bridges(of: $0.code) }
    let years = all.compactMap { $0.period.month?.nhsYear }
    let wanted = months(of: code).last?.nhsYear
    guard let year = wanted.flatMap({ years.contains($0) ? $0 : nil }) ?? years.max() else { return all }
    func size(_ bridge: Bridge) -> Int { bridge.steps.map { abs($0.amount.pounds) }.max() ?? 0 }
    return all.filter { $0.period.month?.nhsYear == year }.sorted { size($0) > size($1) }
  }

  /// The bridge to show where there is room for one.
  public func bridgeToShow(for code: OrganisationCode) -> Bridge? { bridgesToShow(for: code).first }

  /// The position of an organisation at the end of a month: the sum of those below it that have one, otherwise its own
  /// row.
  public func position(of code: OrganisationCode, in month: Month) -> LedgerPosition? { settled[code]?[month] }

  /// Calculates every position of an organisation, those below it first.
  private mutating func settle(_ code: OrganisationCode) {
    guard settled[code] == nil else { return }
    settled[code] = [:]
    let below = isCollective(code) ? summed(below: code).map(\.code) : []
    for child in below { settle(child) }
    let counted = below.isEmpty ? [] : organisations(of: code)
    let stated = positions[code] ?? [:]
    var worked: [Month: LedgerPosition] = [:]
    for month in months(of: code) {
      let own = stated[month]
      let parts = below.compactMap { settled[$0]?[month] }
      if parts.isEmpty {
        worked[month] = own.map { LedgerPosition($0) }
      } else {
        let expected = counted.count { isExpected($0, in: month) }
        worked[month] = LedgerPosition(sumOf: parts, expected: expected, stated: own?.outturn.position)
      }
    }
    settled[code] = worked
  }

  /// Whether an organisation was expected to state its position: it existed, and has a position in the same year or
  /// within the twelve months before.
  func isExpected(_ organisation: Organisation, in month: Month) -> Bool {
    organisation.exists(in: .month(month))
      && positions[organisation.code]?.keys.contains {
        $0.nhsYear == month.nhsYear || $0 < month && $0.months(until: month) < 12
      } == true
  }

  /// The organisations directly below another whose positions add up to its own.
  private func summed(below code: OrganisationCode) -> [Organisation] {
    let children = tree.children(of: code).filter { !months(of: $0.code).isEmpty }
    // A system with organisations of its own here is the sum of those, like a place.
    let alone = children.filter { $0.role == .system && tree.children(of: $0.code).isEmpty }.map(\.code)
    return alone.count == children.count ? children : children.filter { !alone.contains($0.code) }
  }

  private func isCollective(_ code: OrganisationCode) -> Bool {
    let role = tree[code]?.role
    return role == .system || role == .group || role == .place
  }
}
