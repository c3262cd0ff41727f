/// One part of a metric: a department type, a treatment function, a reason for delay.
public struct BreakdownItem: Hashable, Comparable, Sendable {
  /// The breakdown: `department`, `treatment-function`, `reason`.
  public let breakdown: String
  /// The part: `1`, `C_110`, `DII_NURSING_HOME`.
  public let item: String

  /// One item of one breakdown.
  public init(_ breakdown: String, _ item: String) {
    self.breakdown = breakdown
    self.item = item
  }

  /// The part as a sentence names it: `department 1`, `treatment function C_110`.
  var words: String { breakdown.map { $0 == "-" ? " " : String($0) }.joined() + " " + item }

  /// By breakdown, then by item.
  public static func < (left: BreakdownItem, right: BreakdownItem) -> Bool {
    (left.breakdown, left.item) < (right.breakdown, right.item)
  }
}

/// The place of a figure in its file: the first row, and how many rows were summed into it.
public struct RowSpan: Hashable, Sendable {
  /// The line on which the first of the rows starts, counted from 1.
  public let line: Int
  /// How many rows were summed.
  public let rows: Int

  /// Rows that start at `line`.
  public init(line: Int, rows: Int = 1) {
    self.line = line
    self.rows = rows
  }
}

/// One measurement for one metric, organisation, period and breakdown item, and its place in the file.
public struct Observation: Hashable, Sendable {
  /// The metric.
  public let metric: MetricID
  /// The organisation.
  public let organisation: OrganisationCode
  /// The period.
  public let period: Period
  /// The part; `nil` for the whole.
  public let part: BreakdownItem?
  /// What was published.
  public let measurement: Measurement
  /// The rows that it comes from.
  public let rows: RowSpan

  /// One figure of one file.
  public init(
    _ metric: MetricID, of organisation: OrganisationCode, in period: Period, part: BreakdownItem? = nil,
    _ measurement: Measurement, rows: RowSpan
  ) {
    self.metric = metric
    self.organisation = organisation
    self.period = period
    self.part = part
    self.measurement = measurement
    self.rows = rows
  }
}
