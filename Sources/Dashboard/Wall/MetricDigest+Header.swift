import Metrics
import Screen

extension MetricDigest {
  /// How fresh it is as a bar at the top of so many columns says it, the name of the metric with it where it is behind and
  /// there is room; `nil` where there is room for nothing that matters.
  func headerWords(columns: Int) -> StyledText? {
    let isBehind = freshness.state > .undated
    guard columns >= 60 || isBehind && columns >= 36 else { return nil }
    let name = isBehind && columns >= 110 ? metric.shortTitle + " " : ""
    return StyledText("\(freshness.mark) \(name)\(freshness.word)", isBehind ? .headerStrong : .headerBar)
  }
}
