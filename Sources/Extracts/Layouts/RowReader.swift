/// Reads the rows of one layout into figures.
protocol RowReader {
  /// The layout with its version: `A&E monthly, from August 2020`.
  var title: String { get }
  /// Whether the file is an organisation's own file rather than a published one.
  var isLocal: Bool { get }
  /// The fewest fields in a row, where spreadsheets leave out empty fields at its end; `nil` where it must have all.
  var fewestFields: Int? { get }
  /// Whether its files have the header above each of several tables, so that a second one is no mistake.
  var repeatsHeader: Bool { get }
  /// Reads one row of data.
  mutating func read(_ record: Record, into builder: inout ContributionBuilder) throws(Fault)
  /// Reads ordinary rows, each on one line, from the start of a row, and stops before the first that is not ordinary;
  /// returns how many it read. It reads them exactly as `read` would.
  mutating func readOrdinaryRows(
    _ block: UnsafeRawBufferPointer, from position: inout Int, line: Int, into builder: inout ContributionBuilder
  ) -> Int
  /// Adds what is known only at the end of the file.
  mutating func finish(into builder: inout ContributionBuilder)
  /// Whether two parts of a file can be read at the same time and then joined.
  var canBeJoined: Bool { get }
  /// Adds what a reader of the same layout made of a later part of the file. Returns `false` and adds nothing where
  /// rows of one part affect those of the other.
  mutating func join(_ later: any RowReader, _ numbers: JoinedNumbers) -> Bool
}

extension RowReader {
  /// Most layouts are of published files.
  var isLocal: Bool { false }
  /// A published row has all its fields.
  var fewestFields: Int? { nil }
  /// In most files, a second header means that two files were joined.
  var repeatsHeader: Bool { false }
  /// A reader without a fast path treats no row as ordinary.
  mutating func readOrdinaryRows(
    _ block: UnsafeRawBufferPointer, from position: inout Int, line: Int, into builder: inout ContributionBuilder
  ) -> Int { 0 }

  /// Most files are too small for it to be worthwhile.
  var canBeJoined: Bool { false }
  mutating func join(_ later: any RowReader, _ numbers: JoinedNumbers) -> Bool { false }
}
