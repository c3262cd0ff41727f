import Dashboard
import Metrics
import Screen

/// The output of `sitrep check` for a board: each file, then every problem in the words used everywhere.
public struct CheckListing: Sendable {
  let board: Board
  /// The kind of target, the period and the perspective.
  let viewSettings: ViewSettings

  /// A check of a board.
  ///
  /// - Parameter viewSettings: the kind of target: a target that cannot be worked out is reported.
  public init(_ board: Board, viewSettings: ViewSettings = ViewSettings()) {
    self.board = board
    self.viewSettings = viewSettings
  }

  /// Whether any problem is an error.
  public var hasErrors: Bool { board.problems.contains { $0.severity == .error } }

  private var files: [FileCheck] { FileCheck.all(board.contributions) }

  /// The check as text.
  public var text: String {
    let files = files.map { CheckListing.lines(of: $0).joined(separator: "\n") }
    let problems = board.problems.map(\.shownText)
    let targets = withoutTargets.map { "\($0.organisation) \($0.metric) \($0.period.title): \($0.withoutTarget)" }
    let said = [problems, targets].filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
    return (files + unreadSheets + said + [summary]).joined(separator: "\n\n")
  }

  /// The figures shown that have no target because a figure needed to work it out is not in the extracts.
  private var withoutTargets: [Figure] {
    FigureListing(board, viewSettings: viewSettings).rows.compactMap(\.figure).filter { !$0.withoutTarget.isEmpty }
  }

  private static func lines(of file: FileCheck) -> [String] {
    let contribution = file.contribution
    let name = Glyph.sanitised(contribution.file.name)
    guard !file.layout.isEmpty else { return [name, "  layout         none fits"] }
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

  /// The sheets of each workbook that no figures were read from, and why.
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
  /// The problem as in `text`, without any control sequence for a terminal.
  public var shownText: String {
    var shown = shown
    shown.file = Glyph.sanitised(file)
    return shown.text
  }

  /// The problem with its words as they are shown everywhere; the name of its file is unchanged.
  var shown: Problem {
    var shown = self
    shown.message = Glyph.sanitised(message)
    shown.expected = Glyph.sanitised(expected)
    shown.fix = Glyph.sanitised(fix)
    return shown
  }
}

extension Figure {
  /// The missing target as JSON: metric, organisation, period, reason.
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
