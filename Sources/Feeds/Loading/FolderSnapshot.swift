import Metrics
import Warehouse

/// What stood at the paths of a feed at one moment: enough to tell whether anything has changed.
struct FolderSnapshot: Sendable {
  /// The files.
  var contents: FeedContents
  /// Which version of `system.toml`.
  var settings: FileIdentity?
  /// Which versions of the other files that are kept an eye on, such as a theme's.
  var others: [String: FileIdentity] = [:]
  /// The paths that were not looked at, because the disk did not answer the last time.
  var silent: Set<String> = []

  /// How the sources are.
  let sources: [SourceDesk.State]

  /// Looks at the paths of a feed that have not been given up, and at what its sources have brought.
  ///
  /// - Parameter looking: told each path before it is looked at.
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

  /// Why the source that a file was fetched from brought nothing the last time.
  func failure(of file: FoundFile) -> FetchFailure? {
    file.source.flatMap { source in sources.first { $0.source == source }?.failure }
  }

  /// Whether a source has not been fetched yet since the board was opened.
  var isAwaiting: Bool { sources.contains(where: \.isAwaited) }

  /// The files found, those left out that did not answer when they were read.
  var files: [FoundFile] { silent.isEmpty ? contents.files : contents.files.filter { !silent.contains($0.path) } }

  /// Why a file that was there once is not among those found.
  func absence(of path: String) -> Absence {
    for place in FolderSnapshot.placesAbove(path) {
      if silent.contains(place) { return .unreadable("the disk does not answer") }
      if let obstacle = contents.obstacles[place] { return obstacle }
    }
    return .missing
  }

  /// A path, then the folders it lies in from the inside out, each as it may have been named.
  private static func placesAbove(_ path: String) -> [String] {
    var places = [path]
    while let last = places.last, let slash = last.utf8.lastIndex(of: UInt8(ascii: "/")), last != "/" {
      places.append(slash == last.startIndex ? "/" : String(last[..<slash]))
    }
    // A folder may have been named with the slash behind it.
    return places.flatMap { $0.hasSuffix("/") ? [$0] : [$0, $0 + "/"] }
  }
}

/// Why a file is not found where it was.
enum Absence: Hashable, Sendable {
  /// Nothing stands there.
  case missing
  /// It cannot be told, or something else stands there; in the system's words.
  case unreadable(String)
  /// The zip it is a member of cannot be listed as it is now.
  case incomplete(String)
  /// Its source could not be fetched again.
  case unfetched(FetchFailure)

  /// What that makes of its figures.
  var reason: Staleness.Reason {
    switch self {
    case .missing: .missing
    case .unreadable: .unreadable
    case .incomplete: .incomplete
    case .unfetched: .unfetched
    }
  }
  /// Why, in the system's words; empty where it is gone.
  var words: String {
    switch self {
    case .missing: ""
    case .unreadable(let words), .incomplete(let words): words
    case .unfetched(let failure): failure.message
    }
  }
}
