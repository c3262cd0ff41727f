import Foundation
import Testing

/// The queries of `docs/warehouse.md`, run as they stand there: the figures are those that Python adds up.
@Suite struct WarehouseDocumentTests {
  /// The queries for PostgreSQL, by the names of their files.
  private static func queries() throws -> [String: String] {
    let page = try String(contentsOfFile: "\(Program.project)/docs/warehouse.md", encoding: .utf8)
    let blocks = page.components(separatedBy: "```sql\n").dropFirst().map { $0.components(separatedBy: "```")[0] }
    var queries: [String: String] = [:]
    for block in blocks where block.hasPrefix("-- ") && block.contains("(PostgreSQL)") {
      queries[String(block.dropFirst(3).prefix { $0 != " " })] = block
    }
    return queries
  }

  private static let tables = """
    create table if not exists ed_attendance as
      select 'RZ' || g % 3 as trust, timestamp '2018-02-01' + (g * 37 % 40320) * interval '1 minute' as arrived,
        timestamp '2018-02-01' + (g * 37 % 40320 + g * 13 % 500) * interval '1 minute' as departed,
        (1 + g % 3)::text as department
      from generate_series(1, 5000) g;
    create table if not exists rtt_pathway as
      select 'RZ' || g % 3 as trust, date '2018-02-28' as census, (array['C_100', 'C_110'])[1 + g % 2] as treatment_function,
        date '2018-02-28' - (g * 11 % 400) as started from generate_series(1, 3000) g;
    create table if not exists discharge as
      select 'RZ' || g % 3 as trust, date '2018-02-01' + (g % 28)::int as day,
        (array['DII_NURSING_HOME', 'A_COMPLETION_OF_ASSESSMENT'])[1 + g % 2] as reason from generate_series(1, 2000) g;
    grant select on ed_attendance, rtt_pathway, discharge to reader;
    """

  private static let python = """
    import collections, datetime
    parts = collections.defaultdict(lambda: [0, 0])
    def add(metric, trust, period, item, within):
        for part in ("", item):
            parts[metric, trust, period, part][1] += 1
            parts[metric, trust, period, part][0] += within
    start = datetime.datetime(2018, 2, 1)
    for g in range(1, 5001):
        arrived = start + datetime.timedelta(minutes=g * 37 % 40320)
        add("ae.four-hour", "RZ%d" % (g % 3), str(arrived.date()), ("1", "2", "other")[g % 3], g * 13 % 500 <= 240)
    for g in range(1, 3001):
        add("rtt.incomplete", "RZ%d" % (g % 3), "2018-02", ("C_100", "C_110")[g % 2], g * 11 % 400 <= 126)
    for g in range(1, 2001):
        day = str((start + datetime.timedelta(g % 28)).date())
        add("dtoc.bed-days", "RZ%d" % (g % 3), day, ("DII_NURSING_HOME", "A_COMPLETION_OF_ASSESSMENT")[g % 2], 0)
    for (metric, trust, period, item), (within, of) in parts.items():
        figures = "||%d" % of if metric == "dtoc.bed-days" else "%d|%d|" % (within, of)
        print("|".join((metric, trust, period, item, figures)))
    """

  @Test(arguments: ["ae-daily.sql", "rtt-monthly.sql", "delays-daily.sql"])
  func `a documented query adds up in the database what Python adds up`(name: String) throws {
    let server = try TestServer.postgres()
    try server.sql(WarehouseDocumentTests.tables)
    let query = try #require(try WarehouseDocumentTests.queries()[name])
    let warehouse = WarehouseFolder(server, query: query)
    let folder = TemporaryFolder()
    _ = try Spawned.run(
      "/usr/bin/env", ["python3", "-c", WarehouseDocumentTests.python], in: folder.path,
      environment: ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? ""], output: "\(folder.path)/output",
      error: "\(folder.path)/error")
    let metric = [
      "ae-daily.sql": "ae.four-hour", "rtt-monthly.sql": "rtt.incomplete", "delays-daily.sql": "dtoc.bed-days",
    ]
    let expected = folder.read("output").split(separator: "\n").map(String.init).filter {
      $0.hasPrefix(metric[name]! + "|")
    }
    let figures = try warehouse.figures()
    #expect(!expected.isEmpty)
    #expect(
      figures.isSuperset(of: expected),
      "\(Set(expected).subtracting(figures).sorted().prefix(5)) \(figures.sorted().prefix(5))")
    #expect(try warehouse.run(["check", "--sources", warehouse.file]).output.contains("no problems"))
  }
}
