/// The bodies of a board in their levels: who belongs to whom, who was succeeded by whom.
public struct OrganisationTree: Sendable {
  /// The system at the top.
  public let system: Organisation
  /// Every body by its code, the system included.
  public let byCode: [OrganisationCode: Organisation]
  /// The bodies directly below another, in the order of the system.
  private let childrenByCode: [OrganisationCode: [OrganisationCode]]
  /// Every body below another, at any depth, nearest first.
  private let descendantsByCode: [OrganisationCode: [Organisation]]
  /// The system, groups and places: the bodies whose figures are rolled up from those below them.
  public let collectives: [Organisation]
  /// The bodies that ended and go on under a code.
  private let predecessorsByCode: [OrganisationCode: [OrganisationCode]]

  /// The tree of a system; what the extracts name fills in names, and for a system that lists no bodies the bodies too.
  public init(_ healthSystem: HealthSystem, seen: [Organisation]) {
    // A system may list itself, with its population.
    let listed = healthSystem.organisations.first { $0.code == healthSystem.code }
    let top = Organisation(
      code: healthSystem.code, name: healthSystem.name, shortName: healthSystem.shortName, role: .system,
      stated: listed?.stated ?? healthSystem.stated)
    var byCode = [top.code: top]
    var order: [OrganisationCode] = []
    for body in healthSystem.organisations where byCode[body.code] == nil {
      var placed = body
      if placed.parent == nil { placed.parent = top.code }
      byCode[body.code] = placed
      order.append(body.code)
    }
    let isOpen = healthSystem.organisations.isEmpty
    for body in seen {
      guard let known = byCode[body.code] else {
        guard isOpen else { continue }
        var placed = Self.readable(body)
        placed.parent = top.code
        byCode[body.code] = placed
        order.append(body.code)
        continue
      }
      guard known.name == known.code.text, body.name != body.code.text else { continue }
      let named = Self.readable(body)
      byCode[body.code]?.name = named.name
      byCode[body.code]?.shortName = named.shortName
    }
    var children: [OrganisationCode: [OrganisationCode]] = [:]
    var predecessors: [OrganisationCode: [OrganisationCode]] = [:]
    for code in order {
      guard let body = byCode[code] else { continue }
      // A parent that is not in the system, or is below the body itself, would hide the body: it then stands below the
      // system itself.
      let parent = body.parent.flatMap { byCode[$0] == nil || Self.loops(code, byCode) ? nil : $0 } ?? top.code
      byCode[code]?.parent = parent
      children[parent, default: []].append(code)
      if let successor = body.successor { predecessors[successor, default: []].append(code) }
    }
    system = top
    self.byCode = byCode
    childrenByCode = children
    let below = Self.descendants(children, byCode)
    descendantsByCode = below
    collectives = [top] + (below[top.code] ?? []).filter { $0.role == .group || $0.role == .place }
    predecessorsByCode = predecessors
  }

  /// Whether the parents of a body lead back to it.
  private static func loops(_ code: OrganisationCode, _ byCode: [OrganisationCode: Organisation]) -> Bool {
    var visited: Set<OrganisationCode> = []
    var next = byCode[code]?.parent
    while let current = next, current != code, visited.insert(current).inserted { next = byCode[current]?.parent }
    return next == code
  }

  /// A body with its name as people write it, where its file prints capitals. A body without a name is called by its code,
  /// which is no word.
  private static func readable(_ body: Organisation) -> Organisation {
    guard body.name != body.code.text else { return body }
    var body = body
    body.name = Organisation.readableName(body.name)
    body.shortName = Organisation.shortened(body.name)
    return body
  }

  /// The body with this code, if it is in the system.
  public subscript(code: OrganisationCode) -> Organisation? { byCode[code] }

  /// The bodies directly below another.
  public func children(of code: OrganisationCode) -> [Organisation] {
    (childrenByCode[code] ?? []).compactMap { byCode[$0] }
  }

  /// The bodies that ended and whose series goes on under this code.
  public func predecessors(of code: OrganisationCode) -> [Organisation] {
    (predecessorsByCode[code] ?? []).compactMap { byCode[$0] }
  }

  /// Every body below another, at any depth, nearest first.
  public func descendants(of code: OrganisationCode) -> [Organisation] { descendantsByCode[code] ?? [] }

  /// Everybody below each body that has somebody below it. A loop ends where it closes.
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

  /// From the system down to the body, both included.
  public func path(to code: OrganisationCode) -> [Organisation] {
    var path: [Organisation] = []
    var next: OrganisationCode? = code
    while let current = next, let body = byCode[current], !path.contains(where: { $0.code == current }) {
      path.append(body)
      next = body.parent
    }
    return path.reversed()
  }
}
