import Extracts
import Glibc
import Metrics
import Threads

/// What files contributed when they were last read, and what their board had worked out, stored in a folder of the user's.
/// A file that is unchanged is not read again when the board is next opened.
///
/// The folder may be deleted at any time. If anything goes wrong with it, the file itself is read, and that is all.
public struct ReadingCache: Sendable {
  /// The folder of the readings.
  let folder: String
  /// How many bytes the readings may take; those that have not been asked for longest are removed first.
  let limit: Int
  /// From how many bytes of small files on they are worth storing.
  let leastOfSmallFiles: UInt64
  private let program: String
  /// For how many seconds after a file was last changed another change could go unnoticed. Times are as fine as the
  /// file system makes them, which is two seconds on the coarsest.
  private let freshness: Int
  private let state = Locked(State())

  private struct State {
    /// Whether the folder exists and is the user's alone; `nil` until that has been checked.
    var isUsable: Bool?
    /// The bytes written since the folder was last cleared; `nil` before that.
    var written: Int?
  }

  /// A cache in a folder, which is made when it is first needed; `nil` where the running program cannot be identified.
  public init?(folder: String, limit: Int = 512 << 20) {
    guard let program = ReadingKey.program else { return nil }
    self.init(folder: folder, limit: limit, program: program)
  }

  init(
    folder: String, limit: Int = 512 << 20, program: String, freshness: Int = 3, leastOfSmallFiles: UInt64 = 256 << 10
  ) {
    (self.folder, self.limit, self.program, self.freshness) = (folder, limit, program, freshness)
    self.leastOfSmallFiles = leastOfSmallFiles
  }

  /// The key of a file as it is now; `nil` where it cannot be identified, or there is nowhere to store its reading.
  func key(of file: FoundFile, signature: String) -> ReadingKey? {
    isUsable ? ReadingKey(file, signature: signature, program: program, freshness: freshness) : nil
  }

  /// The file with this name in the folder of the readings.
  func path(_ name: String, _ ending: String) -> String { "\(folder)/\(name).\(ending)" }

  /// Stores bytes under a name, in one step; returns whether they were.
  @discardableResult
  func store(_ bytes: [UInt8], _ name: String, _ ending: String) -> Bool {
    guard isUsable, bytes.count <= limit / 4, CachedFile.replace(path(name, ending), with: bytes) else { return false }
    let isDue = state.withLock { state in
      let written = state.written.map { $0 + bytes.count }
      // The first time, then whenever another sixteenth of the limit has been written.
      let isDue = written.map { $0 > limit / 16 } ?? true
      state.written = isDue ? 0 : written
      return isDue
    }
    if isDue { CachedFile.sweep(folder, keeping: limit) }
    return true
  }

  private var isUsable: Bool {
    state.withLock { state in
      if let known = state.isUsable { return known }
      let isUsable = (try? ResultCache.prepare(folder)) != nil
      state.isUsable = isUsable
      return isUsable
    }
  }
}

extension FoundFile {
  /// Whether its reading is stored in a file of its own: a smaller one is read as fast as a file is opened.
  var isLarge: Bool { bytesToRead >= (packing == .none ? 256 << 10 : 64 << 10) }
}
