import Metrics

// KH03: beds open overnight, a quarter's mean of nights. The sheet "NHS Trust by Sector" has a row for each trust.
//
//   Period:,April to June 2025
//   ,,,,,,Available,,,,,,Occupied,,,,,,% Occupied,…
//   ,Year,Period End,Region Code,Org Code,Org Name,Total ,General & Acute,Learning Disabilities,Maternity,Mental Illness,,
//     Total ,General & Acute,…
//   ,2025-26,June,,,England,130059.857,104197.484,736.989,7364.780,17760.604,,116068.813,95316.791,…
//   ,2025-26,June,Y56,R1H,BARTS HEALTH NHS TRUST,2162.736,1969.538,0,193.198,0,,1996.582,1859.978,…
//
// The sectors have the same headings three times; the group above says which beds they are. Occupancy is calculated from the
// beds. These are not the beds of the daily situation report, which are counted at another hour.
//
// Source: NHS England, Bed availability and occupancy, KH03; workbooks of 2019/20 Q3 and 2025/26 Q1.

extension Layout {
  /// KH03 by trust and sector.
  static let overnightBeds = Layout(
    name: "KH03",
    readsPreamble: true,
    columns: { (columns: inout ColumnBinder) throws(MissingColumn) in
      for name in ["Period End", "Org Code", "Org Name", "General & Acute", "Maternity"] {
        try columns.required(name)
      }
    },
    reader: { header, _, _ in
      ReturnSheet(
        header,
        ReturnForm(
          title: "KH03", when: .quarter,
          measure: { name, group in
            guard name == "General & Acute" else { return nil }
            if group == "Available" { return ReturnCell(.overnightAvailable) }
            return group == "Occupied" ? ReturnCell(.overnightOccupied) : nil
          }, addsUp: true))
    })
}
