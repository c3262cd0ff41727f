/// How far the reading of a feed has come.
public struct ReadingProgress: Hashable, Sendable {
  /// Files that have been read, and how many there are.
  public let files: Int, allFiles: Int
  /// Their bytes: of a gzip as it lies on the disk, else unpacked.
  public let bytes: UInt64, allBytes: UInt64
  /// Milliseconds since the first was opened.
  public let milliseconds: Int64
  /// Whether any file read so far holds a figure.
  public let hasFigures: Bool
  /// Files and folders that have been looked at, while it is not known yet what is to be read; `nil` after that.
  public let lookedAt: Int?

  /// So many files and folders have been looked at, and none has been read.
  init(lookedAt: Int) {
    (files, allFiles, bytes, allBytes, milliseconds, hasFigures) = (0, 0, 0, 0, 0, false)
    self.lookedAt = lookedAt
  }

  /// So far it has come.
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

  /// Seconds until the last file is read, if the rest is read as fast as what has been; `nil` while too little has been.
  public var secondsLeft: Int? {
    guard milliseconds >= 500, bytes > 0, allBytes >= bytes else { return nil }
    let seconds = Double(milliseconds) / 1000 * Double(allBytes - bytes) / Double(bytes)
    // Longer than a year is said of a file that claims a length it has not.
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
