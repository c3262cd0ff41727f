import Metrics

/// A due day as people type it.
public enum DueDay {
  /// Examples of what can be typed.
  public static let examples = "2018-03-27, 27 Mar, +7 or friday"

  private static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

  /// `2018-03-27`, `27 Mar 2018`, `27 Mar` (the next one), `27/3/2018`, `+7` (days from today), `friday` (the next one),
  /// `today`, `tomorrow`; `nil` for anything else.
  public static func read(_ text: String, on today: Day) -> Day? {
    let word = text.lowercased().split(separator: " ").joined(separator: " ")
    if let day = Day(word) { return day }
    if word == "today" { return today }
    if word == "tomorrow" { return today.advanced(by: 1) }
    if word.count >= 3, let place = weekdays.firstIndex(where: { $0.hasPrefix(word) }) {
      let ahead = (place + 1 - today.weekday + 7) % 7
      return today.advanced(by: ahead == 0 ? 7 : ahead)
    }
    if word.hasPrefix("+"), let days = Int(word.dropFirst()), (0...3660).contains(days) {
      return today.advanced(by: days)
    }
    return civil(word.split { $0 == " " || $0 == "/" }, today)
  }

  private static func civil(_ parts: [Substring], _ today: Day) -> Day? {
    guard (2...3).contains(parts.count), let number = Int(parts[0]),
      let month = Int(parts[1]) ?? named(parts[1])
    else { return nil }
    if parts.count == 3 { return Int(parts[2]).flatMap { Day(year: $0, month: month, day: number) } }
    let year = today.civil.year
    // The next day with that date, within a leap year's cycle.
    return (0...8).lazy.compactMap { Day(year: year + $0, month: month, day: number) }.first { $0 >= today }
  }

  private static func named(_ word: Substring) -> Int? {
    guard word.count >= 3 else { return nil }
    return Month.names.firstIndex { $0.lowercased().hasPrefix(word) }.map { $0 + 1 }
  }
}
