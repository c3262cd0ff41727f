import Feeds
import Metrics
import Settings

/// Which health system a board is about: the one asked for, else that of `system.toml`, else everything.
struct SystemChoice: Sendable {
  /// `--system`, in capitals.
  let wanted: OrganisationCode?
  /// What else is wrong before anything is read.
  let problems: [Problem]

  init(wanted: String?, problems: [Problem]) {
    self.wanted = wanted.map { OrganisationCode($0.uppercased()) }
    self.problems = problems
  }

  /// The system of a board, given the `system.toml` beside its extracts.
  func system(_ file: Feed.SettingsFile?) -> (system: HealthSystem, problems: [Problem]) {
    let own = file.map { SystemSettings.read($0.bytes, fileName: $0.name) } ?? (.everything, [])
    guard let wanted, let other = SystemChoice.system(wanted, insteadOf: own.system) else {
      return (own.system, problems + own.problems)
    }
    return (other, problems + own.problems)
  }

  /// A built-in footprint, or one that only an organisation list among the extracts may know, with the clock and the
  /// metrics of the system it takes the place of; `nil` where it is that system, or not among those to choose from.
  static func system(
    _ code: OrganisationCode, insteadOf own: HealthSystem, among known: [Footprints.Footprint]? = nil
  ) -> HealthSystem? {
    guard code != own.code else { return nil }
    if code == .all {
      var all = HealthSystem.everything
      (all.asAt, all.metrics) = (own.asAt, own.metrics)
      return all
    }
    if let known, !known.contains(where: { $0.code == code }) { return nil }
    var footprint = Footprints.system(code) ?? HealthSystem(code: code, name: code.text)
    footprint.takesLookUps = true
    footprint.asAt = own.asAt
    footprint.costOfBedDay = footprint.costOfBedDay ?? own.costOfBedDay
    footprint.metrics += own.metrics.filter { local in !footprint.metrics.contains { $0.id == local.id } }
    return footprint
  }

  /// Ends the program where the system that was asked for is not the board's.
  func check(_ board: Board) throws(ExitReason) {
    guard let wanted else { return }
    let isThere = board.healthSystem.code.text.uppercased() == wanted.text
    let isKnown = !board.healthSystem.takesLookUps || !board.tree.children(of: board.tree.system.code).isEmpty
    if isThere, isKnown { return }
    let codes = board.systemsToChoose.map { "\($0.code) \($0.shortName)" }.joined(separator: "\n  ")
    throw .wrongUsage(
      "no system has the code \"\(wanted.text.filter { $0.isASCII && !$0.isWhitespace })\"; expected the code in the "
        + "folder's system.toml, or one of\n  \(codes)")
  }
}
