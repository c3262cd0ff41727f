import Metrics

/// The text in the top border of a panel: its subject and its period, which is shortened where the subject is too long.
struct PanelHeading {
  let title: String
  let period: String

  /// - Parameters:
  ///   - note: the period in full, or a text in its place.
  ///   - columns: the cells of the panel, border included.
  ///   - shown: the page's period: one of the same year is written without its year before the subject is cut.
  init(_ metric: Metric, _ note: String, _ period: Period?, columns: Int, beside shown: Period? = nil) {
    // The corners, the blanks beside the words, and some border between them.
    let room = columns - 8
    let short = period.map(\.briefTitle) ?? note
    let choices = [
      (metric.title, note), (metric.shortTitle, note), (metric.title, short), (metric.shortTitle, short),
    ]
    if let fitting = choices.first(where: { $0.0.count + $0.1.count <= room }) {
      (title, self.period) = fitting
      return
    }
    let least = period.flatMap { Self.withoutYear($0, beside: shown) } ?? short
    let left = room - least.count
    guard left >= 4, !least.isEmpty else {
      (title, self.period) = (metric.shortTitle, "")
      return
    }
    (title, self.period) = (cutAsDrawn(metric.shortTitle, to: left), least)
  }

  /// `Jun`, of a month in the year of another period; `nil` for any other period.
  private static func withoutYear(_ period: Period, beside shown: Period?) -> String? {
    guard case .month(let month) = period else { return nil }
    switch shown {
    case .month(let other) where other.year == month.year: return month.shortName
    case .day(let day) where day.civil.year == month.year: return month.shortName
    default: return nil
    }
  }
}
