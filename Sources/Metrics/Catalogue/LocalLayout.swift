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
    /// In one column; under a period each where the periods are columns, whose name is then empty.
    case value(String)
    /// In two, for a share: those within the standard, and all. For seconds: their sum, and how many.
    case counts(numerator: String, denominator: String)
    /// In two, for a share: those beyond the standard, and all.
    case breaches(String, denominator: String)
    /// In two rows of one column, for a share: the rows of the numerator, and those of the denominator.
    case rows(value: String, numerator: Rows, denominator: Rows, areBreaches: Bool)
    /// Amounts of money, several to a row.
    case money(LocalMoney)

    /// The column of a value that stands alone in its row; `nil` for other figures.
    public var valueColumn: String? {
      switch self {
      case .value(let column), .rows(let column, _, _, _): column
      case .counts, .breaches, .money: nil
      }
    }
  }

  /// The rows that have one of these texts, in upper or lower case, in every one of these columns.
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
  /// What its figures measure.
  public let metric: MetricID
  /// Whose they are.
  public let organisations: Organisations
  /// The codes of names that the file uses.
  public let codes: [String: OrganisationCode]
  /// Texts of the organisation column whose rows are left out, such as `Total`.
  public let ignored: [String]
  /// Where the periods are.
  public let period: LocalPeriods
  /// How long the periods are that a date stands for; `nil` where a date is that day.
  public let cadence: Metric.Cadence?
  /// Where the figures are.
  public let figure: Figure
  /// Which part of the metric a row is about; `nil` for the whole.
  public let part: Part?
  /// Whether rows of one organisation and period are summed; else a second one is a problem.
  public let sumsRows: Bool
  /// Whether parts that are complete are added up where no row has the whole.
  public var sumsParts: Bool
  /// The rows it reads, of those that are about other things too; empty for all rows.
  public var rows: Rows = [:]
  /// The column with the names of organisations, beside their codes.
  public var nameColumn: String?
  /// What every figure is multiplied with: 1,000 for thousands, 100 for a percentage written as a fraction.
  public var scale = 1
  /// Whether dates have the month first; `nil` where the dates themselves have to show it.
  public var isMonthFirst: Bool?
  /// The unit of amounts of money; `nil` where a column says it, or the file.
  public var moneyUnit: Money.Unit?
  /// The part of a workbook or sheet that it reads.
  public var area = LocalArea()

  /// A layout of a system's own.
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

/// Where the rows of a system's own file say which period they are about.
public enum LocalPeriods: Hashable, Sendable, ExpressibleByStringLiteral {
  /// Where a pattern is looked for.
  public enum Place: String, CaseIterable, Sendable {
    /// In the name of the file, or of the sheet.
    case name
    /// Above the header.
    case header
  }

  /// In a column: any spelling of the own layouts, and British dates.
  case column(String)
  /// A year in one column, `2019` or `2019/20`, and its month in another, `4` or `April`.
  case yearAndMonth(year: String, month: String)
  /// In no row: once for all of them, where `{period}` stands in the pattern and `*` for any text.
  case pattern(String, in: Place)
  /// Across the top: every column whose name is a period has the figures of that period.
  case across
  /// In no row and nowhere else: the layout says it.
  case always(Period)

  /// A column by its name.
  public init(stringLiteral column: String) { self = .column(column) }
}

/// The part of a file that a layout reads.
public struct LocalArea: Hashable, Sendable {
  /// The sheet of a workbook, in upper or lower case; `nil` for every sheet.
  public var sheet: String?
  /// The line of the header, counted from 1; `nil` where it is to be found.
  public var headerLine: Int?
  /// The columns, counted from 0; `nil` for all.
  public var columns: ClosedRange<Int>?
  /// The last row; `nil` for all.
  public var lastLine: Int?

  /// The whole file.
  public init() {}

  /// A range of cells as a workbook letters it, its header in the first row: `B4:H30`, or `B4:H` to the end; `nil` when the
  /// text is none.
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

/// Amounts of money in a system's own file: which columns they are in.
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

  /// What a column of amounts, or a column beside them, is.
  public enum Column: String, CaseIterable, Sendable {
    case unit, basis, controlTotal = "control-total", plan, actual, forecast
    case supportPlan = "stf-plan", supportActual = "stf-actual"
    case order, kind, step, amount
    case scheme, recurrent, delivered
    case scenario, line
  }

  /// What the amounts are.
  public let kind: Kind
  /// The columns by what they are.
  public var columns: [Column: String]
  /// The basis of every position, where no column says it.
  public var basis: FinancePosition.Basis?
  /// The scenario of every line, where no column says it.
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
  /// The metric whose records they are.
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

  /// Those it must have; of a position and a scheme one amount at least too.
  public var needed: [LocalMoney.Column] {
    switch self {
    case .position: []
    case .bridge: [.step, .amount, .kind]
    case .savings: [.scheme]
    case .plan: [.line, .amount]
    }
  }
}
