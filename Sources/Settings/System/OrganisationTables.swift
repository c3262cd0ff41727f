import Metrics

/// The `[[organisation]]` tables of a file, before it is known that their parents and successors hold together.
struct OrganisationTables {
  private struct Body {
    var organisation: Organisation
    let code: TomlPlace
    let role: TomlPlace
    let parent: Placed<String>?
    let successor: TomlPlace?
  }

  private var bodies: [Body] = []
  private var places: [String: TomlPlace] = [:]

  /// Whether the file names no body at all, not even one that had to be left out.
  var isEmpty: Bool { places.isEmpty }
  /// Every code the file gives, of bodies that were left out too.
  private(set) var codes: [String] = []
  /// Where a code was given first.
  func place(of code: String) -> TomlPlace? { places[code] }

  /// Remembers a code whose body cannot be used, so that no other fault follows from it.
  mutating func leaveOut(_ code: Placed<String>) {
    places[code.value] = code.place
    codes.append(code.value)
  }

  /// Adds a body that is right by itself.
  mutating func add(
    _ organisation: Organisation, code: Placed<String>, role: TomlPlace, parent: Placed<String>?, successor: TomlPlace?
  ) {
    places[code.value] = code.place
    codes.append(code.value)
    bodies.append(
      Body(organisation: organisation, code: code.place, role: role, parent: parent, successor: successor))
  }

  /// Takes out the body that is the system itself; the first with that role where the file gives no code.
  mutating func takeSystem(code: String?, reportingTo toml: inout TomlReader) -> Organisation? {
    let code = code ?? bodies.first { $0.organisation.role == .system }?.organisation.code.text
    guard let code else { return nil }
    var system: Organisation?
    for body in bodies {
      let organisation = body.organisation
      if organisation.code.text == code {
        system = organisation
        if organisation.role != .system {
          toml.report(.body(.systemWithRole(code, role: organisation.role.rawValue)), at: body.role)
        }
      } else if organisation.role == .system {
        toml.report(.body(.secondSystem(organisation.code.text, system: code)), at: body.role)
      }
    }
    bodies.removeAll { $0.organisation.role == .system || $0.organisation.code.text == code }
    return system
  }

  /// The bodies with parents and successors that hold together.
  func organisations(of system: OrganisationCode, reportingTo toml: inout TomlReader) -> [Organisation] {
    let kept = Set(bodies.map(\.organisation.code))
    let known = codes + [system.text]
    var organisations = bodies.map(\.organisation)
    for (index, body) in bodies.enumerated() {
      organisations[index].parent = parent(of: body, in: system, kept: kept, known: known, reportingTo: &toml)
    }
    for loop in loops(in: organisations, along: \.parent) {
      let steps = steps(of: loop, in: organisations, along: \.parent) { bodies[$0].parent?.place }
      toml.report(.body(.parentLoop(of: organisations[loop[0]].code.text, through: steps)), at: steps[0].place)
      organisations[loop[0]].parent = system
    }
    for loop in loops(in: organisations, along: \.successor) {
      let steps = steps(of: loop, in: organisations, along: \.successor) { bodies[$0].successor }
      toml.report(.body(.successorLoop(of: organisations[loop[0]].code.text, through: steps)), at: steps[0].place)
      organisations[loop[0]].successor = nil
    }
    return organisations
  }

  private func parent(
    of body: Body, in system: OrganisationCode, kept: Set<OrganisationCode>, known: [String],
    reportingTo toml: inout TomlReader
  ) -> OrganisationCode {
    guard let parent = body.parent, parent.value != system.text else { return system }
    if kept.contains(OrganisationCode(parent.value)) { return OrganisationCode(parent.value) }
    // A parent that was itself left out has its own problem.
    if places[parent.value] == nil {
      let fault = OrganisationFault.noSuchParent(parent.value, of: body.organisation.code.text, known: known)
      toml.report(.body(fault), at: parent.place)
    }
    return system
  }

  private func loops(
    in organisations: [Organisation], along path: KeyPath<Organisation, OrganisationCode?>
  ) -> [[Int]] {
    let places = Dictionary(uniqueKeysWithValues: organisations.enumerated().map { ($0.element.code, $0.offset) })
    return Loops.among(organisations.map { $0[keyPath: path].flatMap { places[$0] } })
  }

  /// Whom each member of a loop names, and where.
  private func steps(
    of loop: [Int], in organisations: [Organisation], along path: KeyPath<Organisation, OrganisationCode?>,
    place: (Int) -> TomlPlace?
  ) -> [Placed<String>] {
    loop.map { index in
      Placed(value: organisations[index][keyPath: path]?.text ?? "", place: place(index) ?? bodies[index].code)
    }
  }
}
