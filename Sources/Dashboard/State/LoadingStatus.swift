/// What of the files is not in the board yet.
public enum LoadingStatus: Hashable, Sendable {
  /// They are being read; so far the reading has come, in words.
  case underway(String)
  /// The reading was stopped before so many files.
  case stopped(Int)

  /// What the status line says, as long as nothing else has to be said there.
  var words: String {
    switch self {
    case .underway(let words): words + "  x stops"
    case .stopped(1): "1 file has not been read: reading was stopped; x reads it"
    case .stopped(let files): "\(files) files have not been read: reading was stopped; x reads them"
    }
  }

  /// What the header says all the while.
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

  /// Notes how far the reading has come; what was said of it before is over with it.
  mutating func note(_ reading: LoadingStatus?) {
    self.reading = reading
    if !isFillingIn { message = "" }
  }

  /// Stops the reading, or goes on with it.
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
