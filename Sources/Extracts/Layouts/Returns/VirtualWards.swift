import Metrics

// Virtual wards: their capacity and their patients, on a day of the month. There is a sheet by provider and one by
// board.
//
//   Month:,July 2025
//   ,Region,Region Code,Provider code,Name,"Virtual Ward Capacity (see note 1)","Patients in a Virtual Ward (see note 4)",
//     "Occupancy % (see note 5)"
//   ,-,-,-,ENGLAND*,12576,9002,0.7158
//
// Occupancy is calculated from the two numbers, because the printed one stops at 100%. A trust that works in several
// systems has a row for each.
//
// Source: NHS England, Virtual ward capacity and occupancy.

extension Layout {
  /// The sheets of virtual wards, by provider and by board.
  static let virtualWards = Layout(
    name: "virtual wards",
    readsPreamble: true,
    columns: { (columns: inout ColumnBinder) throws(MissingColumn) in
      try columns.required("Name")
      try columns.required("Provider code", "ICB code")
      try columns.required("Virtual Ward Capacity") { VirtualWards.isCapacity($0) }
      try columns.required("Patients in a Virtual Ward") { $0.starts(with: "Patients in a Virtual Ward") }
    },
    reader: { header, _, _ in
      ReturnSheet(
        header,
        ReturnForm(
          title: "virtual wards", when: .month(after: ["Month:", "Period:"]),
          measure: { name, _ in
            if VirtualWards.isCapacity(name) { return ReturnCell(.wardCapacity) }
            return name.starts(with: "Patients in a Virtual Ward") ? ReturnCell(.wardPatients) : nil
          }, addsUp: header.column("Provider code") != nil, hasRowsForSystems: true))
    })
}

/// The columns of virtual wards.
enum VirtualWards {
  /// Whether a column has the number of patients, not the number per 100,000 people.
  @Sendable static func isCapacity(_ name: ColumnName) -> Bool {
    name.starts(with: "Virtual Ward Capacity") && !name.contains("per 100")
  }
}
