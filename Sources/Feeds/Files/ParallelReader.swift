import Extracts
import Glibc
import Metrics
import Threads

/// Reads one large file on two threads. Each reads one half; the second half is read again after the first where the
/// result depends on it.
///
/// The second half begins after the first line end past the middle. That was correct if the first half then ends
/// between two records; a line end inside quotes is not the end of a record.
enum ParallelReader {
  /// Files below this length are read on one thread.
  static let least = 8 << 20

  /// How much of a file is read before the second thread starts: enough to find any header.
  private static let headSize = 1 << 16

  /// Reads a file; `false`, with the reader unchanged, where one thread must do it.
  ///
  /// - Parameters:
  ///   - reader: the reader of the file; it is given everything up to the end.
  ///   - beat: called after every block, to show that there is progress.
  static func read(
    _ path: String, with reader: inout ExtractReader, least: Int = least, beat: () -> Void = {}
  ) throws(SystemFailure) {
    let file = try WholeFile(path: path)
    let first = try file.read(from: 0, to: min(file.length, ParallelReader.headSize)) {
      reader.read($0)
      beat()
      return !reader.isStopped
    }
    if reader.isStopped { return }
    guard file.length - first >= least, let part = reader.laterPart,
      let middle = try file.recordStart(after: max(first, file.length / 2))
    else {
      _ = try file.read(from: first, to: .max) {
        reader.read($0)
        beat()
        return !reader.isStopped
      }
      return
    }
    let later = Locked<ExtractReader?>(nil)
    let thread = LoaderThread { later.withLock { $0 = laterPart(part, of: file, from: middle) } }
    let result = Result { () throws(SystemFailure) in
      try file.read(from: first, to: middle) {
        reader.read($0)
        beat()
        return !reader.isStopped
      }
    }
    thread.join()
    let end = try result.get()
    let rest = later.withLock { $0.take() }
    let isJoined = end == middle && reader.isBetweenRecords && (rest.map { reader.join($0) } ?? false)
    if !isJoined, !reader.isStopped {
      _ = try file.read(from: end, to: .max) {
        reader.read($0)
        beat()
        return !reader.isStopped
      }
    }
  }

  /// A reader that has read a file from one place to its end; `nil` where the operating system refused.
  private static func laterPart(
    _ part: ExtractReader.LaterPart, of file: WholeFile, from start: Int
  ) -> sending ExtractReader? {
    var reader = ExtractReader(part)
    let end = try? file.read(from: start, to: .max) {
      reader.read($0)
      return !reader.isStopped
    }
    return end == nil ? nil : reader
  }
}

/// A file that several threads read, each from a place of its own.
private final class WholeFile: Sendable {
  private let descriptor: Int32
  let length: Int

  init(path: String) throws(SystemFailure) {
    let descriptor = open(PathBytes.terminated(path), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw SystemFailure(code: errno) }
    var status = stat()
    let failure = fstat(descriptor, &status) == 0 ? status.st_mode & S_IFMT == S_IFREG ? 0 : EINVAL : errno
    self.descriptor = descriptor
    length = Int(status.st_size)
    guard failure == 0 else { throw SystemFailure(code: failure) }
  }

  deinit { close(descriptor) }

  /// Passes on the bytes between two places in blocks, for as long as they are wanted; returns where it ended.
  func read(from start: Int, to end: Int, _ receive: (UnsafeRawBufferPointer) -> Bool) throws(SystemFailure) -> Int {
    let block = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(1, min(ByteStream.blockSize, min(end, length == .max ? length : length + 1) - start)),
      alignment: 64)
    defer { block.deallocate() }
    var place = start
    while place < end {
      let count = pread(descriptor, block.baseAddress, min(block.count, end - place), place)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw SystemFailure(code: errno) }
      if count == 0 { break }
      place += count
      guard receive(UnsafeRawBufferPointer(rebasing: block[..<count])) else { break }
    }
    return place
  }

  /// The start of the line after this place; `nil` where no line ends soon.
  func recordStart(after place: Int) throws(SystemFailure) -> Int? {
    var found: Int?
    _ = try read(from: place, to: min(length, place + (1 << 16))) { block in
      if let end = block.firstIndex(of: 0x0A) { found = place + end + 1 }
      return found == nil
    }
    return found
  }
}
