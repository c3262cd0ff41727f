import Dashboard
import Metrics
import Screen

/// A board as the sheets of a workbook: its figures, its data problems, where they came from, and what it is about.
public struct BoardWorkbook {
  private let listing: FigureListing
  private let provenance: Provenance
  private var board: Board { listing.board }

  /// The figures of a listing, as `print` has them.
  public init(_ listing: FigureListing, provenance: Provenance) {
    (self.listing, self.provenance) = (listing, provenance)
  }

  /// What the workbook says it is.
  public var title: String { "\(Glyph.sanitised(board.tree.system.name)), \(Period.title(of: provenance.made.day))" }

  /// The sheets, in their order.
  public var sheets: [WorkbookSheet] { [figures, problems, origin, about] }

  private var figures: WorkbookSheet {
    let rows = listing.rowsWithMembers(asAt: provenance.made.day).map { row, members in
      let cells = FigureSheetCells(row, members)
      return FigureSheetCells.columns.map { $0.cell(cells) }
    }
    return WorkbookSheet(
      name: "Figures", columns: FigureSheetCells.columns.map { .init(title: $0.title, width: $0.width) }, rows: rows)
  }

  private var problems: WorkbookSheet {
    WorkbookSheet(
      name: "Problems",
      columns: [
        .init(title: "severity", width: 10), .init(title: "file", width: 40), .init(title: "line", width: 8),
        .init(title: "column", width: 8), .init(title: "problem", width: 60), .init(title: "expected", width: 30),
        .init(title: "fix", width: 45), .init(title: "size of the difference", width: 14),
      ],
      rows: board.problems.map { problem in
        [
          .text(problem.severity.rawValue), .init(problem.file), .number(problem.line), .number(problem.column),
          .init(problem.message), .init(problem.expected), .init(problem.fix),
          problem.amount.map { .number($0.double, $0.denominator == 1 ? .whole : .tenths) } ?? .nothing,
        ]
      })
  }

  private var origin: WorkbookSheet {
    WorkbookSheet(
      name: "Provenance",
      columns: [
        .init(title: "file", width: 45), .init(title: "layout", width: 35), .init(title: "periods", width: 28),
        .init(title: "rows read", width: 10), .init(title: "rows skipped", width: 10), .init(title: "bytes", width: 12),
        .init(title: "last written", width: 13), .init(title: "read", width: 13), .init(title: "SHA-256", width: 68),
        .init(title: "remark", width: 45),
      ],
      rows: FileOrigin.all(board, provenance).map { file in
        [
          .init(file.name), .init(file.layout), .init(file.periods), .number(file.rowsRead), .number(file.rowsSkipped),
          .number(file.size), file.written.map { .day($0.day) } ?? .nothing, .day(provenance.made.day),
          .init(file.digest), .init(file.remark),
        ]
      })
  }

  private var about: WorkbookSheet {
    let made = provenance.made
    let facts: [(String, WorkbookCell)] = [
      ("system", .init(board.tree.system.name)), ("code", .init(board.tree.system.code.text)),
      ("read and made on", .day(made.day)), ("at", .text(made.clock)),
      ("held", .text(listing.viewSettings.choice.words)),
      ("periods", .text(listing.allPeriods ? "every period" : "the latest of each measure")),
      ("data problems", .number(Double(board.problems.count), .whole)), ("made by", .text(provenance.program)),
      ("percentages", .text("are fractions of 1, shown in percent; variances of percentages are percentage points")),
      ("times", .text("are parts of a day, shown in minutes and seconds")),
      ("empty cells", .text("have no figure: missing is never zero")),
    ]
    return WorkbookSheet(
      name: "About", columns: [.init(title: "what", width: 22), .init(title: "is", width: 80)],
      rows: facts.map { [.text($0.0), $0.1] })
  }
}

extension WorkbookCell {
  /// A count; nothing where it is not known.
  static func number(_ number: Int?) -> WorkbookCell { number.map { .number(Double($0), .whole) } ?? .nothing }
}
