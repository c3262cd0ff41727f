/// How one metric differs from another, besides its unit and direction. Traits are part of a metric's declaration, so
/// that nothing outside the catalogue has to know a metric by name.
extension Metric {
  /// When its figures are published.
  public enum PublicationCalendar: Hashable, Sendable {
    /// A number of days after the end of the period.
    case after(days: Int)
    /// The second Thursday of the next month for months from July 2017 on, and 42 days after the end before: A&E.
    case secondThursday
  }

  /// Whether two providers can share a patient, who then counts as half a patient for each.
  public enum Halves: Hashable, Sendable {
    /// They can, so that gaps and headroom are in halves. 62-day cancer.
    case shared
    /// A patient belongs to one provider. A half is read as published, with a warning; gaps and headroom are whole.
    case unexpected
    /// They cannot: a half in a file is an error.
    case never
    /// It is a mean of counts, with any decimals: beds.
    case means
    /// A metric that a system defines itself: halves where its files have them.
    case asFiled
  }

  /// What it takes to meet a target, and how that is worded.
  public enum Gap: Hashable, Sendable {
    /// Breaches over target: `412 breaches over target`. Of a count, a time or an amount, the distance from the target.
    case plain
    /// Patients who must be treated and leave the list: `treat 656 more to reach 92%`.
    case pathways
    /// Days as the beds they take up, and their cost: `65 beds £302k`.
    case bedDays
    /// An amount against the control total or the plan: `28.6 worse than plan`.
    case position
  }

  /// Which financial position of an organisation it is.
  public enum Position: Hashable, Sendable {
    /// The forecast for the year (in month 12, the actual) against the control total.
    case outturn
    /// The actual since April against the plan to date. It has no panel of its own: it is shown with the outturn.
    case toDate
  }

  /// Records behind a position, which are lists and not series.
  public enum Record: Hashable, Sendable {
    case bridge, savings, plan
  }

  /// What its control charts show.
  public enum Charting: Hashable, Sendable {
    /// The figure itself.
    case value
    /// The figure ÷ the days of the period, because months differ in length: bed-days become beds.
    case perDay
    /// The position in each month, never a cumulative position.
    case inMonth
  }

  /// A month from which a metric measures something else.
  public struct DefinitionChange: Hashable, Sendable {
    /// The first month of the new definition.
    public let month: Month
    /// What a chart that begins there says: `begins with the counting of beds in April 2017`.
    public let remark: String
  }

  /// How organisations are compared with each other.
  public enum Likeness: Hashable, Sendable {
    /// By the figure itself: shares, rates and means. Counts grow with the size of the organisation and are not
    /// compared.
    case value
    /// As `value`, but organisations with this part are compared among themselves, and so are those without it.
    case having(BreakdownItem, with: String, without: String)
    /// As a share of the denominator of another metric: long waits as a share of the list.
    case shareOf(MetricID)
  }

  /// Who is on the other side from the providers: those who pay, or those who answer for a delay.
  public enum OtherPerspective: Hashable, Sendable {
    case commissioners, localAuthorities
  }

  /// All traits of a metric; the defaults are those of a metric that a system defines itself.
  public struct Traits: Hashable, Sendable {
    /// Whether two providers can share a patient.
    public var halves = Halves.asFiled
    /// What it takes to meet a target, and how that is worded.
    public var gap = Gap.plain
    /// Which position of money it is; `nil` for all else.
    public var position: Position?
    /// Which record of money it is; `nil` for all else.
    public var record: Record?
    /// What its charts show.
    public var charting = Charting.value
    /// Where its definition changed, in order of time.
    public var changes: [DefinitionChange] = []
    /// How organisations are compared.
    public var likeness = Likeness.value
    /// Who is on the other side from the providers.
    public var otherPerspective = OtherPerspective.commissioners
    /// The measure that it replaced but must not be compared with: `delayed transfers of care`; empty for most metrics.
    public var anotherMeasureThan = ""
    /// The count that it expresses per 1,000 people; `nil` for any other metric.
    public var perThousandOf: MetricID?
    /// The count that its figures are per, as in patients per GP; `nil` for any other metric.
    public var per: MetricID?

    /// The traits of a metric that a system defines itself.
    public init() {}
  }

  /// Whether it is a financial position of an organisation.
  public var isPosition: Bool { traits.position != nil }

  /// Whether it has a panel; the position to date is shown with the outturn instead.
  public var hasPanel: Bool { traits.position != .toDate }

  /// Whether its amounts are shown in the money tables, in millions: positions, and the records behind them.
  public var isInMillions: Bool { isPosition || traits.record != nil }

  /// The change of definition that applies to a series ending in this month; `nil` where there is none.
  public func definition(in month: Month) -> DefinitionChange? { traits.changes.last { $0.month <= month } }

  /// Whether it measures the same thing in both months.
  public func isComparable(_ earlier: Month, with later: Month) -> Bool {
    traits.changes.isEmpty || definition(in: earlier) == definition(in: later)
  }

  /// The unit of its charts.
  public var chartUnit: String {
    switch (traits.charting, unit) {
    case (.perDay, .days): "beds"
    case (.inMonth, _): "£m in the month"
    case (_, .percent): "%"
    case (_, .days): "days"
    case (_, .pounds): "£m"
    case (_, .beds): "beds"
    case (_, .patients): ""
    case (_, .seconds): "seconds"
    }
  }
}

extension MetricID {
  /// The financial position that it names; `nil` for any other metric. This is asked for every figure, so only two
  /// names are compared.
  public var position: Metric.Position? { MetricCatalogue.positions.first { $0.id == self }?.position }

  /// Whether it names a financial position of an organisation.
  public var isPosition: Bool { position != nil }
}
