import Metrics

// Discharge ready date, by month. One row: one organisation and measure.
//
//   Date,Data Source,Data Type,Upper Tier Local Authority Code,Upper Tier Local Authority,Region (of Provider),
//   ICB (of Provider),Code,Organisation Name,Measure,Value
//   Apr-24,SUS & HODF,Provider,[z],[z],EAST OF ENGLAND,NHS …,RC9,BEDFORDSHIRE …,Number of patients discharged in total,7413
//
// Shares and averages are calculated from the counts beside them. Rows by local authority repeat the same discharges. A
// provider without acceptable data has no rows, so it has made no return.
//
// Source: NHS England, Discharge delays, discharge ready date, monthly.

extension Layout {
  /// Discharge ready date, September 2023 on.
  static let readyDate = Layout(
    name: "discharge ready date",
    columns: { (columns: inout ColumnBinder) throws(MissingColumn) in
      // Boards and regions have columns too: they distinguish this file from others.
      try columns.required("ICB (of Provider)")
      return ReturnRowColumns(
        period: try columns.required("Date"), level: try columns.required("Data Type"),
        code: try columns.required("Code"), name: try columns.required("Organisation Name"),
        measure: try columns.required("Measure"), kind: nil, value: try columns.required("Value"))
    },
    reader: { header, columns, _ in ReturnRows(header, columns, ReadyDate.rows) })
}

/// What the rows of the discharge ready date count.
enum ReadyDate {
  static let rows = ReturnRowForm(
    title: "discharge ready date", example: "April 2024", cells: { measure, _, _ in cells(measure) },
    when: { text, _ in Month(published: text).map(Period.month) }, complete: addDelayed)

  private static let delays: [(words: StaticString, item: String)] = [
    ("is no delay", "0"), ("is a 1 day delay", "1"), ("is a 2-3 day delay", "2-3"), ("is a 4-6 day delay", "4-6"),
    ("is a 7-13 day delay", "7-13"), ("is a 14-20 day delay", "14-20"), ("delay of 21 days or more", "21+"),
  ]

  @Sendable private static func cells(_ measure: ColumnName) -> [ReturnCell] {
    if measure == "Number of patients discharged in total" { return [ReturnCell(.readyDischarged)] }
    if measure == "Total bed days lost due to delayed discharge" { return [ReturnCell(.readyDays)] }
    guard measure.starts(with: "Number of patients discharged where"),
      let delay = delays.first(where: { measure.contains($0.words) })
    else { return [] }
    let part = ReturnCell(.readyByDelay, "delay", delay.item)
    return delay.item == "0" ? [ReturnCell(.readySameDay), part] : [part]
  }

  /// Adds those who left after the date: they are published only as a share.
  @Sendable private static func addDelayed(_ cells: inout ReturnCells) {
    guard let all = cells[ReturnCell(.readyDischarged)]?.count, let same = cells[ReturnCell(.readySameDay)]?.count,
      same <= all
    else { return }
    cells.add(.known(all - same), ReturnCell(.readyDelayed))
  }
}
