/// The money one file holds, row by row.
public struct FinanceRecords: Hashable, Sendable {
  /// One organisation, one month.
  public var positions: [FinancePosition]
  /// Steps of bridges, in the order of the file.
  public var bridgeSteps: [BridgeStep]
  /// Savings schemes.
  public var schemes: [SavingsScheme]
  /// Figures of plans.
  public var planLines: [PlanLine]

  /// Empty unless given.
  public init(
    positions: [FinancePosition] = [], bridgeSteps: [BridgeStep] = [], schemes: [SavingsScheme] = [],
    planLines: [PlanLine] = []
  ) {
    self.positions = positions
    self.bridgeSteps = bridgeSteps
    self.schemes = schemes
    self.planLines = planLines
  }

  /// Whether the file holds no money at all.
  public var isEmpty: Bool {
    positions.isEmpty && bridgeSteps.isEmpty && schemes.isEmpty && planLines.isEmpty
  }
}

/// The position of one organisation at the end of one month. Each amount is `nil` where the file leaves it empty.
public struct FinancePosition: Hashable, Sendable {
  /// Whether sustainability funding (STF, later PSF) is in the amounts. Only amounts on one basis are compared.
  public enum Basis: String, Sendable {
    case includingSTF = "including STF"
    case excludingSTF = "excluding STF"
    /// The row does not say; an organisation that receives none.
    case unstated = ""
  }

  /// Whose position.
  public let organisation: OrganisationCode
  /// At the end of which month.
  public let month: Month
  /// On which basis.
  public let basis: Basis
  /// What the organisation agreed to end the year with.
  public let controlTotal: Money?
  /// What it planned to have reached by now.
  public let planToDate: Money?
  /// What it has reached.
  public let actualToDate: Money?
  /// What it expects to end the year with.
  public let forecast: Money?
  /// Sustainability funding planned and earned to date.
  public let stfPlan: Money?, stfActual: Money?
  /// Where it stands.
  public let rows: RowSpan
  /// The document it comes from, as the file says.
  public let document: String

  /// One row of a finance position file.
  public init(
    organisation: OrganisationCode, month: Month, basis: Basis = .unstated, controlTotal: Money? = nil,
    planToDate: Money? = nil, actualToDate: Money? = nil, forecast: Money? = nil, stfPlan: Money? = nil,
    stfActual: Money? = nil, rows: RowSpan, document: String = ""
  ) {
    self.organisation = organisation
    self.month = month
    self.basis = basis
    self.controlTotal = controlTotal
    self.planToDate = planToDate
    self.actualToDate = actualToDate
    self.forecast = forecast
    self.stfPlan = stfPlan
    self.stfActual = stfActual
    self.rows = rows
    self.document = document
  }
}

/// One row of a bridge: an amount on the way from its opening to its closing. Favourable is positive.
public struct BridgeStep: Hashable, Sendable {
  /// What the row is.
  public enum Kind: String, Sendable, CaseIterable {
    case opening, step, subtotal, closing
  }

  /// Whose bridge.
  public let organisation: OrganisationCode
  /// Of which period.
  public let period: Period
  /// Its place in the bridge.
  public let order: Int
  /// What the row is.
  public let kind: Kind
  /// What it is called.
  public let title: String
  /// How much; favourable is positive.
  public let amount: Money
  /// Where it stands.
  public let rows: RowSpan
  /// The document it comes from, as the file says.
  public let document: String

  /// One row of a bridge file.
  public init(
    organisation: OrganisationCode, period: Period, order: Int, kind: Kind, title: String, amount: Money,
    rows: RowSpan, document: String = ""
  ) {
    self.organisation = organisation
    self.period = period
    self.order = order
    self.kind = kind
    self.title = title
    self.amount = amount
    self.rows = rows
    self.document = document
  }
}

/// A savings scheme of one organisation. Each amount is `nil` where the file leaves it empty.
public struct SavingsScheme: Hashable, Sendable {
  /// Whose scheme.
  public let organisation: OrganisationCode
  /// Of which period.
  public let period: Period
  /// What it is called.
  public let title: String
  /// Whether it comes back every year; `nil` where the file does not say.
  public let isRecurrent: Bool?
  /// What it should save, has saved, and is expected to save.
  public let plan: Money?, delivered: Money?, forecast: Money?
  /// Where it stands.
  public let rows: RowSpan
  /// The document it comes from, as the file says.
  public let document: String

  /// One row of a savings file.
  public init(
    organisation: OrganisationCode, period: Period, title: String, isRecurrent: Bool? = nil, plan: Money? = nil,
    delivered: Money? = nil, forecast: Money? = nil, rows: RowSpan, document: String = ""
  ) {
    self.organisation = organisation
    self.period = period
    self.title = title
    self.isRecurrent = isRecurrent
    self.plan = plan
    self.delivered = delivered
    self.forecast = forecast
    self.rows = rows
    self.document = document
  }
}

/// A figure of a plan: one line of one scenario of one year.
public struct PlanLine: Hashable, Sendable {
  /// What a line is known by, whichever file it stands in and in whichever case.
  struct Key: Hashable {
    let organisation: OrganisationCode
    let year: NHSYear
    let scenario: String
    let line: String

    init(_ organisation: OrganisationCode, _ year: NHSYear, _ scenario: String, _ line: String) {
      self.organisation = organisation
      self.year = year
      self.scenario = scenario.lowercased()
      self.line = line.lowercased()
    }

    init(_ row: PlanLine) { self.init(row.organisation, row.year, row.scenario, row.line) }
  }

  /// Whose plan.
  public let organisation: OrganisationCode
  /// For which year.
  public let year: NHSYear
  /// `plan`, `actual`, `do nothing`, `solutions`, `do something`.
  public let scenario: String
  /// `Income`, `Expenditure`, `Position`.
  public let line: String
  /// How much; a cost is negative.
  public let amount: Money
  /// Where it stands.
  public let rows: RowSpan
  /// The document it comes from, as the file says.
  public let document: String

  /// One row of a plan file.
  public init(
    organisation: OrganisationCode, year: NHSYear, scenario: String, line: String, amount: Money, rows: RowSpan,
    document: String = ""
  ) {
    self.organisation = organisation
    self.year = year
    self.scenario = scenario
    self.line = line
    self.amount = amount
    self.rows = rows
    self.document = document
  }
}
