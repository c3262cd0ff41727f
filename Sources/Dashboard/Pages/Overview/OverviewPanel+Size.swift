import Metrics
import Screen

/// The size of a panel.
extension OverviewPanel {
  /// The smallest useful size, border included: the figure, its meaning, its trend and one organisation.
  var least: Size {
    switch self {
    case .metric: Size(columns: 38, rows: 6)
    case .attention: Size(columns: 36, rows: 5)
    case .levels: Size(columns: 30, rows: 5)
    }
  }

  /// The ideal size: large digits, a chart, and several organisations with their trends.
  var ideal: Size {
    switch self {
    case .metric: Size(columns: 48, rows: 16)
    case .attention: Size(columns: 48, rows: 12)
    case .levels: Size(columns: 44, rows: 12)
    }
  }

  /// A size that each of these fits into.
  static func roomiest(_ sizes: [Size]) -> Size {
    Size(columns: sizes.map(\.columns).max() ?? 1, rows: sizes.map(\.rows).max() ?? 1)
  }
}
