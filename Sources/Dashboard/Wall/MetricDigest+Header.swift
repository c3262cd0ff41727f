import Metrics
import Screen

extension MetricDigest {
  /// The freshness in at most `columns` cells for the bar at the top, with the metric's name where the figures are
  /// behind and there is room; `nil` where nothing useful fits.
  func headerWords(columns: Int) -> StyledText? {
    let isBehind = freshness.state > .undated
    guard columns >= 60 || isBehind && columns >= 36 else { return nil }
    let name = isBehind && columns >= 110 ? metric.shortTitle + " " : ""
    return StyledText("\(freshness.mark) \(name)\(freshness.word)", isBehind ? .headerStrong : .headerBar)
  }
}
