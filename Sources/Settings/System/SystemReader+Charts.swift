import Metrics
import Statistics

extension SystemReader {
  /// Reads one `[[chart]]`; without a metric it is left out.
  mutating func readChart(_ table: TomlReader.Table, of system: OrganisationCode) {
    let metric = metric(in: table)
    let organisation = organisation(in: table, of: system)
    let baseline = toml.count("baseline", in: table, least: ControlChartOptions.shortestBaseline)
    let rebase = toml.periods("rebase", in: table)
    let reason = toml.text("reason", in: table)?.value
    let screening = toml.truth("screening", in: table)
    let countsOutside = toml.truth("count-outside", in: table)
    let patternLength = toml.patternLength("points", in: table)
    guard let metric else { return }
    metrics.charts.append(
      ChartSetting(
        metric: metric, organisation: organisation, baseline: baseline, rebase: rebase, reason: reason ?? "",
        screensOutliers: screening, countsOutside: countsOutside, patternLength: patternLength))
  }
}

extension TomlReader {
  /// The number of points in a run or a trend: 6 or 7.
  fileprivate mutating func patternLength(_ key: String, in table: Table) -> PatternLength? {
    guard let node = node(key, in: table) else { return nil }
    if node.kind == .integer, let length = Int(node.text).flatMap(PatternLength.init) { return length }
    report(.wrongValue(key, found: node.description, expected: "6 or 7", write: "\(key) = 7"), at: node.place)
    return nil
  }
}
