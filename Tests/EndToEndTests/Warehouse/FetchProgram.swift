import Foundation
import Testing
import Warehouse

/// The real `sitrep-fetch`, as the board starts it.
struct FetchProgram {
  static let path = URL(fileURLWithPath: Program.path).deletingLastPathComponent().appendingPathComponent(
    "sitrep-fetch"
  ).path

  let folder = TemporaryFolder()
  /// What it writes.
  var output: String { "\(folder.path)/result.csv" }

  /// A connection to the test's PostgreSQL, as the role that only reads.
  func postgres(_ server: TestServer, options: [WarehouseConnection.Option] = []) -> WarehouseConnection {
    folder.write(TestServer.password + "\n", to: "password")
    chmod("\(folder.path)/password", 0o600)
    return WarehouseConnection(
      name: "warehouse", driver: "PostgreSQL Unicode", server: "127.0.0.1", database: "postgres",
      options: [.init("Port", server.port)] + options, user: "reader", password: .file("\(folder.path)/password"),
      queryTimeout: 60)
  }

  /// A connection to what stands in for SQL Server, which has no TLS.
  func standIn(_ server: TestServer, user: String = "reader") -> WarehouseConnection {
    folder.write("secret", to: "password")
    chmod("\(folder.path)/password", 0o600)
    return WarehouseConnection(
      name: "warehouse", driver: "FreeTDS", server: "127.0.0.1",
      options: [.init("Port", server.port), .init("TDS_Version", "7.4")], user: user,
      password: .file("\(folder.path)/password"), requiresTLS: false, queryTimeout: 60)
  }

  /// Runs it; what it reports, and the most memory it had, in megabytes.
  func run(_ request: FetchRequest) throws -> (report: FetchReport?, megabytes: Int) {
    let asked = URL(fileURLWithPath: "\(folder.path)/request")
    try Data(request.bytes).write(to: asked)
    // Started by Python: what a process starts counts the memory of the one that started it, and the tests have much.
    let measure = """
      import resource, subprocess, sys
      sys.stdout.buffer.write(subprocess.run([sys.argv[1]], stdin=open(sys.argv[2]), stdout=subprocess.PIPE).stdout)
      print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)
      """
    _ = try Spawned.run(
      "/usr/bin/env", ["python3", "-c", measure, FetchProgram.path, asked.path], in: folder.path,
      environment: ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"],
      output: "\(folder.path)/report", error: "/dev/null")
    let lines = folder.read("report").split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return (lines.count > 2 ? FetchReport(line: lines[0]) : nil, lines.dropLast().last.flatMap { Int($0) } ?? 0)
  }

  /// Runs a query; why it failed, `nil` where it did not.
  func failure(_ connection: WarehouseConnection, _ query: String, change: (inout FetchRequest) -> Void = { _ in })
    throws -> FetchFailure?
  {
    var request = FetchRequest(connection: connection, query: query, output: output)
    change(&request)
    guard case .failed(let failure)? = try run(request).report else { return nil }
    return failure
  }

  /// Runs a query; its result as CSV.
  func csv(_ connection: WarehouseConnection, _ query: String, values: [FetchRequest.Value] = []) throws -> String {
    let report = try run(FetchRequest(connection: connection, query: query, values: values, output: output)).report
    guard case .fetched? = report else { return "\(String(describing: report))" }
    return folder.read("result.csv")
  }
}

/// Fails the test: what was expected, and what came instead.
func unexpected(_ found: some Any, _ expected: String, at place: SourceLocation = #_sourceLocation) {
  Issue.record("expected \(expected); found \(String(describing: found))", sourceLocation: place)
}
