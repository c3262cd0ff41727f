import Metrics
import Screen

/// The header as it was drawn last: while it says the same it is taken over instead of put together again, which with
/// most keys between two ticks of the clock it does.
struct DrawnHeader {
  /// All that the header says, and where the user is.
  private struct CacheKey: Equatable {
    let edition: Digest.Edition
    let way: [Page]
    let viewSettings: ViewSettings
    let reading: LoadingStatus?
    let problems: [[Problem]]
    let now: Moment
    let showsSeconds: Bool
    let size: Size

    init(_ state: State) {
      (edition, way, viewSettings) = (state.digest.edition, state.visits.map(\.page), state.viewSettings)
      (reading, now, showsSeconds, size) = (state.reading, state.now, state.showsSeconds, state.size)
      // Those of the board come with an edition.
      problems = [state.ownProblems, state.kiosk?.problems ?? []]
    }
  }

  private var ground: CacheKey?
  private var frame = Frame(size: Size(columns: 0, rows: 0))

  /// Draws the header, or takes it over, on a picture that holds nothing else yet.
  mutating func draw(_ state: State, _ chrome: Chrome, on picture: inout Frame) {
    let ground = CacheKey(state)
    if ground == self.ground { return picture.takeOver(state.areas.header, of: frame) }
    chrome.drawHeader(state, on: &picture)
    (self.ground, frame) = (ground, picture)
  }
}
