import Metrics

/// The text in the top border of a panel: its subject and its period, which is shortened where the subject is too long.
struct PanelHeading {
  let title: String
  let period: String

  /// - Parameters:
  ///   - note: the period in full, or a text in its place.
  ///   - columns: the cells of the panel, border included.
  init(_ metric: Metric, _ note: String, _ period: Period?, columns: Int) {
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
    let left = room - short.count
    guard left >= 4, !short.isEmpty else {
      (title, self.period) = (metric.shortTitle, "")
      return
    }
    (title, self.period) = (String(metric.shortTitle.prefix(left - 1)) + "…", short)
  }
}
