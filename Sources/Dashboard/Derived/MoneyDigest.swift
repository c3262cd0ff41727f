import Metrics
import Screen

/// The records of money behind an organisation's position: its bridges, savings schemes and plan.
struct MoneyDigest: Sendable {
  /// One kind of record, which has a box of its own.
  enum Section: Hashable, Sendable {
    /// From one amount to another.
    case bridge(Bridge)
    /// Savings delivered by schemes, with their plans.
    case savings([SavingsScheme])
    /// A plan, by organisation, line, year and scenario.
    case plan([PlanLine])
  }

  /// The sections, in the order in which `b` cycles through them.
  let sections: [Section]
  /// The bridge to show where there is room for one.
  let bridge: Bridge?
  /// What each remaining month must bring, and what schemes have delivered.
  let remarks: [StyledText]
  /// The plan lines of the organisation and of those below it, by year and scenario.
  let planLines: [PlanLine]

  init(_ board: Board, of code: OrganisationCode, _ viewSettings: ViewSettings) {
    let ledger = board.ledger
    let below = board.tree.descendants(of: code).map(\.code)
    let bridges = ([code] + below).flatMap { ledger.bridges(of: $0) }
    let schemes = ledger.schemes(of: code)
    planLines = MoneyDigest.byScenario(([code] + below).flatMap { ledger.planLines(of: $0) })
    bridge = ledger.bridgeToShow(for: code)
    let first = bridge
    sections =
      (bridges.filter { $0 == first } + bridges.filter { $0 != first }).map(Section.bridge)
      + (schemes.isEmpty ? [] : [.savings(schemes)]) + (planLines.isEmpty ? [] : [.plan(planLines)])
    remarks = [MoneyWords.needed(board, of: code, viewSettings), MoneyWords.savings(schemes)].compactMap { $0 }
  }

  var isEmpty: Bool { sections.isEmpty }

  /// The lines grouped by year and scenario, each group where its first line is.
  private static func byScenario(_ lines: [PlanLine]) -> [PlanLine] {
    var order: [String] = []
    var groups: [String: [PlanLine]] = [:]
    for line in lines {
      let name = "\(line.year.text) \(line.scenario)"
      if groups[name] == nil { order.append(name) }
      groups[name, default: []].append(line)
    }
    return order.flatMap { groups[$0] ?? [] }
  }
}
