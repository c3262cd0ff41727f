import Extracts
import Glibc

@testable import Feeds

/// Takes the bytes for a container, whose first byte says which: a gzip or a zip. Whatever they are, it is listed and each
/// of its files read, or a reason is given; nothing traps, and nothing unpacks to more than the limits let it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzArchive(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int32 {
  limitProcessorTime()
  guard count > 1 else { return 0 }
  let path = "/tmp/sitrep-fuzz-\(getpid())" + (bytes[0] & 1 == 0 ? ".csv.gz" : ".zip")
  let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
  guard descriptor >= 0 else { return 0 }
  let written = write(descriptor, bytes + 1, count - 1)
  close(descriptor)
  defer { unlink(path) }
  guard written == count - 1 else { return 0 }
  let limits = ContainerLimits(file: 1 << 22, zip: 1 << 24, members: 100)
  let contents = FeedContents(paths: [path], limits: limits)
  var unpacked: UInt64 = 0
  for file in contents.files {
    guard let stream = try? ByteStream(file, limits: limits) else { continue }
    while let block = try? stream.next() { unpacked += UInt64(block.count) }
  }
  precondition(unpacked <= limits.zip + limits.file)
  return 0
}
