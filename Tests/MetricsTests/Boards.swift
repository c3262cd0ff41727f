import Metrics

/// Small boards and facts for tests, written in as few words as a row of a file.
enum Given {
  /// A period as the own layouts write it.
  static func period(_ text: String) -> Period { Period(text) ?? .undated }
  static func month(_ text: String) -> Month { period(text).month ?? Month(index: 0) }
  static func day(_ text: String) -> Day { Day(text) ?? Day(number: 0) }
  static func decimal(_ text: String) -> Decimal { Decimal(text) ?? Decimal(0) }
  static func millions(_ text: String) -> Money { Money(text, unit: .millions) ?? .zero }
  static func thousands(_ text: String) -> Money { Money(text, unit: .thousands) ?? .zero }

  static func share(_ within: Int, _ of: Int) -> Measurement { .share(within: Count(within), of: Count(of)) }
  /// A measurement held against a target, better when higher.
  static func held(_ metric: MetricID, _ measurement: Measurement, against target: Decimal) -> Figure {
    Figure(
      key: Series.Key(metric, "RZ1"), period: .undated, measurement: measurement, origin: .summedParts,
      target: Target(metric, kind: .standard, value: target, source: "test"), direction: .higher)
  }

  static func rate(_ text: String) -> Measurement { .rate(decimal(text)) }

  static func figure(
    _ metric: MetricID, _ code: OrganisationCode, _ period: String, part: BreakdownItem? = nil,
    _ measurement: Measurement, line: Int = 2
  ) -> Observation {
    Observation(metric, of: code, in: Given.period(period), part: part, measurement, rows: RowSpan(line: line))
  }

  static func file(
    _ name: String, modified: Int = 0, isLocal: Bool = false, _ observations: [Observation] = [],
    organisations: [Organisation] = [], finance: FinanceRecords = FinanceRecords(), targets: [Target] = [],
    statedTotals: [StatedTotal] = [],
    problems: [Problem] = []
  ) -> Contribution {
    Contribution(
      file: SourceFile(name: name, modified: modified), layout: "own", isLocal: isLocal,
      observations: Observations(observations), organisations: organisations, finance: finance, targets: targets,
      statedTotals: statedTotals, problems: problems)
  }

  static func file(_ observations: [Observation]) -> Contribution { file("extract.csv", observations) }

  static func provider(
    _ code: OrganisationCode, in parent: OrganisationCode? = nil, from: String? = nil, to: String? = nil,
    successor: OrganisationCode? = nil, counts: Bool = true
  ) -> Organisation {
    Organisation(
      code: code, role: .provider, parent: parent, from: from.map(month), to: to.map(month), successor: successor,
      counts: counts)
  }

  static func organisation(_ code: OrganisationCode, _ role: OrganisationRole, in parent: OrganisationCode? = nil)
    -> Organisation
  {
    Organisation(code: code, role: role, parent: parent)
  }

  /// A system `SYS` of these organisations.
  static func system(
    _ organisations: [Organisation], targets: [Target] = [], metrics: [Metric] = [], charts: [ChartSetting] = [],
    stated: StatedSize = StatedSize()
  ) -> HealthSystem {
    HealthSystem(
      code: "SYS", name: "System", organisations: organisations, stated: stated, targets: targets, metrics: metrics,
      charts: charts)
  }
}

extension Board {
  /// The point of a series at a period's own grain.
  func point(
    _ metric: MetricID, _ code: OrganisationCode, _ period: String, part: BreakdownItem? = nil,
    perspective: Perspective = .providers
  )
    -> SeriesPoint?
  {
    let period = Given.period(period)
    return series(Series.Key(metric, code, part: part, perspective: perspective), grain: period.grain)[period]
  }

  func measurement(
    _ metric: MetricID, _ code: OrganisationCode, _ period: String, part: BreakdownItem? = nil,
    perspective: Perspective = .providers
  ) -> Measurement? {
    point(metric, code, period, part: part, perspective: perspective)?.measurement
  }

  func shown(_ metric: MetricID, _ code: OrganisationCode, _ period: String, choice: TargetTable.Choice = .standard)
    -> Figure?
  {
    figure(Series.Key(metric, code), in: Given.period(period), choice: choice)
  }

  /// The amounts of its problems, smallest first.
  var amounts: [Int] { problems.compactMap { $0.amount?.rounded(places: 0) }.sorted() }
}
