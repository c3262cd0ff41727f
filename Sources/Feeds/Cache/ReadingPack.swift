import Metrics

/// The stored readings of the small files of one feed, in one file: a file for each would take longer to open than to
/// read.
///
/// It is a mark, and then for each reading the name of its key and its bytes, which have a digest of their own.
struct ReadingPack: Sendable {
  private static let mark = "sitrep readings 1"

  private let bytes: CachedBytes
  private let places: [ByteDigest: Range<Int>]

  /// The pack in a file; `nil` where there is none, or where it is damaged.
  init?(_ path: String) {
    guard let bytes = CachedFile.bytes(path) else { return nil }
    self.bytes = bytes
    var reader = StoredReader(bytes.all)
    var places: [ByteDigest: Range<Int>] = [:]
    do throws(StoredDamage) {
      guard try reader.value(String.self) == ReadingPack.mark else { return nil }
      while !reader.isAtEnd {
        let name = try reader.value(ByteDigest.self)
        let raw = try reader.raw()
        let start = raw.baseAddress.map { UnsafeRawPointer($0) - (bytes.all.baseAddress ?? $0) } ?? 0
        places[name] = start..<(start + raw.count)
      }
    } catch {
      return nil
    }
    self.places = places
  }

  /// The bytes of a reading, by the name of its key; `nil` where it has none. They are valid for as long as the pack is.
  subscript(name: ByteDigest) -> UnsafeRawBufferPointer? {
    places[name].map { UnsafeRawBufferPointer(rebasing: bytes.all[$0]) }
  }

  /// The bytes of a pack of these readings.
  static func bytes(of readings: [(name: ByteDigest, bytes: [UInt8])]) -> [UInt8] {
    var writer = StoredWriter()
    mark.write(to: &writer)
    for (name, bytes) in readings {
      name.write(to: &writer)
      writer.write(raw: bytes)
    }
    return writer.bytes
  }
}

extension ByteDigest: Stored {
  func write(to bytes: inout StoredWriter) {
    for word in [one, other, length] { bytes.write(Int(truncatingIfNeeded: word)) }
  }
  init(from bytes: inout StoredReader) throws(StoredDamage) {
    let (one, other, length) = (try bytes.number(), try bytes.number(), try bytes.number())
    self.init(
      one: UInt64(truncatingIfNeeded: one), other: UInt64(truncatingIfNeeded: other),
      length: UInt64(truncatingIfNeeded: length))
  }
}
