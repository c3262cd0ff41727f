import Dashboard
import Metrics
import Screen
import Statistics

/// Control charts of series drawn with characters, one below the other.
public struct ControlChartSheet: Sendable {
  private let charts: [(series: DatedSeries, chart: ControlChart)]
  /// The lines of a chart, not counting its words.
  private static let height = 14

  /// The charts of these series; a series that cannot be charted is left out.
  public init(_ series: [DatedSeries]) {
    charts = series.compactMap { series in (try? series.chart()).map { (series, $0) } }
  }

  /// The charts in the requested width.
  public func text(columns: Int) -> String {
    charts.map { Self.text($0, $1, columns: columns) }.joined(separator: "\n\n")
  }

  private static func text(_ series: DatedSeries, _ chart: ControlChart, columns: Int) -> String {
    let target = series.options.target
    let charted = ChartedSeries(
      unit: "",
      slots: zip(shownPeriods(series), series.values).map { .init(period: $0, value: $1, target: target) },
      chart: chart)
    let sentence = ControlSentence(charted)
    var frame = Frame(size: Size(columns: columns, rows: height + 3))
    let region = frame.region
    let title = series.name.isEmpty ? "\(series.values.count) points" : "\(series.name), \(series.values.count) points"
    frame.write(title + (chart.isProvisional ? ", limits provisional" : ""), .title, in: region, line: 0)
    let places = places(series.values)
    ChartPicture(charted, direction: .neither).large.draw(on: &frame, in: region.inset(top: 1, bottom: 2)) { value in
      Ratio(rounding: value, places: places).text(places: places)
    }
    frame.write(sentence.text(room: region.columns), in: region, line: height + 1)
    frame.write(sentence.rules(room: region.columns), in: region, line: height + 2)
    return frame.text
  }

  /// The periods: dates that are all the first of a month are treated as months.
  private static func shownPeriods(_ series: DatedSeries) -> [Period] {
    let months = series.periods.compactMap { period -> Period? in
      guard case .day(let day) = period, day == day.month.firstDay else { return nil }
      return .month(day.month)
    }
    return months.count == series.periods.count ? months : series.periods
  }

  /// The decimal places of the limits: those of the values, and at least one.
  private static func places(_ values: [Double?]) -> Int {
    let largest = values.compactMap { $0?.magnitude }.max() ?? 0
    return largest >= 1000 ? 0 : largest >= 10 ? 1 : largest >= 1 ? 2 : 3
  }
}
