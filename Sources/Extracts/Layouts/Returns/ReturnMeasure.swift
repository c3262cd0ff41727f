import Metrics

/// What a column or row of today's returns counts: discharges, beds, handovers, cancelled operations, virtual wards.
enum ReturnMeasure: Hashable {
  case noCriteria, discharged, remaining, additionalDays
  case readyDischarged, readySameDay, readyDelayed, readyByDelay, readyDays
  case bedsOpen, bedsOccupied, stays7, stays14, stays21, criticalOpen, criticalOccupied
  case handovers, over15, over30, over45, over60, handoverSeconds
  case lastMinute, notWithin28Days
  case wardCapacity, wardPatients
  case overnightAvailable, overnightOccupied

  /// Whether it is a mean of days, which has decimals.
  var isMean: Bool {
    switch self {
    case .bedsOpen, .bedsOccupied, .stays7, .stays14, .stays21, .criticalOpen, .criticalOccupied, .overnightAvailable,
      .overnightOccupied:
      true
    default: false
    }
  }
}

/// A measure, whole or of one part.
struct ReturnCell: Hashable {
  let measure: ReturnMeasure
  var part: BreakdownItem?

  init(_ measure: ReturnMeasure, _ breakdown: String? = nil, _ item: String = "") {
    self.measure = measure
    part = breakdown.map { BreakdownItem($0, item) }
  }
}

/// What one organisation returned for one period, in the order of the file. There are a few dozen measures at most.
struct ReturnCells {
  private(set) var list: [(cell: ReturnCell, amount: Amount)] = []

  /// The amount returned for a measure; `nil` where there is none.
  subscript(_ cell: ReturnCell) -> Amount? { list.first { $0.cell == cell }?.amount }

  /// Adds an amount to those of the same measure; an amount that was not returned leaves the other as it is.
  mutating func add(_ amount: Amount, _ cell: ReturnCell) {
    guard let place = list.firstIndex(where: { $0.cell == cell }) else {
      list.append((cell, amount))
      return
    }
    list[place].amount = list[place].amount + amount
  }
}
