import Metrics

/// One published file shape: what its header must name, and what reads its rows.
struct Layout: Sendable {
  /// Its name in messages: `A&E monthly`.
  let name: String
  /// What its header must name.
  let requirements: [Requirement]
  /// For files without a header: the names it would have, if the first row is one of theirs.
  var headerless: (@Sendable (Record) -> [String]?)?
  /// What reads the rows under such a header.
  let reader: @Sendable (Header, Surroundings) -> any RowReader

  /// Whether the header names everything it needs.
  func claims(_ header: Header) -> Bool { requirements.allSatisfy { $0.isMet(by: header) } }

  /// What it needs and the header does not name.
  func missing(in header: Header) -> [Requirement] { requirements.filter { !$0.isMet(by: header) } }
}

/// What a reader may know beside its file: the metrics there are.
struct Surroundings: Sendable {
  /// Built-in metrics, and the local ones of a `system.toml`.
  let metrics: [Metric]
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
  /// Reads one row of data.
  mutating func read(_ record: Record, into findings: inout Findings) throws(Fault)
  /// Reads ordinary rows, each of one line, from the start of one, and stops before the first that is not ordinary;
  /// how many it read. What it reads it reads exactly as `read` would.
  mutating func readOrdinaryRows(
    _ block: UnsafeRawBufferPointer, from position: inout Int, line: Int, into findings: inout Findings
  ) -> Int
  /// Adds what only the whole file can tell.
  mutating func finish(into findings: inout Findings)
}

extension RowReader {
  /// No row is ordinary to a reader that reads all of them with care.
  mutating func readOrdinaryRows(
    _ block: UnsafeRawBufferPointer, from position: inout Int, line: Int, into findings: inout Findings
  ) -> Int { 0 }
}
