import Metrics

/// One published file shape: what its header must name, and what reads its rows.
struct Layout: Sendable {
  /// Its name in messages: `A&E monthly`.
  let name: String
  /// What its header must name.
  let requirements: [Requirement]
  /// For files without a header: the names it would have, if the first row is one of theirs.
  var headerless: (@Sendable (Record) -> [String]?)?
  /// Whether what stands above the header says something of the rows under it.
  var readsPreamble = false
  /// Why a file with such a header is not read after all; `nil` where it is.
  var refusal: (@Sendable (Header) -> ExtractProblem?)?
  /// Whether a `system.toml` defines it; it then goes before the published ones.
  var isLocal = false
  /// What reads the rows under such a header.
  let reader: @Sendable (Header, ReadingContext) -> any RowReader

  /// Which of two layouts that claim a header has it: a system's own, else the one that needs more.
  var rank: Int { requirements.count + (isLocal ? 1 << 16 : 0) }

  /// Whether the header names everything it needs.
  func claims(_ header: Header) -> Bool { requirements.allSatisfy { $0.isMet(by: header) } }

  /// What it needs and the header does not name.
  func missing(in header: Header) -> [Requirement] { requirements.filter { !$0.isMet(by: header) } }
}

/// A column that a layout needs, in the spellings it has had.
struct Requirement: Sendable {
  /// The spellings a message may use.
  let spellings: [String]
  private let names: Set<ColumnName>
  private let matches: (@Sendable (ColumnName) -> Bool)?

  /// A column with one of these names.
  init(_ spellings: String...) {
    self.spellings = spellings
    names = Set(spellings.map { ColumnName($0) })
    matches = nil
  }

  /// A column whose name has a pattern, called by these names in messages.
  init(_ spellings: String..., where matches: @escaping @Sendable (ColumnName) -> Bool) {
    self.spellings = spellings
    names = []
    self.matches = matches
  }

  /// Whether the header names it.
  func isMet(by header: Header) -> Bool {
    header.names.contains { name in matches.map { $0(name) } ?? names.contains(name) }
  }

  /// The spelling that goes best with the other names of a header: the one whose first word occurs there most.
  func title(beside header: Header) -> String {
    func firstWord(_ text: String) -> Substring { text.prefix { $0 != " " } }
    func neighbours(_ spelling: String) -> Int {
      let word = firstWord(ColumnName(spelling).text)
      return header.names.filter { firstWord($0.text) == word }.count
    }
    var best = spellings[0]
    for spelling in spellings.dropFirst() where neighbours(spelling) > neighbours(best) { best = spelling }
    return best
  }
}

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
