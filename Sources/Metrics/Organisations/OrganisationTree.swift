/// The organisations of a board in their hierarchy: who belongs to whom, and who succeeded whom.
public struct OrganisationTree: Sendable {
  /// The system at the top.
  public let system: Organisation
  /// Every organisation by its code, the system included.
  public let byCode: [OrganisationCode: Organisation]
  /// The organisations directly below another, in the order of the system.
  private let childrenByCode: [OrganisationCode: [OrganisationCode]]
  /// Every organisation below another, at any depth, nearest first.
  private let descendantsByCode: [OrganisationCode: [Organisation]]
  /// The system, groups and places: the organisations whose figures are rolled up from those below them.
  public let collectives: [Organisation]
  /// The organisations that ended and continue under a code.
  private let predecessorsByCode: [OrganisationCode: [OrganisationCode]]

  /// The tree of a system. The extracts complete names and, for a system that lists no organisations, the organisations
  /// too.
  ///
  /// - Parameter unnamed: organisations that own files refer to by code; they are on the board of a system that lists
  ///   none.
  public init(_ healthSystem: HealthSystem, seen: [Organisation], unnamed: [OrganisationCode] = []) {
    // A system may list itself, with its population.
    let listed = healthSystem.organisations.first { $0.code == healthSystem.code }
    let described = Organisation(
      code: healthSystem.code, name: healthSystem.name, shortName: healthSystem.shortName, role: .system,
      to: healthSystem.area.ended, stated: listed?.stated ?? healthSystem.stated)
    let organisations = GatheredOrganisations(healthSystem, top: described, seen: seen, unnamed: unnamed)
    var byCode = organisations.byCode
    let order = organisations.order
    let top = byCode[described.code] ?? described
    var children: [OrganisationCode: [OrganisationCode]] = [:]
    var predecessors: [OrganisationCode: [OrganisationCode]] = [:]
    let parents = Self.parents(of: order, byCode, below: top.code)
    for (code, parent) in zip(order, parents) {
      guard let organisation = byCode[code] else { continue }
      byCode[code]?.parent = parent
      children[parent, default: []].append(code)
      if let successor = organisation.successor { predecessors[successor, default: []].append(code) }
    }
    system = top
    self.byCode = byCode
    childrenByCode = children
    let below = Self.descendants(children, byCode)
    descendantsByCode = below
    // On a board of every organisation, the systems that a list places them in are rolled up too.
    collectives = [top] + (below[top.code] ?? []).filter { [.group, .place, .system].contains($0.role) }
    predecessorsByCode = predecessors
  }

  /// The most levels of a system; health services have five.
  package static let deepest = 20

  /// The parent of each organisation, in the order of the organisations.
  ///
  /// An organisation would be hidden if its parent were not in the system, or were below it. It is then directly below
  /// the system; so is an organisation that is deeper than any system goes.
  private static func parents(
    of order: [OrganisationCode], _ byCode: [OrganisationCode: Organisation], below top: OrganisationCode
  ) -> [OrganisationCode] {
    let places = Dictionary(zip(order, order.indices), uniquingKeysWith: { first, _ in first })
    var next = order.map { code in byCode[code]?.parent.flatMap { places[$0] } }
    for loop in Loops.among(next) { next[loop[0]] = nil }
    for place in Depths.beyond(deepest, next) { next[place] = nil }
    return next.map { $0.map { order[$0] } ?? top }
  }

  /// The organisation with this code, if it is in the system.
  public subscript(code: OrganisationCode) -> Organisation? { byCode[code] }

  /// The organisations directly below another.
  public func children(of code: OrganisationCode) -> [Organisation] {
    (childrenByCode[code] ?? []).compactMap { byCode[$0] }
  }

  /// The organisations that ended and whose series continues under this code.
  public func predecessors(of code: OrganisationCode) -> [Organisation] {
    (predecessorsByCode[code] ?? []).compactMap { byCode[$0] }
  }

  /// Every organisation below another, at any depth, nearest first.
  public func descendants(of code: OrganisationCode) -> [Organisation] { descendantsByCode[code] ?? [] }

  /// All organisations below each one that has any. A loop ends where it closes.
  private static func descendants(
    _ children: [OrganisationCode: [OrganisationCode]], _ byCode: [OrganisationCode: Organisation]
  ) -> [OrganisationCode: [Organisation]] {
    var found: [OrganisationCode: [Organisation]] = [:]
    for code in children.keys {
      var visited: Set<OrganisationCode> = [code]
      var level = [code]
      while !level.isEmpty {
        level = level.flatMap { children[$0] ?? [] }.filter { visited.insert($0).inserted }
        found[code, default: []] += level.compactMap { byCode[$0] }
      }
    }
    return found
  }

  /// From the system down to the organisation, both included.
  public func path(to code: OrganisationCode) -> [Organisation] {
    var path: [Organisation] = []
    var next: OrganisationCode? = code
    while let current = next, let organisation = byCode[current], !path.contains(where: { $0.code == current }) {
      path.append(organisation)
      next = organisation.parent
    }
    return path.reversed()
  }
}
