import Metrics

/// The column of a cancer extract that says which standard a row is about.
struct CancerStandards {
  private let column: Int
  private var labels = Interner()
  /// The meaning of each label that has been met.
  private var known: [CancerColumns.Standard] = []
  private var unknown: UnknownWords

  init(column: Int) {
    self.column = column
    unknown = UnknownWords(column: column)
  }

  /// The metric of a row; `nil` for a standard that no longer applies.
  mutating func metric(_ record: Record) throws(Fault) -> MetricID? {
    let (number, isNew) = labels.number(of: record, column)
    if isNew { known.append(CancerColumns.standard(record.text(column))) }
    switch known[number] {
    case .measured(let metric): return metric
    case .unmeasured: return nil
    case .unknown: throw unknown.fault(record)
    }
  }

  /// Reports each label that is not known.
  func finish(into builder: inout ContributionBuilder, header: Header) {
    unknown.finish(
      into: &builder, header: header, expected: "a standard such as 62D, 31D or FDS",
      fix: "nothing, if the board need not show it; or write the standard as it is published", .warning)
  }
}
