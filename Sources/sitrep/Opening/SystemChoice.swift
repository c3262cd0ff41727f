import Feeds
import Metrics
import Settings

/// The health system that a board is about: the one requested, otherwise that of `system.toml`, otherwise everything.
struct SystemChoice: Sendable {
  /// `--system`, in capitals.
  let wanted: OrganisationCode?
  /// `--system` as it was typed.
  private let word: String
  /// Other problems found before anything is read.
  let problems: [Problem]

  init(wanted: String?, problems: [Problem]) {
    self.wanted = wanted.map { Self.named($0) ?? OrganisationCode($0.uppercased()) }
    word = wanted ?? ""
    self.problems = problems
  }

  /// A name as it is compared: in lower case, without commas and hyphens.
  private static func plain(_ name: String) -> String {
    name.lowercased().split { " -,".contains($0) }.joined(separator: " ")
  }

  /// Whether the system asked for is this one, by its code, its name or its short name.
  private func means(_ system: HealthSystem) -> Bool {
    let code = system.code.text.uppercased()
    if wanted?.text == code || word.uppercased() == code { return true }
    let name = Self.plain(word)
    return !name.isEmpty && [system.name, system.shortName].contains { Self.plain($0) == name }
  }

  /// The one system that a name or a part of one can mean: `dorset`; `nil` for a code, and where several are possible.
  private static func named(_ word: String) -> OrganisationCode? {
    let wanted = plain(word)
    let systems = Footprints.systems
    guard !wanted.isEmpty, !systems.contains(where: { $0.code.text.lowercased() == wanted }) else { return nil }
    let names = systems.map { system in [system.name, system.shortName].map(plain) }
    let exact = zip(systems, names).filter { $0.1.contains(wanted) }
    let fitting = exact.isEmpty ? zip(systems, names).filter { $0.1.contains { $0.contains(wanted) } } : exact
    // Where a system ended and another took over its name, the current one is meant.
    let current = fitting.filter { $0.0.to == nil }
    let meant = current.isEmpty ? fitting : current
    return meant.count == 1 ? meant[0].0.code : nil
  }

  /// The system of a board, given the `system.toml` beside its extracts.
  func system(_ file: Feed.SettingsFile?) -> (system: HealthSystem, problems: [Problem]) {
    let own = file.map { SystemSettings.read($0.bytes, fileName: $0.name) } ?? (.everything, [])
    guard let wanted, !means(own.system), let other = SystemChoice.system(wanted, insteadOf: own.system) else {
      return (own.system, problems + own.problems)
    }
    return (other, problems + own.problems)
  }

  /// A built-in footprint, or one that only an organisation list among the extracts knows, with the clock and the
  /// metrics of the system that it replaces; `nil` where it is that system, or cannot be chosen.
  static func system(
    _ code: OrganisationCode, insteadOf own: HealthSystem, among known: [Footprints.Footprint]? = nil
  ) -> HealthSystem? {
    guard code != own.code else { return nil }
    if code == .all {
      var all = HealthSystem.everything
      (all.asAt, all.metrics, all.keepsHistory) = (own.asAt, own.metrics, own.keepsHistory)
      return all
    }
    if let known, !known.contains(where: { $0.code == code }) { return nil }
    var footprint = Footprints.system(code) ?? HealthSystem(code: code, name: code.text)
    footprint.takesLookUps = true
    (footprint.asAt, footprint.keepsHistory) = (own.asAt, own.keepsHistory)
    footprint.costOfBedDay = footprint.costOfBedDay ?? own.costOfBedDay
    footprint.metrics += own.metrics.filter { local in !footprint.metrics.contains { $0.id == local.id } }
    return footprint
  }

  /// Ends the program where the requested system is not the board's.
  func check(_ board: Board) throws(ExitReason) {
    guard let wanted else { return }
    let isThere = means(board.healthSystem)
    let isKnown = !board.healthSystem.takesLookUps || !board.tree.children(of: board.tree.system.code).isEmpty
    if isThere, isKnown { return }
    let codes = board.systemsToChoose.map { "\($0.code) \($0.shortName)" }.joined(separator: "\n  ")
    throw .wrongUsage(
      "no system has the code or name \"\(wanted.text.filter { $0.isASCII && !$0.isWhitespace })\"; expected the code or "
        + "name in the folder's system.toml, or one of\n  \(codes)")
  }
}
