import Dashboard
import Metrics

/// What a view leaves in a report: the same words that open a page of the board.
struct ReportScope: Sendable {
  /// The parts of a report.
  enum Part: CaseIterable, Sendable {
    case overview, attention, metrics, actions, problems, provenance
  }

  /// A view that has nothing to report, and why.
  struct Refusal: Error {
    let message: String
  }

  /// The parts that are in it.
  private(set) var parts = Set(Part.allCases)
  /// Whose figures: the organisation's and those below it.
  private(set) var organisation: OrganisationCode
  /// The metric, where it is about one alone.
  private(set) var metric: MetricID?
  /// Whether its figures are of every period and of every part of the metric.
  private(set) var isDetailed = false
  private let organisations: Set<OrganisationCode>
  /// Whether it is about the whole system, so that nothing agreed is left out: not even what is about an organisation that
  /// the board does not know.
  private let isWhole: Bool

  /// The scope of the page that a state shows.
  init(_ state: State) throws(Refusal) {
    let board = state.board
    organisation = board.tree.system.code
    switch state.page {
    case .overview: break
    case .metric(let metric): self.metric = metric
    case .organisation(let code): organisation = code
    case .detail(let metric, let code, _): (self.metric, organisation, isDetailed) = (metric, code, true)
    case .summary(let code): (organisation, parts) = (code, [.overview, .provenance])
    case .attention: parts = [.attention, .provenance]
    case .problems: parts = [.problems, .provenance]
    case .actions: parts = [.actions]
    case .source: throw Refusal(message: "a report has no rows of a file; detail has the figures over time")
    case .help, .systems: throw Refusal(message: "there is nothing to report of this view")
    }
    isWhole = organisation == board.tree.system.code && !isDetailed
    organisations = Set([organisation] + (isDetailed ? [] : board.tree.descendants(of: organisation).map(\.code)))
  }

  /// Whether a figure belongs to it.
  func contains(_ metric: MetricID, _ code: OrganisationCode) -> Bool {
    organisations.contains(code) && (self.metric == nil || self.metric == metric)
  }

  /// Whether an action or a note belongs to it; what is about the board belongs to every report.
  func contains(_ subject: (metric: MetricID?, organisation: OrganisationCode?)) -> Bool {
    let isOfMetric = metric == nil || subject.metric == nil || subject.metric == metric
    return isOfMetric && (isWhole || subject.organisation.map(organisations.contains) ?? true)
  }
}
