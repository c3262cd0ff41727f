import Dashboard
import Metrics

/// One line of `sitrep print`: the metric, the organisation, the period, and the figure if there is one.
struct FigureRow {
  /// The series it belongs to; `nil` for a record of money.
  let key: Series.Key?
  /// The metric.
  let metric: Metric
  /// The organisation.
  let organisation: Organisation
  /// The period; `nil` where no period has a figure.
  let period: Period?
  /// The part: an item of a breakdown, or the step, scheme or line of a record of money; `nil` for the whole.
  let part: BreakdownItem?
  /// The figure; `nil` where the organisation made no return.
  let figure: Figure?
  /// The text where there is no figure: `no return`, or `no roll-up`.
  let absence: String
  /// The target that it is compared with.
  let target: Target?
  /// The kind of target that it is compared with.
  let choice: TargetTable.Choice
  /// The file and rows that it comes from; `nil` for a roll-up.
  let source: (file: String, rows: RowSpan)?

  /// A figure of a board, or the row of a missing one.
  init(
    _ metric: Metric, _ organisation: Organisation, _ key: Series.Key, in period: Period?, _ board: Board,
    _ choice: TargetTable.Choice
  ) {
    self.key = key
    self.metric = metric
    self.organisation = organisation
    self.period = period
    part = key.part
    self.choice = choice
    let figure = period.flatMap { board.figure(key, in: $0, choice: choice) }
    self.figure = figure
    absence = figure == nil ? board.absence(of: key, in: period) : ""
    target = figure?.target ?? period.flatMap { board.target(for: key, in: $0, choice: choice) }
    source = figure.flatMap { board.source(of: $0) }.map { ($0.file, $0.rows) }
  }

  /// A record of money in a file.
  init(
    _ metric: Metric, _ organisation: Organisation, _ period: Period, _ part: BreakdownItem, amount: Money?,
    plan: Money? = nil, file: String, rows: RowSpan
  ) {
    let key = Series.Key(metric.id, organisation.code, part: part)
    let target = plan.map {
      Target(
        metric.id, scope: .organisation(organisation.code), kind: .local, value: Decimal($0.pounds), source: "plan")
    }
    self.key = nil
    self.metric = metric
    self.organisation = organisation
    self.period = period
    self.part = part
    absence = ""
    choice = .standard
    self.target = target
    figure = Figure(
      key: key, period: period, measurement: amount.map(Measurement.money) ?? .notReturned,
      origin: .published(contribution: 0, rows: rows), target: target, direction: metric.direction,
      traits: metric.traits)
    source = (file, rows)
  }
}
