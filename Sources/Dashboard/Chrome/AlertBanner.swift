import Screen

/// The latest alert that has not been acknowledged, on one line.
struct AlertBanner {
  let state: State

  init(_ state: State) { self.state = state }

  /// The line; `nil` where there is no alert.
  func text(room: Int) -> StyledText? {
    guard let alert = state.alerts.shown.first else { return nil }
    let more = state.alerts.shown.count - 1
    var text = StyledText("Alert: \(alert.sentence)", .late)
    let rest = (more > 0 ? " · \(more) more" : "") + " · a acknowledges"
    if !state.remark.isEmpty, text.width + 3 < room { text.append(" · \(state.remark)", .message) }
    if text.width + rest.count <= room { text.append(rest, .faint) }
    return text
  }
}
