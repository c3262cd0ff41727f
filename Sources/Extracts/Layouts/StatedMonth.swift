import Metrics

/// The month that a published sheet states beside `Period:` above its header.
struct StatedMonth {
  /// The month; undated where none is stated.
  let period: Period
  private var problem: ExtractProblem?

  init(_ header: Header, example: String) {
    let month = StatedMonth.month(of: header)
    period = month.map(Period.month) ?? .undated
    guard month == nil else { return }
    problem = header.preambleValue(after: "Period:").map { .badPeriod($0, example: example) } ?? .noPeriodAnywhere
  }

  /// The month stated above a header; `nil` where none is that can be read.
  static func month(of header: Header) -> Month? {
    let month = header.preambleValue(after: "Period:").flatMap { Month(published: $0) }
    return month.flatMap { Period.month($0).isOfOurTime ? $0 : nil }
  }

  /// Reports once that no month is stated.
  mutating func report(_ header: Header, _ builder: inout ContributionBuilder) {
    guard let problem else { return }
    builder.problems.add(problem, .warning, line: header.line, title: "Period:")
    self.problem = nil
  }
}
