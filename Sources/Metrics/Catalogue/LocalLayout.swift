/// A file format that a system has made for itself, and what its columns mean: a `[[layout]]` of `system.toml`.
///
/// It claims every file whose header has all its columns. Several layouts may claim one file: each reads its own
/// figure.
public struct LocalLayout: Hashable, Sendable {
  /// How a row says which organisation it is about.
  public enum Organisations: Hashable, Sendable {
    /// In a column: a code, or a name.
    case column(String)
    /// Not at all: every row is about one organisation.
    case one(OrganisationCode)
  }

  /// The columns in which a row has its figure.
  public enum Figure: Hashable, Sendable {
    /// One column. Where periods are columns, there is one under each period and the name is empty.
    case value(String)
    /// Two columns: for a share, those within the standard and all; for seconds, their sum and the number of incidents.
    case counts(numerator: String, denominator: String)
    /// Two columns, for a share: the breaches, and all.
    case breaches(String, denominator: String)
    /// Two rows of one column, for a share: the rows of the numerator, and the rows of the denominator.
    case rows(value: String, numerator: Rows, denominator: Rows, areBreaches: Bool)
    /// Amounts of money, several in a row.
    case money(LocalMoney)

    /// The column of a single value; `nil` for other figures.
    public var valueColumn: String? {
      switch self {
      case .value(let column), .rows(let column, _, _, _): column
      case .counts, .breaches, .money: nil
      }
    }
  }

  /// The rows that have one of these texts, in any case, in every one of these columns.
  public typealias Rows = [String: [String]]

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
  /// The metric of its figures.
  public let metric: MetricID
  /// How a row says which organisation it is about.
  public let organisations: Organisations
  /// The codes of names that the file uses.
  public let codes: [String: OrganisationCode]
  /// Texts of the organisation column whose rows are left out, such as `Total`.
  public let ignored: [String]
  /// Where the periods are stated.
  public let period: LocalPeriods
  /// The length of the periods that a date stands for; `nil` where a date is that day.
  public let cadence: Metric.Cadence?
  /// Where the figures are.
  public let figure: Figure
  /// The part of the metric that a row is about; `nil` for the whole.
  public let part: Part?
  /// Whether rows of one organisation and period are summed; otherwise a second row is a problem.
  public let sumsRows: Bool
  /// Whether complete parts are added up where no row states the whole.
  public var sumsParts: Bool
  /// The rows that it reads, in a file that has rows about other things too; empty for all rows.
  public var rows: Rows = [:]
  /// The column with the names of organisations, where another has their codes.
  public var nameColumn: String?
  /// The factor that every figure is multiplied by: 1,000 for thousands, 100 for a percentage written as a fraction.
  public var scale = 1
  /// Whether dates are written month first; `nil` where the dates themselves must show it.
  public var isMonthFirst: Bool?
  /// The unit of amounts of money; `nil` where a column or the file states it.
  public var moneyUnit: Money.Unit?
  /// The area of a workbook or sheet that it reads.
  public var area = LocalArea()

  /// A layout that a system has made for itself.
  public init(
    name: String, metric: MetricID, organisations: Organisations, codes: [String: OrganisationCode] = [:],
    ignored: [String] = [],
    period: LocalPeriods, cadence: Metric.Cadence? = nil, figure: Figure, part: Part? = nil, sumsRows: Bool = false,
    sumsParts: Bool = false
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
    self.sumsParts = sumsParts
  }
}

/// Where an organisation's own file states the period of each row.
public enum LocalPeriods: Hashable, Sendable, ExpressibleByStringLiteral {
  /// Where a pattern is looked for.
  public enum Place: String, CaseIterable, Sendable {
    /// In the name of the file, or of the sheet.
    case name
    /// Above the header.
    case header
  }

  /// In a column: any form that sitrep's own layouts accept, or a British date.
  case column(String)
  /// A year in one column, `2019` or `2019/20`, and its month in another, `4` or `April`.
  case yearAndMonth(year: String, month: String)
  /// Once for all rows: where `{period}` is in the pattern; `*` matches any text.
  case pattern(String, in: Place)
  /// Across the top: every column whose name is a period has the figures of that period.
  case across
  /// Not in the file: the layout states it.
  case always(Period)

