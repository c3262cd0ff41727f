import Metrics

/// The result of reading one file.
public struct ExtractResult: Sendable {
  /// Everything that the file contributes.
  public let contribution: Contribution
  /// Whether the file ends at the end of a record, outside quotes, and a layout claims it. A version that does not may
  /// be half written, and should not replace a last good version.
  public let isComplete: Bool
  /// Whether the last row has too few fields to be read although it ends with a line end.
  public var endsShort = false
  /// The names of the columns as the file spells them; empty when no layout fits it.
  public let columns: [String]
  /// The rows of the figure that was asked for, where one was.
  public let sourceRows: [SourceRow]
}

extension ExtractResult {
  /// The result of a file that was read to its end earlier, without a selection.
  package init(_ contribution: Contribution, columns: [String]) {
    self.init(contribution: contribution, isComplete: true, columns: columns, sourceRows: [])
  }
}

/// The figure whose rows are asked for.
public struct RowSelection: Hashable, Sendable {
  /// The metric.
  public let metric: MetricID
  /// The organisation.
  public let organisation: OrganisationCode
  /// The period itself, or the shorter ones that it is summed from.
  public let periods: Set<Period>
  /// The part; `nil` for the whole.
  public let part: BreakdownItem?

  /// The figure of one metric, organisation, period and part.
  public init(
    metric: MetricID, organisation: OrganisationCode, period: Period, part: BreakdownItem? = nil
  ) {
    self.init(metric: metric, organisation: organisation, periods: [period], part: part)
  }

  /// The figures of one metric, organisation and part in several periods.
  public init(
    metric: MetricID, organisation: OrganisationCode, periods: Set<Period>, part: BreakdownItem? = nil
  ) {
    self.metric = metric
    self.organisation = organisation
    self.periods = periods
    self.part = part
  }

  /// Whether these identify one of the figures.
  func isFor(
    _ metric: MetricID, _ organisation: OrganisationCode, _ period: Period, _ part: BreakdownItem?
  ) -> Bool {
    self.organisation == organisation && self.metric == metric && self.part == part && periods.contains(period)
  }
}

/// A row as its file has it.
public struct SourceRow: Hashable, Sendable {
  /// The line it starts on, counted from 1.
  public let line: Int
  /// Its fields, with quotes removed and spaces kept.
  public let fields: [String]
}
