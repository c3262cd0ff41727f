import Metrics

/// Delayed days as the beds they take up, and what those cost.
struct DelayWords {
  private let beds: Ratio
  private let cost: Money?

  /// `nil` for other metrics, and where nothing is known.
  init?(_ figure: Figure, _ board: Board) {
    guard figure.gapMeaning == .bedDays, let days = figure.value, let length = figure.origin.days(of: figure.period)
    else { return nil }
    beds = days / Ratio(length)
    cost = board.healthSystem.costOfBedDay.map {
      Money(pounds: (days * Ratio($0)).rounded(places: 0), precision: 1000)
    }
  }

  /// `9.5 beds, £43k`, the pounds where the system has said what a bed-day costs.
  var short: String {
    let text = "\(beds.text(places: 1)) beds"
    return cost.map { "\(text), \($0.text)" } ?? text
  }
}
