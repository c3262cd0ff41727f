import Metrics

/// The patients of one row of an RTT sheet, by how long they have waited.
struct RTTWaiting {
  /// Those waiting, those waiting up to 18 weeks, and those waiting 52 weeks and more, summed from the bands.
  let all, within, over52: Amount
  let bands: [UInt32]

  init(_ record: Record, _ columns: RTTSheet.Columns) throws(Fault) {
    var (all, within, over52) = (Amount.missing, Amount.missing, Amount.missing)
    var bands: [UInt32] = []
    for band in columns.bands.bands {
      let amount = try record.amount(band.column)
      let number = (amount.count?.halves ?? 0) / 2
      guard number < 10_000_000 else { throw Fault(.notWhole(record.text(band.column)), band.column) }
      bands.append(UInt32(number))
      all = all + amount
      if let to = band.to, to <= 18 { within = within + amount }
      if band.from >= 52 { over52 = over52 + amount }
    }
    (self.all, self.within, self.over52, self.bands) = (all, within, over52, bands)
  }

  /// Compares what the row states with its bands.
  func compare(
    _ record: Record, _ columns: RTTSheet.Columns, _ header: Header, _ builder: inout ContributionBuilder
  ) {
    for (column, amount) in [(columns.total, all), (columns.within, within), (columns.over52 ?? .max, over52)] {
      guard let stated = (try? record.amount(column))?.count, let summed = amount.count, stated != summed else {
        continue
      }
      builder.problems.add(
        .rowTotalDiffers(stated: stated.ratio, summed: summed.ratio, parts: "the bands"), .warning, line: record.line,
        field: column, title: header.title(column))
    }
  }
}

/// The whole lists that an RTT sheet states, and the sums of their treatment functions.
struct RTTSheetWholes {
  private struct Sums {
    var stated = Amount.missing
    var functions = Amount.missing
    var line = 0
  }

  private var sums: [Int: Sums] = [:]
  private var order: [Int] = []

  /// Adds the row of one function, or of all of them.
  mutating func add(_ waiting: RTTWaiting, _ organisation: Int, isWhole: Bool, line: Int) {
    if sums[organisation] == nil { order.append(organisation) }
    var sum = sums[organisation] ?? Sums()
    if isWhole { (sum.stated, sum.line) = (waiting.all, line) } else { sum.functions = sum.functions + waiting.all }
    sums[organisation] = sum
  }

  /// Compares each whole with its functions.
  func finish(into builder: inout ContributionBuilder) {
    for organisation in order {
      guard let sum = sums[organisation], let stated = sum.stated.count, let summed = sum.functions.count else {
        continue
      }
      let code = builder.code(organisation).text
      builder.statedTotals.append(
        StatedTotal(title: "Total of \(code)", stated: stated.ratio, summed: summed.ratio, line: sum.line))
      guard stated != summed else { continue }
      builder.problems.add(
        .wholeDiffers(
          "Total", of: code, things: "", stated: stated.ratio, summed: summed.ratio, parts: "treatment functions"),
        .warning, line: sum.line)
    }
  }
}
