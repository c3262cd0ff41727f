import Metrics
import Screen

/// The page's sentence about the row under the cursor.
struct StatusLine {
  let state: State

  init(_ state: State) { self.state = state }

  /// The fullest sentence that fits.
  func text(room: Int) -> StyledText {
    let sentences = state.content.sentences
    return StyledText(sentences.first { $0.count <= room } ?? sentences.last ?? "", .faint)
  }
}
