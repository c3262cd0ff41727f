import CLinux
import Threads
import Warehouse

/// Fetches the sources of a feed, each when it is due, and reports the results.
///
/// The sources of one connection are fetched one after another, so that a board never runs two queries on a database at
/// once.
final class SourceDesk: Sendable {
  /// The state of a source.
  struct State: Hashable, Sendable {
    let source: FeedSource
    /// Why the last fetch failed.
    var failure: FetchFailure?
    /// Whether it has not been fetched yet since the board was opened.
    var isAwaited = true
    /// The record of the current result.
    var record: FetchRecord?

    /// Whether a board shows both alike.
    func isShownAs(_ other: State) -> Bool {
      source == other.source && failure == other.failure && isAwaited == other.isAwaited
    }
  }

  private let states: Locked<[State]>
  /// The sources of each connection, by their places.
  private let connections: [[Int]]

  init(_ sources: [FeedSource]) {
    states = Locked(sources.map { State(source: $0, record: ResultCache.record(of: $0)) })
    let places = Dictionary(grouping: sources.indices) { sources[$0].source.connection }
    connections = places.values.map { $0.sorted() }.sorted { $0[0] < $1[0] }
  }

  /// The states of the sources, in the order of `sources.toml`.
  var now: [State] { states.withLock { $0 } }

  /// Fetches every source that is due, and returns when all are done.
  func fetchAll() {
    let threads = connections.dropFirst().map { places in LoaderThread { for place in places { _ = self.fetch(place) } }
    }
    for place in connections.first ?? [] { _ = fetch(place) }
    for thread in threads { thread.join() }
  }

  /// Keeps fetching, on threads of its own, until the process ends.
  ///
  /// - Parameter told: called after each fetch, with its result.
  func start(_ told: @escaping @Sendable (FeedSource, FetchOutcome) -> Void) {
    for places in connections {
      LoaderThread { self.keep(places, told) }.detach()
    }
  }

  /// The longest time in seconds until a failed fetch is tried again.
  private static let patience = 60

  private func keep(_ places: [Int], _ told: @Sendable (FeedSource, FetchOutcome) -> Void) {
    var due = Dictionary(uniqueKeysWithValues: places.map { ($0, Int64(0)) })
    while let (place, moment) = due.min(by: { ($0.value, $0.key) < ($1.value, $1.key) }) {
      sleep(until: moment)
      let source = now[place].source
      let outcome = fetch(place)
      told(source, outcome)
      due[place] = clinux_monotonic_milliseconds() + 1000 * Int64(SourceDesk.wait(after: outcome, source))
    }
  }

  /// Seconds until a source is due again.
  private static func wait(after outcome: FetchOutcome, _ source: FeedSource) -> Int {
    switch outcome {
    case .failed: min(source.source.refresh, patience)
    case .recent(let record): max(1, source.source.refresh - (Int(clinux_wall_seconds()) - record.checked))
    case .fetched, .unchanged: source.source.refresh
    }
  }

  private func sleep(until moment: Int64) {
    while true {
      let left = moment - clinux_monotonic_milliseconds()
      guard left > 0 else { return }
      // A machine that has been asleep follows its clock again.
      _ = clinux_poll(nil, 0, Int32(clamping: left))
    }
  }

  /// Fetches one source, and records the result.
  private func fetch(_ place: Int) -> FetchOutcome {
    let outcome = now[place].source.fetch()
    states.withLock { states in
      states[place].isAwaited = false
      if case .failed(let failure) = outcome {
        states[place].failure = failure
      } else {
        states[place].failure = nil
        states[place].record = outcome.record
      }
    }
    return outcome
  }
}
