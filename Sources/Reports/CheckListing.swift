import Dashboard
import Metrics
import Screen

/// What `check` says of a board: each file, then every problem in the words it has everywhere.
public struct CheckListing: Sendable {
  let board: Board

  /// A check of a board.
  public init(_ board: Board) { self.board = board }

  /// Whether any problem is an error.
  public var hasErrors: Bool { board.problems.contains { $0.severity == .error } }

  private var files: [FileCheck] { FileCheck.all(board.contributions) }

  /// The check to read.
  public var text: String {
    let files = files.map { CheckListing.lines(of: $0).joined(separator: "\n") }
    let problems = board.problems.map(\.shownText)
    return (files + (problems.isEmpty ? [] : [problems.joined(separator: "\n")]) + [summary]).joined(separator: "\n\n")
  }

  private static func lines(of file: FileCheck) -> [String] {
    let contribution = file.contribution
    let name = Glyph.sanitised(contribution.file.name)
    guard !file.layout.isEmpty else { return [name, "  layout         none claims it"] }
    return [
      name,
      "  layout         \(Glyph.sanitised(file.layout))" + (file.generation.isEmpty ? "" : ", \(file.generation)"),
      "  encoding       \(contribution.encoding)",
      "  rows           \(contribution.rowsRead) read, \(contribution.rowsSkipped) skipped",
      "  periods        \(file.periodText)",
      "  organisations  \(file.organisations)",
      "  totals         \(file.totalText)",
    ] + (file.supersededBy.map { ["  superseded     by \(Glyph.sanitised($0)), whose figures count"] } ?? [])
  }

  private var summary: String {
    let errors = board.problems.count { $0.severity == .error }
    let warnings = board.problems.count - errors
    return counted(board.contributions.count, "file") + ", "
      + (board.problems.isEmpty ? "no problems" : counted(errors, "error") + ", " + counted(warnings, "warning"))
  }

  /// The check as one JSON object: schema, files, problems.
  public var json: String {
    JSON.object([
      ("schema", .whole(1)), ("files", .list(files.map(\.json))), ("problems", .list(board.problems.map(\.json))),
    ]).lines
  }
}

extension Problem {
  /// The problem as `text` has it, with nothing in it that a terminal could obey.
  public var shownText: String {
    var shown = shown
    shown.file = Glyph.sanitised(file)
    return shown.text
  }

  /// The problem with its words as they are shown everywhere; its file keeps its own name.
  var shown: Problem {
    var shown = self
    shown.message = Glyph.sanitised(message)
    shown.expected = Glyph.sanitised(expected)
    shown.fix = Glyph.sanitised(fix)
    return shown
  }
}
