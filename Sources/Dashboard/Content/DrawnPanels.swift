import Metrics
import Screen

/// The panels of an overview as they were last drawn: a panel in which nothing has changed is copied instead of drawn
/// again, which applies to most panels with most keys.
struct DrawnPanels {
  /// The place of a panel: its number, its subject and its region.
  struct Place: Equatable {
    let pane: Int
    let panel: OverviewPanel
    let region: Region
  }

  /// What all panels depend on, besides the cursor.
  private struct CacheKey: Equatable {
    let edition: Digest.Edition
    let filter: String
    let unseen: Set<Series.Key>
    let agreed: Int?

    init(_ state: State) {
      (edition, filter, unseen) = (state.digest.edition, state.visit.filter, state.unseen)
      agreed = state.agreed?.edition
    }
  }

  private var ground: CacheKey?
  private var frame = Frame(size: Size(columns: 0, rows: 0))
  private var places: [Place] = []
  private var focus: Int?

  /// The panels that look as they were last drawn: none with the cursor in it, now or then.
  func unchanged(of places: [Place], for state: State) -> [Place] {
    guard let ground, frame.size == state.size, ground == CacheKey(state) else { return [] }
    return places.filter { $0.pane != focus && $0.pane != state.visit.pane && self.places.contains($0) }
  }

  /// Copies a panel as it was last drawn into a picture.
  func put(_ place: Place, on picture: inout Frame) { picture.takeOver(place.region, of: frame) }

  /// Keeps panels as a picture shows them.
  mutating func keep(_ places: [Place], on picture: Frame, for state: State) {
    (ground, frame, self.places, focus) = (CacheKey(state), picture, places, state.visit.pane)
  }
}
