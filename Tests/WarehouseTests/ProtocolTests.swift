import Testing

@testable import Warehouse

/// What the board and `sitrep-fetch` say to each other.
@Suite struct ProtocolTests {
  private static let connection = WarehouseConnection(
    name: "warehouse", dsn: "Performance", options: [.init("Encrypt", "yes"), .init("Port", "5432")],
    user: "sitrep_reader", password: .file("/run/credentials/warehouse"), requiresTLS: false, loginTimeout: 7,
    queryTimeout: 90)

  @Test func `a request arrives as it was sent`() {
    var request = FetchRequest(
      connection: ProtocolTests.connection, query: "select 'a\nb=%\t' as \"Größe\"",
      values: [.text("d1"), .day(year: 2018, month: 2, day: 14)],
      watermark: "select 1", knownWatermark: "", columns: [ResultColumn(name: "value of x", type: .number)],
      rowLimit: 5, byteLimit: 6, takesFirstRows: true, output: "/tmp/a b.csv")
    #expect(FetchRequest(bytes: request.bytes) == request)
    request.connection.password = .environment("SECRET")
    request.connection.requiresTLS = true
    #expect(FetchRequest(bytes: request.bytes) == request)
  }

  @Test(arguments: [
    [], [0], [1, 2, 3], Array("connection\u{0}a\u{0}query\u{0}".utf8), Array(repeating: 0xFF, count: 99),
  ])
  func `bytes that are no request are none`(bytes: [UInt8]) {
    #expect(FetchRequest(bytes: bytes) == nil)
  }

  private static let failures: [FetchFailure] = [
    .noDriverManager, .noHelper("/x"), .noDriver("a\tb"), .noDataSource("c\nd"), .passwordFile("/p=%", reason: "r"),
    .passwordVariable("V"), .unknownTLS(driver: "d"), .weakTLS(option: "Encrypt", value: "no"), .noTLS("w"),
    .loginRefused("w"), .passwordExpired("w"), .unreachable("w"), .noAnswer(seconds: 5), .queryRefused("w"),
    .wouldWrite("w"), .locked("w"), .queryTooLong(seconds: 60), .connectionLost("w"), .cut(rows: 999_000, "w"),
    .tooManyRows(limit: 10), .tooManyBytes(limit: 1 << 30), .textTooLong(row: 14, column: "c"),
    .typeChanged(row: 14, column: "value", was: "a number", value: "n/a"), .secondTable, .noTable, .unnamedColumn(2),
    .columnTwice("c"), .binaryColumn("c"), .notWritten("w"), .crashed(signal: 11), .hung(seconds: 70), .unintelligible,
    .folder("/f", reason: "r"),
  ]

  @Test(arguments: ProtocolTests.failures)
  func `a failure arrives as it was reported, and each has its sentence and fix`(
    failure: FetchFailure
  ) {
    let line = FetchReport.failed(failure).line
    #expect(!line.contains("\n"))
    #expect(FetchReport(line: line) == .failed(failure))
    #expect(!failure.message.isEmpty && !failure.fix.isEmpty)
    #expect(ProtocolTests.failures.filter { $0.message == failure.message }.count == 1)
  }

  @Test func `whatever bytes come, they are a list or none, and a list goes back to what it was`() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in
        [0, 9, 10, 37, 61, 65, 0xC3, UInt8.random(in: 0...255, using: &random)].randomElement(using: &random)!
      }
      if let list = FieldList(bytes: bytes) { #expect(FieldList(bytes: list.bytes) == list) }
      guard let list = FieldList(line: String(decoding: bytes, as: UTF8.self)) else { continue }
      #expect(FieldList(line: list.line) == list)
      _ = FetchReport(line: list.line)
    }
  }

  @Test func `a table arrives as it was reported`() {
    let table = FetchedTable(
      rows: 3, bytes: 40, columns: [ResultColumn(name: "a=b\tc", type: .day)], breaks: 1, watermark: "2018-02-14",
      connecting: 9, asking: 120, engine: "PostgreSQL 15", driver: "psqlodbcw.so")
    #expect(FetchReport(line: FetchReport.fetched(table).line) == .fetched(table))
    #expect(FetchReport(line: FetchReport.unchanged(milliseconds: 4).line) == .unchanged(milliseconds: 4))
  }

  @Test(arguments: ["", "x", "fetched=1", "failed=nonsense", "failed=type-changed\tdetail=1"])
  func `a line that is no report is none`(line: String) {
    #expect(FetchReport(line: line) == nil)
  }
}
