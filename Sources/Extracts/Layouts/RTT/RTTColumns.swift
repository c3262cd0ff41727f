import Metrics

/// The places of the columns of an RTT extract.
struct RTTColumns {
  let period: PeriodColumn
  let provider, commissioner, part: Int
  let providerName, commissionerName, totalAll: Int?
  /// The columns that may have the code of the treatment function, the likeliest first.
  let functions: [Int]
  let bands: RTTBands

  init(_ columns: inout ColumnBinder) throws(MissingColumn) {
    period = try PeriodColumn(&columns, .either, example: "RTT-November-2024")
    provider = try columns.required("Provider Org Code")
    providerName = columns.optional("Provider Org Name")
    commissioner = try columns.required("Commissioner Org Code")
    commissionerName = columns.optional("Commissioner Org Name")
    part = try columns.required("RTT Part Type", "RTT Part Name")
    // In some months, both columns of the function have the same heading.
    functions = columns.columns(
      namedLike: try columns.required("Treatment Function Code", "Treatment Function Name"))
    try columns.required("Gt 00 To 01 Weeks SUM 1") { RTTBands.band($0, column: 0) != nil }
    totalAll = columns.optional("Total All")
    bands = RTTBands(columns.header)
  }

  /// The sums that a row belongs to, and the number of its function; new codes are recorded.
  func place(
    _ record: Record, _ month: Period, _ tally: inout RTTTally, _ builder: inout ContributionBuilder
  ) throws(Fault) -> (pair: RTTTally.Pair, function: Int) {
    let function = function(record)
    let provider = try builder.organisation(record, provider, name: providerName, role: .provider)
    var commissioner: Int?
    if !record.field(self.commissioner, isLowercased: "nonc") {
      commissioner = try builder.organisation(record, self.commissioner, name: commissionerName, role: .commissioner)
    }
    let number = tally.function(record, function)
    return (tally.pair(provider, commissioner, builder.number(of: month)), number)
  }

  /// The column with the code of the treatment function: where two have the same heading, the one with a code in it.
  func function(_ record: Record) -> Int {
    if functions.count == 1 { return functions[0] }
    return functions.first { RTTColumns.isCode(record.text($0)) } ?? functions[0]
  }

  /// `C_110`, `X02`, `IP999`: capitals and digits, no spaces.
  private static func isCode(_ text: String) -> Bool {
    guard text.utf8.count <= 6, let first = text.utf8.first, (0x41...0x5A).contains(first) else { return false }
    return text.utf8.contains { (0x30...0x39).contains($0) }
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || $0 == 0x5F }
  }
}
