import Metrics
import Screen

/// The header as it was last drawn. While its contents are the same it is copied instead of composed again, as with
/// most keys between two ticks of the clock.
struct DrawnHeader {
  /// Everything that the header shows.
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
      // The problems of the board are identified by its edition.
      problems = [state.ownProblems, state.kiosk?.problems ?? []]
    }
  }

  private var ground: CacheKey?
  private var frame = Frame(size: Size(columns: 0, rows: 0))

  /// Draws the header, or copies it, on an empty picture.
  mutating func draw(_ state: State, _ chrome: Chrome, on picture: inout Frame) {
    let ground = CacheKey(state)
    if ground == self.ground { return picture.takeOver(state.areas.header, of: frame) }
    chrome.drawHeader(state, on: &picture)
    (self.ground, frame) = (ground, picture)
  }
}
