/// What is not in the board yet.
public enum LoadingStatus: Hashable, Sendable {
  /// Files are being read; the progress in words.
  case underway(String)
  /// Reading was stopped before this many files.
  case stopped(Int)

  /// The words of the status line, unless another message is shown there.
  var words: String {
    switch self {
    case .underway(let words): words + "  x stops"
    case .stopped(1): "1 file has not been read: reading was stopped; x reads it"
    case .stopped(let files): "\(files) files have not been read: reading was stopped; x reads them"
    }
  }

  /// The words of the header while this lasts.
  var mark: String {
    switch self {
    case .underway: "reading files"
    case .stopped: "not all read"
    }
  }
}

extension State {
  /// Whether figures may still change because files are being read.
  var isFillingIn: Bool { if case .underway? = reading { true } else { false } }

  /// Records the progress of reading; an earlier message about it is removed.
  mutating func note(_ reading: LoadingStatus?) {
    self.reading = reading
    if !isFillingIn { message = "" }
  }

  /// Stops reading, or continues.
  mutating func stopOrResumeReading() -> [Effect] {
    switch reading {
    case .underway:
      message = "reading stops after the current files"
      return [.stopReading]
    case .stopped:
      message = "reading the rest"
      return [.resumeReading]
    case nil:
      message = "no files are being read"
      return []
    }
  }
}
