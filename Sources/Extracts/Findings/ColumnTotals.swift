import Metrics

/// Columns of whole numbers, summed over the rows of organisations and compared with the totals that the file states.
struct ColumnTotals {
  /// A total row, and the sums of the rows since the previous total.
  private struct Stated {
    let line: Int
    let amounts: [Amount]
    let sums: [Amount]
  }

  /// The columns that are summed.
  let columns: [Int]
  private var sums: [Amount]
  private var stated: [Stated] = []

  init(columns: [Int]) {
    self.columns = columns
    sums = columns.map { _ in .known(.zero) }
  }

  /// Adds the row of an organisation.
  mutating func add(_ amounts: [Amount]) {
    for place in columns.indices { sums[place] = sums[place] + amounts[place] }
  }

  /// Records a total row.
  mutating func state(_ amounts: [Amount], line: Int) {
    stated.append(Stated(line: line, amounts: amounts, sums: sums))
    sums = columns.map { _ in .known(.zero) }
  }

  /// Compares each total with the rows that it should cover: all rows where there is one total, wherever it is,
  /// otherwise those since the previous total. A sum with a suppressed number cannot be compared.
  func finish(into builder: inout ContributionBuilder, header: Header, parts: String) {
    for total in stated {
      for place in columns.indices {
        let sum = stated.count == 1 ? total.sums[place] + sums[place] : total.sums[place]
        guard case .known(let stated) = total.amounts[place], case .known(let summed) = sum else { continue }
        let title = header.title(columns[place])
        let isSame = stated.agrees(with: summed)
        builder.statedTotals.append(
          StatedTotal(
            title: title, stated: stated.ratio, summed: isSame ? stated.ratio : summed.ratio, line: total.line))
        if !isSame {
          builder.problems.add(
            .totalDiffers(title: title, stated: stated.ratio, summed: summed.ratio, parts: parts), .warning,
            line: total.line, field: columns[place], title: title)
        }
      }
    }
  }
}
