import Foundation
import Testing

/// The queries of `docs/warehouse.md`, run as they stand there: the figures are those that Python adds up.
@Suite struct WarehouseDocumentTests {
  /// The queries for PostgreSQL, by the names of their files.
  private static func queries() throws -> [String: String] {
    let page = try String(contentsOfFile: "\(Program.project)/docs/warehouse.md", encoding: .utf8)
    let blocks = page.components(separatedBy: "```sql\n").dropFirst().map { $0.components(separatedBy: "```")[0] }
    var queries: [String: String] = [:]
    for block in blocks where block.hasPrefix("-- ") && block.contains("(PostgreSQL)") || block.contains("(either)") {
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

  @Test func `the query for money gives what the same table gives as a file`() throws {
    let server = try TestServer.postgres()
    try server.sql(
      """
      create table if not exists finance_position as
        select 'RZ' || g % 3 as trust, '2017-' || lpad((4 + g / 3)::text, 2, '0') as month, -1000000 * (g % 3) as control_total,
          -250000 * (g / 3) as plan_to_date, -250000 * (g / 3) - 1000 * g as actual_to_date,
          case when g % 5 = 0 then null else -1000000 * (g % 3) - 4000 * g end as forecast,
          case when g % 3 = 1 then 120000 end as stf_plan, case when g % 3 = 1 then 90000 end as stf_actual
        from generate_series(0, 17) g;
      grant select on finance_position to reader;
      """)
    let query = try #require(try WarehouseDocumentTests.queries()["finance.sql"])
    let warehouse = WarehouseFolder(server, query: query)
    let python = """
      import csv, sys
      out = csv.writer(sys.stdout, lineterminator="\\n")
      out.writerow(["organisation", "period", "unit", "basis", "control total", "plan to date", "actual to date",
                    "forecast outturn", "stf plan", "stf actual"])
      for g in range(18):
          total, plan = -1000000 * (g % 3), -250000 * (g // 3)
          stf = (120000, 90000) if g % 3 == 1 else ("", "")
          out.writerow(["RZ%d" % (g % 3), "2017-%02d" % (4 + g // 3), "£", "including STF", total, plan, plan - 1000 * g,
                        "" if g % 5 == 0 else total - 4000 * g, *stf])
      """
    let folder = TemporaryFolder()
    _ = try Spawned.run(
      "/usr/bin/env", ["python3", "-c", python], in: folder.path,
      environment: ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "", "PYTHONIOENCODING": "utf-8"],
      output: "\(folder.path)/finance.csv", error: "\(folder.path)/error.txt")
    #expect(folder.read("error.txt").isEmpty)
    let figures = try warehouse.figures()
    // RZ2's position in its last month: a forecast of 2,068,000 behind nothing, against a control total of 2,000,000.
    #expect(figures.contains("finance.control-total|RZ2|2017-09||||-2068000"), "\(figures.sorted().prefix(3))")
    #expect(figures == (try warehouse.figures(ofFolder: "\(folder.path)/finance.csv")))
  }

  @Test func `the query for trajectories sets the target of each month`() throws {
    let server = try TestServer.postgres()
    try server.sql(
      """
      create table if not exists trajectory as
        select 'ae.four-hour' as metric, 'R' || lpad(g::text, 2, '0') as trust, '2018-02' as month, 90 + g as percent
        from generate_series(1, 3) g;
      grant select on trajectory to reader;
      """)
    let query = try #require(try WarehouseDocumentTests.queries()["trajectories.sql"])
    let warehouse = WarehouseFolder(server, query: query, name: "Trajectories")
    let extracts = TemporaryFolder()
    extracts.write(
      "metric,organisation,period,breakdown,item,numerator,denominator,value\n"
        + (1...3).map { "ae.four-hour,R0\($0),2018-02,,,900,1000,\n" }.joined(), to: "ae.csv")
    let print = try warehouse.run(
      ["print", "--sources", warehouse.file, extracts.path, "--against", "trajectory", "--format", "json"])
    let object = try JSONSerialization.jsonObject(with: Data(print.output.utf8)) as? [String: Any]
    let targets = (object?["figures"] as? [[String: Any]] ?? []).filter { $0["target_kind"] as? String == "trajectory" }
      .map { "\($0["organisation"] ?? "") \($0["target"] ?? "")" }
    #expect(Set(targets) == ["R01 91", "R02 92", "R03 93"], "\(print.output.prefix(2000))")
  }
}
