/// Where a body stands with its money at the end of a month: its own row, or a sum over bodies.
public struct LedgerPosition: Hashable, Sendable {
  /// What the year is to end with.
  public let controlTotal: Money?
  /// Plan to date.
  public let planToDate: Money?
  /// Actual to date.
  public let actualToDate: Money?
  /// What the year is expected to end with.
  public let forecast: Money?
  /// Whether sustainability funding is in the year's outcome; `nil` where bodies differ.
  public let basis: FinancePosition.Basis?
  /// Whether sustainability funding is in the position to date; `nil` where bodies differ.
  public let toDateBasis: FinancePosition.Basis?
  /// Sustainability funding to date; `nil` where nobody states any.
  public let sustainability: SustainabilityFunding?
  /// How many bodies have a position, and how many should.
  public let returned: Int, expected: Int
  /// The row the year's outcome stands in, or the bodies it is summed over.
  public let origin: Origin
  /// The row the position to date stands in, or the bodies it is summed over.
  public let toDateOrigin: Origin
  /// What the body states beside the sum of its parts; `nil` where it states nothing.
  public let stated: FinancePosition?
  /// Why the variance of the year's outcome cannot be given; empty where it can.
  public let note: String
  /// Why the variance of the position to date cannot be given; empty where it can.
  public let toDateNote: String

  init(_ body: OrganisationPosition) {
    controlTotal = body.amount(.controlTotal)?.money
    planToDate = body.amount(.planToDate)?.money
    actualToDate = body.amount(.actualToDate)?.money
    forecast = body.amount(.forecast)?.money
    basis = body.outturn.basis
    toDateBasis = body.toDate.basis
    sustainability = SustainabilityFunding(body)
    returned = 1
    expected = 1
    let isYearEnd = body.outturn.row(of: .forecast).row.month.numberInNHSYear == 12
    let outcome: PositionAmount = isYearEnd && actualToDate != nil ? .actualToDate : .forecast
    origin = LedgerPosition.origin(body.outturn.row(of: body.outturn[outcome] == nil ? .controlTotal : outcome))
    toDateOrigin = LedgerPosition.origin(
      body.toDate.row(of: actualToDate == nil ? .planToDate : .actualToDate))
    stated = nil
    note = LedgerPosition.reason(body, .controlTotal, outcome, basis: body.outturn.basis)
    toDateNote = LedgerPosition.reason(body, .planToDate, .actualToDate, basis: body.toDate.basis)
  }

  private static func origin(_ filed: Filed<FinancePosition>) -> Origin {
    .published(contribution: Int32(filed.contribution), rows: filed.row.rows)
  }

  /// That what is wanted stands on another basis than what there is.
  private static func reason(
    _ body: OrganisationPosition, _ wanted: PositionAmount, _ amount: PositionAmount, basis: FinancePosition.Basis
  ) -> String {
    guard let target = body.amount(wanted), target.basis != basis, body.amount(amount) != nil else { return "" }
    return
      "\(wanted.title) \(target.money.bracketed) is \(target.basis.words), \(amount.title) \(basis.words): no variance"
  }

  init(sumOf parts: [LedgerPosition], expected: Int, stated: FinancePosition?) {
    // A body without an amount leaves the sum unknown.
    func sum(_ amount: KeyPath<LedgerPosition, Money?>) -> Money? {
      Money.total(parts.lazy.map { $0[keyPath: amount] })
    }
    func basis(_ path: KeyPath<LedgerPosition, FinancePosition.Basis?>) -> FinancePosition.Basis? {
      let bases = Set(parts.compactMap { $0[keyPath: path] }).subtracting([.unstated])
      return bases.count > 1 || parts.contains { $0[keyPath: path] == nil } ? nil : bases.first ?? .unstated
    }
    func note(_ basis: FinancePosition.Basis?, _ path: KeyPath<LedgerPosition, String>) -> String {
      if basis == nil { return "bodies differ in basis (including and excluding STF): no variance" }
      // What one body cannot be held against, the sum cannot be held against either.
      guard let reason = parts.lazy.map({ $0[keyPath: path] }).first(where: { !$0.isEmpty }) else { return "" }
      return parts.count == 1 ? reason : "not every body's amounts are on one basis: no variance"
    }
    controlTotal = sum(\.controlTotal)
    planToDate = sum(\.planToDate)
    actualToDate = sum(\.actualToDate)
    forecast = sum(\.forecast)
    self.basis = basis(\.basis)
    toDateBasis = basis(\.toDateBasis)
    sustainability = SustainabilityFunding(sumOf: parts.compactMap(\.sustainability))
    returned = parts.reduce(0) { $0 + $1.returned }
    self.expected = max(expected, returned)
    origin = .rolledUp(returned: Int16(clamping: returned), expected: Int16(clamping: self.expected))
    toDateOrigin = origin
    self.stated = stated
    self.note = note(self.basis, \.note)
    toDateNote = note(toDateBasis, \.toDateNote)
  }

  /// Whether what the year is to end with and what has been reached stand on one basis, so that one can be taken from the
  /// other.
  public var comparesToDate: Bool { note.isEmpty && toDateNote.isEmpty && basis == toDateBasis }

  /// The year's outcome: the forecast, or in month 12 the actual.
  public func outturn(in month: Month) -> Money? {
    month.numberInNHSYear == 12 ? actualToDate ?? forecast : forecast
  }

  /// The year's outcome as the body states it beside the sum of its parts; `nil` where it states none.
  public func statedOutturn(in month: Month) -> Money? {
    month.numberInNHSYear == 12 ? stated?.actualToDate ?? stated?.forecast : stated?.forecast
  }

  /// What is stated less what the parts come to; `nil` where either is unknown, and where they agree as far as they were
  /// published.
  public static func unexplained(_ stated: Money?, sum: Money?) -> Money? {
    guard let stated, let sum, !Money.agrees(stated, sum) else { return nil }
    return stated - sum
  }
}
