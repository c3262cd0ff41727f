import Extracts
import Glibc
import Metrics

/// What large files contributed when they were last read, stored in a folder of the user's. A file that is unchanged is
/// not read again when the board is next opened.
///
/// The folder may be deleted at any time. If anything goes wrong with it, the file itself is read, and that is all.
public struct ReadingCache: Sendable {
  /// The folder of the readings.
  let folder: String
  /// How many bytes the readings may take; those that have not been asked for longest are removed first.
  let limit: Int
  private let program: String
  /// For how many seconds after a file was last changed another change could go unnoticed. Times are as fine as the
  /// file system makes them, which is two seconds on the coarsest.
  private let freshness: Int
  /// Whether small files are stored too.
  private let keepsSmallFiles: Bool
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
    folder: String, limit: Int = 512 << 20, program: String, freshness: Int = 3, keepsSmallFiles: Bool = false
  ) {
    (self.folder, self.limit, self.program, self.freshness) = (folder, limit, program, freshness)
    self.keepsSmallFiles = keepsSmallFiles
  }

  /// Whether reading a file takes long enough to be worth storing. A small file is read as fast as a stored reading.
  func isWorthwhile(_ file: FoundFile) -> Bool {
    let least: UInt64 = file.packing == .none ? 256 << 10 : 64 << 10
    return file.source == nil && (keepsSmallFiles || file.bytesToRead >= least)
  }

  /// The key of a file as it is now; `nil` where its reading should be neither stored nor looked up.
  func key(of file: FoundFile, signature: String) -> ReadingKey? {
    guard isWorthwhile(file), isUsable else { return nil }
    return ReadingKey(file, signature: signature, program: program, freshness: freshness)
  }

  /// What a file contributed when it was last read; `nil` where that is not known.
  func reading(_ key: ReadingKey) -> ExtractResult? {
    CachedFile.read(path(of: key)) { KeptReading.reading(in: $0, key: key) }
  }

  /// Stores what a file contributed. A file that could change unnoticed, or could not be read to its end, is not
  /// stored.
  ///
  /// - Parameter again: the key of the file after it was read; a different key means that it changed meanwhile.
  func keep(_ reading: ExtractResult, _ key: ReadingKey, again: ReadingKey?) {
    guard reading.isComplete, !reading.endsShort, !key.isFresh, again?.text == key.text else { return }
    let bytes = KeptReading.bytes(of: reading, key: key)
    guard bytes.count <= limit / 4, CachedFile.replace(path(of: key), with: bytes) else { return }
    let isDue = state.withLock { state in
      let written = state.written.map { $0 + bytes.count }
      // The first time, then whenever another sixteenth of the limit has been written.
      let isDue = written.map { $0 > limit / 16 } ?? true
      state.written = isDue ? 0 : written
      return isDue
    }
    if isDue { CachedFile.sweep(folder, keeping: limit) }
  }

  private func path(of key: ReadingKey) -> String { "\(folder)/\(key.name).reading" }

  private var isUsable: Bool {
    state.withLock { state in
      if let known = state.isUsable { return known }
      let isUsable = (try? ResultCache.prepare(folder)) != nil
      state.isUsable = isUsable
      return isUsable
    }
  }
}
