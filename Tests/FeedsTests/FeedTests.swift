import Extracts
import Extracts
import Foundation
import Metrics
import Testing
import Threads

@testable import Feeds

/// What is on disk becomes a board.
@Suite struct FeedTests {
  let folder = TemporaryFolder()

  private func load() -> Loaded { Feed(paths: [folder.path]) { _ in (.everything, []) }.load() }

  @Test func `many files come out in the order of their names, whichever thread read them`() {
    for number in 10..<40 { folder.write(performance("RZ1", month: "2015-01", within: number), to: "\(number).csv") }
    let loaded = load()
    #expect(loaded.files.map(\.name) == (10..<40).map { "\($0).csv" })
    #expect(loaded.board.contributions.map(\.file.name) == loaded.files.map(\.name))
    let isEmpty = loaded.isEmpty
    #expect(!isEmpty)
  }

  @Test func `progress is told after every file, the last time with all of them`() {
    for number in 1...9 { folder.write(performance("RZ\(number)"), to: "\(number).csv") }
    let told = Locked<[Int]>([])
    _ = Feed(paths: [folder.path]) { _ in (.everything, []) }.load(report: { progress in
      // Before it is known what is to be read, only what was looked at is told.
      guard progress.lookedAt == nil else { return }
      #expect(progress.allFiles == 9 && progress.hasFigures)
      #expect(progress.allBytes == progress.bytes / UInt64(progress.files) * 9)
      told.withLock { $0.append(progress.files) }
    })
    #expect(told.withLock { $0.sorted() } == Array(1...9))
  }

  @Test func `the settings reach whoever understands them, and what is wrong in them the board`() {
    folder.write("as-at = 1", to: "system.toml")
    let loaded = Feed(paths: [folder.path]) { file in
      #expect(file?.name == "system.toml" && file?.bytes == Array("as-at = 1".utf8))
      return (.everything, [Problem(.error, file: "system.toml", "wrong")])
    }.load()
    #expect(loaded.board.problems.map(\.message) == ["wrong"])
    let isEmpty = loaded.isEmpty
    #expect(isEmpty)
  }

  @Test func `a system that a file describes is something to show before anybody has returned anything`() {
    folder.write("", to: "system.toml")
    let system = HealthSystem(
      code: "QZ9", name: "Northmere", organisations: [Organisation(code: "RZ1", role: .provider)])
    #expect(!Feed(paths: [folder.path]) { _ in (system, []) }.load().isEmpty)
  }

  @Test func `a file that vanishes before it is read is a problem, and the others load`() throws {
    folder.write(performance("RZ1"), to: "a.csv")
    let gone = folder.write(performance("RZ2"), to: "b.csv")
    let files = FeedContents(paths: [folder.path]).files
    try FileManager.default.removeItem(atPath: gone)
    let outcomes = ExtractQueue(files, context: ReadingContext(of: .everything)) { _ in }.readAll()
    guard case .read = outcomes[0], case .failed(let fault) = outcomes[1] else {
      Issue.record("expected one file read and one failed")
      return
    }
    #expect(
      fault.problem(of: "b.csv").text == """
        b.csv: error: the file was there a moment ago and is gone
          fix: put it back, or start again without it
        """)
  }

  @Test func `an unreadable file says what the system says`() {
    #expect(
      FeedFault.unreadable(SystemFailure(code: EACCES)).problem(of: "a.csv").text == """
        a.csv: error: cannot be read: permission denied; expected a file you may read
          fix: chmod u+r "a.csv", or ask its owner
        """)
  }

  @Test func `the same files show another system without being read again`() throws {
    let path = folder.write(performance("RZ1"), to: "a.csv")
    let loaded = load()
    try FileManager.default.removeItem(atPath: path)
    let other = loaded.board(about: HealthSystem(code: "QZ9", name: "Northmere"))
    #expect(other.board.healthSystem.code == "QZ9")
    #expect(other.board.figure(Series.Key(.fourHour, "RZ1"), in: Period("2018-02")!) != nil)
  }
}
