import Statistics

/// A series by date, as any CSV may have one, with everything that its control chart needs.
public struct DatedSeries: Sendable, Equatable {
  /// `series_id`; empty where the file has one series and no name for it.
  public let name: String
  /// The dates in order of time, each once.
  public let periods: [Period]
  /// The value of each date; `nil` where it is missing, which keeps its place.
  public let values: [Double?]
  /// The options of its chart.
  public let options: ControlChartOptions

  /// A series whose dates are in order, a value for each.
  public init(name: String, periods: [Period], values: [Double?], options: ControlChartOptions) {
    self.name = name
    self.periods = periods
    self.values = values
    self.options = options
  }

  /// Its control chart.
  ///
  /// - Throws: what makes a chart impossible; a reader that has checked its rows never sees it.
  public func chart() throws(ControlChartError) -> ControlChart {
    try ControlChart(values: values, options: options)
  }
}
