import Extracts
import Metrics

/// A reading as it is stored in a file: a mark, its key, what the file contributed, and a digest of all of these.
enum KeptReading {
  private static let mark = "sitrep reading 1"
  private static let digestLength = 16

  /// The bytes to store.
  static func bytes(of reading: ExtractResult, key: ReadingKey) -> [UInt8] {
    var writer = StoredWriter()
    mark.write(to: &writer)
    key.text.write(to: &writer)
    reading.columns.write(to: &writer)
    reading.contribution.write(to: &writer)
    let digest = writer.bytes.withUnsafeBytes { ByteDigest(of: $0) }
    return writer.bytes + bytes(of: digest)
  }

  /// The reading in these bytes; `nil` where they are damaged, cut off, of another version, or of another key.
  static func reading(in bytes: UnsafeRawBufferPointer, key: ReadingKey) -> ExtractResult? {
    guard bytes.count > digestLength else { return nil }
    let content = UnsafeRawBufferPointer(rebasing: bytes.dropLast(digestLength))
    guard bytes.suffix(digestLength).elementsEqual(self.bytes(of: ByteDigest(of: content))) else { return nil }
    var reader = StoredReader(content)
    do throws(StoredDamage) {
      guard try reader.value(String.self) == mark, try reader.value(String.self) == key.text else { return nil }
      let columns = try reader.value([String].self)
      let contribution = try reader.value(Contribution.self)
      return reader.isAtEnd ? ExtractResult(contribution, columns: columns) : nil
    } catch {
      return nil
    }
  }

  private static func bytes(of digest: ByteDigest) -> [UInt8] {
    [digest.one, digest.other].flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) } }
  }
}
