import Dashboard
import Metrics
import Statistics

/// Control charts of series as a CSV: a row for each date, with the columns and words of the reference implementation.
///
/// Numbers are the shortest decimals that read back as the same value. Limits that cannot be calculated are `NaN`;
/// whatever a missing value or limit leaves unknown is empty.
public struct ControlChartTable: Sendable {
  let charts: [(series: DatedSeries, chart: ControlChart)]

  /// The charts of these series; a series that cannot be charted is left out.
  public init(_ series: [DatedSeries]) {
    charts = series.compactMap { series in (try? series.chart()).map { (series, $0) } }
  }

  /// The columns.
  static let header = [
    "series_id", "date", "value", "rebase_group", "mean", "lower_process_limit", "upper_process_limit",
    "outside_limits", "relative_to_mean", "close_to_limits", "special_cause_type", "special_cause_flag", "point_type",
    "short_group_warning", "series_variation", "series_variation_icon", "series_assurance",
  ]

  /// The whole table, with a line for each row.
  public var csv: String {
    let rows = charts.flatMap { series, chart in
      chart.points.indices.map { ControlChartTable.cells(series, chart, $0) }
    }
    return ([ControlChartTable.header] + rows).map { CSV.line($0) }.joined(separator: "\n")
  }

  private static func cells(_ series: DatedSeries, _ chart: ControlChart, _ index: Int) -> [String] {
    let point = chart.points[index]
    let isTested = point.value != nil && point.upper != nil
    let group = chart.groups.first { $0.number == point.group }
    return [
      CSV.harmless(series.name), series.periods[index].text, point.value.map(text) ?? "", String(point.group),
      text(point.mean),
      text(point.lower), text(point.upper), isTested ? String(point.isOutside) : "",
      point.relativeToMean.map(String.init) ?? "", isTested ? String(point.isCloseToLimits) : "",
      point.rule.label(chart.options), String(point.rule.isSpecialCause), point.type.rawValue,
      String(group?.isShort ?? true), chart.variation.pointType.rawValue, chart.variation.rawValue,
      chart.assurance?.rawValue ?? "",
    ]
  }

  private static func text(_ number: Double) -> String { "\(number)" }
  private static func text(_ number: Double?) -> String { number.map(text) ?? "NaN" }
}
