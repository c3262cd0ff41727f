/// The weekly bands of an RTT header: `Gt 00 To 01 Weeks SUM 1` … `Gt 104 Weeks SUM 1`.
struct RTTBands {
  /// The bands by week.
  let bands: [WeeklyBand]
  /// Why no share can be calculated from them, and the column where that shows.
  let fault: Fault?

  init(_ header: Header) {
    let weekly = WeeklyBands(header, band: RTTBands.band) { "Gt \($0) To \($1) Weeks SUM 1" }
    (bands, fault) = (weekly.bands, weekly.fault)
  }

  /// The number of bands of those waiting up to 18 weeks.
  var within18: Int { bands.prefix { ($0.to ?? .max) <= 18 }.count }
  /// The first band of those waiting more than 52 weeks.
  var over52: Int { bands.firstIndex { $0.from >= 52 } ?? bands.count }

  /// The band with this name; `nil` when the column is not a band.
  static func band(_ name: ColumnName, column: Int) -> WeeklyBand? {
    let words = name.text.split(separator: " ")
    guard words.first == "gt", words.count >= 3, let from = WeeklyBand.week(words[1]) else { return nil }
    if words[2] == "weeks" { return WeeklyBand(column: column, from: from, to: nil) }
    guard words.count >= 5, words[2] == "to", words[4] == "weeks", let to = WeeklyBand.week(words[3]) else {
      return nil
    }
    return WeeklyBand(column: column, from: from, to: to)
  }
}
