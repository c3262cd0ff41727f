/// Finds the columns of one layout in one header.
///
/// A layout names each of its columns once, here, and gets back the place that it reads from, so that the column it
/// requires and the column it reads cannot differ. The first required column that the header lacks ends the search with
/// `MissingColumn`; `listsMissing` continues, to list every missing column.
struct ColumnBinder {
  /// The header that is searched.
  let header: Header
  /// The number of columns that the layout has required so far.
  private(set) var requiredCount = 0
  /// The required columns that the header lacks.
  private(set) var missing: [Requirement] = []
  private let listsMissing: Bool

  /// The place given to a missing column while missing columns are listed. No row has a field there.
  private static let nowhere = Int.max

  init(_ header: Header, listsMissing: Bool = false) {
    self.header = header
    self.listsMissing = listsMissing
  }

  /// The place of a required column: by the first of its spellings, then by the second, and so on.
  @discardableResult
  mutating func required(_ spellings: String...) throws(MissingColumn) -> Int {
    // Every header is compared with every layout, so nothing is built for a missing column unless it is to be listed.
    try required(spellings, at: header.place(of: spellings))
  }

  /// The place of the first column whose name matches a pattern; messages call it by these spellings.
  @discardableResult
  mutating func required(
    _ spellings: String..., where matches: (ColumnName) -> Bool
  ) throws(MissingColumn) -> Int {
    try required(spellings, at: header.names.firstIndex(where: matches))
  }

  /// The place of a required column that the layout found in its own way; messages call it by these spellings.
  mutating func required(_ spellings: String..., at place: Int?) throws(MissingColumn) -> Int {
    try required(spellings, at: place)
  }

  /// The place of a column that some files lack, by the first of its spellings that the header has.
  func optional(_ spellings: String...) -> Int? { header.place(of: spellings) }

  /// The places of all columns with the same name as this one, including its own.
  func columns(namedLike place: Int) -> [Int] {
    header.names.indices.contains(place) ? header.columns(header.names[place]) : []
  }

  private mutating func required(_ spellings: [String], at place: Int?) throws(MissingColumn) -> Int {
    requiredCount += 1
    if let place { return place }
    guard listsMissing else { throw MissingColumn() }
    missing.append(Requirement(spellings))
    return ColumnBinder.nowhere
  }
}

/// A header lacks a column that a layout requires.
struct MissingColumn: Error {}

extension Header {
  /// The first column with one of these names, the first name tried first.
  fileprivate func place(of spellings: [String]) -> Int? {
    for spelling in spellings where !lacks(spelling) {
      if let place = column(ColumnName(spelling)) { return place }
    }
    return nil
  }
}
