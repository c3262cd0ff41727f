import COdbc
import Glibc
import Warehouse

/// One fetch from beginning to end.
struct Fetch {
  private let request: FetchRequest
  private let report: ReportLine
  private let connection: WarehouseConnection

  init(_ request: FetchRequest, _ report: ReportLine) {
    self.request = request
    self.report = report
    connection = request.connection
  }

  /// Runs the fetch; returns its result.
  func run() -> FetchReport {
    do throws(FetchFailure) {
      return try fetch()
    } catch {
      return .failed(error)
    }
  }

  private func fetch() throws(FetchFailure) -> FetchReport {
    let start = Fetch.now
    let secret = try Secret.read(connection.password)
    let session = try Session(secret: secret)
    let named = DataSource(connection)
    let text = try ConnectionText.text(of: connection, kind: named.kind, password: secret, setting: named.setting)
    limit(session, seconds: connection.loginTimeout, .noAnswer(seconds: connection.loginTimeout))
    try session.connect(text, seconds: connection.loginTimeout, requiresTLS: connection.requiresTLS)
    let driver = session.name(codbc_driver)
    let kind = DriverKind([driver])
    limit(session, seconds: connection.queryTimeout, .queryTooLong(seconds: connection.queryTimeout))
    try beginReadOnly(session, kind == .other ? named.kind : kind)
    let connected = Fetch.now
    let watermark = try watermark(session)
    if let watermark, watermark == request.knownWatermark { return .unchanged(milliseconds: Fetch.now - start) }
    let draft = try Draft(for: request.output)
    limit(session, seconds: connection.queryTimeout, .queryTooLong(seconds: connection.queryTimeout), draft.path)
    let columns = try session.execute(request.query, request.values, seconds: connection.queryTimeout)
    try check(columns)
    let (rows, bytes, breaks) = try write(session, columns, draft)
    try draft.place()
    return .fetched(
      FetchedTable(
        rows: rows, bytes: bytes, columns: columns, breaks: breaks, watermark: watermark, connecting: connected - start,
        asking: Fetch.now - connected, engine: session.engine, driver: session.driver))
  }

  /// Ends the process after this time; a driver that keeps the limit itself does so first.
  private func limit(_ session: Session, seconds: Int, _ failure: FetchFailure, _ draft: String = "") {
    let line = FetchReport.failed(failure).line + "\n"
    codbc_limit(session.handle, Int64(seconds) * 1000 + 500, draft, report.descriptor, line)
  }

  /// Makes the transaction read only where the engine can be told to; nothing is ever committed.
  private func beginReadOnly(_ session: Session, _ kind: DriverKind) throws(FetchFailure) {
    for statement in kind.readOnlyStatements {
      _ = try session.execute(statement, [], seconds: connection.queryTimeout)
    }
  }

  private func watermark(_ session: Session) throws(FetchFailure) -> String? {
    guard let query = request.watermark else { return nil }
    guard try !session.execute(query, [], seconds: connection.queryTimeout).isEmpty else { throw .noTable }
    return try session.firstValue(seconds: connection.queryTimeout)
  }

  private func check(_ columns: [ResultColumn]) throws(FetchFailure) {
    if columns.isEmpty { throw .noTable }
    var seen: Set<String> = []
    for (place, column) in columns.enumerated() {
      if column.name.isEmpty { throw .unnamedColumn(place + 1) }
      if !seen.insert(column.name.lowercased()).inserted { throw .columnTwice(column.name) }
      if column.type == .bytes { throw .binaryColumn(column.name) }
    }
  }

  /// Writes every row; returns the numbers of rows, bytes, and line breaks that became spaces.
  private func write(
    _ session: Session, _ columns: [ResultColumn], _ draft: Draft
  ) throws(FetchFailure) -> (rows: Int, bytes: Int, breaks: Int) {
    let before = Dictionary(request.columns.map { ($0.name, $0.type) }, uniquingKeysWith: { first, _ in first })
    let expected = columns.map { CChar(bitPattern: before[$0.name]?.rawValue.utf8.first ?? 0) } + [0]
    var trouble = codbc_trouble()
    var result = codbc_write(
      session.handle, draft.descriptor, Int64(request.rowLimit), Int64(request.byteLimit), expected, &trouble)
    let row = Int(result.row)
    let column = columns.indices.contains(Int(result.column) - 1) ? columns[Int(result.column) - 1].name : ""
    switch result.end {
    case codbc_whole: break
    case codbc_too_many_rows where request.takesFirstRows: break
    case codbc_too_many_rows: throw .tooManyRows(limit: request.rowLimit)
    case codbc_too_many_bytes: throw .tooManyBytes(limit: request.byteLimit)
    case codbc_too_long: throw .textTooLong(row: row, column: column)
    case codbc_other_type:
      let value = withUnsafeBytes(of: &result.value) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      throw .typeChanged(row: row, column: column, was: before[column]?.words ?? "", value: value)
    case codbc_second_table: throw .secondTable
    case codbc_not_written: throw .notWritten(String(cString: strerror(result.system_error)))
    default:
      throw session.trouble(trouble).whileReading(rows: Int(result.rows), seconds: connection.queryTimeout)
    }
    return (Int(result.rows), Int(result.bytes), Int(result.breaks))
  }

  /// Milliseconds on a monotonic clock.
  private static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
