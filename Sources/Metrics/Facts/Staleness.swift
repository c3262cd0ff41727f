/// Why the figures of a file are its last good ones rather than those of the file as it stands now, and since when.
public struct Staleness: Hashable, Sendable {
  /// What became of the file.
  public enum Reason: String, Hashable, Sendable {
    /// It is gone, or its folder is.
    case missing
    /// The system does not let it be read, or does not answer.
    case unreadable
    /// It is empty, half written, or no layout claims it any more.
    case incomplete
    /// A source could not be fetched again.
    case unfetched = "not fetched"
    /// It can be read, but has lost what the last good version had.
    case doubted
  }

  /// What became of it.
  public let reason: Reason
  /// When that was noticed, on the clock of the board.
  public let since: Moment
  /// What is doubtful about the file as it stands now: `goes back to Mar 2017`; empty where nothing is.
  public let doubt: String

  /// Staleness that was noticed at a moment.
  public init(_ reason: Reason, since: Moment, doubt: String = "") {
    self.reason = reason
    self.since = since
    self.doubt = doubt
  }

  /// `missing since 09:12`, and from the next day on `missing since 14 Feb 09:12`; of a doubted file what is doubtful:
  /// `goes back to Mar 2017 since 09:12`.
  public func words(on day: Day) -> String {
    "\(doubt.isEmpty ? reason.rawValue : doubt) since \(since.day == day ? since.clock : since.title)"
  }
}
