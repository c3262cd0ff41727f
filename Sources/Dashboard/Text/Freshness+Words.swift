import Metrics
import Screen

extension Freshness {
  /// The words in a panel's border, against the metric's own frequency: `monthly + 6 weeks · to Oct 2016 · next due 8
  /// Dec · current`.
  var words: String { sentences[0] }

  /// The fullest words that fit in `room` cells: whether it is current matters most, then when the next is due, then
  /// the frequency.
  func words(room: Int) -> String { sentences.first { $0.count <= room } ?? word }

  /// The same words, styled by the state, which is what should stand out.
  func styled(room: Int) -> StyledText {
    let words = words(room: room)
    var text = StyledText(String(words.dropLast(word.count)), .faint)
    text.append(String(words.suffix(word.count)), role)
    return text
  }

  private var sentences: [String] {
    guard let latest, latest != .undated else { return [word] }
    guard let nextDue else {
      return ["\(rhythm) · to \(latest.title) · \(word)", "to \(latest.title) · \(word)", word]
    }
    let due = "due \(Freshness.dayMonth(nextDue))"
    let isPast = if case .late = state { true } else { false }
    let long = (isPast ? "was " : "next ") + due
    return [
      "\(rhythm)\(delay) · to \(latest.title) · \(long) · \(word)",
      "\(rhythm) · to \(latest.title) · \(long) · \(word)",
      "\(rhythm)\(delay) · \(due) · \(word)", "\(rhythm) · \(due) · \(word)", "\(rhythm) · \(word)",
      "\(due) · \(word)", word,
    ]
  }

  /// How often it is published: `daily`, `weekly`, `monthly`.
  private var rhythm: String {
    switch latest?.grain {
    case .day?: "daily"
    case .week?: "weekly"
    case .quarter?: "quarterly"
    case .year?: "yearly"
    case .month?, .yearToDate?, .undated?, nil: "monthly"
    }
  }

  /// The delay between the end of a period and publication: ` + 6 weeks`.
  private var delay: String {
    guard let nextDue, let end = latest?.advanced(by: 1).lastDay else { return "" }
    let days = end.days(until: nextDue)
    return days >= 11 ? " + \((days + 3) / 7) weeks" : days == 1 ? " + 1 day" : " + \(days) days"
  }

  /// The day and short month: `8 Dec`.
  private static func dayMonth(_ day: Day) -> String {
    let (_, month, number) = day.civil
    return "\(number) \(Month.names[month - 1].prefix(3))"
  }

  /// The role that the state is styled in.
  var role: Role {
    switch state {
    case .current: .current
    case .ended, .undated: .faint
    case .due: .due
    case .late, .stale: .late
    }
  }

  /// The mark that tells the states apart without colour, and differs from the arrows of variances.
  var mark: String {
    switch state {
    case .current: "●"
    case .ended, .undated: "■"
    case .due: "◐"
    case .late: "◆"
    case .stale: "×"
    }
  }
}
