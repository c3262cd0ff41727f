import Extracts

/// What loading asks of the disk; a test replaces it to make it fail, change during a read, or hang.
struct Disk: Sendable {
  /// What is at some paths; the last argument is called with each path before it is examined.
  var contents: @Sendable ([String], FeedContents?, (String) -> Void) -> FeedContents = { paths, before, noting in
    FeedContents(paths: paths, before: before, noting: noting)
  }

  /// The version of the file at a path; `nil` where there is none, or it cannot be identified.
  var identity: @Sendable (String) -> FileIdentity? = { try? FileIdentity(path: $0) }

  /// Reads one file through its layout; the last arguments say whether two threads may read it, and are called after
  /// every block.
  var read: @Sendable (FoundFile, ReadingContext, HeaderMemory, Bool, () -> Void) throws(FeedFault) -> ExtractResult = {
    file, context, memory, onTwoThreads, beat throws(FeedFault) in
    try file.read(context, memory: memory, onTwoThreads: onTwoThreads, beat: beat)
  }

  /// The whole of a small file.
  var bytes: @Sendable (String) throws(SystemFailure) -> [UInt8] = { path throws(SystemFailure) in
    try ByteStream.contents(path)
  }
}
