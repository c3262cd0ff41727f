import Metrics

// The sheet "System Mapping" of the A&E workbook: two tables side by side, with the codes of the systems in the second.
//
//   Org code,Region ,Name,STP,,,STP,Code
//   RZ1,Northmere Commissioning Region,Fellgate General Hospital NHS Trust,NHS Northmere ICB,,,NHS Northmere ICB,QZ9

extension Layout {
  /// The sheet "System Mapping" of the A&E workbook, as it is saved.
  static let savedSystemMapping = Layout(
    name: "system mapping", columns: SavedSystemMapping.Columns.init,
    reader: { _, columns, _ in SavedSystemMapping(columns) })
}

/// Reads the rows of two tables: organisations with the names of their systems, and systems with their codes.
struct SavedSystemMapping: RowReader {
  /// The places of its columns.
  struct Columns {
    let organisation, name, system, listedSystem, code: Int

    init(_ columns: inout ColumnBinder) throws(MissingColumn) {
      organisation = try columns.required("Org code")
      name = try columns.required("Name")
      system = try columns.required("STP", "ICB", "ICS")
      code = try columns.required("Code")
      listedSystem = try columns.required(
        "a second STP", at: columns.columns(namedLike: system).dropFirst().first)
    }
  }

  private let columns: Columns
  private var organisations: [(number: Int, name: String, system: String, line: Int)] = []
  private var codes: [String: Int] = [:]
  let title = "system mapping"
  /// The two tables have different numbers of rows.
  let fewestFields: Int? = 1

  init(_ columns: Columns) { self.columns = columns }

  mutating func read(_ record: Record, into builder: inout ContributionBuilder) throws(Fault) {
    let listed = record.text(columns.listedSystem)
    if !listed.isEmpty, !record.isBlank(columns.code) {
      let system = try builder.organisation(record, columns.code)
      builder.call(system, listed, .system, parent: nil)
      codes[listed.lowercased()] = system
    }
    if record.isBlank(columns.organisation), !listed.isEmpty { return }
    organisations.append(
      (
        try builder.organisation(record, columns.organisation), record.text(columns.name), record.text(columns.system),
        record.line
      ))
  }

  mutating func finish(into builder: inout ContributionBuilder) {
    for (number, name, system, line) in organisations {
      let parent = codes[system.lowercased()].map { builder.code($0) }
      if parent == nil, !system.isEmpty {
        builder.add(Fault(.unknownOrganisation(system, nearest: "one of the second table"), columns.system), line: line)
      }
      builder.call(number, name, .provider, parent: parent)
    }
  }
}
