/// The bodies of a board before they stand below each other: those that its system lists, those that the extracts name,
/// and those that a file of one's own speaks of by their codes alone.
struct GatheredOrganisations {
  /// Every body by its code, the system included.
  private(set) var byCode: [OrganisationCode: Organisation]
  /// The codes of all but the system, in order.
  private(set) var order: [OrganisationCode] = []
  private let top: OrganisationCode
  /// Whom the organisation lists among the extracts put each body below.
  private let parents: [OrganisationCode: OrganisationCode]

  /// Which bodies of the extracts stand on the board beside those that the system lists.
  private enum Joining {
    case none, placedHere, all
  }

  init(
    _ healthSystem: HealthSystem, top: Organisation, seen: [Organisation], unnamed: [OrganisationCode]
  ) {
    self.top = top.code
    byCode = [top.code: top]
    parents = Dictionary(
      seen.compactMap { body in body.parent.map { (body.code, $0) } }, uniquingKeysWith: { first, _ in first })
    for body in healthSystem.organisations { add(body, below: body.parent ?? top.code) }
    let joining = joining(healthSystem)
    for body in seen {
      if byCode[body.code] != nil {
        name(body)
      } else if joining == .all || joining == .placedHere && parents[body.code] == top.code {
        add(Organisation.readable(body), below: joining == .all ? parents[body.code] ?? top.code : top.code)
      }
    }
    guard joining == .all else { return }
    addUnnamed(unnamed)
    addParents()
  }

  /// A system that no one has listed is all there is, unless an organisation list says who belongs to it.
  private func joining(_ healthSystem: HealthSystem) -> Joining {
    if healthSystem.takesLookUps { return .placedHere }
    guard healthSystem.organisations.isEmpty else { return .none }
    return healthSystem.code != .all && parents.values.contains(healthSystem.code) ? .placedHere : .all
  }

  private mutating func add(_ body: Organisation, below parent: OrganisationCode) {
    guard byCode[body.code] == nil else { return }
    var placed = body
    placed.parent = parent
    byCode[body.code] = placed
    order.append(body.code)
  }

  /// Gives a body that has only its code the name that an extract has for it.
  private mutating func name(_ body: Organisation) {
    guard let known = byCode[body.code], known.name == known.code.text, body.name != body.code.text else { return }
    let named = Organisation.readable(body)
    byCode[body.code]?.name = named.name
    byCode[body.code]?.shortName = named.shortName
  }

  /// Adds what files of one's own speak of and nobody names: as the built-in tables know it, else as a provider.
  private mutating func addUnnamed(_ codes: [OrganisationCode]) {
    let missing = codes.filter { byCode[$0] == nil }
    if missing.isEmpty { return }
    let known = Footprints.known(Set(missing))
    for code in missing {
      add(known[code] ?? Organisation(code: code, role: .provider), below: parents[code] ?? top)
    }
  }

  /// Adds the systems that organisation lists put bodies below; a body whose list names anything else as its parent
  /// stands below the system itself.
  private mutating func addParents() {
    let missing = order.compactMap { byCode[$0]?.parent }.filter { byCode[$0] == nil }
    let known = missing.isEmpty ? [:] : Footprints.known(Set(missing))
    for code in missing { add(known[code] ?? Organisation(code: code, role: .system), below: top) }
    for code in order where byCode[code]?.parent.flatMap({ byCode[$0] })?.role != .system {
      byCode[code]?.parent = top
    }
  }
}

extension Organisation {
  /// A body with its name as people write it, where its file prints capitals; a code is no name.
  static func readable(_ body: Organisation) -> Organisation {
    if body.name == body.code.text { return body }
    var body = body
    body.name = readableName(body.name)
    body.shortName = shortened(body.name)
    return body
  }
}
