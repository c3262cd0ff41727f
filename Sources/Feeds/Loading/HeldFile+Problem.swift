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
      case .missing:
        ("has been missing since \(since); its last good figures stay", "put it back, or start again without it")
      case .unreadable:
        (
          "has been unreadable since \(since)\(refusal.isEmpty ? "" : ": \(refusal)"); its last good figures stay",
          "check that \"\(PathBytes.shown(good.file.path))\" can be read; you do not need to restart the board"
        )
      case .incomplete:
        (
          "has been incomplete since \(since)\(refusal.isEmpty ? "" : ": \(refusal)"); its last good figures stay",
          "wait until it has been written, or put a complete version in its place"
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
        .error, file: seen.name, "is incomplete; its figures are shown once it is complete",
        fix: "wait until it has been written, or put a complete version in its place")
    ]
  }
}
