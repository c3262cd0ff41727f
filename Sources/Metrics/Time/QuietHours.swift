/// The hours of a day in which nothing sounds, as seconds since midnight; they may span midnight.
public struct QuietHours: Hashable, Sendable {
  /// The start and the end.
  public let from: Int, to: Int

  /// Hours written as `20:00-07:00`; `nil` for any other text.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let from = Moment("2000-01-01T\(parts[0])"), let to = Moment("2000-01-01T\(parts[1])"),
      from != to
    else { return nil }
    self.from = from.second
    self.to = to.second
  }

  /// Whether a moment is in them.
  public func hold(_ moment: Moment) -> Bool {
    from < to ? (from..<to).contains(moment.second) : moment.second >= from || moment.second < to
  }
}
