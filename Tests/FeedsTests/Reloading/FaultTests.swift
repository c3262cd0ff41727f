import Extracts
import Foundation
import Metrics
import Testing
import Threads

@testable import Feeds

/// Every way a disk can fail while the board is open: the last good figures stay, labelled, and come back by themselves.
@Suite struct FaultTests {
  let kept = KeptBoard()
  var folder: TemporaryFolder { kept.folder }

  private func open() {
    folder.write(performance("RZ1"), to: "a.csv")
    kept.look()
  }

  @Test func `a file that changes while it is read is read again`() {
    open()
    let path = folder.path + "/a.csv"
    let count = Locked(0)
    kept.disk.read = { file, context, headers, _, beat throws(FeedFault) in
      let reading = try file.read(context, memory: headers, beat: beat)
      // Truncated and written again by somebody, the first time it is read.
      if count.withLock({ count in
        count += 1
        return count == 1
      }) {
        _ = FileManager.default.createFile(atPath: path, contents: Data(performance("RZ1", within: 33).utf8))
      }
      return reading
    }
    folder.write(performance("RZ1", within: 22), to: "a.csv")
    for _ in 1...3 { kept.look() }
    // Neither the old nor what was there in between.
    #expect(kept.within("RZ1") == "90")
    kept.settle()
    #expect(kept.within("RZ1") == "33" && kept.label == "current")
  }

  @Test func `a file that grows is left alone until it has stopped growing`() {
    open()
    var text = performance("RZ1", within: 40)
    for number in 10..<30 {
      text += "ae.four-hour,R\(number),2018-02,,,1,2,\n"
      folder.write(text, to: "a.csv")
      #expect(kept.look() != nil)
    }
    #expect(kept.within("RZ1") == "90" && kept.boards == 1)
    kept.settle()
    #expect(kept.within("RZ1") == "40" && kept.boards == 2)
  }

  @Test func `a file that may not be read any more keeps its figures, and is read when it may`() {
    open()
    kept.disk.read = { _, _, _, _, _ throws(FeedFault) in throw .unreadable(SystemFailure(code: EACCES)) }
    folder.write(performance("RZ1", within: 20), to: "a.csv")
    kept.settle()
    #expect(kept.within("RZ1") == "90" && kept.label == "unreadable since 09:00")
    #expect(kept.problems == ["a.csv: has been unreadable since 09:00: permission denied; its last good figures stay"])
    let boards = kept.boards
    kept.settle()
    #expect(kept.boards == boards)
    kept.disk = Disk()
    kept.settle()
    #expect(kept.within("RZ1") == "20" && kept.label == "current" && kept.problems == [])
  }

  @Test func `a folder in the place of a file is not the file`() throws {
    open()
    try FileManager.default.removeItem(atPath: folder.path + "/a.csv")
    try FileManager.default.createDirectory(atPath: folder.path + "/a.csv", withIntermediateDirectories: true)
    kept.settle()
    #expect(kept.within("RZ1") == "90" && kept.label == "unreadable since 09:00")
    try FileManager.default.removeItem(atPath: folder.path + "/a.csv")
    open()
    kept.settle()
    #expect(kept.label == "current" && kept.problems == [])
  }

  @Test func `a pipe in the place of a file is not waited for`() {
    open()
    unlink(folder.path + "/a.csv")
    mkfifo(folder.path + "/a.csv", 0o600)
    kept.settle()
    #expect(kept.within("RZ1") == "90" && kept.label == "unreadable since 09:00")
  }

  @Test func `a folder that is removed and brought back loses nothing`() throws {
    open()
    let aside = folder.path + "-aside"
    rename(folder.path, aside)
    kept.settle()
    #expect(kept.within("RZ1") == "90" && kept.label == "missing since 09:00")
    #expect(kept.loaded?.missing == [folder.path])
    rename(aside, folder.path)
    kept.settle()
    #expect(kept.label == "current" && kept.problems == [])
  }

  @Test func `a folder that is unmounted leaves an empty one, and the figures stay`() throws {
    open()
    let aside = folder.path + "-aside"
    rename(folder.path, aside)
    try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
    kept.settle()
    #expect(kept.within("RZ1") == "90" && kept.label == "missing since 09:00")
    rmdir(folder.path)
    rename(aside, folder.path)
    kept.settle()
    #expect(kept.label == "current" && kept.problems == [])
  }

  @Test func `a folder that cannot be listed, for want of file handles say, is unreadable and not empty`() {
    open()
    let isBroken = Locked(true)
    let path = folder.path
    kept.disk.contents = { paths, before, noting in
      isBroken.withLock { $0 }
        ? FeedContents(unreadable: path, SystemFailure(code: EMFILE))
        : FeedContents(paths: paths, before: before, noting: noting)
    }
    kept.settle()
    #expect(kept.within("RZ1") == "90" && kept.label == "unreadable since 09:00")
    #expect(
      kept.problems.contains("a.csv: has been unreadable since 09:00: too many open files; its last good figures stay"))
    isBroken.withLock { $0 = false }
    kept.settle()
    #expect(kept.label == "current" && kept.problems == [])
  }

  @Test func `a clock that jumps back or ahead a year moves no figure, and what was noticed keeps its time`() {
    open()
    unlink(folder.path + "/a.csv")
    kept.settle()
    for moment in ["2017-03-20T09:00", "2019-03-20T09:00", "0001-01-01T00:00", "9999-12-31T23:59"] {
      kept.now = Moment(moment)!
      kept.settle()
      #expect(kept.within("RZ1") == "90" && kept.label == "missing since 20 Mar 09:00")
    }
    folder.write(performance("RZ1", within: 91), to: "a.csv")
    kept.settle()
    #expect(kept.within("RZ1") == "91" && kept.problems == [])
  }
}

