import Metrics
import Screen
import Statistics

extension FunnelPoint.Position {
  /// Whether it is really different, or happens to stand where it stands.
  var words: String {
    switch self {
    case .belowAlarm: "below the 99.8% funnel"
    case .belowWarning: "below the 95% funnel"
    case .inside: "inside the funnel"
    case .aboveWarning: "above the 95% funnel"
    case .aboveAlarm: "above the 99.8% funnel"
    }
  }

  /// The same for a column: `below 99.8%`, `inside`.
  var shortWords: String { rawValue }

  /// Whether that is for the better, where one way is.
  func role(_ direction: Metric.Direction) -> Role {
    switch (self, direction) {
    case (.inside, _): .commonCause
    case (_, .neither): .neutral
    case (.belowAlarm, .higher), (.belowWarning, .higher), (.aboveAlarm, .lower), (.aboveWarning, .lower): .concerning
    case (.aboveAlarm, .higher), (.aboveWarning, .higher), (.belowAlarm, .lower), (.belowWarning, .lower): .improving
    }
  }
}
