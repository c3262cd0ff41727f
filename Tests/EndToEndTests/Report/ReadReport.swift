import Foundation
import Synchronization
import Testing

/// What is in an HTML report, as `Tests/Readers/report` finds it: with a reader of XML and with one of HTML.
struct ReadReport: Decodable, Sendable {
  struct Cell: Decodable, Sendable {
    let name: String, scope: String?, text: String, value: String?
  }
  struct Table: Decodable, Sendable {
    let metric: String?, caption: String, parts: [String], head: [Cell], rows: [[Cell]]
  }
  struct Drawing: Decodable, Sendable {
    let role: String?, first: [String], title: String, desc: String
  }
  struct Heading: Decodable, Sendable {
    let level: Int, text: String
    init(from decoder: any Decoder) throws {
      var list = try decoder.unkeyedContainer()
      (level, text) = (try list.decode(Int.self), try list.decode(String.self))
    }
  }

  let doctype: String, language: String, title: String, style: String
  /// Whether a reader of XML and one of HTML find the same elements with as many attributes.
  let isSame: Bool
  let elements: [String], attributes: [String], order: [String], ids: [String], links: [String], labels: [String]
  let headings: [Heading]
  let tables: [Table]
  let drawings: [Drawing]
  let paragraphs: [String]
  /// The file itself.
  var source = ""

  private enum CodingKeys: String, CodingKey {
    case doctype, language, title, style, isSame = "is_same", elements, attributes, order, ids, links, labels, headings
    case tables, drawings, paragraphs
  }

  private static let known = Mutex<[[String]: ReadReport]>([:])

  /// The report that these arguments give, written once for all tests that ask for it.
  static func of(_ arguments: [String]) throws -> ReadReport {
    if let report = known.withLock({ $0[arguments] }) { return report }
    let report = try written(arguments)
    known.withLock { $0[arguments] = report }
    return report
  }

  /// Has the program write a report, and reads it.
  static func written(_ arguments: [String]) throws -> ReadReport {
    let folder = TemporaryFolder()
    let outcome = try Program.run(["report"] + arguments + ["--out", "\(folder.path)/board.html"])
    #expect(outcome.status == 0 && outcome.output == "" && outcome.error == "", "\(outcome.error)")
    let read = try Program.run(
      ["\(Program.project)/Tests/Readers/report", "\(folder.path)/board.html"], program: "/usr/bin/python3")
    try #require(read.status == 0, "\(read.error)")
    var report = try JSONDecoder().decode(ReadReport.self, from: Data(read.output.utf8))
    report.source = folder.read("board.html")
    return report
  }

  /// Every text that is read.
  var texts: [String] {
    [title] + headings.map(\.text) + paragraphs + tables.map(\.caption)
      + tables.flatMap { $0.rows.joined() }.map(\.text)
      + drawings.flatMap { [$0.title, $0.desc] }
  }

  /// A cell of a row by the heading of its column; `nil` where the table has no such column.
  static func cell(_ row: [Cell], _ table: Table, _ heading: String) -> Cell? {
    table.head.firstIndex { $0.text == heading }.map { row[$0] }
  }
}
