import Extracts

/// What loading asks of the disk; a test puts its own in place to make it fail, change under the reader, or hang.
struct Disk: Sendable {
  /// What is found at paths; the last argument is told each path before it is looked at.
  var contents: @Sendable ([String], FeedContents?, (String) -> Void) -> FeedContents = { paths, before, noting in
    FeedContents(paths: paths, before: before, noting: noting)
  }

  /// Which version of a file stands at a path; `nil` where there is none, or it cannot be told.
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
