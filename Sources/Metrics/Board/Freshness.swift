/// Whether a metric's figures are current, by its own publication calendar.
public struct Freshness: Hashable, Sendable {
  /// Whether the next figure should have been published by now.
  public enum State: Hashable, Sendable, Comparable {
    /// The figure is the latest that has been published.
    case current
    /// The metric is no longer published; its last figures are the latest there are.
    case ended
    /// Only figures without a date.
    case undated
    /// The next figure is published about now.
    case due
    /// The next figure should have been here this many days ago.
    case late(days: Int)
    /// A file behind the figures cannot be used as it is now: these are its last good figures.
    case stale(Staleness)

    /// How serious it is, so that the worst of several can be found.
    private var rank: Int {
      switch self {
      case .current: 0
      case .ended: 1
      case .undated: 2
      case .due: 3
      case .late(let days): 4 + days
      case .stale: .max
      }
    }
    /// Orders states by how serious they are: the worst sorts last.
    public static func < (left: State, right: State) -> Bool { left.rank < right.rank }
  }

  /// The state by its publication calendar.
  public let state: State
  /// The latest period there is a figure for; `nil` when undated.
  public let latest: Period?
  /// The day the next one is published; `nil` when ended or undated.
  public let nextDue: Day?
  /// The last month it was published for; `nil` while it is still published.
  private let ended: Month?
  /// The day it was judged on.
  private let day: Day

  /// The state in words: `current`, `due`, `late 12 days`, `ended February 2020`, `undated`, `missing since 09:12`.
  public var word: String {
    switch state {
    case .current: return "current"
    case .ended:
      guard let ended else { return "ended" }
      return "ended \(ended.name) \(ended.year)"
    case .undated: return "undated"
    case .due: return "due"
    case .late(let days): return days == 1 ? "late 1 day" : "late \(days) days"
    case .stale(let staleness): return staleness.words(on: day)
    }
  }

  /// The state of a metric whose latest figure is of this period, read on this day.
  ///
  /// - Parameter staleness: why the figures are a file's last good ones, not those that the file holds now; `nil` where
  ///   they are its own.
  public init(_ metric: Metric, latest: Period?, on day: Day, staleness: Staleness? = nil) {
    self.latest = latest
    self.day = day
    ended = metric.ended
    if let staleness {
      state = .stale(staleness)
      nextDue = nil
      return
    }
    guard let latest, let month = latest.month else {
      state = .undated
      nextDue = nil
      return
    }
    // A metric that is no longer published is never late, however old the last figure here is.
    if let ended = metric.ended, month >= ended || Freshness.publication(of: .month(ended), metric) < day {
      state = .ended
      nextDue = nil
      return
    }
    let next = latest.advanced(by: 1)
    let due = Freshness.publication(of: next, metric)
    nextDue = due
    let late = due.days(until: day)
    // "About six weeks" promises a week, not a day.
    let isAbout = next.lastDay.map { $0.days(until: due) > 14 } ?? false
    let grace = isAbout && latest.grain >= .month ? 7 : 0
    // Daily returns that have stopped are late by the days since the last one: a huddle counts those.
    let lateness = latest.grain == .day ? latest.lastDay?.days(until: day) ?? late : late
    state = late < 0 ? .current : late <= grace ? .due : .late(days: lateness)
  }

  /// The day on which a period of a metric is usually published.
  ///
  /// A&E: the second Thursday of the next month since August 2017; about six weeks after the period before that. Other
  /// metrics: a fixed number of days after the period.
  public static func publication(of period: Period, _ metric: Metric) -> Day {
    guard let last = period.lastDay else { return Day(number: 0) }
    switch period.grain {
    case .day: return last.advanced(by: 1)
    case .week: return last.advanced(by: 7)
    default: break
    }
    if isOnThursdays(period, metric) {
      let first = last.month.advanced(by: 1).firstDay
      return first.advanced(by: (4 - first.weekday + 7) % 7 + 7)
    }
    switch metric.calendar {
    case .after(let days): return last.advanced(by: days)
    case .secondThursday: return last.advanced(by: 42)
    }
  }

  /// Whether a period of a metric is published on the second Thursday of the next month: months from July 2017 on.
  private static func isOnThursdays(_ period: Period, _ metric: Metric) -> Bool {
    guard metric.calendar == .secondThursday, period.grain >= .month, let month = period.month,
      let since = Month(year: 2017, month: 7)
    else { return false }
    return month >= since
  }
}
