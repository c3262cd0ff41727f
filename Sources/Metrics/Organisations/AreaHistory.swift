/// When a system's area began and ended, and which systems replaced it.
///
/// A system that ended keeps its figures up to its last month, and names its successors. Its organisations may have
/// gone to several of them, so its series does not continue under a new code. A system whose area changed adds up its
/// current organisations over all months, with a mark where the area changed.
/// - Source: NHS England, A&E attendances by provider, May 2026, sheet "System Mapping"; the integrated care board boundary
///   orders in force from 1 April 2026.
public struct AreaHistory: Hashable, Sendable {
  /// A system that took over all or part of an area.
  public struct Successor: Hashable, Sendable {
    /// `S0E4D`
    public let code: OrganisationCode
    /// `Thames Valley`
    public let name: String
  }

  /// The first month of the current area; `nil` where it has not changed since the board's records began.
  public var changed: Month?
  /// The last month of the system under its code; `nil` for a current system.
  public var ended: Month?
  /// The systems that replaced it; empty for a current system.
  public var successors: [Successor]

  /// A history; empty by default, for a system that has not changed.
  public init(changed: Month? = nil, ended: Month? = nil, successors: [Successor] = []) {
    self.changed = changed
    self.ended = ended
    self.successors = successors
  }

  /// `ended Mar 2026; now Central East (S1Y5D) and Essex (D7T5G)`; empty for a current system.
  public var ending: String {
    guard let ended else { return "" }
    let names = successors.map { "\($0.name) (\($0.code))" }
    let last = names.last.map { names.count > 1 ? " and \($0)" : $0 } ?? ""
    let now = names.isEmpty ? "" : "; now " + names.dropLast().joined(separator: ", ") + last
    return "ended \(Period.month(ended).title)\(now)"
  }

  /// The remark on a figure of the system for a period before its current area began; empty for other periods.
  func remark(in period: Period) -> String {
    guard let changed, let last = period.lastDay, last < changed.firstDay else { return "" }
    return "today's area, which began in \(Period.month(changed).title)"
  }

  /// A warning where the extracts have figures for a time after the system ended, because it has none of its own then.
  func problem(_ system: Organisation, _ contributions: [Contribution]) -> Problem? {
    guard let ended,
      contributions.contains(where: { contribution in
        contribution.observations.periodsWithFigures.contains { $0.firstDay.map { $0 > ended.lastDay } ?? false }
      })
    else { return nil }
    let first = successors.first?.code.text ?? "ALL"
    return Problem(
      .warning, "\(system.shortName) (\(system.code)) \(ending)",
      expected: "the code of a system of today for later months",
      fix: "open the board with --system \(first), or keep \(system.code) for the months up to its end")
  }
}
