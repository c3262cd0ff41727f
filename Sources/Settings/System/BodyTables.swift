import Metrics

/// The `[[organisation]]` tables of a file, before it is known that their parents and successors hold together.
struct BodyTables {
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
  var codes: [String] { places.keys.sorted() }
  /// Where a code was given first.
  func place(of code: String) -> TomlPlace? { places[code] }

  /// Remembers a code whose body cannot be used, so that no other fault follows from it.
  mutating func leaveOut(_ code: Placed<String>) { places[code.value] = code.place }

  /// Adds a body that is right by itself.
  mutating func add(
    _ organisation: Organisation, code: Placed<String>, role: TomlPlace, parent: Placed<String>?, successor: TomlPlace?
  ) {
    places[code.value] = code.place
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
    var organisations = bodies.map(\.organisation)
    for (index, body) in bodies.enumerated() {
      organisations[index].parent = parent(of: body, in: system, reportingTo: &toml)
    }
    cutLoops(in: &organisations, along: \.parent, to: system) { index, loop in
      toml.report(.body(.parentLoop(loop)), at: bodies[index].parent?.place ?? bodies[index].code)
    }
    cutLoops(in: &organisations, along: \.successor, to: nil) { index, loop in
      toml.report(.body(.successorLoop(loop)), at: bodies[index].successor ?? bodies[index].code)
    }
    return organisations
  }

  private func parent(
    of body: Body, in system: OrganisationCode, reportingTo toml: inout TomlReader
  ) -> OrganisationCode {
    guard let parent = body.parent, parent.value != system.text else { return system }
    if bodies.contains(where: { $0.organisation.code.text == parent.value }) { return OrganisationCode(parent.value) }
    // A parent that was itself left out has its own problem.
    if places[parent.value] == nil {
      let known = codes.filter { $0 != body.organisation.code.text } + [system.text]
      toml.report(
        .body(.noSuchParent(parent.value, of: body.organisation.code.text, known: known)), at: parent.place)
    }
    return system
  }

  /// Leads the first body of each loop elsewhere.
  private func cutLoops(
    in organisations: inout [Organisation], along path: WritableKeyPath<Organisation, OrganisationCode?>,
    to end: OrganisationCode?, report: (Int, [String]) -> Void
  ) {
    let indices = Dictionary(uniqueKeysWithValues: organisations.indices.map { (organisations[$0].code, $0) })
    // Bodies already known to lead to an end; so that a long chain is walked once.
    var settled: Set<OrganisationCode> = []
    for start in organisations.indices {
      var walked: [Int] = []
      var next: Int? = start
      while let index = next, !settled.contains(organisations[index].code) {
        if let turn = walked.firstIndex(of: index) {
          let first = walked[turn...].min() ?? index
          let loop = Array(walked[turn...]), shift = loop.firstIndex(of: first) ?? 0
          report(first, (loop[shift...] + loop[..<shift]).map { organisations[$0].code.text })
          organisations[first][keyPath: path] = end
          break
        }
        walked.append(index)
        next = organisations[index][keyPath: path].flatMap { indices[$0] }
      }
      settled.formUnion(walked.map { organisations[$0].code })
    }
  }
}
