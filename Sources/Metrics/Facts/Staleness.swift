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
  }

  /// What became of it.
  public let reason: Reason
  /// When that was noticed, on the clock of the board.
  public let since: Moment

  /// A lapse noticed at a moment.
  public init(_ reason: Reason, since: Moment) {
    self.reason = reason
    self.since = since
  }

  /// `missing since 09:12`, and from the next day on `missing since 14 Feb 09:12`.
  public func words(on day: Day) -> String {
    "\(reason.rawValue) since \(since.day == day ? since.clock : since.title)"
  }
}
