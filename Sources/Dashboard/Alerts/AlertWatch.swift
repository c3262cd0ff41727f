import Metrics

/// What has turned for the worse, told once: a state machine without clock, screen or bell.
///
/// A condition is told at its edge, when it was not there at the last look. One that goes and comes back within the
/// hold-off is not told again; nor one of a metric whose files could not be read in between. In quiet hours the banner stands but nothing sounds; what waited sounds once, when they
/// are over.
public struct AlertWatch: Sendable {
  /// For how many seconds after it was told a condition is not told again.
  public var holdOff = 3600
  /// When nothing sounds; `nil` for never.
  public var quietHours: QuietHours?
  /// The system watched; `nil` before there is a board.
  private(set) var system: OrganisationCode?
  /// What was there at the last look.
  private var present: Set<Alert.Edge> = []
  /// The actions that were due at the last look.
  private var due: Set<Alert.Edge> = []
  /// The latest period in which each condition was there. One that was out of sight while its file could not be read, and is
  /// there again in that period, is no news.
  private var known: [Alert.Edge: Period] = [:]
  /// Seconds that have passed on a clock that nobody corrects.
  private var seconds = 0
  /// At which second each condition was last told, or was last there untold.
  private var told: [Alert.Edge: Int] = [:]
  /// Told and not acknowledged, the latest first.
  public private(set) var shown: [Alert] = []
  /// Told, but silent until the quiet hours are over.
  private var waiting: [Alert] = []

  /// Nothing watched yet.
  public init() {}

  /// Takes what is there as known: a board that opens tells nothing.
  mutating func begin(with edges: [Alert.Edge: Period], of system: OrganisationCode) {
    present = Set(edges.keys)
    known = edges
    self.system = system
    shown = []
    waiting = []
  }

  /// Lets so many seconds pass.
  mutating func pass(_ seconds: Int) { self.seconds += max(0, seconds) }

  /// Looks at what is there now; what is to sound.
  ///
  /// - Parameter stale: the metrics of which a file cannot be read: what is not known of them stays as it was.
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
    // What is over needs no banner, and no sound in the morning.
    shown.removeAll { $0.kind != .due && !edges.contains($0.edge) }
    waiting.removeAll { $0.kind != .due && !edges.contains($0.edge) }
    for alert in turned { told[alert.edge] = seconds }
    shown = turned + shown
    waiting += turned
    return sounding(now: now)
  }

  /// Looks at the actions that are due; what is to sound. What was due when they were first read is known.
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

  /// What has waited for the end of the quiet hours, once they are over.
  mutating func sounding(now: Moment) -> [Alert] {
    if waiting.isEmpty || quietHours?.hold(now) == true { return [] }
    defer { waiting = [] }
    return waiting
  }

  /// Takes the alert shown as seen; what it was. It then makes no sound either.
  mutating func acknowledge() -> Alert? {
    guard !shown.isEmpty else { return nil }
    let seen = shown.removeFirst()
    waiting.removeAll { $0.edge == seen.edge }
    return seen
  }
}
