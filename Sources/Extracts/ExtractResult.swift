import Metrics

/// What came of reading one file.
public struct ExtractResult: Sendable {
  /// Everything the file yielded.
  public let contribution: Contribution
  /// Whether the file ends where a record ends, outside quotes, and a layout claims it. A version that does not may be
  /// half written and should not replace a last good one.
  public let isComplete: Bool
  /// Whether the last row has too few fields and could not be read, although a line end follows it.
  public var endsShort = false
  /// The names of the columns as the file spells them; empty when no layout claims it.
  public let columns: [String]
  /// The rows of the figure that was asked for, when it was read for one.
  public let sourceRows: [SourceRow]
}

extension ExtractResult {
  /// What a file yielded that was read to its end before, for no figure in particular.
  package init(_ contribution: Contribution, columns: [String]) {
    self.init(contribution: contribution, isComplete: true, columns: columns, sourceRows: [])
  }
}

/// A figure whose rows are asked for.
public struct RowSelection: Hashable, Sendable {
  /// What is measured.
  public let metric: MetricID
  /// For whom.
  public let organisation: OrganisationCode
  /// When.
  public let period: Period
  /// Which part; `nil` for the whole.
  public let part: BreakdownItem?

  /// The figure of one metric, organisation, period and part.
  public init(
    metric: MetricID, organisation: OrganisationCode, period: Period, part: BreakdownItem? = nil
  ) {
    self.metric = metric
    self.organisation = organisation
    self.period = period
    self.part = part
  }

  /// Whether it is this figure.
  func isFor(
    _ metric: MetricID, _ organisation: OrganisationCode, _ period: Period, _ part: BreakdownItem?
  ) -> Bool {
    self.organisation == organisation && self.metric == metric && self.period == period && self.part == part
  }
}

/// A row as it stands in its file.
public struct SourceRow: Hashable, Sendable {
  /// The line it starts on, counted from 1.
  public let line: Int
  /// Its fields, quotes removed, spaces kept.
  public let fields: [String]
}
