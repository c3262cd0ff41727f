import Glibc

/// Reads bytes of an open file.
enum FileBytes {
  /// Reads this many bytes from a place, or fewer where the file ends; `nil` where it cannot be read.
  static func read(_ descriptor: Int32, from offset: Int, count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    var done = 0
    while done < count {
      let got = bytes[done...].withUnsafeMutableBytes {
        pread(descriptor, $0.baseAddress, $0.count, off_t(offset + done))
      }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { return nil }
      if got == 0 { break }
      done += got
    }
    return done == count ? bytes : Array(bytes.prefix(done))
  }
}
