/// One of the amounts of a position.
enum PositionAmount: CaseIterable {
  case controlTotal, planToDate, actualToDate, forecast, stfPlan, stfActual

  /// Its name in a sentence.
  var title: String {
    switch self {
    case .controlTotal: "control total"
    case .planToDate: "plan to date"
    case .actualToDate: "actual to date"
    case .forecast: "forecast outturn"
    case .stfPlan: "STF plan"
    case .stfActual: "STF actual"
    }
  }

  /// The amount in a row; `nil` where the row leaves it empty.
  func amount(in row: FinancePosition) -> Money? {
    switch self {
    case .controlTotal: row.controlTotal
    case .planToDate: row.planToDate
    case .actualToDate: row.actualToDate
    case .forecast: row.forecast
    case .stfPlan: row.stfPlan
    case .stfActual: row.stfActual
    }
  }
}

/// What files state for an organisation at the end of a month on one basis: each amount from the row that is used for
/// it.
struct StatedPosition: Sendable {
  /// Whether sustainability funding is included in the amounts.
  let basis: FinancePosition.Basis
  /// The row of each amount; none for an amount that every row leaves empty. `nil` where there is one row alone.
  private let rows: [PositionAmount: Filed<FinancePosition>]?
  /// The row that is used for an amount that no row has.
  private let first: Filed<FinancePosition>

  init(first: Filed<FinancePosition>, rows: [PositionAmount: Filed<FinancePosition>]? = nil) {
    basis = first.row.basis
    self.first = first
    self.rows = rows
  }

  /// An amount; `nil` where no row has it.
  subscript(amount: PositionAmount) -> Money? {
    guard let rows else { return amount.amount(in: first.row) }
    return rows[amount].flatMap { amount.amount(in: $0.row) }
  }

  /// The row of an amount.
  func row(of amount: PositionAmount) -> Filed<FinancePosition> { rows?[amount] ?? first }

  /// What the files state, combined from several rows.
  var position: FinancePosition {
    FinancePosition(
      organisation: first.row.organisation, month: first.row.month, basis: basis, controlTotal: self[.controlTotal],
      planToDate: self[.planToDate], actualToDate: self[.actualToDate], forecast: self[.forecast],
      stfPlan: self[.stfPlan], stfActual: self[.stfActual], rows: first.row.rows, document: first.row.document)
  }
}

/// What files state for an organisation at the end of a month: the bases on which its outturn and its position to date
/// are shown, and the other bases.
struct OrganisationPosition: Sendable {
  /// The basis on which the year's outcome is shown.
  let outturn: StatedPosition
  /// The basis on which the position to date is shown.
  let toDate: StatedPosition
  /// Every basis that files state.
  let all: [StatedPosition]

  /// Of several bases that have an outcome, the one with the row that has precedence is shown; likewise for the
  /// position to date. Within one file, it is the one with sustainability funding, because control totals are set with
  /// it.
  init?(_ all: [StatedPosition], in month: Month, beats: (Int, Int) -> Bool) {
    if all.count == 1, let only = all.first {
      (outturn, toDate, self.all) = (only, only, all)
      return
    }
    func first(_ amounts: [PositionAmount]) -> StatedPosition? {
      for amount in amounts {
        let having = all.filter { $0[amount] != nil }
        guard var best = having.first else { continue }
        for other in having.dropFirst() {
          let (mine, theirs) = (best.row(of: amount).contribution, other.row(of: amount).contribution)
          if mine == theirs ? other.basis.rank < best.basis.rank : beats(theirs, mine) { best = other }
        }
        return best
      }
      return all.min { $0.basis.rank < $1.basis.rank }
    }
    let outcome: [PositionAmount] = month.numberInNHSYear == 12 ? [.actualToDate, .forecast] : [.forecast]
    guard let outturn = first(outcome + [.controlTotal]), let toDate = first([.actualToDate, .planToDate]) else {
      return nil
    }
    self.outturn = outturn
    self.toDate = toDate
    self.all = all
  }

  /// An amount on the basis that is shown, otherwise on another.
  func amount(_ amount: PositionAmount) -> (money: Money, basis: FinancePosition.Basis)? {
    let shown = amount == .controlTotal || amount == .forecast ? outturn : toDate
    if let money = shown[amount] { return (money, shown.basis) }
    for stated in all {
      if let money = stated[amount] { return (money, stated.basis) }
    }
    return nil
  }

  /// The row of an amount that is shown.
  func row(of amount: PositionAmount) -> Filed<FinancePosition> {
    let shown = amount == .controlTotal || amount == .forecast ? outturn : toDate
    if shown[amount] != nil { return shown.row(of: amount) }
    return all.first { $0[amount] != nil }?.row(of: amount) ?? shown.row(of: amount)
  }

  /// The amounts on a basis other than the one on which they are shown.
  var beside: [(stated: StatedPosition, amounts: [PositionAmount])] {
    // Where there is one basis, everything is shown on it.
    if all.count == 1 { return [] }
    return all.compactMap { stated in
      let left = PositionAmount.allCases.filter { stated[$0] != nil && amount($0)?.basis != stated.basis }
      return left.isEmpty ? nil : (stated, left)
    }
  }
}

extension FinancePosition.Basis {
  /// Figures that include sustainability funding come first, because control totals are set with it.
  fileprivate var rank: Int { self == .includingSTF ? 0 : self == .unstated ? 1 : 2 }

  /// Its name in a sentence.
  var words: String { self == .unstated ? "on no stated basis" : rawValue }
}
