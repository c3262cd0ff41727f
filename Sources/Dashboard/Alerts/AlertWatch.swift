import Metrics

/// Reports each change for the worse once: a state machine without a clock, screen or bell.
///
/// A condition is reported when it was not there at the last check. A condition that goes and comes back within the
/// hold-off time is not reported again; neither is one of a metric whose files could not be read in between. In quiet
/// hours the banner appears but nothing sounds; what waited sounds once when they are over.
public struct AlertWatch: Sendable {
  /// For how many seconds a condition is not reported again.
  public var holdOff = 3600
  /// When nothing sounds; `nil` for never.
  public var quietHours: QuietHours?
  /// The system that is watched; `nil` before there is a board.
  private(set) var system: OrganisationCode?
  /// The conditions at the last check.
  private var present: Set<Alert.Edge> = []
  /// The actions that were due at the last look.
  private var due: Set<Alert.Edge> = []
  /// The latest period in which each condition was there. A condition that was hidden while its file could not be read,
  /// and is there again for the same period, is not news.
  private var known: [Alert.Edge: Period] = [:]
  /// Seconds that have passed on a monotonic clock.
  private var seconds = 0
  /// The second at which each condition was last reported, or was last there without being reported.
  private var told: [Alert.Edge: Int] = [:]
  /// Alerts that were reported and not acknowledged, the latest first.
  public private(set) var shown: [Alert] = []
  /// Alerts that were reported, but are silent until the quiet hours are over.
  private var waiting: [Alert] = []

  /// A watch on nothing yet.
  public init() {}

  /// Treats the present conditions as known: opening a board reports nothing.
  mutating func begin(with edges: [Alert.Edge: Period], of system: OrganisationCode) {
    present = Set(edges.keys)
    known = edges
    self.system = system
    shown = []
    waiting = []
  }

  /// Lets time pass.
  mutating func pass(_ seconds: Int) { self.seconds += max(0, seconds) }

  /// Checks the present conditions; returns the alerts to sound.
  ///
  /// - Parameter stale: the metrics with a file that cannot be read: what is not known about them is treated as
  ///   unchanged.
  mutating func look(at conditions: [Alert], now: Moment, stale: Set<MetricID> = []) -> [Alert] {
    let edges = Set(conditions.map(\.edge)).union(present.filter { stale.contains($0.key.metric) })
    let turned = conditions.filter { condition in
      guard condition.isNew, !present.contains(condition.edge) else { return false }
      if let before = known[condition.edge], condition.seen != .undated, condition.seen <= before { return false }
      guard let last = told[condition.edge] else { return true }
      return seconds - last >= holdOff
    }
    for edge in present.subtracting(edges) where told[edge] == nil { told[edge] = seconds }
    present = edges
    for condition in conditions {
      known[condition.edge] = max(condition.seen, known[condition.edge] ?? condition.seen)
    }
    // A condition that is over needs no banner, and no sound in the morning.
    shown.removeAll { $0.kind != .due && !edges.contains($0.edge) }
    waiting.removeAll { $0.kind != .due && !edges.contains($0.edge) }
    for alert in turned { told[alert.edge] = seconds }
    shown = turned + shown
    waiting += turned
    return sounding(now: now)
  }

  /// Checks the actions that are due; returns the alerts to sound. Actions that were due when they were first read are
  /// known.
  mutating func look(atDue conditions: [Alert], isFirst: Bool, now: Moment) -> [Alert] {
    let edges = Set(conditions.map(\.edge))
    let turned = isFirst ? [] : conditions.filter { !due.contains($0.edge) }
    due = edges
    shown.removeAll { $0.kind == .due && !edges.contains($0.edge) }
    waiting.removeAll { $0.kind == .due && !edges.contains($0.edge) }
    shown = turned + shown
    waiting += turned
    return sounding(now: now)
  }

  /// The alerts that waited for the end of the quiet hours, once those are over.
  mutating func sounding(now: Moment) -> [Alert] {
    if waiting.isEmpty || quietHours?.hold(now) == true { return [] }
    defer { waiting = [] }
    return waiting
  }

  /// Acknowledges the alert shown, and returns it. It makes no sound after that.
  mutating func acknowledge() -> Alert? {
    guard !shown.isEmpty else { return nil }
    let seen = shown.removeFirst()
    waiting.removeAll { $0.edge == seen.edge }
    return seen
  }
}
