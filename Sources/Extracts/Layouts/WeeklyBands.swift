/// A column that counts those who have waited between two numbers of weeks.
struct WeeklyBand {
  let column: Int
  let from: Int
  /// The week at which it ends; `nil` for the last band, which is open.
  let to: Int?

  /// The number of a week, 0...9999; `nil` for any other text.
  static func week(_ text: Substring) -> Int? { text.utf8.count <= 4 ? Int(text).flatMap { $0 < 0 ? nil : $0 } : nil }
}

/// The weekly bands of a header, from week 0 to an open end without a gap, or the reason why no share can be calculated
/// from them.
struct WeeklyBands {
  /// The bands by week.
  let bands: [WeeklyBand]
  /// Why no share can be calculated from them, and the column where that shows.
  let fault: Fault?

  /// The bands among the columns of a header.
  ///
  /// - Parameters:
  ///   - band: the band of a column with this name at this place; `nil` for any other column.
  ///   - name: the name of the column for the band between two weeks.
  init(_ header: Header, band: (ColumnName, Int) -> WeeklyBand?, named name: (_ from: String, _ to: String) -> String) {
    bands = header.names.indices.compactMap { band(header.names[$0], $0) }.sorted { $0.from < $1.from }
    fault = WeeklyBands.fault(bands, header, name)
  }

  private static func fault(
    _ bands: [WeeklyBand], _ header: Header, _ name: (String, String) -> String
  ) -> Fault? {
    guard let first = bands.first, let last = bands.last else { return Fault(.bandsMissing(first: 0)) }
    if first.from != 0 { return Fault(.bandsMissing(first: first.from), first.column) }
    for (band, next) in zip(bands, bands.dropFirst()) where band.to != next.from {
      let end = band.to ?? band.from
      let missing = name(twoDigits(end), twoDigits(end + 1))
      return Fault(.bandsJump(after: end, to: next.from, name: missing), next.column)
    }
    return last.to == nil ? nil : Fault(.bandsEnd(name: header.title(last.column)), last.column)
  }

  private static func twoDigits(_ week: Int) -> String { week < 10 ? "0\(week)" : "\(week)" }
}

/// Refuses every row of a file whose weekly bands have a fault, which is said once.
struct WeeklyBandsCheck {
  private var isSaid = false

  /// Throws where no share can be calculated from the bands.
  mutating func require(_ fault: Fault?, in header: Header, _ builder: inout ContributionBuilder) throws(Fault) {
    guard let fault else { return }
    if !isSaid { builder.add(fault, .error, line: header.line) }
    isSaid = true
    throw Fault(.saidOnce)
  }
}
