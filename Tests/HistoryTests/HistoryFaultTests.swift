import CLinux
import Glibc
import Metrics
import Testing

@testable import History

/// What can be wrong with a database: a sentence each, nothing lost, and nothing of anybody else's touched.
struct HistoryFaultTests {
  private let scratch = Scratch()
  private var store: HistoryStore { scratch.store }
  private let first = returned(("RDD", "2026-11-25", 311, 352))
  private let second = returned(("RDD", "2026-11-26", 300, 350))

  @discardableResult
  private func record(_ contribution: Contribution, _ moment: String = "2026-11-26T07:00") throws
    -> HistoryStore.Receipt
  {
    try store.record([contribution], own: nil, at: at(moment))
  }

  @Test func `a locked history is a fault, and the figures can be written later`() throws {
    try record(first)
    let other = try Database(path: scratch.path, patience: 0)
    try other.run("begin exclusive")
    #expect(throws: HistoryFault.locked) { try record(second, "2026-11-27T07:00") }
    try other.run("rollback")
    #expect(try record(second, "2026-11-27T07:00").figures == 1)
    #expect(try store.recall(asOf: at("2026-11-27T07:00")).lines.count == 2)
  }

  @Test func `a full history keeps what was written before, and takes the rest when there is room`() throws {
    try record(first)
    var full = store
    full.mostPages = scratch.bytes.count / 4096
    let many = daily(
      (0..<3000).map {
        Observation(
          "local.x", of: "RDD", in: .day(Day(number: Int32($0))), .count(Count($0)), rows: RowSpan(line: $0 + 2))
      }, in: "many.csv")
    #expect(throws: HistoryFault.full) {
      try full.record([first, many], own: nil, at: at("2026-11-27T07:00"))
    }
    #expect(
      try store.recall(asOf: at("2026-11-28T07:00")).lines == ["daily.csv: RDD ae.four-hour 2026-11-25 311 of 352"])
    #expect(try store.record([first, many], own: nil, at: at("2026-11-28T07:00")).figures == 3000)
  }

  @Test(arguments: [
    "no database at all, but a text that is longer than a header of SQLite's would be", "SQLite format 3\0",
  ])
  func `a damaged history is set aside and a new one begins`(text: String) throws {
    let bytes = Array(text.utf8) + [UInt8](repeating: 0x5A, count: 5000)
    scratch.write(bytes)
    let receipt = try record(first)
    #expect(receipt.figures == 1)
    #expect(receipt.problems.count == 1)
    #expect(receipt.problems.first?.message.hasPrefix("the history was damaged (") == true)
    #expect(scratch.names == ["history.sqlite", "history.sqlite.damaged-1"])
    #expect(try store.recall(asOf: at("2026-11-26T07:00")).lines.count == 1)
  }

  @Test func `a history damaged in the middle is set aside when it is checked`() throws {
    for day in 1...9 {
      try record(
        daily(
          (0..<400).map {
            Observation(
              MetricID("local.x\($0)"), of: "RDD", in: Period("2026-11-0\(day)")!, .count(Count($0)),
              rows: RowSpan(line: $0 + 2))
          }), "2026-11-1\(day)T07:00")
    }
    let size = scratch.bytes.count
    for page in stride(from: 4096 * 3, to: size - 4096, by: 4096) {
      scratch.write([UInt8](repeating: 0xA5, count: 2048), at: page + 8, truncating: false)
    }
    let damaged = scratch.bytes
    let receipt = try store.record([first], own: nil, at: at("2026-11-26T07:00"), checks: true)
    #expect(receipt.problems.count == 1)
    #expect(scratch.names == ["history.sqlite", "history.sqlite.damaged-1"])
    #expect(HistoryStore(path: scratch.path + ".damaged-1").path.isEmpty == false)
    #expect(damaged.count == size)
  }

  @Test func `a database of another program is left as it is`() throws {
    let other = try Database(path: scratch.path, patience: 0)
    try other.run("create table recipes (name text)")
    let before = scratch.bytes
    #expect(throws: HistoryFault.foreign) { try record(first) }
    #expect(throws: HistoryFault.foreign) { try store.recall(asOf: at("2026-11-26T07:00")) }
    #expect(scratch.bytes == before)
  }

  @Test func `a history of a later version is left as it is`() throws {
    try record(first)
    try Database(path: scratch.path, patience: 0).run("pragma user_version = 7")
    let before = scratch.bytes
    #expect(throws: HistoryFault.future(7)) { try record(second) }
    #expect(scratch.bytes == before)
  }

  @Test func `a clock that is set back loses nothing and breaks no order`() throws {
    try record(first, "2026-11-26T07:00")
    let receipt = try record(second, "2026-11-20T07:00")
    #expect(receipt.moment == at("2026-11-26T07:00"))
    #expect(
      receipt.problems.map(\.message) == [
        "the clock says 20 Nov 2026 07:00, but the history was last written at 26 Nov 2026 07:00; changes are recorded "
          + "as of that time until the clock passes it"
      ])
    #expect(try store.recall(asOf: at("2026-11-26T07:00")).lines.count == 2)
    // At the end of summer time.
    #expect(try record(first, "2026-11-26T06:00").problems.isEmpty)
  }

  @Test func `a folder that cannot be written to is a fault`() throws {
    try #require(geteuid() != 0 || true)
    var elsewhere = HistoryStore(path: "/proc/sitrep/history.sqlite")
    elsewhere.patience = 0
    #expect(throws: HistoryFault.self) { try elsewhere.record([first], own: nil, at: at("2026-11-26T07:00")) }
  }

  @Test func `a share is refused`() throws {
    // The file system of processes is none that notice of changes is given on, no more than a share is.
    let onShare = HistoryStore(path: "/proc/history.sqlite")
    #expect(throws: HistoryFault.onNetwork) { try onShare.record([first], own: nil, at: at("2026-11-26T07:00")) }
    #expect(
      HistoryFault.onNetwork.problem(of: onShare.path).message
        == "no history is kept: its folder is on a network share, where a database can be lost")
  }

  @Test func `reading where there is no history makes none`() {
    #expect(throws: HistoryFault.missing) { try store.recall(asOf: at("2026-11-26T07:00")) }
    #expect(scratch.names.isEmpty)
  }

  @Test func `rows that no program wrote are damage, not figures`() throws {
    try record(first)
    try Database(path: scratch.path, patience: 0).run("update figure set kind = 99")
    let recall = try? store.recall(asOf: at("2026-11-26T07:00"))
    #expect(recall == nil)
    #expect(scratch.names == ["history.sqlite.damaged-1"])
  }

  @Test(arguments: [
    HistoryFault.notInstalled, .onNetwork, .locked, .full, .corrupt("x"), .foreign, .future(2), .missing,
    .tooEarly(Moment(day: Day(number: 0))), .failed("x"),
  ])
  func `every fault says what is wrong and what to do`(fault: HistoryFault) {
    let problem = fault.problem(of: "/home/ward/.local/state/sitrep/history-qhg.sqlite")
    #expect(!problem.message.isEmpty && !problem.fix.isEmpty)
    #expect(problem.message.first?.isLowercase == true && problem.message.last != ".")
  }
}
