import Metrics
import Statistics

extension ControlRule {
  /// The behaviour of the latest point, in a manager's words.
  package func words(_ options: ControlChartOptions) -> String {
    switch self {
    case .commonCause: "no rule broken"
    case .aboveUpperLimit: "above the upper limit"
    case .belowLowerLimit: "below the lower limit"
    case .trendIncreasing: "\(options.trendLength.rawValue) or more rising in a row"
    case .trendDecreasing: "\(options.trendLength.rawValue) or more falling in a row"
    case .twoInThreeAbove: "two of three near the upper limit"
    case .twoInThreeBelow: "two of three near the lower limit"
    case .runAbove: "\(options.runLength.rawValue) or more above the mean"
    case .runBelow: "\(options.runLength.rawValue) or more below the mean"
    }
  }
}
