import Foundation
import Testing

/// A board of figures from a database: they are those of the database, and whatever happens to it is said.
@Suite struct WarehouseTests {
  static let query = """
    select 'ae.four-hour' as metric, trust as organisation, day as period, null::text as breakdown, null::text as item,
      count(*) filter (where minutes < 240) as numerator, count(*) as denominator, null::numeric as value
    from attendance group by trust, day
    """

  /// The figures of generated attendances, added up by Python.
  static func expected(rows: Int) throws -> Set<String> {
    let script = """
      import collections, datetime
      parts = collections.defaultdict(lambda: [0, 0])
      for g in range(1, \(rows) + 1):
          key = ("R%02d" % (g % 20), str(datetime.date(2018, 1, 1) + datetime.timedelta(g % 90)))
          parts[key][1] += 1
          parts[key][0] += g * 7919 % 500 < 240
      for (trust, day), (within, of) in parts.items():
          print("ae.four-hour|%s|%s||%d|%d|" % (trust, day, within, of))
      """
    let folder = TemporaryFolder()
    _ = try Spawned.run(
      "/usr/bin/env", ["python3", "-c", script], in: folder.path,
      environment: ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? ""], output: "\(folder.path)/output",
      error: "/dev/null")
    return Set(folder.read("output").split(separator: "\n").map(String.init))
  }

  @Test func `the figures are those that Python adds up`() throws {
    let warehouse = WarehouseFolder(try TestServer.postgres(), query: WarehouseTests.query)
    let figures = try warehouse.figures()
    #expect(figures.count == 180)
    #expect(try figures == WarehouseTests.expected(rows: 20_000))
  }

  @Test func `with a folder both are on the board`() throws {
    let warehouse = WarehouseFolder(try TestServer.postgres(), query: WarehouseTests.query)
    try FileManager.default.createDirectory(
      atPath: "\(warehouse.folder.path)/extracts", withIntermediateDirectories: true)
    warehouse.folder.write(
      "metric,organisation,period,breakdown,item,numerator,denominator,value\nae.four-hour,RZZ,2018-02-01,,,1,2,\n",
      to: "extracts/own.csv")
    let figures = try warehouse.figures(["\(warehouse.folder.path)/extracts"])
    #expect(figures.count == 181 && figures.contains("ae.four-hour|RZZ|2018-02-01||1|2|"))
  }

  @Test func `sources among the extracts are not read`() throws {
    let warehouse = WarehouseFolder(try TestServer.postgres(), query: WarehouseTests.query)
    let outcome = try warehouse.run(["print", warehouse.folder.path])
    #expect(outcome.status == 1 && !outcome.output.contains("R01"))
    #expect(!FileManager.default.fileExists(atPath: "\(warehouse.folder.path)/cache"))
  }

  @Test func `sources in the settings folder are the board where no path is named, and only there`() throws {
    let warehouse = WarehouseFolder(try TestServer.postgres(), query: WarehouseTests.query)
    let settings = "\(warehouse.folder.path)/config/sitrep"
    try FileManager.default.createDirectory(atPath: settings, withIntermediateDirectories: true)
    for name in ["sources.toml", "password", "query.sql"] {
      try FileManager.default.copyItem(atPath: "\(warehouse.folder.path)/\(name)", toPath: "\(settings)/\(name)")
    }
    try FileManager.default.createDirectory(atPath: "\(warehouse.folder.path)/empty", withIntermediateDirectories: true)
    let alone = try Program.run(
      ["print"], in: "\(warehouse.folder.path)/empty", environment: warehouse.environment)
    #expect(alone.status == 0 && alone.output.contains("R01"))
    let demonstration = try Program.run(["print", "demo"], environment: warehouse.environment)
    #expect(!demonstration.output.contains("R01 "))
  }

  @Test func `what is wrong in a row names the source, the row and the column`() throws {
    let warehouse = WarehouseFolder(
      try TestServer.postgres(),
      query:
        "select 'ae.four-hour' as metric, 'RZ' || g as organisation, '2018-02' as period, '' as breakdown, '' as item, null::int as numerator, null::int as denominator, case g when 14 then 'lots' else '95' end as value from generate_series(1, 20) g"
    )
    let outcome = try warehouse.run(["check", "--sources", warehouse.file])
    #expect(outcome.output.contains("warehouse:A&E daily: row 14, column \"value\": error: "), "\(outcome.output)")
  }

  @Test func `trying a source shows its first rows and its layout; a name that is none says those there are`() throws {
    let warehouse = WarehouseFolder(try TestServer.postgres(), query: WarehouseTests.query)
    let tried = try warehouse.run(["sources", "--sources", warehouse.file, "--try", "A&E daily"])
    for words in ["PostgreSQL 15", "psqlodbcw.so", "180 figures", "First rows:", "metric", "numerator (a number)"] {
      #expect(tried.output.contains(words), "\(words) is not in \(tried.output)")
    }
    #expect(tried.status == 0)
    #expect(try warehouse.run(["sources", "--sources", warehouse.file]).output.contains("never fetched"))
    _ = try warehouse.figures()
    #expect(try warehouse.run(["sources", "--sources", warehouse.file]).output.contains("fetched "))
    let other = try warehouse.run(["sources", "--sources", warehouse.file, "--try", "Beds"])
    #expect(other.status == 64 && other.error.contains("expected \"A&E daily\""))
  }

  @Test(.enabled(if: geteuid() == 0, "only root may take a library away: run as root"))
  func `without unixODBC the board is as it was, and a source says what to install`() throws {
    // The library that was found is taken away: the program is run where the folder of libraries has none.
    let warehouse = WarehouseFolder(try TestServer.postgres(), query: WarehouseTests.query)
    let blind = try Program.run(
      [
        "-m", "bash", "-c",
        "mount --bind /dev/null $(readlink -f $(/sbin/ldconfig -p | awk '/libodbc.so.2/{print $NF; exit}')) && exec \"$@\"",
        "sitrep", Program.path, "print", "--sources", warehouse.file,
      ],
      environment: warehouse.environment, program: "/usr/bin/unshare")
    #expect(blind.status == 1 && blind.error.contains("unixODBC is not installed"), "\(blind)")
    #expect(blind.error.contains("apt-get install unixodbc"))
  }

  @Test func `nothing that a database says reaches the terminal but letters`() throws {
    let hostile =
      "select 'ae.four-hour' as metric, E'\\x1b]0;x\\x07' as organisation, '2018-02' as period, "
      + "'' as breakdown, '' as item, null::int as numerator, null::int as denominator, E'\\x1b[2J' as value"
    for query in ["select * from \"a\u{1B}[2Jb\"", hostile] {
      let warehouse = WarehouseFolder(try TestServer.postgres(), query: query, name: "Hostile")
      for arguments in [["check"], ["sources"], ["sources", "--try", "Hostile"], ["print"], ["--frame"]] {
        let outcome = try warehouse.run(arguments + ["--sources", warehouse.file])
        #expect(!(outcome.output + outcome.error).utf8.contains(0x1B), "\(arguments)")
      }
    }
  }

  @Test func `nothing secret is in the log, the cache, the problems or on a command line`() throws {
    let warehouse = WarehouseFolder(
      try TestServer.postgres(), query: "select 1 as a", connection: "login-timeout = \"1s\"")
    _ = try warehouse.run(["check", "--sources", warehouse.file])
    // A wrong password in words of the engine's own.
    warehouse.folder.write("wrong-\(TestServer.password)", to: "password")
    chmod("\(warehouse.folder.path)/password", 0o600)
    let outcome = try warehouse.run(["check", "--sources", warehouse.file])
    #expect(!outcome.output.contains("p;w}d"))
    for case let name as String in FileManager.default.enumerator(atPath: "\(warehouse.folder.path)/cache")! {
      #expect(!warehouse.folder.read("cache/\(name)").contains("p;w}d"))
    }
  }

  @Test func `figures over three nodes are those that Python adds up, and stay while one of them is gone`() throws {
    let nodes = try (0..<3).map { _ in try TestServer("postgres.py") }
    for (number, node) in nodes.enumerated() {
      // Each has the third of the attendances that hashes to it, as the engine itself decides.
      try node.sql(
        """
        create role shard login superuser password 'shard';
        create table attendance_\(number) (trust text, day date, minutes int);
        """)
    }
    let head = nodes[0]
    try head.sql(
      """
      create role reader login password '\(TestServer.password)';
      create extension postgres_fdw;
      create table attendance (trust text, day date, minutes int) partition by hash (trust);
      create table attendance_local partition of attendance for values with (modulus 3, remainder 0);
      \((1...2).map { number in
        """
        create server node\(number) foreign data wrapper postgres_fdw
          options (host '127.0.0.1', port '\(nodes[number].port)', dbname 'postgres');
        create user mapping for public server node\(number) options (user 'shard', password 'shard');
        create foreign table attendance_\(number)_remote partition of attendance
          for values with (modulus 3, remainder \(number)) server node\(number) options (table_name 'attendance_\(number)');
        """
      }.joined(separator: "\n"))
      insert into attendance select 'R' || lpad((g % 20)::text, 2, '0'), date '2018-01-01' + (g % 90)::int,
        (g * 7919 % 500)::int from generate_series(1, 20000) g;
      grant select on all tables in schema public to reader;
      """)
    let warehouse = WarehouseFolder(head, query: WarehouseTests.query, source: "refresh = \"5s\"")
    let expected = try WarehouseTests.expected(rows: 20_000)
    #expect(try warehouse.figures() == expected)
    try nodes[2].tell("kill")
    // What was fetched a moment ago is not asked for again; the time of refresh is over when the record is gone.
    func forget() throws {
      for name in try FileManager.default.contentsOfDirectory(atPath: "\(warehouse.folder.path)/cache/sitrep/warehouse")
      where name.hasSuffix(".state") {
        try FileManager.default.removeItem(atPath: "\(warehouse.folder.path)/cache/sitrep/warehouse/\(name)")
      }
    }
    try forget()
    let check = try warehouse.run(["check", "--sources", warehouse.file])
    #expect(check.status == 1 && check.output.contains("has not been fetched since"), "\(check.output)")
    #expect(try warehouse.figures() == expected)
    try nodes[2].tell("start")
    try forget()
    #expect(try warehouse.run(["check", "--sources", warehouse.file]).status == 0)
  }

  @Test func `a server that is killed under a live board leaves its figures, says why, and comes back by itself`()
    throws
  {
    let server = try TestServer("postgres.py")
    try server.sql(
      """
      create role reader login password '\(TestServer.password)';
      create table attendance (trust text, day date, minutes int);
      insert into attendance select 'RZ' || g % 3, date '2018-03-01' + (g % 20)::int, g * 7 % 300 from generate_series(1, 900) g;
      grant select on attendance to reader;
      """)
    let warehouse = WarehouseFolder(
      server, query: WarehouseTests.query, source: "refresh = \"5s\"", connection: "login-timeout = \"1s\"")
    let terminal = try TmuxTerminal()
    let variables = warehouse.environment.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
    try terminal.type("\(variables) \(Program.path) --sources \(warehouse.file) --log \(warehouse.folder.path)/log")
    try terminal.waits(for: "RZ1")
    try server.tell("kill")
    try terminal.waits(for: "not fetched since")
    #expect(try terminal.screen.contains("RZ1"))
    try terminal.press("!")
    try terminal.waits(for: "has not been fetched since")
    try server.tell("start")
    try terminal.loses("has not been fetched since")
    try terminal.press("q")
    try terminal.waits(for: "shell>")
    let log = warehouse.folder.read("log")
    #expect(log.contains("fetched \"warehouse:A&E daily\" rows=60"), "\(log)")
    #expect(log.contains("not fetched \"warehouse:A&E daily\" ("), "\(log)")
    #expect(!log.contains(TestServer.password))
  }

  @Test func `Enter on a figure shows the rows that the database has behind it`() throws {
    let warehouse = WarehouseFolder(
      try TestServer.postgres(), query: WarehouseTests.query,
      source:
        "rows = \"select patient, minutes from attendance where trust = ? and day >= ? and day < ? order by patient\"")
    let page = try warehouse.run([
      "--sources", warehouse.file, "source", "R01", "ae.four-hour", "2018-02-01", "--frame", "--size", "120x40",
      "--now",
      "2018-03-31T09:00",
    ])
    #expect(page.output.contains("patient") && page.output.contains("P121 "), "\(page.output)")
  }
}
