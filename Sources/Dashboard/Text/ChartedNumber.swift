import Metrics

/// A number in the form of a control chart's axis.
package struct ChartedNumber {
  let value: Double
  let unit: Metric.Unit

  package init(_ value: Double, unit: Metric.Unit) {
    self.value = value
    self.unit = unit
  }

  /// `92.4`, `1,204`, `7:23`.
  package var text: String {
    if unit == .seconds { return Figure.clock(Ratio(rounding: value, places: 0)) }
    // Money as in tables: a deficit in brackets.
    if unit == .pounds {
      return Money(pounds: Ratio(rounding: value * 1e6, places: 0).roundedDown, precision: 100_000).millions
    }
    let places = unit == .patients && abs(value) >= 100 ? 0 : 1
    return Ratio(rounding: value, places: places).text(places: places)
  }
}
