import Metrics

/// Delayed days as the beds that they take up, and their cost.
struct DelayWords {
  private let beds: Ratio
  private let cost: Money?

  /// `nil` for other metrics, and where the figure is not known.
  init?(_ figure: Figure, _ board: Board) {
    guard figure.gapMeaning == .bedDays, let days = figure.value, let length = figure.origin.days(of: figure.period)
    else { return nil }
    beds = days / Ratio(length)
    cost = board.healthSystem.costOfBedDay.map {
      Money(pounds: (days * Ratio($0)).rounded(places: 0), precision: 1000)
    }
  }

  /// `9.5 beds, £43k`; the pounds are shown where the system has stated the cost of a bed-day.
  var short: String {
    let text = "\(beds.text(places: 1)) beds"
    return cost.map { "\(text), \($0.text)" } ?? text
  }
}
