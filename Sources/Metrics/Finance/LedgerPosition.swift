/// The financial position of an organisation at the end of a month: its own row, or the sum over organisations.
public struct LedgerPosition: Hashable, Sendable {
  /// The amount to end the year with, as agreed.
  public let controlTotal: Money?
  /// Plan to date.
  public let planToDate: Money?
  /// Actual to date.
  public let actualToDate: Money?
  /// The amount that the year is expected to end with.
  public let forecast: Money?
  /// Whether sustainability funding is included in the year's outcome; `nil` where organisations differ.
  public let basis: FinancePosition.Basis?
  /// Whether sustainability funding is included in the position to date; `nil` where organisations differ.
  public let toDateBasis: FinancePosition.Basis?
  /// Sustainability funding to date; `nil` where no organisation states any.
  public let sustainability: SustainabilityFunding?
  /// How many organisations have a position, and how many should.
  public let returned: Int, expected: Int
  /// The row with the year's outcome, or the organisations that it is summed over.
  public let origin: Origin
  /// The row with the position to date, or the organisations that it is summed over.
  public let toDateOrigin: Origin
  /// What the organisation states itself, beside the sum of its parts; `nil` where it states nothing.
  public let stated: FinancePosition?
  /// Why there is no variance for the year's outcome; empty where there is one.
  public let note: String
  /// Why there is no variance for the position to date; empty where there is one.
  public let toDateNote: String

  init(_ organisation: OrganisationPosition) {
    controlTotal = organisation.amount(.controlTotal)?.money
    planToDate = organisation.amount(.planToDate)?.money
    actualToDate = organisation.amount(.actualToDate)?.money
    forecast = organisation.amount(.forecast)?.money
    basis = organisation.outturn.basis
    toDateBasis = organisation.toDate.basis
    sustainability = SustainabilityFunding(organisation)
    returned = 1
    expected = 1
    let isYearEnd = organisation.outturn.row(of: .forecast).row.month.numberInNHSYear == 12
    let outcome: PositionAmount = isYearEnd && actualToDate != nil ? .actualToDate : .forecast
    origin = LedgerPosition.origin(
      organisation.outturn.row(of: organisation.outturn[outcome] == nil ? .controlTotal : outcome))
    toDateOrigin = LedgerPosition.origin(
      organisation.toDate.row(of: actualToDate == nil ? .planToDate : .actualToDate))
    stated = nil
    note = LedgerPosition.reason(organisation, .controlTotal, outcome, basis: organisation.outturn.basis)
    toDateNote = LedgerPosition.reason(organisation, .planToDate, .actualToDate, basis: organisation.toDate.basis)
  }

  private static func origin(_ filed: Filed<FinancePosition>) -> Origin {
    .published(contribution: Int32(filed.contribution), rows: filed.row.rows)
  }

  /// The reason: the amount wanted is on a different basis from the amount there is.
  private static func reason(
    _ organisation: OrganisationPosition, _ wanted: PositionAmount, _ amount: PositionAmount,
    basis: FinancePosition.Basis
  ) -> String {
    guard let target = organisation.amount(wanted), target.basis != basis, organisation.amount(amount) != nil else {
      return ""
    }
    return
      "\(wanted.title) \(target.money.bracketed) is \(target.basis.words), \(amount.title) \(basis.words): no variance"
  }

  init(sumOf parts: [LedgerPosition], expected: Int, stated: FinancePosition?) {
    // An organisation without an amount leaves the sum unknown.
    func sum(_ amount: (LedgerPosition) -> Money?) -> Money? { Money.total(parts.map(amount)) }
    func basis(_ basis: (LedgerPosition) -> FinancePosition.Basis?) -> FinancePosition.Basis? {
      let bases = Set(parts.compactMap(basis)).subtracting([.unstated])
      return bases.count > 1 || parts.contains { basis($0) == nil } ? nil : bases.first ?? .unstated
    }
    func note(_ basis: FinancePosition.Basis?, _ note: (LedgerPosition) -> String) -> String {
      if basis == nil { return "organisations differ in basis (including and excluding STF): no variance" }
      // A target that one organisation cannot be compared with cannot be compared with the sum either.
      guard let reason = parts.first(where: { !note($0).isEmpty }).map(note) else { return "" }
      return parts.count == 1 ? reason : "not every organisation's amounts are on one basis: no variance"
    }
    controlTotal = sum { $0.controlTotal }
    planToDate = sum { $0.planToDate }
    actualToDate = sum { $0.actualToDate }
    forecast = sum { $0.forecast }
    self.basis = basis { $0.basis }
    toDateBasis = basis { $0.toDateBasis }
    sustainability = SustainabilityFunding(sumOf: parts.compactMap(\.sustainability))
    returned = parts.reduce(0) { $0 + $1.returned }
    self.expected = max(expected, returned)
    origin = .rolledUp(returned: Int16(clamping: returned), expected: Int16(clamping: self.expected))
    toDateOrigin = origin
    self.stated = stated
    self.note = note(self.basis) { $0.note }
    toDateNote = note(toDateBasis) { $0.toDateNote }
  }

  /// Whether the year's target and the position to date are on the same basis, so that one can be subtracted from the
  /// other.
  public var comparesToDate: Bool { note.isEmpty && toDateNote.isEmpty && basis == toDateBasis }

  /// The year's outcome: the forecast, or in month 12 the actual.
  public func outturn(in month: Month) -> Money? {
    month.numberInNHSYear == 12 ? actualToDate ?? forecast : forecast
  }

  /// The year's outcome that the organisation states itself, beside the sum of its parts; `nil` where it states none.
  public func statedOutturn(in month: Month) -> Money? {
    month.numberInNHSYear == 12 ? stated?.actualToDate ?? stated?.forecast : stated?.forecast
  }

  /// The stated amount less the sum of the parts; `nil` where either is unknown, and where they agree to the precision
  /// at which they were published.
  public static func unreconciled(_ stated: Money?, sum: Money?) -> Money? {
    guard let stated, let sum, !Money.agrees(stated, sum) else { return nil }
    return stated - sum
  }
}
