import Metrics

/// A column whose texts are the items of a breakdown.
struct ItemColumn {
  private let breakdown: String
  private let column: Int
  private var texts = Interner()
  private var numbers: [Int32] = []

  /// The column of a breakdown.
  init(_ breakdown: String, _ column: Int) {
    self.breakdown = breakdown
    self.column = column
  }

  /// The number of the part that a row is about; `item` makes the item from the text.
  mutating func part(
    _ record: Record, _ builder: inout ContributionBuilder, item: (String) -> String = { $0 }
  ) -> Int32 {
    let (number, isNew) = texts.number(of: record, column)
    if isNew { numbers.append(builder.number(of: BreakdownItem(breakdown, item(record.text(column))))) }
    return numbers[number]
  }
}
