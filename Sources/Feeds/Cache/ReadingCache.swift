import Extracts
import Glibc
import Metrics

/// What large files yielded the last time they were read, kept in a folder of the user's: a file that is still the same is
/// not read again when the board is next opened.
///
/// It may be deleted at any time. Whatever goes wrong with it means that the file itself is read, and nothing else.
public struct ReadingCache: Sendable {
  /// Where readings are kept.
  let folder: String
  /// How many bytes the readings may take; the ones that have not been asked for longest go first.
  let limit: Int
  private let program: String
  /// For how many seconds after it was last touched a file might change unnoticed: times are as fine as the file system
  /// makes them, two seconds on the coarsest.
  private let freshness: Int
  private let state = Locked(State())

  private struct State {
    /// Whether the folder is there and the user's alone; `nil` while nobody has looked.
    var isUsable: Bool?
    /// The bytes written since the folder was last swept; `nil` before it has been.
    var written: Int?
  }

  /// A cache in a folder, which is made when it is first needed; `nil` where the running program cannot be told.
  public init?(folder: String, limit: Int = 512 << 20) {
    guard let program = ReadingKey.program else { return nil }
    self.init(folder: folder, limit: limit, program: program)
  }

  init(folder: String, limit: Int = 512 << 20, program: String, freshness: Int = 3) {
    (self.folder, self.limit, self.program, self.freshness) = (folder, limit, program, freshness)
  }

  /// Whether a file takes long enough to read. A small one is read as fast as what would be kept of it.
  static func isWorthwhile(_ file: FoundFile) -> Bool {
    let least: UInt64 = file.packing == .none ? 256 << 10 : 64 << 10
    return file.source == nil && file.bytesToRead >= least
  }

  /// The key of a file as it stands now; `nil` where its reading is not to be kept or looked for.
  func key(of file: FoundFile, signature: String) -> ReadingKey? {
    guard ReadingCache.isWorthwhile(file), isUsable else { return nil }
    return ReadingKey(file, signature: signature, program: program, freshness: freshness)
  }

  /// What a file yielded the last time; `nil` where that is not known.
  func reading(_ key: ReadingKey) -> ExtractResult? {
    CachedFile.read(path(of: key)) { KeptReading.reading(in: $0, key: key) }
  }

  /// Keeps what a file yielded. One that might change unnoticed, or that could not be read to its end, is not kept.
  ///
  /// - Parameter again: the key of the file after it was read: the same as before, or it changed meanwhile.
  func keep(_ reading: ExtractResult, _ key: ReadingKey, again: ReadingKey?) {
    guard reading.isComplete, !reading.endsShort, !key.isFresh, again?.text == key.text else { return }
    let bytes = KeptReading.bytes(of: reading, key: key)
    guard bytes.count <= limit / 4, CachedFile.replace(path(of: key), with: bytes) else { return }
    let isDue = state.withLock { state in
      let written = state.written.map { $0 + bytes.count }
      // The first time, then whenever a sixteenth of what is allowed has come to it.
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
