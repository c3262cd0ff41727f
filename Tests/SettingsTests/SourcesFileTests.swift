import Metrics
import Settings
import Testing
import Warehouse

/// `sources.toml`: connections, sources, and everything that can be wrong in them.
@Suite struct SourcesFileTests {
  private func read(_ text: String) -> (sources: [WarehouseSource], problems: [Problem]) {
    SourcesFile.read([UInt8](text.utf8), fileName: "sources.toml") { $0 == "ae.sql" ? "select 1\n" : nil }
  }

  private static let connection = "[[connection]]\nname = \"warehouse\"\ndsn = \"Performance\"\n"
  private static let source = "[[source]]\nname = \"A&E daily\"\nquery = \"select 1\"\n"

  @Test func `a connection and a source say everything the fetch needs`() {
    let read = read(
      """
      [[connection]]
      name = "warehouse"
      driver = "ODBC Driver 18 for SQL Server"
      server = "sql.example,1433"
      database = "performance"
      options = { Encrypt = "strict", Trusted_Connection = "yes" }
      user = "sitrep_reader"
      password-file = "/run/credentials/sitrep/warehouse"
      encrypt = false
      login-timeout = "10s"
      query-timeout = "2m"

      [[source]]
      name = "A&E daily"
      connection = "warehouse"
      query-file = "ae.sql"
      watermark = "select max(loaded_at) from ae_daily"
      refresh = "1h"
      rows = "select * from ae where trust = ? and day >= ? and day < ? and note <> '?' -- ?"
      row-limit = 5000
      """)
    #expect(read.problems == [])
    let connection = WarehouseConnection(
      name: "warehouse", driver: "ODBC Driver 18 for SQL Server", server: "sql.example,1433", database: "performance",
      options: [.init("Encrypt", "strict"), .init("Trusted_Connection", "yes")], user: "sitrep_reader",
      password: .file("/run/credentials/sitrep/warehouse"), requiresTLS: false, loginTimeout: 10, queryTimeout: 120)
    #expect(
      read.sources == [
        WarehouseSource(
          name: "A&E daily", connection: connection, query: "select 1",
          watermark: "select max(loaded_at) from ae_daily", refresh: 3600,
          rows: "select * from ae where trust = ? and day >= ? and day < ? and note <> '?' -- ?", rowLimit: 5000)
      ])
  }

  @Test func `TLS is required where nothing is said of it, and the one connection need not be named`() {
    let sources = read(SourcesFileTests.connection + SourcesFileTests.source).sources
    #expect(sources.map(\.connection.requiresTLS) == [true])
    #expect(sources.map(\.title) == ["warehouse:A&E daily"])
    #expect(sources.map(\.refresh) == [900])
  }

  static let cases: [(toml: String, problem: String)] = [
    (
      connection + "password = \"secret\"\n" + source,
      """
      sources.toml:4:1: error: "password" writes a password into sources.toml, which is refused; expected the name of a file that contains it
        fix: remove the line, change the password, and write password-file = "…"
      """
    ),
    (
      connection + "options = { PWD = \"secret\" }\n" + source,
      """
      sources.toml:4:13: error: "PWD" writes a password into sources.toml, which is refused; expected the name of a file that contains it
        fix: remove the line, change the password, and write password-file = "…"
      """
    ),
    (
      connection + "driver = \"FreeTDS\"\n" + source,
      """
      sources.toml:3:1: error: "dsn" and "driver" are both here; expected one of them
        fix: remove one
      """
    ),
    (
      "[[connection]]\nname = \"warehouse\"\n" + source,
      """
      sources.toml:1:1: error: [[connection]] has no "dsn"
        fix: add a line such as dsn = "Performance"
      """
    ),
    (
      connection + "query-timeout = \"2 minutes\"\n" + source,
      """
      sources.toml:4:1: error: "query-timeout" is the text "2 minutes"; expected a time from 1s to 1h
        fix: write query-timeout = "60s"
      """
    ),
    (
      connection + source + "connection = \"werehouse\"\n",
      """
      sources.toml:7:1: error: "connection" is "werehouse"; expected warehouse
        fix: write connection = "warehouse"
      """
    ),
    (
      connection + source + "query-file = \"ae.sql\"\n",
      """
      sources.toml:6:1: error: "query" and "query-file" are both here; expected one of them
        fix: remove one
      """
    ),
    (
      connection + "[[source]]\nname = \"x\"\nquery-file = \"gone.sql\"\n",
      """
      sources.toml:6:1: error: the file "gone.sql" cannot be read, or is empty; expected a query
        fix: correct its name, relative to sources.toml
      """
    ),
    (
      connection + source + source,
      """
      sources.toml:7:1: error: two tables [[source]] are called "A&E daily"; expected a name for each
        fix: give one of them another name
      """
    ),
    (
      connection + source + "rows = \"select ? from x\"\n",
      """
      sources.toml:7:1: error: "rows" has 1 question mark; expected three: for the organisation, the first day and the day after the last
        fix: write where trust = ? and day >= ? and day < ?
      """
    ),
    (
      connection + source + "folder = \"x\"\n",
      """
      sources.toml:7:1: error: "folder" is not a key of [[source]]
        fix: remove the line; the keys of [[source]] are name, connection, query, query-file, watermark, refresh, row-limit and rows
      """
    ),
  ]

  @Test(arguments: cases) func `what is wrong has its place, what was expected, and a fix`(
    toml: String, problem: String
  ) {
    #expect(read(toml).problems.map(\.text) == [problem])
  }

  @Test func `a connection of which a part is wrong is not used at all`() {
    #expect(read(SourcesFileTests.connection + "encrypt = \"no\"\n" + SourcesFileTests.source).sources == [])
  }
}
