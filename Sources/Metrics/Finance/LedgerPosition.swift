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
  /// Whether sustainability funding is in it; `nil` where bodies differ.
  public let basis: FinancePosition.Basis?
  /// How many bodies have a position, and how many should.
  public let returned: Int, expected: Int
  /// The row it stands in, or the bodies it is summed over.
  public let origin: Origin
  /// What the body states beside the sum of its parts; `nil` where it states nothing.
  public let stated: FinancePosition?
  /// Why a variance cannot be given; empty where it can.
  public let note: String

  init(_ filed: Filed<FinancePosition>) {
    let row = filed.row
    controlTotal = row.controlTotal
    planToDate = row.planToDate
    actualToDate = row.actualToDate
    forecast = row.forecast
    basis = row.basis
    returned = 1
    expected = 1
    origin = .published(contribution: Int32(filed.contribution), rows: row.rows)
    stated = nil
    note = ""
  }

  init(sumOf parts: [LedgerPosition], expected: Int, stated: FinancePosition?) {
    // A body without an amount leaves the sum unknown: missing is never zero.
    func sum(_ amount: (LedgerPosition) -> Money?) -> Money? {
      var total: Money?
      for part in parts {
        guard let known = amount(part) else { return nil }
        total = total.map { $0 + known } ?? known
      }
      return total
    }
    let bases = Set(parts.compactMap(\.basis)).subtracting([.unstated])
    controlTotal = sum(\.controlTotal)
    planToDate = sum(\.planToDate)
    actualToDate = sum(\.actualToDate)
    forecast = sum(\.forecast)
    basis = bases.count > 1 || parts.contains { $0.basis == nil } ? nil : bases.first ?? .unstated
    returned = parts.reduce(0) { $0 + $1.returned }
    self.expected = max(expected, returned)
    origin = .rolledUp(returned: Int16(clamping: returned), expected: Int16(clamping: self.expected))
    self.stated = stated
    note = basis == nil ? "bodies differ in basis (including and excluding STF): no variance" : ""
  }

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
