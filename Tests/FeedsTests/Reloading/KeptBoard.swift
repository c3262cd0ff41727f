import Foundation
import Metrics
import Threads

@testable import Feeds

/// The names of the files that were read, in order.
final class Names: Sendable {
  let list = Locked<[String]>([])
}

/// A folder kept by visits that a test makes itself, with a clock of the test's own.
final class KeptBoard {
  let folder = TemporaryFolder()
  /// The moment on the board's clock, and on the one that looks are timed by.
  var now = Moment("2018-03-20T09:00")!
  var milliseconds: Int64 = 0
  var disk = Disk()
  private(set) var loaded: Loaded?
  /// After how many files the reading is stopped; `nil` for never.
  var stopsAfter: Int?
  /// The boards that were shown while the first was being read: how many files each had, and whether more were to come.
  let fills = Locked<[(files: Int, rest: Loaded.Rest)]>([])
  /// How many boards there have been.
  private(set) var boards = 0
  private let read = Names()
  private var memory: ReloadPass.Memory?
  /// The versions that have been accepted although they were doubted.
  let accepted = Names()
  private let system: Feed.SystemReader
  private let isWhole: @Sendable (Feed.SettingsFile) -> Bool
  var others: [String] = []
  /// What else has changed: files that are no extracts.
  private(set) var otherChanges: [String] = []

  init(
    isWhole: @escaping @Sendable (Feed.SettingsFile) -> Bool = { _ in true },
    system: @escaping Feed.SystemReader = { _ in (.everything, []) }
  ) {
    self.system = system
    self.isWhole = isWhole
  }

  /// Makes a visit; when it wants to look again, after how long.
  @discardableResult
  func look() -> Int64? {
    let now = now
    var feed = Feed(paths: [folder.path], others: others, isWhole: isWhole, system: system)
    feed.isAccepted = { [accepted] file in accepted.list.withLock { $0.contains(file.versionLine) } }
    var refresh = ReloadPass(feed: feed)
    refresh.clock = { _ in now }
    refresh.disk = disk
    let inner = disk.read
    refresh.disk.read = { [read] file, context, headers, onTwoThreads, beat throws(FeedFault) in
      read.list.withLock { $0.append(file.name) }
      return try inner(file, context, headers, onTwoThreads, beat)
    }
    refresh.fillsAfter = 0
    refresh.fill = { [fills] loaded in fills.withLock { $0.append((loaded.files.count, loaded.rest)) } }
    refresh.report = { [activity = refresh.activity, stopsAfter] progress in
      if progress.files == stopsAfter { activity.stop() }
    }
    let result = memory.map { refresh.next(after: $0, at: milliseconds, boardIsStale: false) } ?? refresh.first()
    memory = result.memory
    if let board = result.loaded {
      loaded = board
      boards += 1
    }
    otherChanges += result.others.map(\.path)
    milliseconds += result.lookAgain ?? 0
    return result.lookAgain
  }

  /// Goes on with what the reading was stopped before.
  func takeUpAgain() {
    stopsAfter = nil
    memory?.loadedFiles.takeUpAgain()
    settle()
  }

  /// Accepts the doubted version of the file of a name; whether there was one.
  func accept(_ name: String) -> Bool {
    guard let file = memory?.loadedFiles.accept(name) else { return false }
    accepted.list.withLock { $0.append(file.versionLine) }
    settle()
    return true
  }

  /// Looks until nothing is left to look at again.
  func settle() {
    for _ in 0..<20 where look() == nil { return }
  }

  /// Attendances within four hours of an organisation in February 2018, as the board shows them; `nil` without a figure.
  func within(_ code: OrganisationCode) -> String? {
    loaded?.board.figure(Series.Key(.fourHour, code), in: Period("2018-02")!)?.measurement.numerator?.text(places: 0)
  }

  /// What the panel says of the files behind the metric.
  var label: String {
    guard let board = loaded?.board, let metric = board.catalogue[.fourHour] else { return "" }
    return board.freshness(metric, of: "RZ1", on: now.day).word
  }

  /// What is wrong, each on its first line.
  var problems: [String] { loaded?.board.problems.map { "\($0.file): \($0.message)" } ?? [] }

  /// What was read since the last time this was asked.
  func takeRead() -> [String] {
    read.list.withLock { names in
      defer { names = [] }
      return names
    }
  }
}
