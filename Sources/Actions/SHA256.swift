import CDigest

/// The SHA-256 of bytes, as FIPS 180-4 defines it.
public enum SHA256 {
  /// Whether OpenSSL, which calculates it, is installed.
  public static var isInstalled: Bool { cdigest_is_installed() != 0 }

  /// The digest in 64 hexadecimal digits; `nil` where OpenSSL is not installed.
  public static func hex(_ bytes: some Collection<UInt8>) -> String? {
    var digest = [UInt8](repeating: 0, count: 32)
    let isDone =
      bytes.withContiguousStorageIfAvailable { cdigest_sha256($0.baseAddress, $0.count, &digest) }
      ?? Array(bytes).withUnsafeBufferPointer { cdigest_sha256($0.baseAddress, $0.count, &digest) }
    return isDone != 0 ? hex(digest) : nil
  }

  /// The digest of bytes that come piece by piece, each handed to `add`; `nil` where OpenSSL is not installed, and where
  /// `pieces` says that not all of them came.
  public static func hex(pieces: (_ add: (UnsafeRawBufferPointer) -> Void) -> Bool) -> String? {
    guard let running = cdigest_open() else { return nil }
    var digest = [UInt8](repeating: 0, count: 32)
    let isWhole = pieces { cdigest_add(running, $0.baseAddress, $0.count) }
    let isDone = cdigest_close(running, &digest) != 0
    return isWhole && isDone ? hex(digest) : nil
  }

  private static func hex(_ digest: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
