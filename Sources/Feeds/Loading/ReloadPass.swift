import Extracts
import Metrics

/// One pass over the disk: it examines the paths, reads what has settled, and makes a board where something has
/// changed.
package struct ReloadPass: Sendable {
  let feed: Feed
  var disk = Disk()
  var activity = DiskWatchdog()
  /// The paths that have been abandoned because the disk does not answer.
  var silent: Set<String> = []
  /// The choice of a system other than that of the settings, where the user made one.
  var choice: Feed.SystemSwitch?
  /// What fetches the sources; `nil` where there are none.
  var desk: SourceDesk?
  /// The watch for changes, which is told the folders.
  var watch: FolderWatch?
  /// The current time for a board about a system.
  var clock: @Sendable (HealthSystem) -> Moment
  /// Called with the progress of the reading.
  var report: @Sendable (ReadingProgress) -> Void = { _ in }
  /// Called from time to time with the board so far while it is read for the first time; `nil` where an incomplete
  /// board is not shown.
  var fill: (@Sendable (Loaded) -> Void)?
  /// After how many milliseconds of reading it is called for the first time.
  var fillsAfter: Int64 = 1000

  /// A pass over the paths of a feed, by the clock of a board about a system.
  package init(feed: Feed, clock: @escaping @Sendable (HealthSystem) -> Moment = { _ in Moment(day: Day(number: 0)) }) {
    self.feed = feed
    self.clock = clock
  }

  /// What is remembered from one pass to the next.
  package struct Memory: Sendable {
    var loadedFiles = LoadedFiles()
    var debounce = ChangeDebounce()
    /// The versions of other watched files.
    var others: [String: FileIdentity] = [:]
  }

  /// The result of a pass.
  package struct Result: Sendable {
    package var memory: Memory
    /// The board, where it has changed.
    package var loaded: Loaded?
    /// The other watched files that have changed, with their bytes; `nil` where they cannot be read.
    var others: [(path: String, bytes: [UInt8]?)] = []
    /// When to check again something that is changing.
    var lookAgain: Int64?
    /// Whether the operating system gives notice of every change at the paths.
    var hasNotice = false
  }

  /// The first pass, which reads everything.
  package func first() -> Result {
    var result = Result(memory: Memory())
    let look = look(result.memory)
    result.hasNotice = hasNotice
    result.memory.others = look.others
    let store = feed.cache.map { FeedStore($0, paths: feed.paths) }
    read(look.files, settings: true, look, &result, store)
    return result
  }

  /// A further pass, which reads what has changed and settled; `milliseconds` is the time on the monotonic clock.
  ///
  /// - Parameter boardIsStale: whether a board is wanted in any case.
  package func next(after memory: Memory, at milliseconds: Int64, boardIsStale: Bool) -> Result {
    var result = Result(memory: memory)
    let look = look(memory)
    result.hasNotice = hasNotice
    switch result.memory.debounce.decide(memory.loadedFiles.changes(look, others: memory.others), at: milliseconds) {
    case .rest:
      if boardIsStale { show(&result) }
    case .lookAgain(let wait):
      result.lookAgain = wait
      if boardIsStale { show(&result) }
    case .read(let changes):
      if !result.memory.debounce.isAtRest { result.lookAgain = ChangeDebounce.shortest }
      takeOthers(changes, &result)
      let files = look.files.filter { changes.contains(.file($0)) && memory.loadedFiles.isDue($0) }
      read(files, settings: changes.contains(.settings(look.settings)), look, &result)
      if boardIsStale, result.loaded == nil { show(&result) }
    }
    return result
  }

  private func look(_ memory: Memory) -> FolderSnapshot {
    var count = 0
    return FolderSnapshot(
      feed.paths, others: feed.others, sources: desk?.now ?? [], disk: disk, before: memory.loadedFiles.contents,
      silent: silent, activity: activity
    ) { _ in
      count += 1
      // An open board checks silently.
      if memory.loadedFiles.isFirst, !activity.isAbandoned { report(ReadingProgress(lookedAt: count)) }
    }
  }

  /// Asks for notice of changes at every path that answers; returns whether it can be relied on for all of them.
  private var hasNotice: Bool {
    guard let watch else { return false }
    let paths = (feed.paths + feed.others).filter { !silent.contains($0) }
    if let first = paths.first { activity.note(first, thread: 0) }
    defer { activity.done(thread: 0) }
    return watch.watch(paths) && silent.isEmpty
  }

  /// Reads files, and the settings where they have changed, and makes a board where it differs.
  ///
  /// - Parameter store: what the cache has of the feed, for the first pass.
  private func read(
    _ files: [FoundFile], settings: Bool, _ look: FolderSnapshot, _ result: inout Result, _ store: FeedStore? = nil
  ) {
    var loadedFiles = result.memory.loadedFiles
    let before = loadedFiles.settings
    if settings { loadedFiles.take(settingsReading(look), from: look, now: clock(before.system)) }
    let now = clock(loadedFiles.settings.system)
    let rereads = !loadedFiles.isFirst && loadedFiles.settings.changesReading(from: before)
    // With other settings, the same file may be read differently.
    let files = rereads ? look.files : files
    let context = ReadingContext(of: loadedFiles.settings.system)
    let filling = loadedFiles
    let queue = ExtractQueue(
      files, context: context, disk: disk, store: store ?? feed.cache.map { FeedStore($0) }, activity: activity,
      filling: FillingPace(first: fillsAfter),
      fill: { fillIn($0, of: files, filling, look, now) }, report: { if !activity.isAbandoned { report($0) } })
    let outcomes = queue.readAll()
    guard !activity.isAbandoned else { return }
    var read = Array(zip(files, outcomes))
    if !loadedFiles.isFirst {
      // A file that changed while it was read is neither the one version nor the other.
      read = read.filter { file, outcome in
        if case .failed = outcome { return true }
        activity.note(file.path, thread: 0)
        return disk.identity(file.path) == file.identity
      }
      activity.done(thread: 0)
      if read.count < files.count { result.lookAgain = ChangeDebounce.shortest }
    }
    let isFirst = loadedFiles.isFirst
    let isChanged = loadedFiles.take(read, from: look, now: now, isAccepted: feed.isAccepted)
    let isOther = isFirst || isChanged || loadedFiles.settings.differs(from: before)
    result.memory.loadedFiles = loadedFiles
    if isOther { show(&result, store) }
  }

  /// Passes on the board of the files that have been read so far.
  private func fillIn(
    _ outcomes: [ExtractQueue.Outcome?], of files: [FoundFile], _ loadedFiles: LoadedFiles, _ look: FolderSnapshot,
    _ now: Moment
  ) {
    guard let fill, loadedFiles.isFirst, !activity.isStopped, !activity.isAbandoned else { return }
    var loadedFiles = loadedFiles
    let read = zip(files, outcomes).compactMap { file, outcome in outcome.map { (file, $0) } }
    _ = loadedFiles.take(read, from: look, now: now)
    fill(loadedFiles.loaded(choice: choice, silent: silent, now: now, isFilling: true) { _ in })
  }

  private func show(_ result: inout Result, _ store: FeedStore? = nil) {
    let now = clock(result.memory.loadedFiles.settings.system)
    result.loaded = result.memory.loadedFiles.loaded(
      choice: choice, silent: silent, now: now, store: store, variant: feed.variant
    ) { activity.note($0, thread: 0) }
    activity.done(thread: 0)
  }

  private func settingsReading(_ look: FolderSnapshot) -> HeldSettings.Outcome {
    guard let path = look.contents.settings, look.settings != nil else {
      let (system, problems) = feed.system(nil)
      return .none(system: system, problems: problems)
    }
    activity.note(path, thread: 0)
    defer { activity.done(thread: 0) }
    do throws(SystemFailure) {
      let file = Feed.SettingsFile(bytes: try disk.bytes(path), name: Folder.name(of: path))
      let (system, problems) = feed.system(file)
      return .read(file, system: system, problems: problems, isWhole: !file.bytes.isEmpty && feed.isWhole(file))
    } catch {
      return .failed(error, path: path)
    }
  }

  private func takeOthers(_ changes: Set<FeedChange>, _ result: inout Result) {
    for case .other(let path, let identity) in changes {
      result.memory.others[path] = identity
      activity.note(path, thread: 0)
      result.others.append((path, try? disk.bytes(path)))
      activity.done(thread: 0)
    }
  }
}
