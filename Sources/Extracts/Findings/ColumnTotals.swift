import Metrics

/// Columns of whole numbers, summed over the rows of bodies, beside the totals the file states itself.
struct ColumnTotals {
  /// The columns that are summed.
  let columns: [Int]
  private var sums: [Count]
  private var stated: [(line: Int, amounts: [Amount], sumsBefore: [Count])] = []

  init(columns: [Int]) {
    self.columns = columns
    sums = columns.map { _ in .zero }
  }

  /// Adds the row of a body.
  mutating func add(_ amounts: [Amount]) {
    for place in columns.indices { sums[place] = sums[place] + (amounts[place].count ?? .zero) }
  }

  /// Notes a total row.
  mutating func state(_ amounts: [Amount], line: Int) { stated.append((line, amounts, sums)) }

  /// Holds each total against the rows it should be: all of them where there is one total, wherever it stands; else
  /// those since the total before.
  func finish(into findings: inout Findings, header: Header, parts: String) {
    var before = columns.map { _ in Count.zero }
    for (line, amounts, sumsBefore) in stated {
      let after = stated.count == 1 ? sums : sumsBefore
      for place in columns.indices {
        guard case .known(let total) = amounts[place] else { continue }
        let title = header.title(columns[place])
        let summed = (after[place] - before[place]).ratio
        findings.statedTotals.append(StatedTotal(title: title, stated: total.ratio, summed: summed, line: line))
        if total.ratio != summed {
          findings.problems.add(
            .totalDiffers(title: title, stated: total.ratio, summed: summed, parts: parts), .warning, line: line,
            field: columns[place], title: title)
        }
      }
      before = after
    }
  }
}
