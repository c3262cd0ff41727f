import Extracts
import Metrics
import Threads

/// What the cache has of one feed while it is read for the first time: the readings of its files, and what its board had
/// worked out.
///
/// Readings of large files are stored as soon as they have been made. Everything else waits until the board has been
/// shown.
final class FeedStore: Sendable {
  /// What identifies exactly one reading.
  enum Name: Hashable, Sendable {
    /// The digest of its stored form.
    case digest(ByteDigest)
    /// Its key, for as long as it has not been stored.
    case pending(ByteDigest)
  }

  private let cache: ReadingCache
  /// The name of the feed's own files in the cache; `nil` where only large files are stored.
  private let name: String?
  private let state = Locked(State())

  private struct State {
    /// The readings of small files from the time before; `nil` where there are none.
    var pack: ReadingPack?
    var hasLooked = false
    /// The readings of small files of this time: those that were stored before, and those that were not.
    var stored: [ByteDigest] = []
    /// The organisations as they were described last.
    var organisations: [OrganisationCode: Organisation] = [:]
    var pending: [(key: ReadingKey, reading: ExtractResult)] = []
  }

  /// - Parameter paths: what the feed is made from; `nil` where it has been read before, and only what is new in large
  ///   files is stored.
  init(_ cache: ReadingCache, paths: [String]? = nil) {
    self.cache = cache
    name = paths.map { paths in
      Array(paths.joined(separator: "\n").utf8).withUnsafeBytes { ByteDigest(of: $0).hexadecimal }
    }
  }

  /// Whether the readings of these files are worth looking up: a few small ones are not.
  func isWorthwhile(_ files: [FoundFile]) -> Bool {
    let own = files.filter { $0.source == nil }
    return own.contains(where: \.isLarge) || isWorthPacking(own)
  }

  /// Whether the small files among these are worth storing, and have room.
  func isWorthPacking(_ files: [FoundFile]) -> Bool {
    guard name != nil else { return false }
    var sum: UInt64 = 0
    for file in files where file.source == nil && !file.isLarge { sum += file.bytesToRead }
    return sum >= cache.leastOfSmallFiles && sum <= UInt64(cache.limit)
  }

  /// The key of a file as it is now; `nil` where its reading should be neither stored nor looked up.
  func key(of file: FoundFile, signature: String) -> ReadingKey? {
    file.source == nil ? cache.key(of: file, signature: signature) : nil
  }

  /// What a file contributed when it was last read; `nil` where that is not known.
  func reading(of file: FoundFile, _ key: ReadingKey) -> (contribution: Contribution, name: Name)? {
    let found: (ExtractResult, ByteDigest)?
    if file.isLarge {
      found = CachedFile.read(cache.path(key.name.hexadecimal, "reading")) { KeptReading.reading(in: $0, key: key) }
    } else if let pack {
      found = pack[key.name].flatMap { KeptReading.reading(in: $0, key: key) }
      if found != nil { state.withLock { $0.stored.append(key.name) } }
    } else {
      found = nil
    }
    return found.map { (shared($0.0.contribution), .digest($0.1)) }
  }

  /// Stores what a file contributed, or lets it wait; returns its name, `nil` where it is not stored. A file
  /// that could change unnoticed, or could not be read to its end, is not stored.
  ///
  /// - Parameter again: the key of the file after it was read; a different key means that it changed meanwhile.
  func keep(_ reading: ExtractResult, of file: FoundFile, _ key: ReadingKey, again: ReadingKey?) -> Name? {
    guard reading.isComplete, !reading.endsShort, !key.isFresh, again?.bytes == key.bytes else { return nil }
    guard file.isLarge else {
      state.withLock { $0.pending.append((key, reading)) }
      return .pending(key.name)
    }
    let (bytes, digest) = KeptReading.bytes(of: reading, key: key)
    return cache.store(bytes, key.name.hexadecimal, "reading") ? .digest(digest) : nil
  }

  /// A contribution that shares the names of organisations with those before: every month of a national return names all
  /// of them.
  private func shared(_ contribution: Contribution) -> Contribution {
    var contribution = contribution
    state.withLock { state in
      for place in contribution.organisations.indices {
        let organisation = contribution.organisations[place]
        if let known = state.organisations[organisation.code], known == organisation {
          contribution.organisations[place] = known
        } else {
          state.organisations[organisation.code] = organisation
        }
      }
    }
    return contribution
  }

  private var pack: ReadingPack? {
    state.withLock { state in
      if !state.hasLooked {
        state.hasLooked = true
        state.pack = name.flatMap { ReadingPack(cache.path($0, "readings")) }
      }
      return state.pack
    }
  }
}

/// What the feed's board had worked out.
extension FeedStore {
  private static let mark = "sitrep workings 1"

  /// What a board of exactly these readings and these settings had worked out; `nil` where that is not known.
  func workings(_ identity: BoardIdentity) -> BoardWorkings? {
    guard let name, let key = identity.text([:]) else { return nil }
    return CachedFile.read(cache.path(name, "workings")) { bytes in
      guard let (content, _) = SealedBytes.opened(bytes) else { return nil }
      var reader = StoredReader(content)
      do throws(StoredDamage) {
        guard try reader.value(String.self) == FeedStore.mark, try reader.value(String.self) == key else { return nil }
        let workings = try reader.value(BoardWorkings.self)
        return reader.isAtEnd ? workings : nil
      } catch {
        return nil
      }
    }
  }

  /// Stores the readings that have waited, and what the board has worked out; releases them.
  ///
  /// - Parameter workings: `nil` where nothing was worked out that is not stored already.
  func keepAll(_ identity: BoardIdentity?, _ workings: () -> BoardWorkings?) {
    let digests = keepPending()
    guard let name, let key = identity?.text(digests), let workings = workings() else { return }
    var writer = StoredWriter()
    FeedStore.mark.write(to: &writer)
    key.write(to: &writer)
    workings.write(to: &writer)
    cache.store(SealedBytes.sealed(writer).bytes, name, "workings")
  }

  /// Stores the readings of small files that have waited, with those that were stored before; returns the digests of those
  /// that have waited.
  private func keepPending() -> [ByteDigest: ByteDigest] {
    let (pending, stored, pack) = state.withLock { state in
      defer { state = State(hasLooked: true) }
      return (state.pending, state.stored, state.pack)
    }
    guard let name, !pending.isEmpty else { return [:] }
    var digests: [ByteDigest: ByteDigest] = [:]
    var readings = stored.compactMap { name in pack?[name].map { (name: name, bytes: Array($0)) } }
    for (key, reading) in pending {
      let (bytes, digest) = KeptReading.bytes(of: reading, key: key)
      digests[key.name] = digest
      readings.append((key.name, bytes))
    }
    let isStored = cache.store(ReadingPack.bytes(of: readings), name, "readings")
    return isStored ? digests : [:]
  }
}
