import Metrics
import Screen
import Statistics

extension FunnelPoint.Position {
  /// Whether the difference is more than chance would explain.
  var words: String {
    switch self {
    case .belowAlarm: "below the 99.8% funnel"
    case .belowWarning: "below the 95% funnel"
    case .inside: "inside the funnel"
    case .aboveWarning: "above the 95% funnel"
    case .aboveAlarm: "above the 99.8% funnel"
    }
  }

  /// The same words for a column: `below 99.8%`, `inside`.
  var shortWords: String { rawValue }

  /// The role for better or worse, where the metric has a better direction.
  func role(_ direction: Metric.Direction) -> Role {
    switch (self, direction) {
    case (.inside, _): .commonCause
    case (_, .neither): .neutral
    case (.belowAlarm, .higher), (.belowWarning, .higher), (.aboveAlarm, .lower), (.aboveWarning, .lower): .concerning
    case (.aboveAlarm, .higher), (.aboveWarning, .higher), (.belowAlarm, .lower), (.belowWarning, .lower): .improving
    }
  }
}
