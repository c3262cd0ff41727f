import Metrics

// The ambulance collection: handovers by hospital, from November 2025. A row for each trust, fourteen columns a day.
//
//   ,,,,2025-12-22,…                                                     (the day, above the first column of its block)
//   ,Region,Trust code,Trust name,Handover time known,Over 15 minutes,Over 30 minutes,Over 45 minutes,Over 60 minutes,
//     Handover time unknown,All handovers,Total handover time (hours),Average (mean) handover time,% over 15 minutes,…
//
// Shares and the mean are calculated from the handovers whose time is known. The trusts are hospitals, not ambulance
// services. Files have been published with more handovers over 60 minutes than over 45: this is reported, and nothing
// is corrected.
//
// Source: NHS England, Ambulance collection. The headings were taken from descriptions by others who read the workbook.

extension Layout {
  /// The ambulance collection, handovers by hospital.
  static let ambulanceHandovers = Layout(
    name: "ambulance handovers",
    readsPreamble: true,
    columns: { (columns: inout ColumnBinder) throws(MissingColumn) in
      for name in ["Trust code", "Trust name"] { try columns.required(name) }
      try columns.required("Handover time known") { $0.contains("time known") }
      try columns.required("Over 15 minutes") { $0.starts(with: "Over 15") }
      try columns.required("Over 30 minutes") { $0.starts(with: "Over 30") }
      try columns.required("Over 60 minutes") { $0.starts(with: "Over 60") }
    },
    reader: { header, _, _ in ReturnSheet(header, AmbulanceHandovers.sheet) })
}

/// What the columns of the ambulance collection count.
enum AmbulanceHandovers {
  static let sheet = ReturnForm(title: "ambulance handovers", when: .days, measure: { name, _ in cell(name) })

  private static func cell(_ name: ColumnName) -> ReturnCell? {
    if name.contains("time known") { return ReturnCell(.handovers) }
    if name.starts(with: "Over 15") { return ReturnCell(.over15) }
    if name.starts(with: "Over 30") { return ReturnCell(.over30) }
    if name.starts(with: "Over 45") { return ReturnCell(.over45) }
    if name.starts(with: "Over 60") { return ReturnCell(.over60) }
    return name.contains("total handover time") && name.contains("hours") ? ReturnCell(.handoverSeconds) : nil
  }
}
