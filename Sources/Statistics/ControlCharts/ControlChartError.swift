/// Why a control chart cannot be made of a series.
public enum ControlChartError: Error, Sendable, Equatable {
  /// The baseline is shorter than ``ControlChartOptions/shortestBaseline`` rows.
  case baselineTooShort(Int)
  /// A group would begin at a row that the series has not got.
  case rebaseOutsideSeries(index: Int, count: Int)
  /// The value at this position is no number, infinite, or beyond 10 to the power of 200.
  case unusableValue(index: Int)
  /// The target is no number, infinite, or beyond 10 to the power of 200.
  case unusableTarget
}
