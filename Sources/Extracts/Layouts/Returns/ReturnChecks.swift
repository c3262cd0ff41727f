import Metrics

/// Rules that the measures of one organisation and period must follow. Nothing is corrected: a broken rule is reported.
enum ReturnChecks {
  private static let handovers: [(ReturnMeasure, Int)] = [(.over15, 15), (.over30, 30), (.over45, 45), (.over60, 60)]

  /// Compares the patients who do not meet the criteria to reside with those discharged and those remaining, and each
  /// handover time with the next shorter one.
  static func check(
    _ cells: ReturnCells, _ period: Period, line: Int, column: Int, _ header: Header,
    _ builder: inout ContributionBuilder
  ) {
    func known(_ measure: ReturnMeasure) -> Count? { cells[ReturnCell(measure)]?.count }
    if let all = known(.noCriteria), let out = known(.discharged), let left = known(.remaining), out + left != all {
      builder.problems.add(
        .rowTotalDiffers(
          stated: all.ratio, summed: (out + left).ratio, parts: "those discharged and those left on \(period.title)",
          counted: "all three"),
        .warning, line: line, field: column, title: header.title(column))
    }
    for (shorter, longer) in zip(handovers, handovers.dropFirst()) {
      guard let more = known(longer.0), let fewer = known(shorter.0), more > fewer else { continue }
      builder.problems.add(
        .moreThanAll(more.ratio, of: fewer.ratio, things: "over \(shorter.1) minutes on \(period.title)"), .warning,
        line: line, title: "Over \(longer.1) minutes")
    }
  }
}
