// Ambulance clinical outcomes. One row: one trust, region or England in one month.
//
//   Year,Month,Region,Org Code,Org Name,R1r,R1n,R2r,R2n,SQU03_5_1_1,…,M3n,M3m,…,P1b,P1n
//
// The layout exists so that the file is recognised; the board has no metric for it.

extension Layout {
  /// Ambulance clinical outcomes, April 2011 on.
  static let ambCO = Layout(
    name: "AmbCO",
    columns: { (columns: inout ColumnBinder) throws(MissingColumn) in
      for name in ["Year", "Month", "Org Code", "R1n", "M1n", "K1n"] { try columns.required(name) }
    },
    reader: { header, _, _ in AmbCO(line: header.line) })
}

/// Skips AmbCO rows.
struct AmbCO: RowReader {
  /// The line of the header.
  let line: Int
  let title = "AmbCO"

  mutating func read(_ record: Record, into builder: inout ContributionBuilder) throws(Fault) {}

  mutating func finish(into builder: inout ContributionBuilder) {
    builder.problems.add(.noMetric("ambulance clinical outcomes"), .warning, line: line)
  }
}