  /// A column by its name.
  public init(stringLiteral column: String) { self = .column(column) }
}

/// The area of a file that a layout reads.
public struct LocalArea: Hashable, Sendable {
  /// The sheet of a workbook, in any case; `nil` for every sheet.
  public var sheet: String?
  /// The line of the header, counted from 1; `nil` where it must be found.
  public var headerLine: Int?
  /// The columns, counted from 0; `nil` for all.
  public var columns: ClosedRange<Int>?
  /// The last row; `nil` for all.
  public var lastLine: Int?

  /// The whole file.
  public init() {}

  /// A range of cells as workbooks write it, with the header in its first row: `B4:H30`, or `B4:H` for all rows; `nil`
  /// for any other text.
  public init?(range text: String) {
    let ends = text.split(separator: ":", omittingEmptySubsequences: false).map(LocalArea.cell)
    guard ends.count == 2, let first = ends[0], let last = ends[1], let line = first.line, first.column <= last.column
    else { return nil }
    if let lastLine = last.line, lastLine <= line { return nil }
    (headerLine, lastLine, columns) = (line, last.line, first.column...last.column)
  }

  /// A cell such as `B4`, or a column such as `B`.
  private static func cell(_ text: Substring) -> (column: Int, line: Int?)? {
    var column = 0
    let letters = text.uppercased().utf8.prefix { (0x41...0x5A).contains($0) }
    guard (1...3).contains(letters.count) else { return nil }
    for letter in letters { column = column * 26 + Int(letter) - 0x40 }
    let digits = text.dropFirst(letters.count)
    if digits.isEmpty { return (column - 1, nil) }
    guard let line = Int(digits), line > 0, digits.utf8.count <= 7 else { return nil }
    return (column - 1, line)
  }
}

/// The columns of amounts of money in an organisation's own file.
public struct LocalMoney: Hashable, Sendable {
  /// What the amounts of a row are.
  public enum Kind: String, CaseIterable, Sendable {
    /// The position of an organisation: control total, plan, actual, forecast.
    case position
    /// A step from one amount to another.
    case bridge
    /// A savings scheme.
    case savings
    /// A line of a plan for a year.
    case plan
  }

  /// What a column of amounts, or a column that belongs to them, contains.
  public enum Column: String, CaseIterable, Sendable {
    case unit, basis, controlTotal = "control-total", plan, actual, forecast
    case supportPlan = "stf-plan", supportActual = "stf-actual"
    case order, kind, step, amount
    case scheme, recurrent, delivered
    case scenario, line
  }

  /// What the amounts are.
  public let kind: Kind
  /// The columns by what they contain.
  public var columns: [Column: String]
  /// The basis of every position, where no column states it.
  public var basis: FinancePosition.Basis?
  /// The scenario of every line, where no column states it.
  public var scenario: String?

  /// Amounts in these columns.
  public init(
    _ kind: Kind, columns: [Column: String], basis: FinancePosition.Basis? = nil, scenario: String? = nil
  ) {
    self.kind = kind
    self.columns = columns
    self.basis = basis
    self.scenario = scenario
  }
}

extension LocalMoney.Kind {
  /// The metric that the records belong to.
  public var metric: MetricID {
    switch self {
    case .position: .controlTotal
    case .bridge: .bridge
    case .savings: .savings
    case .plan: .plan
    }
  }

  /// The columns a row may have.
  public var columns: [LocalMoney.Column] {
    switch self {
    case .position: [.controlTotal, .plan, .actual, .forecast, .supportPlan, .supportActual, .basis]
    case .bridge: [.step, .amount, .kind, .order]
    case .savings: [.scheme, .plan, .delivered, .forecast, .recurrent]
    case .plan: [.line, .amount, .scenario]
    }
  }

  /// The columns that a row must have; a position and a scheme need at least one amount as well.
  public var needed: [LocalMoney.Column] {
    switch self {
    case .position: []
    case .bridge: [.step, .amount, .kind]
    case .savings: [.scheme]
    case .plan: [.line, .amount]
    }
  }
}
