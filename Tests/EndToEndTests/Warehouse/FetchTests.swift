import Foundation
import Testing
import Warehouse

/// `sitrep-fetch` against real engines through real drivers.
@Suite struct FetchTests {
  let program = FetchProgram()

  @Test func `every kind of value arrives as a CSV says it, and NULL is not an empty text`() throws {
    let csv = try program.csv(
      program.postgres(TestServer.postgres()),
      """
      select 0.5::numeric as half, -0.25::numeric as minus, 1e20::float8 as large, 0.1::real as tenth, 0::int as zero,
        date '2018-02-14' as day, timestamp '2018-02-14 09:12' as moment, timestamp '2018-02-14' as midnight,
        null::int as nothing, ''::text as empty, 'Ynys Môn 🏥'::text as name, E'a\\nb,"c"'::text as quoted,
        123456789012345678901234567890::numeric as long, null::text as "last"
      """)
    #expect(
      csv == """
        half,minus,large,tenth,zero,day,moment,midnight,nothing,empty,name,quoted,long,last
        0.5,-0.25,100000000000000000000,0.1,0,2018-02-14,2018-02-14T09:12:00,2018-02-14,,"",Ynys Môn 🏥,"a b,""c""\
        ",123456789012345678901234567890,

        """)
  }

  @Test func `values are bound, never pasted`() throws {
    let connection = program.postgres(try TestServer.postgres())
    let query = "select count(*) as rows from attendance where trust = ? and day >= ? and day < ?"
    let days: [FetchRequest.Value] = [.day(year: 2018, month: 1, day: 2), .day(year: 2018, month: 1, day: 4)]
    #expect(try program.csv(connection, query, values: [.text("R01")] + days) != "rows\n0\n")
    #expect(try program.csv(connection, query, values: [.text("' or 1=1 --")] + days) == "rows\n0\n")
  }

  @Test func `a million rows take no more than thirty megabytes`() throws {
    let query = """
      select 'R' || (g % 100) as trust, date '2018-01-01' + (g % 90)::int as day, g as a, g / 7.0 as b,
        g * 0.1::float8 as c, 'Ynys Môn'::text as name, null::int as nothing, ''::text as empty
      from generate_series(1, 1000000) g
      """
    let connection = program.postgres(try TestServer.postgres())
    let (report, megabytes) = try program.run(
      FetchRequest(connection: connection, query: query, output: program.output))
    guard case .fetched(let table)? = report else { return unexpected(report, "a table") }
    #expect(table.rows == 1_000_000 && table.columns.count == 8)
    #expect(megabytes <= 30, "\(megabytes) MB")
  }

  @Test func `a watermark that is as it was saves the query`() throws {
    let connection = program.postgres(try TestServer.postgres())
    var request = FetchRequest(
      connection: connection, query: "select 1 as a", watermark: "select max(loaded_at) from load",
      output: program.output)
    let first = try program.run(request).report
    guard case .fetched(let table)? = first else { return unexpected(first, "a table") }
    #expect(table.watermark == "2018-04-01T06:00:00")
    request.knownWatermark = table.watermark
    // A query that could not be run shows that it is not.
    request.query = "select nonsense"
    let second = try program.run(request).report
    guard case .unchanged? = second else { return unexpected(second, "a watermark that is unchanged") }
  }

  /// A query, and the failure it must end with.
  struct Wrong: CustomTestStringConvertible {
    let testDescription: String
    let query: String
    let change: @Sendable (inout FetchRequest) -> Void
    let isRight: @Sendable (FetchFailure?) -> Bool

    init(
      _ name: String, _ query: String = "select 1 as a",
      change: @escaping @Sendable (inout FetchRequest) -> Void = { _ in },
      isRight: @escaping @Sendable (FetchFailure?) -> Bool
    ) {
      (testDescription, self.query, self.change, self.isRight) = (name, query, change, isRight)
    }
  }

  static let wrong: [Wrong] = [
    Wrong("a query that changes something", "delete from attendance") {
      if case .wouldWrite? = $0 { true } else { false }
    },
    Wrong("a query that takes back the read-only transaction", "set transaction read write; delete from attendance") {
      if case .queryRefused? = $0 { true } else if case .wouldWrite? = $0 { true } else { false }
    },
    Wrong("a table that is not there", "select * from nothing") { if case .queryRefused? = $0 { true } else { false } },
    Wrong("a query beyond its time", "select pg_sleep(60) as a", change: { $0.connection.queryTimeout = 1 }) {
      $0 == .queryTooLong(seconds: 1)
    },
    Wrong("an error in the middle", "select 1 / (g - 5000) as a from generate_series(1, 10000) g") {
      if case .cut? = $0 { true } else if case .queryRefused? = $0 { true } else { false }
    },
    Wrong("rows beyond the limit", "select g as a from generate_series(1, 11) g", change: { $0.rowLimit = 10 }) {
      $0 == .tooManyRows(limit: 10)
    },
    Wrong("bytes beyond the limit", "select g as a from generate_series(1, 9999) g", change: { $0.byteLimit = 1000 }) {
      $0 == .tooManyBytes(limit: 1000)
    },
    Wrong(
      "a column that changed its type",
      "select case g when 14 then 'n/a' else '1' end as value from generate_series(1, 20) g",
      change: { $0.columns = [ResultColumn(name: "value", type: .number)] }
    ) {
      $0 == .typeChanged(row: 14, column: "value", was: "a number", value: "n/a")
    },
    Wrong("a text that is too long", "select repeat('x', 5000) as a") { $0 == .textTooLong(row: 1, column: "a") },
    Wrong("two tables", "select 1 as a; select 2 as b") { $0 == .secondTable },
    Wrong("a column twice", "select 1 as a, 2 as \"A\"") { $0 == .columnTwice("A") },
    Wrong("binary data", "select '\\x00'::bytea as a") { $0 == .binaryColumn("a") },
    Wrong("nothing at the port", change: { $0.connection.options = [.init("Port", "1")] }) {
      if case .unreachable? = $0 { true } else { false }
    },
    Wrong("a password that has expired", change: { $0.connection.user = "late" }) {
      if case .loginRefused? = $0 { true } else { false }
    },
    Wrong("a driver that is not there", change: { $0.connection.driver = "/nonexistent/psqlodbcw.so" }) {
      if case .noDriver? = $0 { true } else { false }
    },
    Wrong(
      "a data source that is not there",
      change: {
        $0.connection.driver = nil
        $0.connection.dsn = "nowhere"
        $0.connection.requiresTLS = false
      }
    ) { if case .noDataSource? = $0 { true } else { false } },
    Wrong(
      "a data source that is not there, whose driver nobody can name",
      change: {
        $0.connection.driver = nil
        $0.connection.dsn = "nowhere"
      }
    ) { if case .noDataSource? = $0 { true } else { false } },
    Wrong("a variable that is not there", change: { $0.connection.password = .environment("SITREP_NO_SUCH") }) {
      $0 == .passwordVariable("SITREP_NO_SUCH")
    },
    Wrong("an option without TLS", change: { $0.connection.options.append(.init("SSLmode", "allow")) }) {
      $0 == .weakTLS(option: "SSLmode", value: "allow")
    },
    Wrong("a folder that is not there", change: { $0.output = "/nonexistent/result.csv" }) {
      if case .notWritten? = $0 { true } else { false }
    },
  ]

  @Test(arguments: wrong) func `what goes wrong has a sentence of its own, and leaves no file`(wrong: Wrong) throws {
    let failure = try program.failure(program.postgres(TestServer.postgres()), wrong.query, change: wrong.change)
    #expect(wrong.isRight(failure), "\(String(describing: failure))")
    let left = try FileManager.default.contentsOfDirectory(atPath: program.folder.path)
    #expect(!left.contains { $0.hasPrefix("result.csv") })
  }

  @Test func `nothing of what a query does stays, even where it may write`() throws {
    let server = try TestServer.postgres()
    try server.sql("create table if not exists scratch (a int); grant all on scratch to reader; truncate scratch")
    var connection = program.postgres(server)
    connection.options.append(.init("ConnSettings", "set default_transaction_read_only=off"))
    _ = try program.failure(connection, "insert into scratch values (1) returning a")
    #expect(try program.csv(program.postgres(server), "select count(*) as rows from scratch") == "rows\n0\n")
  }

  @Test(arguments: [(0o644, "other users may read it"), (0o640, "other users may read it"), (0o000, "")])
  func `a password file that others may read is refused`(mode: Int, reason: String) throws {
    let connection = program.postgres(try TestServer.postgres())
    chmod("\(program.folder.path)/password", mode_t(mode))
    let failure = try program.failure(connection, "select 1 as a")
    // Root reads what it may not.
    if mode == 0, geteuid() == 0 { return #expect(failure == nil) }
    guard case .passwordFile(_, let why)? = failure else { return unexpected(failure, "a refused file") }
    #expect(reason.isEmpty || why == reason)
  }

  @Test func `a password file that is a link is refused`() throws {
    var connection = program.postgres(try TestServer.postgres())
    symlink("\(program.folder.path)/password", "\(program.folder.path)/link")
    connection.password = .file("\(program.folder.path)/link")
    let failure = try program.failure(connection, "select 1 as a")
    #expect(failure == .passwordFile("\(program.folder.path)/link", reason: "it is a symbolic link"))
  }

  @Test func `a server without TLS is refused, unless the connection does without`() throws {
    let server = try TestServer("postgres.py", environment: ["SITREP_TEST_SSL": "off"])
    try server.sql("create role reader login password '\(TestServer.password)'")
    var connection = program.postgres(server)
    let failure = try program.failure(connection, "select 1 as a")
    guard case .noTLS? = failure else { return unexpected(failure, "a server without TLS") }
    connection.requiresTLS = false
    #expect(try program.csv(connection, "select 1 as a") == "a\n1\n")
  }

  @Test func `the process can be looked into by nobody, leaves no core file, and says no secret`() throws {
    let request = FetchRequest(
      connection: program.postgres(try TestServer.postgres()), query: "select pg_sleep(2) as a", output: program.output)
    try Data(request.bytes).write(to: URL(fileURLWithPath: "\(program.folder.path)/asked"))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: FetchProgram.path)
    process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: "\(program.folder.path)/asked"))
    process.standardOutput = Pipe()
    try process.run()
    defer { process.waitUntilExit() }
    let own = "/proc/\(process.processIdentifier)"
    func read(_ name: String) -> String { (try? String(contentsOfFile: "\(own)/\(name)", encoding: .utf8)) ?? "" }
    // It closes itself first of all; until then it has read nothing.
    for _ in 0..<1000 where !read("limits").contains("Max core file size        0") { usleep(2000) }
    #expect(read("limits").contains("Max core file size        0                    0"))
    #expect(!read("cmdline").contains(TestServer.password))
    #expect(!read("environ").contains(TestServer.password))
    var status = stat()
    // What is not dumpable belongs to root in /proc, whoever started it.
    #expect(stat("\(own)/mem", &status) == 0 && status.st_uid == 0)
  }

  @Test func `SQLite is read in the same process: a file, one that is missing, one that is no database`() throws {
    let folder = program.folder.path
    try? FileManager.default.removeItem(atPath: "\(folder)/a.db")
    let make =
      "import sqlite3,sys; c=sqlite3.connect(sys.argv[1]); c.execute('create table t(trust text,value numeric)'); c.execute(\"insert into t values('RZ1',95.5)\"); c.execute(\"insert into t values('Môn',null)\"); c.commit()"
    _ = try Spawned.run(
      "/usr/bin/env", ["python3", "-c", make, "\(folder)/a.db"], in: folder,
      environment: ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? ""], output: "/dev/null", error: "/dev/null")
    func connection(_ file: String) -> WarehouseConnection {
      WarehouseConnection(
        name: "local", driver: "SQLite3", database: file, options: [.init("NoCreat", "1"), .init("Timeout", "100")])
    }
    #expect(try program.csv(connection("\(folder)/a.db"), "select * from t") == "trust,value\nRZ1,95.5\nMôn,\n")
    #expect(try program.failure(connection("\(folder)/a.db"), "delete from t") != nil)
    #expect(try program.failure(connection("\(folder)/none.db"), "select * from t") != nil)
    program.folder.write("no database at all, but long enough to be looked at", to: "b.db")
    #expect(try program.failure(connection("\(folder)/b.db"), "select * from t") != nil)
  }

  @Test func `a SQLite file that another program has locked is said to be locked, and read when it is not`() throws {
    let holder = """
      import sqlite3, sys
      file = sqlite3.connect(sys.argv[1], isolation_level=None)
      file.execute("create table if not exists t(trust text, value numeric)")
      file.execute("begin exclusive")
      print("locked", flush=True)
      sys.stdin.read()
      """
    let path = "\(program.folder.path)/locked.db"
    let connection = WarehouseConnection(
      name: "local", driver: "SQLite3", database: path, options: [.init("NoCreat", "1"), .init("Timeout", "100")])
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", holder, path]
    let (end, words) = (Pipe(), Pipe())
    process.standardInput = end
    process.standardOutput = words
    try process.run()
    // A pipe may yield a line in pieces.
    var said = ""
    while !said.hasSuffix("\n") {
      let piece = words.fileHandleForReading.availableData
      if piece.isEmpty { break }
      said += String(decoding: piece, as: UTF8.self)
    }
    #expect(said == "locked\n")
    let failure = try program.failure(connection, "select * from t")
    if case .locked? = failure {} else { Issue.record("expected a locked file, found \(String(describing: failure))") }
    try end.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(try program.csv(connection, "select * from t") == "trust,value\n")
  }
}
