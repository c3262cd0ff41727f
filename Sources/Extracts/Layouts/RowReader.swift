/// Reads the rows of one layout to figures.
protocol RowReader {
  /// The layout with its generation: `A&E monthly, from August 2020`.
  var title: String { get }
  /// Whether the file is an organisation's own rather than a published one.
  var isLocal: Bool { get }
  /// How many fields a row has at least, where spreadsheets leave out empty ones at its end; `nil` where it must have all.
  var fewestFields: Int? { get }
  /// Reads one row of data.
  mutating func read(_ record: Record, into builder: inout ContributionBuilder) throws(Fault)
  /// Reads ordinary rows, each of one line, from the start of one, and stops before the first that is not ordinary;
  /// how many it read. What it reads it reads exactly as `read` would.
  mutating func readOrdinaryRows(
    _ block: UnsafeRawBufferPointer, from position: inout Int, line: Int, into builder: inout ContributionBuilder
  ) -> Int
  /// Adds what only the whole file can tell.
  mutating func finish(into builder: inout ContributionBuilder)
  /// Whether two parts of a file can be read at the same time and joined.
  var canBeJoined: Bool { get }
  /// Takes over what a reader of the same layout made of a later part of the file; `false`, and nothing is taken over,
  /// where the rows of one concern those of the other.
  mutating func join(_ later: any RowReader, _ numbers: JoinedNumbers) -> Bool
}

extension RowReader {
  /// Most layouts are published ones.
  var isLocal: Bool { false }
  /// A published row has all its fields.
  var fewestFields: Int? { nil }
  /// No row is ordinary to a reader that reads all of them with care.
  mutating func readOrdinaryRows(
    _ block: UnsafeRawBufferPointer, from position: inout Int, line: Int, into builder: inout ContributionBuilder
  ) -> Int { 0 }

  /// Most files are too small to be worth it.
  var canBeJoined: Bool { false }
  mutating func join(_ later: any RowReader, _ numbers: JoinedNumbers) -> Bool { false }
}
