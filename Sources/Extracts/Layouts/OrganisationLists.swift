import Metrics

// Lists of organisations: names and parents, no figures. One row: one organisation.
//
//   the A&E workbook's sheet "System Mapping":  Code,Name,ICB Code,ICB Name,Region Name
//   ODS `etr.csv`, as published without a header, 27 fields: code, name, national grouping, higher level health geography (the ICB),
//   five lines of address, postcode, open date, close date (YYYYMMDD), …; with a header, its columns may be in any
// order

extension Layout {
  /// The sheet "System Mapping" of the A&E workbook.
  static let systemMapping = Layout(
    name: "system mapping", columns: SystemMapping.Columns.init, reader: { _, columns, _ in SystemMapping(columns) })

  /// ODS files of trusts, which have no header.
  static let odsTrusts = Layout(
    name: "ODS trusts", headerless: OdsTrusts.header, columns: OdsTrusts.Columns.init,
    reader: { _, columns, _ in OdsTrusts(columns) })
}

/// Reads rows of the system mapping.
struct SystemMapping: RowReader {
  /// The places of its columns.
  struct Columns {
    let code, name, board, boardName: Int

    init(_ columns: inout ColumnBinder) throws(MissingColumn) {
      code = try columns.required("Code")
      name = try columns.required("Name")
      board = try columns.required("ICB Code")
      boardName = try columns.required("ICB Name")
    }
  }

  private let columns: Columns
  let title = "system mapping"

  init(_ columns: Columns) { self.columns = columns }

  mutating func read(_ record: Record, into builder: inout ContributionBuilder) throws(Fault) {
    let parent = record.text(columns.board)
    if !parent.isEmpty { _ = try builder.organisation(record, columns.board, name: columns.boardName, role: .system) }
    _ = try builder.organisation(
      record, columns.code, name: columns.name, role: .provider, parent: parent.isEmpty ? nil : OrganisationCode(parent)
    )
  }

  mutating func finish(into builder: inout ContributionBuilder) {}
}

/// Reads rows of an ODS file of trusts.
struct OdsTrusts: RowReader {
  /// The places of its columns.
  struct Columns {
    let code, board: Int
    let name, opened, closed: Int?

    init(_ columns: inout ColumnBinder) throws(MissingColumn) {
      code = try columns.required("Organisation Code")
      board = try columns.required("Higher Level Health Geography")
      name = columns.optional("Name", "Organisation Name")
      opened = columns.optional("Open Date")
      closed = columns.optional("Close Date")
    }
  }

  private let columns: Columns
  let title = "ODS trusts"

  init(_ columns: Columns) { self.columns = columns }

  mutating func read(_ record: Record, into builder: inout ContributionBuilder) throws(Fault) {
    let parent = record.text(columns.board)
    let (from, to) = (try month(record, columns.opened), try month(record, columns.closed))
    let trust = try builder.organisation(
      record, columns.code, name: columns.name, role: .provider, parent: parent.isEmpty ? nil : OrganisationCode(parent)
    )
    builder.limit(trust, from: from, to: to)
  }

  mutating func finish(into builder: inout ContributionBuilder) {}

  private func month(_ record: Record, _ field: Int?) throws(Fault) -> Month? {
    guard let field else { return nil }
    let text = record.text(field)
    if text.isEmpty { return nil }
    guard let day = OdsTrusts.day(text) else { throw Fault(.badPeriod(text, example: "20200401"), field) }
    return day.month
  }

  private static func day(_ text: String) -> Day? {
    guard text.utf8.count == 8, let number = Int(text) else { return nil }
    return Day(year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }

  /// The header that such a file would have, made from its first row; `nil` when the row does not belong to such a
  /// file.
  @Sendable static func header(_ record: Record) -> [String]? {
    guard record.count == 27, (3...6).contains(record.text(0).utf8.count), !record.isBlank(1),
      day(record.text(10)) != nil, record.isBlank(11) || day(record.text(11)) != nil
    else { return nil }
    let names = [
      "Organisation Code", "Name", "National Grouping", "Higher Level Health Geography", "Address Line 1",
      "Address Line 2", "Address Line 3", "Address Line 4", "Address Line 5", "Postcode", "Open Date", "Close Date",
    ]
    return names + (names.count..<27).map { "field \($0 + 1)" }
  }
}
