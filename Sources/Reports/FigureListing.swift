import Dashboard
import Metrics

/// The figures of a board as `sitrep print` lists them: the same ones that its pages show.
public struct FigureListing: Sendable {
  let board: Board
  let allPeriods: Bool
  let breakdowns: Bool
  /// The kind of target, the period and the perspective.
  let viewSettings: ViewSettings
  /// What it is about; `nil` for all of the board.
  var scope: ReportScope?

  /// A listing of a board.
  ///
  /// - Parameters:
  ///   - allPeriods: every period instead of each metric's latest.
  ///   - breakdowns: the parts of each figure as well.
  ///   - viewSettings: the kind of target, and the length of the periods.
  public init(
    _ board: Board, allPeriods: Bool = false, breakdowns: Bool = false, viewSettings: ViewSettings = ViewSettings()
  ) {
    self.viewSettings = viewSettings
    self.board = board
    self.allPeriods = allPeriods
    self.breakdowns = breakdowns
  }

  /// Every row: metrics in the order of the panels, organisations from the system downwards, then the records of money.
  var rows: [FigureRow] {
    let listed = board.metrics.filter { scope?.metric == nil || scope?.metric == $0.id }
    return listed.flatMap(rows) + recordRows.filter { isInScope($0.metric.id, $0.organisation.code) }
  }

  private func isInScope(_ metric: MetricID, _ code: OrganisationCode) -> Bool { scope?.contains(metric, code) ?? true }

  /// The rows of one metric.
  private func rows(of metric: Metric) -> [FigureRow] {
    let latest = board.shownPeriod(metric.id, of: board.tree.system.code, viewSettings)
    // A board with only a bridge or a plan has money, but no position.
    return organisations(with: metric.id).filter { organisation in
      guard isInScope(metric.id, organisation.code) else { return false }
      guard let latest else { return hasFigures(metric.id, organisation) }
      // An organisation that has ended is not missing from later periods.
      return allPeriods || organisation.exists(in: latest)
    }
    .flatMap { rows(of: metric, $0, latest: latest) }
  }

  /// The organisations listed for a metric: those with figures and, in a system that names its organisations, those of
  /// the same roles without any.
  private func organisations(with metric: MetricID) -> [Organisation] {
    let system = board.tree.system
    let below = Perspective.allCases.flatMap { board.organisations(with: metric, below: system.code, perspective: $0) }
    let returned = Set(below.map(\.code))
    let roles = board.healthSystem.organisations.isEmpty ? [] : Set(below.map(\.role))
    return [system]
      + board.tree.descendants(of: system.code).filter { organisation in
        returned.contains(organisation.code) || roles.contains(organisation.role)
          || (isCollective(organisation) && hasFigures(metric, organisation))
      }
  }

  private func isCollective(_ organisation: Organisation) -> Bool { board.isCollective(organisation.code) }

  private func hasFigures(_ metric: MetricID, _ organisation: Organisation) -> Bool {
    let perspective = board.perspective(for: metric, of: organisation.code, wanted: viewSettings.perspective)
    return !board.series(Series.Key(metric, organisation.code, perspective: perspective)).points.isEmpty
      || !board.parts(metric, of: organisation.code, perspective: perspective).isEmpty
  }

  /// The whole and the parts of one metric of one organisation.
  private func rows(of metric: Metric, _ organisation: Organisation, latest: Period?) -> [FigureRow] {
    let perspective = board.perspective(for: metric.id, of: organisation.code, wanted: viewSettings.perspective)
    let whole = Series.Key(metric.id, organisation.code, perspective: perspective)
    let parts = board.parts(metric.id, of: organisation.code, perspective: perspective)
    // An organisation that publishes only parts is listed by its parts.
    let isInParts = !parts.isEmpty && board.series(whole).points.isEmpty
    let keys = (isInParts ? [] : [whole]) + (breakdowns || isInParts ? parts.map { part(of: whole, $0) } : [])
    return keys.flatMap { key in
      periods(of: key, metric, latest: latest).map {
        FigureRow(metric, organisation, key, in: $0, board, viewSettings.choice)
      }
    }
  }

  private func part(of key: Series.Key, _ part: BreakdownItem) -> Series.Key {
    var key = key
    key.part = part
    return key
  }

  /// The periods listed for a series: all; or the metric's latest; or, where an organisation has only other kinds of
  /// period, its own latest.
  private func periods(of key: Series.Key, _ metric: Metric, latest: Period?) -> [Period?] {
    let own = board.series(key).points.map(\.period)
    if allPeriods, !own.isEmpty { return (own + completeMonths(of: key, beyond: own)).sorted().map(Optional.some) }
    guard let latest else { return [own.last] }
    let hasGrain =
      own.contains { $0.grain == latest.grain }
      || board.series(key, grain: latest.grain).points.contains(where: isWhole)
      || board.figure(key, in: latest) != nil
    if hasGrain || own.isEmpty { return [latest] }
    return [
      board.shownPeriod(metric.id, of: key.organisation, viewSettings).flatMap { shown in
        own.contains(shown) ? shown : nil
      } ?? own.last
    ]
  }

  private func isWhole(_ point: SeriesPoint) -> Bool { point.origin.coversPeriod }

  /// Months summed from a full set of days.
  private func completeMonths(of key: Series.Key, beyond own: [Period]) -> [Period] {
    guard own.contains(where: { $0.grain == .day }) else { return [] }
    let published = Set(own)
    return board.series(key, grain: .month).points.filter { point in
      point.origin.isOverTime && point.origin.hasEveryPeriod && !published.contains(point.period)
    }.map(\.period)
  }
}
