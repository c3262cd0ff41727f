/// The result of a fetch: the one line that `sitrep-fetch` prints.
public enum FetchReport: Hashable, Sendable {
  /// The CSV has been written.
  case fetched(FetchedTable)
  /// The watermark is unchanged, so the query was not run.
  case unchanged(milliseconds: Int)
  /// Nothing was written.
  case failed(FetchFailure)

  /// The report as a line, without its line end.
  public var line: String {
    var list = FieldList()
    switch self {
    case .fetched(let table):
      list.add("fetched", table.rows)
      table.add(to: &list)
    case .unchanged(let milliseconds): list.add("unchanged", milliseconds)
    case .failed(let failure):
      list.add("failed", failure.word)
      for detail in failure.details { list.add("detail", detail) }
    }
    return list.line
  }

  /// A report from a line without its line end; `nil` where the line is not a report.
  public init?(line: String) {
    guard let list = FieldList(line: line) else { return nil }
    if let rows = list.number("fetched") {
      guard let table = FetchedTable(rows: rows, list) else { return nil }
      self = .fetched(table)
    } else if let milliseconds = list.number("unchanged") {
      self = .unchanged(milliseconds: milliseconds)
    } else if let word = list["failed"], let failure = FetchFailure(word: word, details: list.all("detail")) {
      self = .failed(failure)
    } else {
      return nil
    }
  }
}

/// A table that was fetched.
public struct FetchedTable: Hashable, Sendable {
  /// The number of rows, without the header.
  public var rows: Int
  /// The length of the CSV.
  public var bytes: Int
  /// Its columns.
  public var columns: [ResultColumn]
  /// The number of line breaks in texts, which are spaces in the CSV.
  public var breaks: Int
  /// The value of the watermark before the query was run; `nil` where there is none.
  public var watermark: String?
  /// The time to the login, and from there to the last row, in milliseconds.
  public var connecting: Int, asking: Int
  /// The engine and the driver, as the driver names them.
  public var engine: String, driver: String

  /// A table.
  public init(
    rows: Int, bytes: Int, columns: [ResultColumn], breaks: Int = 0, watermark: String? = nil, connecting: Int,
    asking: Int, engine: String, driver: String
  ) {
    self.rows = rows
    self.bytes = bytes
    self.columns = columns
    self.breaks = breaks
    self.watermark = watermark
    self.connecting = connecting
    self.asking = asking
    self.engine = engine
    self.driver = driver
  }

  func add(to list: inout FieldList) {
    list.add("bytes", bytes)
    for column in columns { list.add("column", column.text) }
    list.add("breaks", breaks)
    list.add("watermark", watermark)
    list.add("connecting", connecting)
    list.add("asking", asking)
    list.add("engine", engine)
    list.add("driver", driver)
  }

  init?(rows: Int, _ list: FieldList) {
    guard let bytes = list.number("bytes"), let breaks = list.number("breaks"),
      let connecting = list.number("connecting"), let asking = list.number("asking")
    else { return nil }
    self.init(
      rows: rows, bytes: bytes, columns: list.all("column").compactMap(ResultColumn.init(text:)), breaks: breaks,
      watermark: list["watermark"], connecting: connecting, asking: asking, engine: list["engine"] ?? "",
      driver: list["driver"] ?? "")
  }
}
