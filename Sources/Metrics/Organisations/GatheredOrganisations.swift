/// The organisations of a board before they form a hierarchy: those that its system lists, those that the extracts
/// name, and those that an organisation's own file names by code alone.
struct GatheredOrganisations {
  /// Every organisation by its code, the system included.
  private(set) var byCode: [OrganisationCode: Organisation]
  /// The codes of all but the system, in order.
  private(set) var order: [OrganisationCode] = []
  private let top: OrganisationCode
  /// The parents that organisation lists among the extracts give to each organisation.
  private let parents: [OrganisationCode: OrganisationCode]

  /// The organisations of the extracts that are on the board besides those that the system lists.
  private enum Joining {
    case none, placedHere, all
  }

  init(
    _ healthSystem: HealthSystem, top: Organisation, seen: [Organisation], unnamed: [OrganisationCode]
  ) {
    self.top = top.code
    byCode = [top.code: top]
    parents = Dictionary(
      seen.compactMap { organisation in organisation.parent.map { (organisation.code, $0) } },
      uniquingKeysWith: { first, _ in first })
    let joining = joining(healthSystem)
    for organisation in healthSystem.organisations where joining != .placedHere || !isPlacedElsewhere(organisation) {
      add(organisation, below: organisation.parent ?? top.code)
    }
    for organisation in seen {
      if byCode[organisation.code] != nil {
        name(organisation)
      } else if joining == .all || joining == .placedHere && parents[organisation.code] == top.code {
        add(
          Organisation.readable(organisation),
          below: joining == .all ? parents[organisation.code] ?? top.code : top.code)
      }
    }
    guard joining == .all else { return }
    addUnnamed(unnamed)
    placeByBuiltInTable()
    addParents()
  }

  /// Whether a list among the extracts places a built-in organisation outside the system.
  ///
  /// A list decides for every organisation that it names, and the built-in table for the others. The same applies to
  /// the board of all organisations, so that a system has one figure on both.
  private func isPlacedElsewhere(_ organisation: Organisation) -> Bool {
    parents[organisation.code].map { $0 != top } ?? false
  }

  /// Places the providers that no list names in the systems of the lists, as in the built-in table.
  private mutating func placeByBuiltInTable() {
    let systems = Set(parents.values)
    let missing = order.filter { byCode[$0]?.role == .provider && parents[$0] == nil }
    if systems.isEmpty || missing.isEmpty { return }
    let placements = Footprints.placements(in: systems)
    for code in missing {
      if let system = placements[code] { byCode[code]?.parent = system }
    }
  }

  /// A system that lists no organisations has all of them, unless an organisation list says who belongs to it.
  private func joining(_ healthSystem: HealthSystem) -> Joining {
    if healthSystem.takesLookUps { return .placedHere }
    guard healthSystem.organisations.isEmpty else { return .none }
    return healthSystem.code != .all && parents.values.contains(healthSystem.code) ? .placedHere : .all
  }

  private mutating func add(_ organisation: Organisation, below parent: OrganisationCode) {
    guard byCode[organisation.code] == nil else { return }
    var placed = organisation
    placed.parent = parent
    byCode[organisation.code] = placed
    order.append(organisation.code)
  }

  /// Gives an organisation with only a code the name that an extract has for it.
  private mutating func name(_ organisation: Organisation) {
    guard let known = byCode[organisation.code], known.name == known.code.text,
      organisation.name != organisation.code.text
    else { return }
    let named = Organisation.readable(organisation)
    byCode[organisation.code]?.name = named.name
    byCode[organisation.code]?.shortName = named.shortName
  }

  /// Adds organisations that own files refer to and nobody names: as in the built-in tables, otherwise as providers.
  private mutating func addUnnamed(_ codes: [OrganisationCode]) {
    let missing = codes.filter { byCode[$0] == nil }
    if missing.isEmpty { return }
    let known = Footprints.known(Set(missing))
    for code in missing {
      add(known[code] ?? Organisation(code: code, role: .provider), below: parents[code] ?? top)
    }
  }

  /// Adds the systems that organisation lists place organisations in; an organisation with any other parent on its list
  /// is directly below the system.
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
  /// An organisation with its name in ordinary spelling, where its file prints capitals; a code is not a name.
  static func readable(_ organisation: Organisation) -> Organisation {
    if organisation.name == organisation.code.text { return organisation }
    var organisation = organisation
    organisation.name = readableName(organisation.name)
    organisation.shortName = shortened(organisation.name)
    return organisation
  }
}
