import Dashboard
import Metrics
import Screen

/// What `check` says of a board: each file, then every problem in the words it has everywhere.
public struct CheckListing: Sendable {
  let board: Board
  /// Against what figures are held.
  let viewSettings: ViewSettings

  /// A check of a board.
  ///
  /// - Parameter viewSettings: against what figures are held: a target that cannot be worked out is said.
  public init(_ board: Board, viewSettings: ViewSettings = ViewSettings()) {
    self.board = board
    self.viewSettings = viewSettings
  }

  /// Whether any problem is an error.
  public var hasErrors: Bool { board.problems.contains { $0.severity == .error } }

  private var files: [FileCheck] { FileCheck.all(board.contributions) }

  /// The check to read.
  public var text: String {
    let files = files.map { CheckListing.lines(of: $0).joined(separator: "\n") }
    let problems = board.problems.map(\.shownText)
    let targets = withoutTargets.map { "\($0.organisation) \($0.metric) \($0.period.title): \($0.withoutTarget)" }
    let said = [problems, targets].filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
    return (files + unreadSheets + said + [summary]).joined(separator: "\n\n")
  }

  /// The figures shown that have no target because what it takes to work one out is not in the extracts.
  private var withoutTargets: [Figure] {
    FigureListing(board, viewSettings: viewSettings).rows.compactMap(\.figure).filter { !$0.withoutTarget.isEmpty }
  }

  private static func lines(of file: FileCheck) -> [String] {
    let contribution = file.contribution
    let name = Glyph.sanitised(contribution.file.name)
    guard !file.layout.isEmpty else { return [name, "  layout         none claims it"] }
    return [
      name + (contribution.file.sheet.map { $0.hiding.isEmpty ? "" : " (\($0.hiding) sheet)" } ?? ""),
      "  layout         \(Glyph.sanitised(file.layout))" + (file.generation.isEmpty ? "" : ", \(file.generation)"),
      "  encoding       \(contribution.encoding)",
      "  rows           \(contribution.rowsRead) read, \(contribution.rowsSkipped) skipped",
      "  periods        \(file.periodText)",
      "  organisations  \(file.organisations)",
      "  totals         \(file.totalText)",
    ] + (file.supersededBy.map { ["  superseded     by \(Glyph.sanitised($0)), whose figures count"] } ?? [])
  }

  /// The sheets of each workbook that no figures were taken from, and why.
  private var unreadSheets: [String] {
    let books = Dictionary(grouping: board.unreadSheets) { $0.file }
    return books.sorted { $0.key < $1.key }.map { file, sheets in
      let lines = sheets.map { unread in
        let hiding = unread.sheet.hiding.isEmpty ? "" : " (\(unread.sheet.hiding))"
        return "  \(Glyph.sanitised(unread.sheet.name))\(hiding): \(Glyph.sanitised(unread.reason))"
      }
      return (["\(Glyph.sanitised(file)): \(counted(sheets.count, "sheet")) not read"] + lines).joined(separator: "\n")
    }
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
      ("schema", .whole(1)), ("files", .list(files.map(\.json))),
      ("unread_sheets", .list(board.unreadSheets.map(\.json))),
      ("without_target", .list(withoutTargets.map(\.withoutTargetJSON))),
      ("problems", .list(board.problems.map(\.json))),
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

extension Figure {
  /// That it has no target, as JSON: metric, organisation, period, reason.
  fileprivate var withoutTargetJSON: JSON {
    .object([
      ("metric", .text(metric.text)), ("organisation", .text(organisation.text)), ("period", .text(period.text)),
      ("reason", .text(withoutTarget)),
    ])
  }
}

extension UnreadSheet {
  /// The sheet as JSON: file, sheet, hidden, reason.
  fileprivate var json: JSON {
    .object([
      ("file", .text(file)), ("sheet", .text(sheet.name)), ("hidden", .flag(!sheet.hiding.isEmpty)),
      ("reason", .text(reason)),
    ])
  }
}
