import Dashboard
import Metrics

/// What a line of the list of exceptions says in `print` and in a report.
struct ExceptionWords {
  let organisation: String, metric: String, part: String, period: String
  let figure: String, variance: String
  /// `concerning, will miss target`, or that the return is missing.
  let control: String
  /// `new, out of fewer than 20`.
  let remark: String
  let unit: Metric.Unit

  init(_ exception: Exception, _ board: Board) {
    let shown = exception.figure
    let metric = board.catalogue[shown.metric]
    unit = metric?.unit ?? .patients
    organisation = exception.organisation.shortName
    self.metric = metric?.title ?? shown.metric.text
    part = shown.key.part.map { metric?.itemName($0) ?? $0.item } ?? ""
    period = shown.period.title
    figure = shown.digits(unit: unit)
    variance = shown.varianceText(unit: unit)
    control = [
      exception.absence, exception.isConcerning ? "concerning" : "", exception.isFailing ? "will miss target" : "",
    ].filter { !$0.isEmpty }.joined(separator: ", ")
    remark = [exception.isNew ? "new" : "", exception.isSmall ? "out of fewer than 20" : ""]
      .filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
