/// A file of a system's own making, and what its columns are; a `[[layout]]` of `system.toml`.
///
/// It claims every file whose header names all its columns. Several may claim one file: each reads its own figure.
public struct LocalLayout: Hashable, Sendable {
  /// Where a row says whose figure it is.
  public enum Organisations: Hashable, Sendable {
    /// In a column: a code, or a name.
    case column(String)
    /// Nowhere: every row is about one organisation.
    case one(OrganisationCode)
  }

  /// Where a row has its figure.
  public enum Figure: Hashable, Sendable {
    /// In one column.
    case value(String)
    /// In two, for a share: those within the standard, and all. For seconds: their sum, and how many.
    case counts(numerator: String, denominator: String)
  }

  /// A breakdown, and the column that names the part.
  public struct Part: Hashable, Sendable {
    /// `site`
    public let breakdown: String
    /// The column.
    public let column: String

    /// The parts of a breakdown, named by a column.
    public init(_ breakdown: String, column: String) {
      self.breakdown = breakdown
      self.column = column
    }
  }

  /// What problems and `check` call it.
  public let name: String
  /// What its figures measure.
  public let metric: MetricID
  /// Whose they are.
  public let organisations: Organisations
  /// The codes of names that the file uses.
  public let codes: [String: OrganisationCode]
  /// Texts of the organisation column whose rows are left out, such as `Total`.
  public let ignored: [String]
  /// The column of periods: any spelling of the own layouts, and British dates.
  public let period: String
  /// How long the periods are that a date stands for; `nil` where a date is that day.
  public let cadence: Metric.Cadence?
  /// Where the figures are.
  public let figure: Figure
  /// Which part of the metric a row is about; `nil` for the whole.
  public let part: Part?
  /// Whether rows of one organisation and period are summed; else a second one is a problem.
  public let sumsRows: Bool

  /// A layout of a system's own.
  public init(
    name: String, metric: MetricID, organisations: Organisations, codes: [String: OrganisationCode] = [:],
    ignored: [String] = [],
    period: String, cadence: Metric.Cadence? = nil, figure: Figure, part: Part? = nil, sumsRows: Bool = false
  ) {
    self.name = name
    self.metric = metric
    self.organisations = organisations
    self.codes = codes
    self.ignored = ignored
    self.period = period
    self.cadence = cadence
    self.figure = figure
    self.part = part
    self.sumsRows = sumsRows
  }

  /// The columns it needs.
  public var columns: [String] {
    var columns: [String] = []
    if case .column(let column) = organisations { columns.append(column) }
    columns.append(period)
    switch figure {
    case .value(let column): columns.append(column)
    case .counts(let numerator, let denominator): columns += [numerator, denominator]
    }
    if let part { columns.append(part.column) }
    return columns
  }
}
