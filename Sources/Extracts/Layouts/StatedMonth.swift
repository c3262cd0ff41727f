import Metrics

/// The month that a published sheet states beside `Period:` above its header.
struct StatedMonth {
  /// The month; undated where none is stated.
  let period: Period
  private var problem: ExtractProblem?

  init(_ header: Header, example: String) {
    let text = header.preambleValue(after: "Period:")
    let month = text.flatMap { Month(published: $0) }.map(Period.month).flatMap { $0.isOfOurTime ? $0 : nil }
    period = month ?? .undated
    guard month == nil else { return }
    problem = text.map { .badPeriod($0, example: example) } ?? .noPeriodAnywhere
  }

  /// Reports once that no month is stated.
  mutating func report(_ header: Header, _ builder: inout ContributionBuilder) {
    guard let problem else { return }
    builder.problems.add(problem, .warning, line: header.line, title: "Period:")
    self.problem = nil
  }
}
