/// The progress of reading a feed.
public struct ReadingProgress: Hashable, Sendable {
  /// The number of files that have been read, and of all files.
  public let files: Int, allFiles: Int
  /// Their bytes: unpacked or, for a gzip, as it is on the disk.
  public let bytes: UInt64, allBytes: UInt64
  /// Milliseconds since the first file was opened.
  public let milliseconds: Int64
  /// Whether any file read so far has a figure.
  public let hasFigures: Bool
  /// How many files and folders have been examined, while it is not yet known what is to be read; `nil` after that.
  public let lookedAt: Int?

  /// The progress while paths are examined and nothing has been read.
  init(lookedAt: Int) {
    (files, allFiles, bytes, allBytes, milliseconds, hasFigures) = (0, 0, 0, 0, 0, false)
    self.lookedAt = lookedAt
  }

  /// The progress of reading.
  public init(
    files: Int, of allFiles: Int, bytes: UInt64, of allBytes: UInt64, milliseconds: Int64, hasFigures: Bool = false
  ) {
    self.files = files
    self.allFiles = allFiles
    self.bytes = bytes
    self.allBytes = allBytes
    self.milliseconds = milliseconds
    self.hasFigures = hasFigures
    lookedAt = nil
  }

  /// Seconds until the last file is read, at the speed so far; `nil` while too little has been read.
  public var secondsLeft: Int? {
    guard milliseconds >= 500, bytes > 0, allBytes >= bytes else { return nil }
    let seconds = Double(milliseconds) / 1000 * Double(allBytes - bytes) / Double(bytes)
    // More than a year is the claim of a file that states a false length.
    return seconds < 31_536_000 ? Int(seconds.rounded(.up)) : nil
  }

  /// `reading 3 of 12 files  ███░░░░░░░  234 of 930 MB  about 2 s left`
  public var words: String {
    if let lookedAt { return "looking at the files: \(lookedAt) so far" }
    var words = "reading \(files) of \(allFiles) files"
    guard allBytes >= 10_000_000 else { return words }
    let filled = min(10, Int(Double(bytes) / Double(allBytes) * 10))
    words += "  " + String(repeating: "█", count: filled) + String(repeating: "░", count: 10 - filled)
    words += "  \(bytes / 1_000_000) of \(allBytes / 1_000_000) MB"
    if let secondsLeft {
      words += secondsLeft < 90 ? "  about \(secondsLeft) s left" : "  about \((secondsLeft + 59) / 60) min left"
    }
    return words
  }
}
