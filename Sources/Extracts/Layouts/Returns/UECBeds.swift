import Metrics

// General and acute beds of the urgent and emergency care daily situation report.
//
// The month's means of days, as CSV (January 2025), rounded to whole beds:
//
//   Period,Level,Region,ICB,Org Code,Org Name,Metric,Type,Value
//   01/01/2025,Provider,EAST OF ENGLAND,NHS …,RC9,Bedfordshire Hospitals …,G&A beds available,Type 1,1096
//
// and as a sheet, "type 1 acute trusts" or "all acute trusts", April 2021 on; to September 2022 with the name before the code:
//
//   Period:,August 2023
//   ,,,,,…,Number of G&A beds occupied by patients with a length of stay of,,,% available G&A beds occupied by …,,
//   ,,,,G&A beds available,…,G&A beds occupied,G&A occupancy rate,…,7 or more days,14 or more days,21 or more days,7 or more …
//   ,,,ENGLAND,98959,…                             (then regions)
//   ,Region,ICB Code,ICB Name                      (a heading, then boards)
//   ,Region,Org Code,Org Name                      (the same, then trusts)
//
// The days themselves, in the time series of winters:
//
//   ,,,,2022-11-14,,,,2022-11-15,…
//   ,NHS England Region,Code,Name,G&A Beds Open,G&A beds unavailable to non-covid admissions,G&A beds occ'd,Occupancy rate,…
//   ,-,-,England,99364,238,93309,…
//
// Rates are calculated from the beds. In the CSV, England and boards have one row for all their trusts and one for
// those with a type 1 department; the two are never added. In a sheet, only the tab says which of the two it has, so
// only its trusts are read. Shares of long stays are of beds occupied, as in the CSV; those in the sheet are of beds
// available, and are not read.
//
// Source: NHS England, Bed availability and occupancy, and UEC daily situation reports.

extension Layout {
  /// The monthly beds as CSV.
  static let uecBeds = Layout(
    name: "UEC beds, monthly",
    columns: { (columns: inout ColumnBinder) throws(MissingColumn) in
      ReturnRowColumns(
        period: try columns.required("Period"), level: try columns.required("Level"),
        code: try columns.required("Org Code"), name: columns.optional("Org Name"),
        measure: try columns.required("Metric"), kind: try columns.required("Type"),
        value: try columns.required("Value"))
    },
    reader: { header, columns, _ in ReturnRows(header, columns, UECBeds.rows) })

  /// The monthly beds as a sheet.
  static let uecBedsSheet = Layout(
    name: "UEC beds, monthly sheet",
    readsPreamble: true,
    columns: { (columns: inout ColumnBinder) throws(MissingColumn) in
      for name in ["G&A beds available", "G&A beds occupied", "G&A occupancy rate"] { try columns.required(name) }
    },
    reader: { header, _, _ in ReturnSheet(header, UECBeds.monthly) })

  /// The daily beds of a winter.
  static let uecBedsDaily = Layout(
    name: "UEC beds, daily",
    readsPreamble: true,
    columns: { (columns: inout ColumnBinder) throws(MissingColumn) in
      for name in ["Code", "Name"] { try columns.required(name) }
      try columns.required("G&A Beds Open", "Total Beds Open", "CC Adult Open") { UECBeds.open.contains($0) }
      try columns.required("G&A beds occ'd", "Total beds occ'd", "CC Adult Occ") { UECBeds.occupied.contains($0) }
    },
    reader: { header, _, _ in ReturnSheet(header, UECBeds.daily) })
}

/// What the columns and rows of the situation report count.
enum UECBeds {
  static let open: Set<ColumnName> = [
    "G&A beds available", "G&A Beds Open", "Total Beds Open", "Adult G&A beds available", "Adult G&A Beds Open",
    "Paediatric G&A beds available", "Paediatric G&A Beds Open", "Adult critical care beds available", "CC Adult Open",
  ]
  static let occupied: Set<ColumnName> = [
    "G&A beds occupied", "G&A beds occ'd", "Total beds occ'd", "Adult G&A beds occupied", "Adult G&A beds occ'd",
    "Paediatric G&A beds occupied", "Paediatric G&A beds occ'd", "Adult critical care beds occupied", "CC Adult Occ",
  ]

  static let monthly = ReturnForm(
    title: "UEC beds, monthly sheet", when: .month(after: ["Period:"]), measure: cell, isOfAllTrusts: false)

  static let daily = ReturnForm(title: "UEC beds, daily", when: .days, measure: cell, isOfAllTrusts: false)

  static let rows = ReturnRowForm(
    title: "UEC beds, monthly", example: "01/01/2025", cells: cells,
    when: { text, _ in Month(published: text).map(Period.month) })

  /// A trust has one type; England and boards have figures for all their trusts and for those with a type 1 department.
  @Sendable private static func cells(
    _ measure: ColumnName, _ type: ColumnName, _ whose: ReturnOrganisation
  ) -> [ReturnCell] {
    guard let cell = cell(measure, measure) else { return [] }
    let isType1 = type == "Type 1"
    let isWhole = whose == .provider || type == "All Type"
    // Parts by the type of trust are in no breakdown.
    let isCritical = cell.measure == .criticalOpen || cell.measure == .criticalOccupied
    let ofType1 =
      cell.part == nil && isType1 && !isCritical ? [ReturnCell(cell.measure, "acute", "type-1")] : []
    return isWhole ? [cell] + ofType1 : ofType1
  }

  /// What a column counts; rates, core beds and escalation beds count nothing.
  @Sendable static func cell(_ name: ColumnName, _ group: ColumnName) -> ReturnCell? {
    if let stay = stay(name, group) { return ReturnCell(stay) }
    let isOpen = open.contains(name)
    guard isOpen || occupied.contains(name) else { return nil }
    if name.contains("critical care") || name.starts(with: "CC") {
      return ReturnCell(isOpen ? .criticalOpen : .criticalOccupied)
    }
    let measure: ReturnMeasure = isOpen ? .bedsOpen : .bedsOccupied
    if name.starts(with: "Adult") { return ReturnCell(measure, "age", "adult") }
    return name.starts(with: "Paediatric") ? ReturnCell(measure, "age", "paediatric") : ReturnCell(measure)
  }

  private static func stay(_ name: ColumnName, _ group: ColumnName) -> ReturnMeasure? {
    guard group.starts(with: "Number of G&A beds occupied by patients with a length of stay") else { return nil }
    if name.contains("21 or more days") { return .stays21 }
    if name.contains("14 or more days") { return .stays14 }
    return name.contains("7 or more days") ? .stays7 : nil
  }
}
