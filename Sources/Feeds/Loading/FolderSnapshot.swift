import Metrics
import Warehouse

/// What was at the paths of a feed at one moment: enough to tell whether anything has changed.
struct FolderSnapshot: Sendable {
  /// The files.
  var contents: FeedContents
  /// The version of `system.toml`.
  var settings: FileIdentity?
  /// The versions of other files that are watched, such as a theme's.
  var others: [String: FileIdentity] = [:]
  /// The paths that were not examined, because the disk did not answer the last time.
  var silent: Set<String> = []

  /// The states of the sources.
  let sources: [SourceDesk.State]

  /// Examines the paths of a feed that have not been abandoned, and what its sources have fetched.
  ///
  /// - Parameter looking: called with each path before it is examined.
  init(
    _ paths: [String], others: [String], sources: [SourceDesk.State] = [], disk: Disk, before: FeedContents?,
    silent: Set<String>, activity: DiskWatchdog, looking: (String) -> Void = { _ in }
  ) {
    self.sources = sources
    self.silent = silent
    contents = disk.contents(paths.filter { !silent.contains($0) }, before) { path in
      activity.note(path, thread: 0)
      looking(path)
    }
    if let path = contents.settings { settings = disk.identity(path) }
    for path in others {
      activity.note(path, thread: 0)
      self.others[path] = disk.identity(path)
    }
    for state in sources { contents.add(state, disk.identity(state.source.file)) }
    activity.done(thread: 0)
  }

  /// Why the source that a file was fetched from failed the last time.
  func failure(of file: FoundFile) -> FetchFailure? {
    file.source.flatMap { source in sources.first { $0.source == source }?.failure }
  }

  /// Whether a source has not been fetched yet since the board was opened.
  var isAwaiting: Bool { sources.contains(where: \.isAwaited) }

  /// The files that were found, without those that did not answer when they were read.
  var files: [FoundFile] { silent.isEmpty ? contents.files : contents.files.filter { !silent.contains($0.path) } }

  /// Why a file that was there before was not found.
  func absence(of path: String) -> Absence {
    for place in FolderSnapshot.placesAbove(path) {
      if silent.contains(place) { return .unreadable("the disk does not answer") }
      if let obstacle = contents.obstacles[place] { return obstacle }
    }
    return .missing
  }

  /// A path, then the folders that it is in from the innermost outwards, each as it may have been named.
  private static func placesAbove(_ path: String) -> [String] {
    var places = [path]
    while let last = places.last, let slash = last.utf8.lastIndex(of: UInt8(ascii: "/")), last != "/" {
      places.append(slash == last.startIndex ? "/" : String(last[..<slash]))
    }
    // A folder may have been named with a slash at its end.
    return places.flatMap { $0.hasSuffix("/") ? [$0] : [$0, $0 + "/"] }
  }
}

/// Why a file was not found where it was.
enum Absence: Hashable, Sendable {
  /// There is nothing at the path.
  case missing
  /// It cannot be examined, or something else is there; in the operating system's words.
  case unreadable(String)
  /// The zip that it is a member of cannot be listed as it is now.
  case incomplete(String)
  /// Its source could not be fetched again.
  case unfetched(FetchFailure)

  /// The resulting staleness of its figures.
  var reason: Staleness.Reason {
    switch self {
    case .missing: .missing
    case .unreadable: .unreadable
    case .incomplete: .incomplete
    case .unfetched: .unfetched
    }
  }
  /// The reason in the operating system's words; empty where the file is gone.
  var words: String {
    switch self {
    case .missing: ""
    case .unreadable(let words), .incomplete(let words): words
    case .unfetched(let failure): failure.message
    }
  }
}
