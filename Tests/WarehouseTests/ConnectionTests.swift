import Testing

@testable import Warehouse

/// How a connection is put into words for a driver, and what its answers mean.
@Suite struct ConnectionTests {
  private func text(
    _ connection: WarehouseConnection, _ kind: DriverKind, password: String? = nil, settings: [String: String] = [:]
  ) throws(FetchFailure) -> String {
    try ConnectionText.text(of: connection, kind: kind, password: password) { settings[$0] }
  }

  @Test(arguments: [
    (DriverKind.postgreSQL, "SSLmode=require;"), (.freeTDS, "Encryption=require;"), (.microsoft, "Encrypt=yes;"),
    (.mySQL, "SSLMODE=REQUIRED;"), (.mariaDB, "FORCETLS=1;"), (.databricks, "SSL=1;"),
  ])
  func `TLS is required of every driver that is known`(kind: DriverKind, option: String) throws {
    #expect(try text(WarehouseConnection(name: "w", dsn: "P"), kind).hasSuffix(option))
  }

  @Test func `a driver whose TLS is not known is refused, unless the connection says that it may do without`() throws {
    var connection = WarehouseConnection(name: "w", driver: "Oracle")
    #expect(throws: FetchFailure.unknownTLS(driver: "Oracle")) { try text(connection, .other) }
    connection.requiresTLS = false
    #expect(try text(connection, .other) == "DRIVER={Oracle};")
  }

  @Test(arguments: [
    (DriverKind.postgreSQL, "sslmode", "prefer"), (.freeTDS, "Encryption", "request"), (.microsoft, "ENCRYPT", "no"),
  ])
  func `an option that asks for less is refused`(kind: DriverKind, key: String, value: String) throws {
    let connection = WarehouseConnection(name: "w", dsn: "P", options: [.init(key, value)])
    let failure = #expect(throws: FetchFailure.self) { try text(connection, kind) }
    guard case .weakTLS(_, value) = failure else {
      Issue.record("expected an option that asks for less; found \(String(describing: failure))")
      return
    }
  }

  @Test func `what the data source requires beyond TLS stays, and what it leaves open does not`() throws {
    let connection = WarehouseConnection(name: "w", dsn: "P")
    #expect(try !text(connection, .postgreSQL, settings: ["SSLmode": "verify-full"]).contains("SSLmode"))
    #expect(try text(connection, .postgreSQL, settings: ["SSLmode": "prefer"]).contains("SSLmode=require"))
  }

  @Test func `values that could be taken for something else stand in braces`() throws {
    let connection = WarehouseConnection(name: "w", driver: "SQLite3", database: "/tmp/a b;c.db", user: "me")
    let words = try text(connection, .sqlite, password: "p;w}d=1")
    #expect(words == "DRIVER={SQLite3};DATABASE={/tmp/a b;c.db};UID=me;PWD={p;w}}d=1};")
  }

  @Test func `a driver is known by its name and its file`() {
    #expect(DriverKind(["ODBC Driver 18 for SQL Server", "/opt/microsoft/libmsodbcsql-18.3.so"]) == .microsoft)
    #expect(DriverKind(["FreeTDS", "libtdsodbc.so"]) == .freeTDS)
    #expect(DriverKind(["", "psqlodbcw.so"]) == .postgreSQL)
    #expect(DriverKind(["Oracle 19"]) == .other)
  }

  @Test func `a password is struck out of a driver's words`() {
    let trouble = DriverTrouble(state: "28000", native: 0, words: "PWD=Ähre;PWD=Ähre", secret: "Ähre")
    #expect(trouble.words == "PWD=…;PWD=…")
  }

  @Test(arguments: [
    ("IM002", 0, "[unixODBC][Driver Manager]Data source name not found", FetchFailure.noDataSource("")),
    ("01000", 0, "Can't open lib '/x.so' : file not found", .noDriver("")),
    ("28000", 18456, "Login failed for user 'x'.", .loginRefused("")),
    (
      "28000", 18487, "Login failed for user 'x'. Reason: The password of the account has expired.",
      .passwordExpired("")
    ),
    ("08001", 101, "FATAL: password authentication failed for user \"x\"", .loginRefused("")),
    ("08001", 101, "server does not support SSL, but SSL was required", .noTLS("")),
    ("08001", 101, "connection refused", .unreachable("")),
    ("HYT00", 0, "Login timeout expired", .noAnswer(seconds: 5)),
  ])
  func `what a driver says while connecting is told apart`(
    state: String, native: Int, words: String, meant: FetchFailure
  ) {
    let failure = DriverTrouble(state: state, native: native, words: words).whileConnecting(seconds: 5)
    #expect(failure.word == meant.word)
  }

  @Test(arguments: [
    ("57014", "canceling statement due to statement timeout", FetchFailure.queryTooLong(seconds: 60)),
    ("25006", "cannot execute DELETE in a read-only transaction", .wouldWrite("")),
    ("08S01", "Communication link failure", .connectionLost("")),
    ("57P01", "terminating connection due to administrator command", .connectionLost("")),
    ("42P01", "relation \"x\" does not exist", .queryRefused("")),
    ("HY000", "[SQLite]database is locked (5)", .locked("")),
    ("55P03", "could not obtain lock on relation \"attendance\"", .locked("")),
    ("40001", "Transaction (Process ID 54) was deadlocked on lock resources with another process", .locked("")),
  ])
  func `what a driver says of a query is told apart`(state: String, words: String, meant: FetchFailure) {
    #expect(DriverTrouble(state: state, native: 0, words: words).whileAsking(seconds: 60).word == meant.word)
  }
}
