import Metrics

// The acute discharge situation report. Its workbook has a sheet "Table 2": a row for each trust, three columns a day (four to
// May 2023, the discharged by the hour).
//
//   ,,,,2025-03-01,,,2025-03-02,…                                        (the day, above the first column of its block)
//   ,Notes:,,,Number of patients who no longer meet the criteria to reside,Number of patients discharged,
//     Number of patients remaining in hospital who no longer meet the criteria to reside,Number of …
//   ,,,ENGLAND (Type 1 Trusts),21768,8204,13564,…                        (then regions, without a code)
//   ,Region,ICB Code,ICB Name                                            (a heading without the measures, then boards)
//   ,Region,Org Code,Org Name                                            (the same, then trusts)
//
// Its CSV, from April 2024, has a row for each organisation, day and measure:
//
//   Period,Level,Region,ICB,Org Code,Org Name,Metric,Metric Type,Metric Group,Value
//   01/03/2025,PROVIDER,EAST OF ENGLAND,NHS …,RC9,BEDFORDSHIRE HOSPITALS …,Number of patients discharged,Daily metric,Discharges,69
//
// Those who no longer meet the criteria are those discharged and those remaining, for every trust and day. Bed-days
// since patients were ready are counted once a week; destinations are sums of a month, dated its first day. Delays by
// reason are means with decimals and are not read.
//
// Source: NHS England, Acute discharge situation report. The columns after the three measures of a day were taken from
// descriptions by others who read the CSV.

extension Layout {
  /// The acute discharge workbook, Table 2.
  static let acuteDischargeSheet = Layout(
    name: "acute discharge, Table 2",
    readsPreamble: true,
    columns: { (columns: inout ColumnBinder) throws(MissingColumn) in
      try columns.required("Number of patients who no longer meet the criteria to reside") {
        $0.starts(with: "Number of patients who no longer meet")
      }
      try columns.required("Number of patients discharged") { $0.starts(with: "Number of patients discharged") }
      try columns.required("Number of patients remaining in hospital who no longer meet the criteria to reside") {
        $0.starts(with: "Number of patients remaining in hospital")
      }
    },
    reader: { header, _, _ in ReturnSheet(header, AcuteDischarge.sheet) })

  /// The acute discharge CSV.
  static let acuteDischarge = Layout(
    name: "acute discharge",
    columns: { (columns: inout ColumnBinder) throws(MissingColumn) in
      ReturnRowColumns(
        period: try columns.required("Period"), level: try columns.required("Level"),
        code: try columns.required("Org Code"), name: columns.optional("Org Name"),
        measure: try columns.required("Metric"), kind: columns.optional("Metric Group"),
        value: try columns.required("Value"))
    },
    reader: { header, columns, _ in ReturnRows(header, columns, AcuteDischarge.rows) })
}

/// What the columns and rows of the acute discharge report count.
enum AcuteDischarge {
  static let sheet = ReturnForm(
    title: "acute discharge, Table 2", when: .days, measure: { name, _ in daily(name).map { ReturnCell($0) } },
    addsUp: true)

  static let rows = ReturnRowForm(
    title: "acute discharge", example: "01/03/2025",
    cells: { measure, group, _ in
      if let daily = daily(measure) { return [ReturnCell(daily)] }
      if group.contains("bed days") || measure.contains("bed days") { return additionalDays(measure) }
      return group.contains("destination") ? destination(measure) : []
    },
    when: when, isOfOneMonth: true)

  private static func daily(_ name: ColumnName) -> ReturnMeasure? {
    if name.starts(with: "Number of patients who no longer meet") { return .noCriteria }
    if name.starts(with: "Number of patients remaining in hospital") { return .remaining }
    return name.starts(with: "Number of patients discharged") ? .discharged : nil
  }

  /// Patients who stayed 7 days or more are all that are counted; those of 14 and 21 days are included in them.
  private static func additionalDays(_ name: ColumnName) -> [ReturnCell] {
    let stay = name.contains("21") ? "21" : name.contains("14") ? "14" : name.contains("7") ? "7" : ""
    if stay.isEmpty { return [] }
    let part = ReturnCell(.additionalDays, "length-of-stay", stay)
    return stay == "7" ? [ReturnCell(.additionalDays), part] : [part]
  }

  /// The destinations of a pathway are added up: `P2 - Care Home`.
  private static func destination(_ name: ColumnName) -> [ReturnCell] {
    let pathway = (0...3).first { name.starts(with: "P\($0) ") || name.starts(with: "Pathway \($0)") }
    return pathway.map { [ReturnCell(.discharged, "destination", "\($0)")] } ?? []
  }

  @Sendable private static func when(_ text: String, _ measure: ReturnMeasure) -> Period? {
    guard case .day(let day)? = Period(written: text) else { return nil }
    return measure == .additionalDays ? .week(day.week) : .day(day)
  }
}