/// A disk that never answers.
@Suite struct SilentDiskTests {
  /// Something that a thread waits for, for ever if need be.
  final class Gate: Sendable {
    private let lock = NSCondition()
    private let isOpen = Locked(false)

    func wait() {
      lock.lock()
      while !isOpen.withLock({ $0 }) { lock.wait() }
      lock.unlock()
    }

    func open() {
      lock.lock()
      isOpen.withLock { $0 = true }
      lock.broadcast()
      lock.unlock()
    }
  }

  let folder = TemporaryFolder()
  let loader = Loader()
  let gate = Gate()
  private let arrived = Locked<[Loader.Message]>([])

  private func keep(_ disk: Disk) {
    var refresh = ReloadPass(feed: Feed(paths: [folder.path]) { _ in (.everything, []) })
    refresh.disk = disk
    refresh.clock = { _ in Moment("2018-03-20T09:00")! }
    loader.keep(refresh, pace: FeedWatcher.Pace(poll: 20, patience: 60))
  }

  /// Takes messages until one answers the question; those that arrived together with it are for the next.
  private func next<Answer>(_ question: (Loader.Message) -> Answer?) throws -> Answer {
    for _ in 0..<1000 {
      while let message = arrived.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) {
        if let answer = question(message) { return answer }
      }
      try #require(loader.mailbox.wait(milliseconds: 20_000))
      let messages = loader.mailbox.take()
      arrived.withLock { $0 += messages }
    }
    throw CancellationError()
  }

  private func board(_ isWanted: @escaping (Board) -> Bool) throws -> Board {
    try next { if case .loaded(let loaded) = $0, isWanted(loaded.board) { loaded.board } else { nil } }
  }

  @Test func `a file that never ends is given up and said, the others are shown, and it comes when it answers`() throws
  {
    folder.write(performance("RZ1"), to: "a.csv")
    folder.write(performance("RZ2"), to: "b.csv")
    var disk = Disk()
    disk.read = { [gate] file, context, headers, _, beat throws(FeedFault) in
      if file.name == "b.csv" { gate.wait() }
      return try file.read(context, memory: headers, beat: beat)
    }
    keep(disk)
    // A busy machine may be too slow for so little patience, and the other file given up for a moment too.
    let path = folder.path + "/b.csv"
    let _: String = try next { if case .silent(path, _) = $0 { path } else { nil } }
    let first = try board { $0.figure(Series.Key(.fourHour, "RZ1"), in: Period("2018-02")!) != nil }
    #expect(
      first.problems.map(\.message) == ["the disk does not answer; the board reads nothing from it until it does"])
    gate.open()
    let second = try board { $0.figure(Series.Key(.fourHour, "RZ2"), in: Period("2018-02")!) != nil }
    #expect(second.problems.isEmpty)
  }

  @Test func `a folder that stops answering leaves its last figures, unreadable, until it answers`() throws {
    folder.write(performance("RZ1"), to: "a.csv")
    let isDead = Locked(false)
    var disk = Disk()
    disk.contents = { [gate] paths, before, noting in
      for path in paths { noting(path) }
      if isDead.withLock({ $0 }), !paths.isEmpty { gate.wait() }
      return FeedContents(paths: paths, before: before)
    }
    keep(disk)
    _ = try board { _ in true }
    isDead.withLock { $0 = true }
    let stale = try board { !$0.stalenesses.isEmpty }
    #expect(stale.stalenesses[.fourHour]?.reason == .unreadable)
    #expect(stale.figure(Series.Key(.fourHour, "RZ1"), in: Period("2018-02")!) != nil)
    isDead.withLock { $0 = false }
    gate.open()
    #expect(try board { $0.stalenesses.isEmpty }.problems.isEmpty)
  }

  @Test func `rows that a dead disk holds are given up, and that is said`() throws {
    folder.write(performance("RZ1"), to: "a.csv")
    let loaded = Feed(paths: [folder.path]) { _ in (.everything, []) }.load()
    let request = try #require(
      RowRequest(Series.Key(.fourHour, "RZ1"), Period("2018-02")!, contribution: 0, in: loaded))
    loader.readRows(request, patience: 30) { [gate] request, beat in
      gate.wait()
      return request.read(beat: beat)
    }
    let reading: RowReading = try next { if case .rows(let reading) = $0 { reading } else { nil } }
    #expect(reading.remark == "the disk does not answer; the figure is from when it did")
    gate.open()
  }
}
