import Foundation

/// A database of a test's own: a script of `Tests/Servers`, on loopback, that ends when the test does.
final class TestServer: @unchecked Sendable {
  /// Why it did not do as it was told.
  struct Refusal: Error, CustomStringConvertible {
    let description: String
  }

  private let process = Process()
  private let input = Pipe(), output = Pipe()
  private var rest = Data()
  /// One test at a time tells it something.
  private let lock = NSLock()
  /// Where it listens.
  private(set) var port = ""

  /// Starts it, and waits until it answers.
  init(_ script: String, environment: [String: String] = [:]) throws {
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "\(Program.project)/Tests/Servers/\(script)"]
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    let words = try line().split(separator: " ").map(String.init)
    guard words.first == "ready", words.count > 1 else { throw Refusal(description: "\(script) did not start") }
    port = words[1]
  }

  deinit {
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  /// Tells it something, and waits until it is done.
  func tell(_ words: String) throws {
    lock.lock()
    defer { lock.unlock() }
    try input.fileHandleForWriting.write(contentsOf: Data((words + "\n").utf8))
    let answer = try line()
    guard answer == "done" else { throw Refusal(description: answer) }
  }

  /// Has PostgreSQL run SQL as its owner.
  func sql(_ text: String, in database: String = "postgres") throws { try tell("sql \(database)\n\(text)\n.") }

  private func line() throws -> String {
    while true {
      if let end = rest.firstIndex(of: 10) {
        defer { rest = Data(rest[(end + 1)...]) }
        return String(decoding: rest[..<end], as: UTF8.self)
      }
      let more = output.fileHandleForReading.availableData
      guard !more.isEmpty else { throw Refusal(description: "the server has ended") }
      rest += more
    }
  }

  /// PostgreSQL with the role that only reads, and tables for the tests; one for all of them.
  static func postgres() throws -> TestServer { try shared.get() }

  private static let shared = Result {
    let server = try TestServer("postgres.py")
    try server.sql(
      """
      create role reader login password 'p;w}d = 1ä';
      alter role reader set default_transaction_read_only = on;
      create role late login password 'x' valid until '2001-01-01';
      create table attendance as
        select 'R' || lpad((g % 20)::text, 2, '0') as trust, date '2018-01-01' + (g % 90)::int as day, 'P' || g as patient,
          (g * 7919 % 500)::int as minutes, case when g % 3 = 0 then '2' else '1' end as department
        from generate_series(1, 20000) g;
      create table load (loaded_at timestamp);
      insert into load values ('2018-04-01 06:00');
      grant select on all tables in schema public to reader;
      """)
    return server
  }

  /// The password of `reader`: what a connection text could stumble over.
  static let password = "p;w}d = 1ä"
}
