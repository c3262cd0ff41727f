import Metrics

/// The columns of a cancer row that count patients.
struct CancerCounts {
  let total, within: Int
  /// Those beyond the standard; `nil` where a file does not count them.
  let after: Int?

  /// The patients of a row: all, and those within the standard.
  func read(_ record: Record, _ header: Header) throws(Fault) -> (total: Amount, within: Amount) {
    let (all, some) = (try record.halves(total), try record.halves(within))
    guard let whole = all.count, let part = some.count, part > whole else { return (all, some) }
    throw Fault(.moreThanAll(part.ratio, of: whole.ratio, things: "in \"\(header.title(total))\""), within)
  }

  /// Compares the patients within the standard and those beyond it with all patients.
  func compare(
    _ total: Amount, _ within: Amount, _ record: Record, _ header: Header, _ builder: inout ContributionBuilder
  ) {
    guard let column = after, let after = (try? record.halves(column))?.count, let stated = total.count,
      let early = within.count, early + after != stated
    else { return }
    builder.problems.add(
      .rowTotalDiffers(
        stated: stated.ratio, summed: (early + after).ratio,
        parts: "\"\(header.title(self.within))\" and \"\(header.title(column))\"",
        counted: "\"\(header.title(self.total))\" and \"\(header.title(self.within))\""),
      .warning, line: record.line, field: self.total, title: header.title(self.total))
  }
}

extension Record {
  /// Whether a cell of a dimension means all of it: `ALL CANCERS`, an empty cell, or a column that is not there.
  func isAll(_ field: Int?) -> Bool {
    guard let field else { return true }
    let range = trimmed(field)
    if range.isEmpty { return true }
    guard range.count >= 4 else { return self.field(field, isLowercased: "all") }
    let start = content[range.lowerBound..<(range.lowerBound + 4)]
    return start.elementsEqual([0x41, 0x4C, 0x4C, 0x20]) || start.elementsEqual([0x61, 0x6C, 0x6C, 0x20])
      || start.elementsEqual([0x41, 0x6C, 0x6C, 0x20])
  }
}
