/// The money of one file, row by row.
public struct FinanceRecords: Hashable, Sendable {
  /// The positions: one for each organisation and month.
  public var positions: [FinancePosition]
  /// Steps of bridges, in the order of the file.
  public var bridgeSteps: [BridgeStep]
  /// Savings schemes.
  public var schemes: [SavingsScheme]
  /// Figures of plans.
  public var planLines: [PlanLine]

  /// The money of a file; everything is empty by default.
  public init(
    positions: [FinancePosition] = [], bridgeSteps: [BridgeStep] = [], schemes: [SavingsScheme] = [],
    planLines: [PlanLine] = []
  ) {
    self.positions = positions
    self.bridgeSteps = bridgeSteps
    self.schemes = schemes
    self.planLines = planLines
  }

  /// Whether the file has no money at all.
  public var isEmpty: Bool {
    positions.isEmpty && bridgeSteps.isEmpty && schemes.isEmpty && planLines.isEmpty
  }
}

/// The position of one organisation at the end of one month. Each amount is `nil` where the file leaves it empty.
public struct FinancePosition: Hashable, Sendable {
  /// Whether sustainability funding (STF, later PSF) is included in the amounts. Only amounts on the same basis are
  /// compared.
  public enum Basis: String, Sendable {
    case includingSTF = "including STF"
    case excludingSTF = "excluding STF"
    /// The row does not say, or the organisation receives no such funding.
    case unstated = ""
  }

  /// The organisation that the position belongs to.
  public let organisation: OrganisationCode
  /// The month at the end of which it applies.
  public let month: Month
  /// The basis of the amounts.
  public let basis: Basis
  /// The amount that the organisation agreed to end the year with.
  public let controlTotal: Money?
  /// The amount that it planned to have reached by the end of the month.
  public let planToDate: Money?
  /// The amount that it has reached.
  public let actualToDate: Money?
  /// The amount that it expects to end the year with.
  public let forecast: Money?
  /// Sustainability funding planned and earned, to date.
  public let stfPlan: Money?, stfActual: Money?
  /// The place in the file.
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

/// One row of a bridge: an amount on the way from its opening to its closing. A favourable amount is positive.
public struct BridgeStep: Hashable, Sendable {
  /// What the row is.
  public enum Kind: String, Sendable, CaseIterable {
    case opening, step, subtotal, closing
  }

  /// The organisation that the bridge belongs to.
  public let organisation: OrganisationCode
  /// The period that the bridge covers.
  public let period: Period
  /// The position of the step in the bridge.
  public let order: Int
  /// Whether it is an opening, a step, a subtotal or a closing.
  public let kind: Kind
  /// The name of the step.
  public let title: String
  /// The amount; a favourable one is positive.
  public let amount: Money
  /// The place in the file.
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
  /// The organisation that runs the scheme.
  public let organisation: OrganisationCode
  /// The period that the amounts cover.
  public let period: Period
  /// The name of the scheme.
  public let title: String
  /// Whether the saving recurs every year; `nil` where the file does not say.
  public let isRecurrent: Bool?
  /// The saving planned, delivered and forecast.
  public let plan: Money?, delivered: Money?, forecast: Money?
  /// The place in the file.
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

/// One figure of a plan: one line of one scenario of one year.
public struct PlanLine: Hashable, Sendable {
  /// What identifies a plan line, in any file and in any case.
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

  /// The organisation that the plan belongs to.
  public let organisation: OrganisationCode
  /// The NHS year that is planned.
  public let year: NHSYear
  /// The scenario: `plan`, `actual`, `do nothing`, `solutions`, `do something`.
  public let scenario: String
  /// The line: `Income`, `Expenditure`, `Position`.
  public let line: String
  /// The amount; a cost is negative.
  public let amount: Money
  /// The place in the file.
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
