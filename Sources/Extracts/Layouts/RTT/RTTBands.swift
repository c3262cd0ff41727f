import Metrics

/// The weekly bands of an RTT header: `Gt 00 To 01 Weeks SUM 1` … `Gt 104 Weeks SUM 1`.
struct RTTBands {
  /// A column of the band that starts at this week.
  struct Band {
    let column: Int
    let from: Int
    /// The week it ends at; `nil` for the last, open one.
    let to: Int?
  }

  /// The bands by week.
  let bands: [Band]
  /// Why no share can be computed from them, and the column where that shows.
  let fault: Fault?

  init(_ header: Header) {
    bands = header.names.indices.compactMap { RTTBands.band(header.names[$0], column: $0) }.sorted { $0.from < $1.from }
    fault = RTTBands.fault(bands, header)
  }

  /// The number of bands of those waiting up to 18 weeks.
  var within18: Int { bands.prefix { ($0.to ?? .max) <= 18 }.count }
  /// The first band of those waiting more than 52 weeks.
  var over52: Int { bands.firstIndex { $0.from >= 52 } ?? bands.count }

  /// The band with this name; `nil` when the column is none.
  static func band(_ name: ColumnName, column: Int) -> Band? {
    let words = name.text.split(separator: " ")
    guard words.first == "gt", words.count >= 3, let from = Int(words[1]) else { return nil }
    if words[2] == "weeks" { return Band(column: column, from: from, to: nil) }
    guard words.count >= 5, words[2] == "to", words[4] == "weeks", let to = Int(words[3]) else { return nil }
    return Band(column: column, from: from, to: to)
  }

  private static func fault(_ bands: [Band], _ header: Header) -> Fault? {
    guard let first = bands.first, let last = bands.last else { return Fault(.bandsMissing(first: 0)) }
    if first.from != 0 { return Fault(.bandsMissing(first: first.from), first.column) }
    for (band, next) in zip(bands, bands.dropFirst()) where band.to != next.from {
      let name = "Gt \(twoDigits(band.to ?? band.from)) To \(twoDigits((band.to ?? band.from) + 1)) Weeks SUM 1"
      return Fault(.bandsJump(after: band.to ?? band.from, to: next.from, name: name), next.column)
    }
    return last.to == nil ? nil : Fault(.bandsEnd(name: header.title(last.column)), last.column)
  }

  private static func twoDigits(_ week: Int) -> String { week < 10 ? "0\(week)" : "\(week)" }
}
