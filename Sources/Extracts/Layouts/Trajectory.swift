import Metrics

// sitrep's own layout for targets that an organisation set itself. One row: one target for one period.
//
//   metric,organisation,period,kind,value[,source,note]
//   ae.four-hour,RD8,2017-10,trajectory,92.5

extension Layout {
  /// sitrep's own layout for trajectories.
  static let trajectory = Layout(
    name: "trajectory", columns: Trajectory.Columns.init,
    reader: { _, columns, context in Trajectory(columns, metrics: context.metrics) })
}

/// Reads trajectory rows.
struct Trajectory: RowReader {
  /// The places of its columns.
  struct Columns {
    let metric: Int
    let own: OwnColumns
    let kind, value: Int

    init(_ columns: inout ColumnBinder) throws(MissingColumn) {
      metric = try columns.required("metric")
      own = try OwnColumns(&columns)
      kind = try columns.required("kind")
      value = try columns.required("value")
    }
  }

  private let columns: Columns
  private var own: OwnColumns { columns.own }
  private let names: [String]
  private let known: Set<String>
  /// The metrics that are percentages.
  private let percents: Set<String>

  let title = "trajectory"

  init(_ columns: Columns, metrics: [Metric]) {
    self.columns = columns
    names = metrics.map(\.id.text)
    known = Set(names)
    percents = Set(metrics.filter { $0.unit == .percent && $0.direction != .neither }.map(\.id.text))
  }

  mutating func read(_ record: Record, into builder: inout ContributionBuilder) throws(Fault) {
    let name = record.text(columns.metric)
    guard known.contains(name) else {
      let nearest = builder.problems.isFull ? nil : SpellingSuggestion.example(for: name, among: names)
      throw Fault(.unknownMetric(name, nearest: nearest ?? ""), columns.metric)
    }
    let period = try own.period(record)
    guard let kind = Target.Kind(rawValue: record.text(columns.kind).lowercased()) else {
      let known = ExtractProblem.alternatives(Target.Kind.allCases.map(\.rawValue))
      throw Fault(.unknownWord(record.text(columns.kind), expected: known), columns.kind)
    }
    let decimal: Decimal
    switch record.cell(columns.value) {
    case .number(let number): decimal = number
    case .percent(let percentage) where percents.contains(name): decimal = percentage
    default: throw Fault(.notNumber(record.text(columns.value)), columns.value)
    }
    if percents.contains(name), !(Ratio.zero...Ratio(100)).contains(decimal.ratio) {
      throw Fault(.notPercent(record.text(columns.value)), columns.value)
    }
    let organisation = own.isEngland(record) ? builder.organisation(.england) : try own.organisation(record, &builder)
    let document = own.document(record)
    builder.targets.append(
      Target(
        MetricID(name), scope: .organisation(builder.code(organisation)), kind: kind, value: decimal,
        from: period.firstDay?.month, to: period.month, source: document.isEmpty ? builder.fileName : document))
    own.keepDocument(record, &builder)
  }

  mutating func finish(into builder: inout ContributionBuilder) {}
}
