import Foundation
import Metrics
import Testing
import Threads

@testable import Feeds

/// Loading in the background.
@Suite struct LoaderTests {
  let folder = TemporaryFolder()

  @Test func `a board arrives in the mailbox, whose descriptor wakes whoever waits`() {
    folder.write(performance("RZ1"), to: "a.csv")
    let loader = Loader()
    loader.keep(Feed(paths: [folder.path]) { _ in (.everything, []) }) { _ in Moment(day: Day(number: 0)) }
    var boards = 0
    while boards == 0 {
      #expect(loader.mailbox.wait(milliseconds: 10_000))
      for case .loaded(let loaded) in loader.mailbox.take() {
        boards += 1
        #expect(loaded.board.contributions.count == 1)
      }
    }
    #expect(!loader.mailbox.wait(milliseconds: 0))
  }

  @Test func `a board that comes together with the progress before it is not lost`() throws {
    folder.write(performance("RZ1"), to: "a.csv")
    let loader = Loader()
    loader.keep(Feed(paths: [folder.path]) { _ in (.everything, []) }) { _ in Moment(day: Day(number: 0)) }
    var board: Loaded?
    while board == nil {
      #expect(loader.mailbox.wait(milliseconds: 10_000))
      board = loader.mailbox.take().loaded
    }
    func progress(_ files: Int, hasFigures: Bool) -> Loader.Message {
      .progress(ReadingProgress(files: files, of: 1, bytes: 0, of: 9, milliseconds: 0, hasFigures: hasFigures))
    }
    let together = [progress(1, hasFigures: true), .loaded(try #require(board))]
    #expect(together.loaded?.board.contributions.count == 1)
    #expect(together.haveFigures)
    #expect([progress(0, hasFigures: false)].loaded == nil)
    #expect(![progress(0, hasFigures: false)].haveFigures)
  }

  @Test func `a board that nobody has taken gives way to a newer one`() {
    let mailbox = Mailbox<Int>()
    for number in 1...5 { mailbox.post(number) { $0 % 2 == number % 2 } }
    #expect(mailbox.take() == [4, 5])
  }

  @Test func `messages are taken once, oldest first`() {
    let mailbox = Mailbox<Int>()
    for number in 1...100_000 { mailbox.post(number) }
    #expect(mailbox.take() == Array(1...100_000))
    #expect(mailbox.take().isEmpty)
  }
}

/// How often progress is told.
@Suite struct ProgressPaceTests {
  @Test func `the first figure is told at once, and what follows it at leisure`() {
    let pace = ProgressPace()
    #expect(!pace.isDue(hasFigures: false))
    #expect(pace.isDue(hasFigures: true))
    #expect(!pace.isDue(hasFigures: true))
  }
}

/// A board that follows its folder by the system's notice.
@Suite struct KeepingTests {
  let folder = TemporaryFolder()
  let loader = Loader()

  private func board(_ isWanted: (Loaded) -> Bool) throws -> Loaded {
    while true {
      try #require(loader.mailbox.wait(milliseconds: 30_000))
      for case .loaded(let loaded) in loader.mailbox.take() where isWanted(loaded) { return loaded }
    }
  }

  @Test func `a change is noticed without waiting for the next look`() throws {
    folder.write(performance("RZ1"), to: "a.csv")
    var refresh = ReloadPass(feed: Feed(paths: [folder.path]) { _ in (.everything, []) })
    refresh.clock = { _ in Moment("2018-03-20T09:00")! }
    // A look an hour from now: only notice can tell of the change.
    loader.keep(refresh, pace: FeedWatcher.Pace(poll: 3_600_000))
    _ = try board { _ in true }
    folder.write(performance("RZ2"), to: "b.csv")
    #expect(try board { $0.files.count == 2 }.events.contains(.read("b.csv", rows: 1)))
  }

  @Test func `another system is shown without reading the files again, and stays when they change`() throws {
    folder.write(performance("RZ1"), to: "a.csv")
    loader.keep(Feed(paths: [folder.path]) { _ in (.everything, []) }, poll: 50) { _ in Moment("2018-03-20T09:00")! }
    _ = try board { _ in true }
    loader.show { own in
      var other = own
      other.code = "QZ9"
      return other
    }
    #expect(try board { $0.board.healthSystem.code == "QZ9" }.events.isEmpty)
    folder.write(performance("RZ2"), to: "b.csv")
    #expect(try board { $0.files.count == 2 }.board.healthSystem.code == "QZ9")
  }
}

/// How far the reading has come, in words.
@Suite struct ReadingProgressTests {
  private static let cases: [(ReadingProgress, String)] = [
    (
      ReadingProgress(files: 3, of: 12, bytes: 234_000_000, of: 930_000_000, milliseconds: 700),
      "reading 3 of 12 files  ██░░░░░░░░  234 of 930 MB  about 3 s left"
    ),
    (
      ReadingProgress(files: 1, of: 120, bytes: 78_000_000, of: 9_360_000_000, milliseconds: 1000),
      "reading 1 of 120 files  ░░░░░░░░░░  78 of 9360 MB  about 2 min left"
    ),
    (
      ReadingProgress(files: 1, of: 12, bytes: 78_000_000, of: 930_000_000, milliseconds: 40),
      "reading 1 of 12 files  ░░░░░░░░░░  78 of 930 MB"
    ),
    (ReadingProgress(files: 40, of: 150, bytes: 9000, of: 40_000, milliseconds: 10), "reading 40 of 150 files"),
    (
      ReadingProgress(files: 2, of: 2, bytes: 20_000_000, of: 20_000_000, milliseconds: 900),
      "reading 2 of 2 files  ██████████  20 of 20 MB  about 0 s left"
    ),
  ]

  @Test(arguments: cases)
  func `files, bytes and time left are said where there is much to read`(progress: ReadingProgress, words: String) {
    #expect(progress.words == words)
  }
}
