import Extracts
import Metrics

/// A reading as it is stored: a mark, its key, what the file contributed, and a digest of all of these.
///
/// The digest is also the name of exactly these contents: two readings with one digest have the same figures in the same
/// order.
enum KeptReading {
  private static let mark = "sitrep reading 1"

  /// The bytes to store, and their digest.
  static func bytes(of reading: ExtractResult, key: ReadingKey) -> (bytes: [UInt8], digest: ByteDigest) {
    var writer = StoredWriter()
    mark.write(to: &writer)
    writer.write(raw: key.bytes)
    reading.columns.write(to: &writer)
    reading.contribution.write(to: &writer)
    return SealedBytes.sealed(writer)
  }

  /// The reading in these bytes, and their digest; `nil` where they are damaged, cut off, of another version, or of another
  /// key.
  static func reading(in bytes: UnsafeRawBufferPointer, key: ReadingKey) -> (ExtractResult, ByteDigest)? {
    guard let (content, digest) = SealedBytes.opened(bytes) else { return nil }
    var reader = StoredReader(content)
    do throws(StoredDamage) {
      guard try reader.value(String.self) == mark, try reader.raw().elementsEqual(key.bytes) else { return nil }
      let columns = try reader.value([String].self)
      let contribution = try reader.value(Contribution.self)
      return reader.isAtEnd ? (ExtractResult(contribution, columns: columns), digest) : nil
    } catch {
      return nil
    }
  }
}

/// Stored values followed by a digest of them.
enum SealedBytes {
  private static let digestLength = 16

  /// What was written, with its digest behind it.
  static func sealed(_ writer: consuming StoredWriter) -> (bytes: [UInt8], digest: ByteDigest) {
    var bytes = writer.bytes
    let digest = bytes.withUnsafeBytes { ByteDigest(of: $0) }
    bytes += seal(digest)
    return (bytes, digest)
  }

  /// What was written, and its digest; `nil` where it is damaged or cut off.
  static func opened(_ bytes: UnsafeRawBufferPointer) -> (content: UnsafeRawBufferPointer, digest: ByteDigest)? {
    guard bytes.count > digestLength else { return nil }
    let content = UnsafeRawBufferPointer(rebasing: bytes.dropLast(digestLength))
    let digest = ByteDigest(of: content)
    return bytes.suffix(digestLength).elementsEqual(seal(digest)) ? (content, digest) : nil
  }

  private static func seal(_ digest: ByteDigest) -> [UInt8] {
    [digest.one, digest.other].flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) } }
  }
}
