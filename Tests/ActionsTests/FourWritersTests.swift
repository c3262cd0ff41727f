import Foundation
import Metrics
import Testing

@testable import Actions

/// Programs that write into one folder at the same time, each a process of its own. `Benchmarks/actions/four-writers` has
/// them do so for a minute.
@Suite struct FourWritersTests {
  private let probe = Bundle.main.executableURL!.deletingLastPathComponent().path + "/CrashProbe"
  private let scratch = ScratchFolder()
  /// Two programs of one writer, and two writers more.
  private let writers = ["ward/1", "ward/2", "site/1", "flow/1"]

  @Test func `four processes at the same time lose no event, every chain holds, and a changed byte is named`() throws {
    let each = 100
    let processes = try writers.map { writer in
      let process = Process()
      process.executableURL = URL(fileURLWithPath: probe)
      process.arguments = ["actions", scratch.path, writer, "\(each)"]
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      return process
    }
    // Whoever reads meanwhile sees whole lines alone.
    var reading = ActionFolder.Reading()
    var counts: [Int] = []
    while processes.contains(where: \.isRunning) {
      scratch.folder.read(&reading)
      #expect(reading.book.problems == [])
      counts.append(reading.book.actions.count)
    }
    #expect(counts == counts.sorted())
    for process in processes {
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
    let book = scratch.folder.read()
    #expect(book.problems == [])
    let expected = writers.flatMap { writer in (0..<each).map { "\(writer) \($0)" } }
    #expect(book.actions.map(\.text).sorted() == expected.sorted())
    // Each process's own events are in the order in which it wrote them.
    for writer in writers {
      let own = book.actions.map(\.text).filter { $0.hasPrefix(writer) }
      #expect(own == (0..<each).map { "\(writer) \($0)" })
    }
    var bytes = scratch.bytes("probe-ward.jsonl")
    let place = bytes.count / 2
    let line = 1 + bytes[..<place].count { $0 == UInt8(ascii: "\n") }
    bytes[place] ^= 1
    scratch.write(bytes, "probe-ward.jsonl")
    let found = scratch.folder.read()
    let isNamed = found.problems.contains { $0.file == "probe-ward.jsonl" && $0.line == line }
    #expect(isNamed, "\(found.problems.map(\.text))")
    #expect(found.actions.count >= expected.count - 2)
  }
}
