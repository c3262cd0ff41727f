import Foundation
import Warehouse

@testable import Feeds

/// A script in the place of `sitrep-fetch` that does as a test says, so that no database is needed.
final class StandInFetch {
  let folder = TemporaryFolder()
  let source: FeedSource

  /// - Parameters:
  ///   - watermark: whether the source has one.
  ///   - refresh: seconds; 0 fetches at every call.
  init(watermark: Bool = false, refresh: Int = 0, rows: String? = nil, rowLimit: Int = 1000) {
    // In the project: a script that a test writes could not be started while another thread starts something.
    let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let script = project.appendingPathComponent("Servers/stand-in-fetch").path
    let connection = WarehouseConnection(name: "warehouse", dsn: "Performance", loginTimeout: 1, queryTimeout: 1)
    let asked = WarehouseSource(
      name: "A&E daily", connection: connection, query: "select 1", watermark: watermark ? "select 2" : nil,
      refresh: refresh, rows: rows, rowLimit: rowLimit)
    source = FeedSource(asked, helper: script, cache: folder.path + "/cache")
    behave("exit 1")
  }

  /// What it does from now on.
  func behave(_ script: String) { folder.write(script + "\n", to: "behaviour") }

  /// Has it bring a CSV.
  func bring(_ csv: String, watermark: String? = nil) {
    let file = folder.write(csv, to: "result")
    let mark = watermark.map { "\\twatermark=\($0)" } ?? ""
    behave("cp '\(file)' \"$draft\" && mv \"$draft\" \"$output\" && table 1 $'\(mark)'")
  }

  /// Has it report a failure.
  func fail(_ failure: FetchFailure) {
    behave("cat '\(folder.write(FetchReport.failed(failure).line + "\n", to: "failure"))'")
  }

  /// How often it was started.
  var runs: Int { contents("runs").split(separator: "\n").count }

  func contents(_ name: String) -> String {
    String(decoding: FileManager.default.contents(atPath: folder.path + "/" + name) ?? Data(), as: UTF8.self)
  }

  /// The names in the folder of results.
  var results: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: source.cache)) ?? []).sorted()
  }
}
