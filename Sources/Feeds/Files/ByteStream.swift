import CArchive
import Glibc

/// The bytes of a file in order, unpacked, in blocks, so that memory does not grow with its length.
///
/// A file is opened without blocking and read only if it is a regular file, because a pipe would never end. A plain
/// file that is cut off meanwhile simply ends; a packed one is then damaged.
final class ByteStream {
  /// How many bytes are read at once.
  static let blockSize = 512 * 1024

  private enum Source {
    case descriptor(Int32)
    case packed(OpaquePointer)
    case member(OpaquePointer, of: OpaquePointer, ZipHandles)
  }

  private let source: Source
  private let block: UnsafeMutableRawBufferPointer
  private let length: UInt64
  private let limit: UInt64
  private var unpacked: UInt64 = 0

  /// Opens a file.
  convenience init(_ file: FoundFile, limits: ContainerLimits = ContainerLimits()) throws(FeedFault) {
    switch file.packing {
    case .none:
      do throws(SystemFailure) {
        try self.init(path: file.path)
      } catch {
        throw FeedFault(reading: error)
      }
    case .gzip:
      var failure = carchive_failure()
      guard let stream = carchive_open_gzip(PathBytes.terminated(file.path), &failure) else { throw FeedFault(failure) }
      // gzip states its length only at the end.
      self.init(.packed(stream), length: .max, limit: limits.file)
    case .member(let place, let name, _, let size):
      var failure = carchive_failure()
      let handles = file.zip ?? ZipHandles(path: file.path)
      let zip = try handles.take()
      guard let stream = carchive_open_member_of(zip, Int64(place), name, &failure) else {
        handles.giveBack(zip)
        throw FeedFault(failure)
      }
      self.init(.member(stream, of: zip, handles), length: size, limit: limits.file)
    case .sheet: throw .unreadable(SystemFailure(code: EINVAL))
    }
  }

  /// Opens a file that is not packed.
  convenience init(path: String) throws(SystemFailure) {
    let descriptor = open(PathBytes.terminated(path), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw SystemFailure(code: errno) }
    var status = stat()
    let failure = fstat(descriptor, &status) == 0 ? status.st_mode & S_IFMT == S_IFREG ? 0 : EINVAL : errno
    guard failure == 0 else {
      close(descriptor)
      throw SystemFailure(code: failure)
    }
    self.init(.descriptor(descriptor), length: UInt64(max(0, status.st_size)), limit: .max)
  }

  private init(_ source: Source, length: UInt64, limit: UInt64) {
    self.source = source
    self.length = length
    self.limit = limit
    // No larger than the file: a hundred small files do not need large blocks.
    let size = Int(min(UInt64(ByteStream.blockSize - 1), length)) + 1
    block = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 64)
  }

  deinit {
    switch source {
    case .descriptor(let descriptor): close(descriptor)
    case .packed(let stream): carchive_close(stream)
    case .member(let stream, let zip, let handles):
      carchive_close(stream)
      handles.giveBack(zip)
    }
    block.deallocate()
  }

  /// The next block, valid until the following one is asked for; `nil` at the end.
  func next() throws(FeedFault) -> UnsafeRawBufferPointer? {
    switch source {
    case .descriptor:
      do throws(SystemFailure) { return try nextPlain() } catch { throw .unreadable(error) }
    case .packed(let stream), .member(let stream, _, _):
      var failure = carchive_failure()
      let count = carchive_read(stream, block.baseAddress, block.count, &failure)
      guard count >= 0 else { throw FeedFault(failure) }
      unpacked += UInt64(count)
      guard unpacked <= limit else { throw .unpacksBeyond(limit) }
      // The limit for a whole zip was compared with the size that it states.
      guard unpacked <= length else { throw .damaged("it unpacks to more than the zip states") }
      return count == 0 ? nil : UnsafeRawBufferPointer(rebasing: block[..<Int(count)])
    }
  }

  /// The next block of a file that is not packed.
  func nextPlain() throws(SystemFailure) -> UnsafeRawBufferPointer? {
    guard case .descriptor(let descriptor) = source else { return nil }
    while true {
      let count = read(descriptor, block.baseAddress, block.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw SystemFailure(code: errno) }
      return count == 0 ? nil : UnsafeRawBufferPointer(rebasing: block[..<count])
    }
  }

  /// The whole of a small file; one beyond `limit` bytes is treated as unreadable.
  static func contents(_ path: String, limit: Int = 4 << 20) throws(SystemFailure) -> [UInt8] {
    let stream = try ByteStream(path: path)
    var bytes: [UInt8] = []
    while let block = try stream.nextPlain() {
      bytes.append(contentsOf: block)
      guard bytes.count <= limit else { throw SystemFailure(code: EFBIG) }
    }
    return bytes
  }
}
