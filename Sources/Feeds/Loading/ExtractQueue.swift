import CLinux
import Extracts
import Metrics
import Synchronization
import Threads

/// Files waiting to be read, and the results of those that were; several threads take files from it.
final class ExtractQueue: Sendable {
  /// The result of one file.
  enum Outcome: Sendable {
    /// It was read, whether or not to its end, which a file that is still being written may not have yet.
    ///
    /// Its name is how the reading is stored; `nil` where it is not.
    case read(Contribution, isComplete: Bool, endsShort: Bool = false, name: FeedStore.Name? = nil)
    case failed(FeedFault)
  }

  private let files: [FoundFile]
  private let context: ReadingContext
  private let disk: Disk
  private let store: FeedStore?
  /// Whether small files are looked up and stored too.
  private let packs: Bool
  /// The signature that a stored reading must have; empty where none is looked up.
  private let signature: String
  private let activity: DiskWatchdog
  private let next = Atomic<Int>(0)
  private let progress: Locked<Progress>
  private let report: @Sendable (ReadingProgress) -> Void
  /// Called from time to time with what has been read so far, file by file; `nil` for files still to come.
  private let fill: @Sendable ([Outcome?]) -> Void
  private let filling: FillingPace
  private let allBytes: UInt64
  private let start = clinux_monotonic_milliseconds()

  private struct Progress {
    var outcomes: [Outcome?]
    var read = 0
    var bytes: UInt64 = 0
    var hasFigures = false
  }

  /// - Parameters:
  ///   - store: what files contributed before; `nil` where all are to be read.
  ///   - fill: called from time to time, while there is more to come, with what has been read so far.
  ///   - report: called after each file with the progress of the reading.
  init(
    _ files: [FoundFile], context: ReadingContext, disk: Disk = Disk(), store: FeedStore? = nil,
    activity: DiskWatchdog = DiskWatchdog(), filling: FillingPace = FillingPace(),
    fill: @escaping @Sendable ([Outcome?]) -> Void = { _ in }, report: @escaping @Sendable (ReadingProgress) -> Void
  ) {
    self.fill = fill
    self.filling = filling
    self.files = files
    self.context = context
    self.disk = disk
    // A few small files do not need it.
    let store = store.flatMap { $0.isWorthwhile(files) ? $0 : nil }
    self.store = store
    packs = store?.isWorthPacking(files) ?? false
    signature = store == nil ? "" : context.signature
    self.activity = activity
    self.report = report
    allBytes = files.reduce(0) { $0.clampedSum($1.bytesToRead) }
    progress = Locked(Progress(outcomes: Array(repeating: nil, count: files.count)))
  }

  /// Reads every file, on two threads where there are many; returns the results in the order of the files.
  func readAll() -> [Outcome] {
    let zips = Dictionary(files.compactMap { file in file.zip.map { (ObjectIdentifier($0), $0) } }) { first, _ in first
    }
    for zip in zips.values { zip.keep() }
    defer { for zip in zips.values { zip.letGo() } }
    let helper = files.count >= 4 ? LoaderThread { self.drain(thread: 1) } : nil
    drain(thread: 0)
    helper?.join()
    return progress.withLock { $0.outcomes.map { $0 ?? .failed(.notRead) } }
  }

  private func drain(thread: Int) {
    let memory = HeaderMemory()
    while !activity.isAbandoned, !activity.isStopped {
      let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard number < files.count else { return }
      let outcome = read(files[number], memory, thread: thread)
      let come = progress.withLock { progress in
        progress.outcomes[number] = outcome
        progress.read += 1
        progress.bytes = progress.bytes.clampedSum(files[number].bytesToRead)
        if case .read(let contribution, _, _, _) = outcome, !contribution.isEmpty { progress.hasFigures = true }
        return ReadingProgress(
          files: progress.read, of: files.count, bytes: progress.bytes, of: allBytes,
          milliseconds: clinux_monotonic_milliseconds() - start, hasFigures: progress.hasFigures)
      }
      report(come)
      if come.hasFigures, come.files < come.allFiles {
        filling.ifDue { fill(progress.withLock { $0.outcomes }) }
      }
    }
  }

  private func read(_ file: FoundFile, _ memory: HeaderMemory, thread: Int) -> Outcome {
    activity.note(file.path, thread: thread)
    defer { activity.done(thread: thread) }
    do throws(FeedFault) {
      let store = file.isLarge || packs ? store : nil
      let key = store?.key(of: file, signature: signature)
      if let store, let key, let kept = store.reading(of: file, key) {
        return .read(kept.contribution, isComplete: true, name: kept.name)
      }
      // Where every thread has a file of its own, two threads for one file would only compete.
      let reading = try disk.read(file, context, memory, files.count < 4) {
        activity.note(file.path, thread: thread)
      }
      let name = key.flatMap { key in
        store?.keep(reading, of: file, key, again: store?.key(of: file, signature: signature))
      }
      var contribution = reading.contribution
      if file.source != nil { contribution.problems = contribution.problems.map { $0.ofTable(reading.columns) } }
      return .read(contribution, isComplete: reading.isComplete, endsShort: reading.endsShort, name: name)
    } catch {
      return .failed(error)
    }
  }
}

extension UInt64 {
  /// The sum, or the largest number there is, because files can claim any length.
  fileprivate func clampedSum(_ other: UInt64) -> UInt64 {
    let (sum, overflows) = addingReportingOverflow(other)
    return overflows ? .max : sum
  }
}

extension FoundFile {
  /// Reads the file through its layout; with a selection, also the rows of one figure.
  ///
  /// - Parameters:
  ///   - onTwoThreads: whether a large file may be read on two threads.
  ///   - beat: called after every block, to show that there is progress.
  func read(
    _ context: ReadingContext, selecting selection: RowSelection? = nil, memory: HeaderMemory = HeaderMemory(),
    onTwoThreads: Bool = false, beat: () -> Void = {}
  ) throws(FeedFault) -> ExtractResult {
    let source = SourceFile(name: name, modified: identity.modified, sheet: sheet?.source)
    var reader = ExtractReader(file: source, context: context, selecting: selection, memory: memory)
    if onTwoThreads, packing == .none, identity.size >= ParallelReader.least {
      do throws(SystemFailure) {
        try ParallelReader.read(path, with: &reader, beat: beat)
      } catch {
        throw FeedFault(reading: error)
      }
    } else {
      try readBlocks {
        reader.read($0)
        beat()
        return !reader.isStopped
      }
    }
    return reader.finish()
  }
}
