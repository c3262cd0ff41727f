import Metrics

/// The `[[organisation]]` tables of a file, before their parents and successors have been checked.
struct OrganisationTables {
  private struct Entry {
    var organisation: Organisation
    let code: TomlPlace
    let role: TomlPlace
    let parent: Placed<String>?
    let successor: TomlPlace?
  }

  private var entries: [Entry] = []
  private var places: [String: TomlPlace] = [:]

  /// Whether the file names no organisation at all, not even one that was left out.
  var isEmpty: Bool { places.isEmpty }
  /// The only organisation, where the file names no other.
  var only: Organisation? { entries.count == 1 && places.count == 1 ? entries[0].organisation : nil }

  /// Every code in the file, including those of organisations that were left out.
  private(set) var codes: [String] = []
  /// The place where a code first occurs.
  func place(of code: String) -> TomlPlace? { places[code] }

  /// Records a code whose organisation cannot be used, so that it causes no further problem.
  mutating func leaveOut(_ code: Placed<String>) {
    places[code.value] = code.place
    codes.append(code.value)
  }

  /// Adds an organisation that is valid by itself.
  mutating func add(
    _ organisation: Organisation, code: Placed<String>, role: TomlPlace, parent: Placed<String>?, successor: TomlPlace?
  ) {
    places[code.value] = code.place
    codes.append(code.value)
    entries.append(
      Entry(organisation: organisation, code: code.place, role: role, parent: parent, successor: successor))
  }

  /// Removes the organisation that is the system itself: where the file gives no code, the first with that role.
  mutating func takeSystem(code: String?, reportingTo toml: inout TomlReader) -> Organisation? {
    let code = code ?? entries.first { $0.organisation.role == .system }?.organisation.code.text
    guard let code else { return nil }
    var system: Organisation?
    for entry in entries {
      let organisation = entry.organisation
      if organisation.code.text == code {
        system = organisation
        if organisation.role != .system {
          toml.report(.organisation(.systemWithRole(code, role: organisation.role.rawValue)), at: entry.role)
        }
      } else if organisation.role == .system {
        toml.report(.organisation(.secondSystem(organisation.code.text, system: code)), at: entry.role)
      }
    }
    entries.removeAll { $0.organisation.role == .system || $0.organisation.code.text == code }
    return system
  }

  /// The organisations, with parents and successors that are valid together.
  func organisations(of system: OrganisationCode, reportingTo toml: inout TomlReader) -> [Organisation] {
    let kept = Set(entries.map(\.organisation.code))
    let known = codes + [system.text]
    var organisations = entries.map(\.organisation)
    // Finding the code that was probably meant compares all of them, for each wrong code.
    var searches = 100
    for (index, entry) in entries.enumerated() {
      organisations[index].parent = parent(
        of: entry, in: system, kept: kept, known: known, searches: &searches, reportingTo: &toml)
    }
    for loop in loops(in: organisations, along: \.parent) {
      let steps = steps(of: loop, in: organisations, along: \.parent) { entries[$0].parent?.place }
      toml.report(.organisation(.parentLoop(of: organisations[loop[0]].code.text, through: steps)), at: steps[0].place)
      organisations[loop[0]].parent = system
    }
    reportDepth(of: &organisations, in: system, reportingTo: &toml)
    for loop in loops(in: organisations, along: \.successor) {
      let steps = steps(of: loop, in: organisations, along: \.successor) { entries[$0].successor }
      toml.report(
        .organisation(.successorLoop(of: organisations[loop[0]].code.text, through: steps)), at: steps[0].place)
      organisations[loop[0]].successor = nil
    }
    return organisations
  }

  private func parent(
    of entry: Entry, in system: OrganisationCode, kept: Set<OrganisationCode>, known: [String],
    searches: inout Int, reportingTo toml: inout TomlReader
  ) -> OrganisationCode {
    guard let parent = entry.parent, parent.value != system.text else { return system }
    if kept.contains(OrganisationCode(parent.value)) { return OrganisationCode(parent.value) }
    // A parent that was itself left out has its own problem.
    if places[parent.value] == nil {
      let fault = OrganisationFault.noSuchParent(
        parent.value, of: entry.organisation.code.text, known: searches > 0 ? known : [])
      searches -= 1
      toml.report(.organisation(fault), at: parent.place)
    }
    return system
  }

  /// Moves organisations at too deep a level to just below the system itself.
  private func reportDepth(
    of organisations: inout [Organisation], in system: OrganisationCode, reportingTo toml: inout TomlReader
  ) {
    for place in Depths.beyond(OrganisationTree.deepest, parents(in: organisations, along: \.parent)) {
      let fault = OrganisationFault.tooDeep(organisations[place].code.text, levels: OrganisationTree.deepest)
      toml.report(.organisation(fault), at: entries[place].parent?.place ?? entries[place].code)
      organisations[place].parent = system
    }
  }

  private func loops(
    in organisations: [Organisation], along path: KeyPath<Organisation, OrganisationCode?>
  ) -> [[Int]] {
    Loops.among(parents(in: organisations, along: path))
  }

  /// The index of the organisation that each one names.
  private func parents(
    in organisations: [Organisation], along path: KeyPath<Organisation, OrganisationCode?>
  ) -> [Int?] {
    let places = Dictionary(uniqueKeysWithValues: organisations.enumerated().map { ($0.element.code, $0.offset) })
    return organisations.map { $0[keyPath: path].flatMap { places[$0] } }
  }

  /// The organisation that each member of a loop names, and where.
  private func steps(
    of loop: [Int], in organisations: [Organisation], along path: KeyPath<Organisation, OrganisationCode?>,
    place: (Int) -> TomlPlace?
  ) -> [Placed<String>] {
    loop.map { index in
      Placed(value: organisations[index][keyPath: path]?.text ?? "", place: place(index) ?? entries[index].code)
    }
  }
}
