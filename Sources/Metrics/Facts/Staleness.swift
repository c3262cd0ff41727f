/// Why the figures of a file are its last good ones and not those of the file as it is now, and since when.
public struct Staleness: Hashable, Sendable {
  /// What has happened to the file.
  public enum Reason: String, Hashable, Sendable {
    /// It is gone, or its folder is.
    case missing
    /// The operating system does not allow it to be read, or does not answer.
    case unreadable
    /// It is empty or half written, or no layout fits it any more.
    case incomplete
    /// A database source could not be fetched again.
    case unfetched = "not fetched"
    /// It can be read, but it lacks something that the last good version had.
    case doubted
  }

  /// What has happened to the file.
  public let reason: Reason
  /// When that was noticed, by the clock of the board.
  public let since: Moment
  /// What is doubtful about the file as it is now: `goes back to Mar 2017`; empty where nothing is.
  public let doubt: String

  /// Staleness that was noticed at a moment.
  public init(_ reason: Reason, since: Moment, doubt: String = "") {
    self.reason = reason
    self.since = since
    self.doubt = doubt
  }

  /// The reason and the time in words: `missing since 09:12`, and from the next day on `missing since 14 Feb 09:12`.
  /// For a doubtful file, what is doubtful: `goes back to Mar 2017 since 09:12`.
  public func words(on day: Day) -> String {
    "\(doubt.isEmpty ? reason.rawValue : doubt) since \(since.day == day ? since.clock : since.title)"
  }
}
