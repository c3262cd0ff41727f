/// Why a series cannot have a control chart.
public enum ControlChartError: Error, Sendable, Equatable {
  /// The baseline is shorter than ``ControlChartOptions/shortestBaseline`` rows.
  case baselineTooShort(Int)
  /// A group would begin at a row that the series does not have.
  case rebaseOutsideSeries(index: Int, count: Int)
  /// The value at this position is not a number, is infinite, or exceeds 10 to the power of 200.
  case unusableValue(index: Int)
  /// The target is not a number, is infinite, or exceeds 10 to the power of 200.
  case unusableTarget
}
