/// What sets one metric apart from another, beside its unit and direction. Each stands with the metric's declaration, so
/// that nothing outside the catalogue has to know a metric by its name.
extension Metric {
  /// When its figures come out.
  public enum PublicationCalendar: Hashable, Sendable {
    /// So many days after the end of the period.
    case after(days: Int)
    /// The second Thursday of the next month for months from July 2017 on, and 42 days after the end before: A&E.
    case secondThursday
  }

  /// Whether two providers can share a patient, who then counts as half for each.
  public enum Halves: Hashable, Sendable {
    /// They can: gaps and headroom go in halves. 62-day cancer.
    case shared
    /// A patient belongs to one provider. A half is read as published, with a warning; gaps and headroom are whole.
    case unexpected
    /// There is no half: one in a file is an error.
    case never
    /// A metric of a system's own: halves where its files hold them.
    case asFiled
  }

  /// What it takes to meet a target, and how that is said.
  public enum Gap: Hashable, Sendable {
    /// Patients more within the standard: `412 fewer breaches`. Of a count, a time or an amount: how far it is off.
    case plain
    /// Patients who must be treated and leave the list: `656 to treat`.
    case pathways
    /// Days as the beds they take up, and their cost: `65 beds £302k`.
    case bedDays
    /// An amount against the control total or the plan: `28.6 worse than plan`.
    case position
  }

  /// Which position of an organisation's money it is.
  public enum Position: Hashable, Sendable {
    /// The forecast of the year, in month 12 the actual, against the control total.
    case outturn
    /// The actual from April on against the plan. It has no panel of its own: it stands beside the outturn.
    case toDate
  }

  /// Records behind a position, which are lists and no series.
  public enum Record: Hashable, Sendable {
    case bridge, savings, plan
  }

  /// What its control charts show.
  public enum Charting: Hashable, Sendable {
    /// The figure itself.
    case value
    /// The figure ÷ the days of the period, because months differ in length: bed-days become beds.
    case perDay
    /// The position in each month, never a cumulative one.
    case inMonth
  }

  /// A month from which on it measures something else.
  public struct DefinitionChange: Hashable, Sendable {
    /// The first month of the new definition.
    public let month: Month
    /// What a chart that begins there says: `begins with the counting of beds in April 2017`.
    public let remark: String
  }

  /// How organisations are held against each other.
  public enum Likeness: Hashable, Sendable {
    /// By the figure itself: shares, rates and means. Plain numbers grow with the organisation and are not compared.
    case value
    /// As `value`, but only those that have this part among themselves, and those that lack it among themselves.
    case having(BreakdownItem, with: String, without: String)
    /// As a share of the denominator of another metric: long waits as a share of the list.
    case shareOf(MetricID)
  }

  /// Who stands on the other side of the providers: who pays, or who answers for a delay.
  public enum OtherPerspective: Hashable, Sendable {
    case commissioners, localAuthorities
  }

  /// All of these; the defaults are those of a metric of a system's own.
  public struct Traits: Hashable, Sendable {
    /// Whether two providers can share a patient.
    public var halves = Halves.asFiled
    /// What it takes to meet a target.
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
    /// Who stands on the other side of the providers.
    public var otherPerspective = OtherPerspective.commissioners
    /// The measure that it stands in the place of and is not: `delayed transfers of care`; empty for most.
    public var anotherMeasureThan = ""
    /// The count of which it is so many for every 1,000 people; `nil` for all else.
    public var perThousandOf: MetricID?
    /// The count that its figures are per, as patients per GP; `nil` for all else.
    public var per: MetricID?

    /// The traits of a metric of a system's own.
    public init() {}
  }

  /// Whether it is the position of an organisation's money.
  public var isPosition: Bool { traits.position != nil }

  /// Whether it has a panel: the position to date stands beside the outturn instead.
  public var hasPanel: Bool { traits.position != .toDate }

  /// Whether its amounts stand in the tables of money, in millions: positions and the records behind them.
  public var isInMillions: Bool { isPosition || traits.record != nil }

  /// The change of definition that governs a series which ends in this month; `nil` where none has come yet.
  public func definition(in month: Month) -> DefinitionChange? { traits.changes.last { $0.month <= month } }

  /// Whether it means the same in both months.
  public func isComparable(_ earlier: Month, with later: Month) -> Bool {
    traits.changes.isEmpty || definition(in: earlier) == definition(in: later)
  }

  /// What its charts count in.
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
  /// The position of money it names; `nil` for all else. Asked for every figure, so that two names are all that is compared.
  public var position: Metric.Position? { MetricCatalogue.positions.first { $0.id == self }?.position }

  /// Whether it names a position of an organisation's money.
  public var isPosition: Bool { position != nil }
}
