import Metrics
import Screen

/// How much room a panel is worth.
extension OverviewPanel {
  /// The least it is worth showing in, border included: the figure, what it means, its trend and an organisation.
  var least: Size {
    switch self {
    case .metric: Size(columns: 38, rows: 6)
    case .attention: Size(columns: 36, rows: 5)
    case .levels: Size(columns: 30, rows: 5)
    }
  }

  /// What it would like: large digits, a chart, and several organisations with their trends.
  var ideal: Size {
    switch self {
    case .metric: Size(columns: 48, rows: 16)
    case .attention: Size(columns: 48, rows: 12)
    case .levels: Size(columns: 44, rows: 12)
    }
  }

  /// A size that all of these fit into.
  static func roomiest(_ sizes: [Size]) -> Size {
    Size(columns: sizes.map(\.columns).max() ?? 1, rows: sizes.map(\.rows).max() ?? 1)
  }
}
