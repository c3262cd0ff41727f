import Metrics

extension HeldFile {
  /// What the problems page says about a file that is not as it was read: why and since when, then its own problems.
  func allProblems(on day: Day) -> [Problem] {
    guard let staleness, let good else { return problems + waiting }
    let since = staleness.since.day == day ? staleness.since.clock : staleness.since.title
    let (message, fix) =
      switch staleness.reason {
      case .unfetched:
        (
          "has not been fetched since \(since); its figures of \(good.file.identity.moment.title) stay: \(refusal)",
          failure?.fix ?? ""
        )
      case .missing: ("is gone since \(since); its last figures stay", "put it back, or start again without it")
      case .unreadable:
        (
          "cannot be read since \(since)\(refusal.isEmpty ? "" : ": \(refusal)"); its last figures stay",
          "see that \"\(PathBytes.shown(good.file.path))\" can be read; nothing needs to be started again"
        )
      case .incomplete:
        (
          "is not whole since \(since)\(refusal.isEmpty ? "" : ": \(refusal)"); its last figures stay",
          "wait until it is written, or put a whole version in its place"
        )
      case .doubted:
        (
          "\(staleness.words(on: day)); its last good figures stay",
          "press A to show the file as it is now, or put a whole version in its place"
        )
      }
    return [Problem(.error, file: good.file.name, message, fix: fix)] + problems
  }

  /// A file that arrived while the board was open and is not complete yet.
  private var waiting: [Problem] {
    guard let staleness, staleness.reason == .incomplete, refusal.isEmpty, let seen else { return [] }
    return [
      Problem(
        .error, file: seen.name, "is not whole; its figures wait until it is",
        fix: "wait until it is written, or put a whole version in its place")
    ]
  }
}
