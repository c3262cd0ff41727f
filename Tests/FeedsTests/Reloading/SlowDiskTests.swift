import Foundation
import Metrics
import Testing
import Threads

@testable import Feeds

/// A disk that is slow is not dead.
@Suite struct SlowDiskTests {
  /// A clock that only a test moves.
  final class Clock: Sendable {
    private let moment = Locked<Int64>(0)

    var now: Int64 { moment.withLock { $0 } }
    func pass(_ milliseconds: Int64) { moment.withLock { $0 += milliseconds } }
  }

  let folder = TemporaryFolder()
  let clock = Clock()
  private static let files = 1000

  private func visits() -> (pass: ReloadPass, watchdog: DiskWatchdog, progress: Locked<[ReadingProgress]>) {
    for number in 0..<SlowDiskTests.files {
      folder.write(performance("R\(1000 + number)"), to: "\(number).csv")
    }
    let watchdog = DiskWatchdog { [clock] in clock.now }
    let progress = Locked<[ReadingProgress]>([])
    var pass = ReloadPass(feed: Feed(paths: [folder.path]) { _ in (.everything, []) })
    pass.activity = watchdog
    pass.report = { come in progress.withLock { $0.append(come) } }
    // Each file takes 25 ms to be looked at, and again to be read; whoever waits looks on all the while.
    pass.disk.contents = { [clock] paths, before, noting in
      FeedContents(paths: paths, before: before) { path in
        noting(path)
        clock.pass(25)
        _ = watchdog.abandon(after: 20_000)
      }
    }
    pass.disk.read = { [clock] file, context, headers, _, beat throws(FeedFault) in
      clock.pass(25)
      _ = watchdog.abandon(after: 20_000)
      return try file.read(context, memory: headers, beat: beat)
    }
    return (pass, watchdog, progress)
  }

  @Test func `a folder of 1,000 files at 25 ms each opens, with its progress from the first look on`() {
    let (pass, watchdog, progress) = visits()
    let loaded = pass.first().loaded
    #expect(clock.now > 40_000 && !watchdog.isAbandoned)
    #expect(loaded?.files.count == SlowDiskTests.files)
    let come = progress.withLock { $0 }
    #expect(come.count { $0.lookedAt != nil } > SlowDiskTests.files)
    #expect(come.first?.words == "looking at the files: 1 so far")
    #expect(come.last?.words == "reading 1000 of 1000 files")
  }

  @Test func `on an open board it is followed`() {
    let (pass, watchdog, _) = visits()
    let opened = pass.first()
    folder.write(performance("R1000", within: 55), to: "0.csv")
    var result = pass.next(after: opened.memory, at: 0, boardIsStale: false)
    for moment in [25_000, 50_000] {
      result = pass.next(after: result.memory, at: Int64(moment), boardIsStale: false)
    }
    #expect(!watchdog.isAbandoned)
    let figure = result.memory.loadedFiles.files.values.compactMap(\.good).first { $0.file.name == "0.csv" }
    #expect(figure?.contribution.observations.first?.measurement.numerator?.text(places: 0) == "55")
  }
}
