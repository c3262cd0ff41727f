import Metrics

// Elective operations cancelled at the last minute, by quarter. The sheet "Provider" has a row for each trust.
//
//   Period:,"Quarter 1, 2025-26 (April to June 2025)"
//   ,Region Code,Region Name,Organisation Code,Organisation Name,
//     Number of last minute elective operations cancelled for non clinical reasons,
//     Number of patients not treated within 28 days of last minute elective cancellation
//   ,-,,-,England (Excluding Independent Sector),…          (and again including it)
//
// The sheet "National & Regional" has no trusts, and no column of organisations.
//
// Source: NHS England, Cancelled elective operations.

extension Layout {
  /// Cancelled elective operations by provider.
  static let cancelledOperations = Layout(
    name: "cancelled operations",
    readsPreamble: true,
    columns: { (columns: inout ColumnBinder) throws(MissingColumn) in
      for name in ["Organisation Code", "Organisation Name"] { try columns.required(name) }
      try columns.required("Number of last minute elective operations cancelled for non clinical reasons") {
        $0.starts(with: "Number of last minute elective operations cancelled")
      }
      try columns.required("Number of patients not treated within 28 days of last minute elective cancellation") {
        $0.starts(with: "Number of patients not treated within 28 days")
      }
    },
    reader: { header, _, _ in
      ReturnSheet(
        header,
        ReturnForm(
          title: "cancelled operations", when: .quarter,
          measure: { name, _ in
            if name.starts(with: "Number of last minute elective operations cancelled") {
              return ReturnCell(.lastMinute)
            }
            return name.starts(with: "Number of patients not treated within 28 days")
              ? ReturnCell(.notWithin28Days) : nil
          }, isOfAllTrusts: false))
    })
}
