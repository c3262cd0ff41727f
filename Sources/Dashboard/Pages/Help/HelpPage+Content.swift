import Metrics
import Screen

/// The content of the help page.
extension HelpPage {
  static let word = "help"

  var title: String { "Help" }

  static let kinds: PageKinds = .panels
  var paneCount: Int { 2 }
  var noRows: String { "all of it is shown" }
  var workedOut: PageDigest {
    var digest = PageDigest(page: state.page, viewSettings: state.viewSettings)
    if state.visit.pane == Self.seen { digest.legend = (drawnLegend, state.size) }
    return digest
  }
  func open(_ row: RowID?) -> RowDestination { .nowhere("nothing further down; Esc goes back") }

  var compactNames: [String] {
    state.visit.pane == Self.pressed ? ["Keys · Tab signs", "Keys"] : ["Signs · Tab keys", "Signs"]
  }
  func compact(_ row: RowID) -> CompactRow {
    guard case .line(let line) = row, let line = lines[safe: line] else { return .nothing }
    return CompactRow(
      StyledText(line.isHeading ? line.words + ":" : "\(line.key) \(line.words)", line.isHeading ? .heading : .text))
  }
  var spoken: [String] { (seenLines + keyLines).map { $0.isHeading ? $0.words + ":" : "\($0.key): \($0.words)." } }
}
