import Metrics
import Screen

/// The content of the systems page.
extension SystemsPage {
  static let word = "system"
  static let kinds: PageKinds = .filtered

  var title: String { "Systems" }
  /// A board never opens at this list: it opens at the overview.
  func viewLine(_ outlook: [String]) -> [String] { ["overview"] + outlook }

  func rows(of pane: Int) -> [RowID] { systems.map { .organisation($0.code) } }
  func open(_ row: RowID?) -> RowDestination {
    guard case .organisation(let code)? = row else { return .nowhere("nothing to open here") }
    return .system(code)
  }

  func compact(_ row: RowID) -> CompactRow {
    guard case .organisation(let code) = row else { return .nothing }
    return CompactRow(name: systems.first { $0.code == code }?.name ?? code.text, beside: code.text, .faint)
  }
  var spoken: [String] { systems.map { "\($0.code.text): \($0.name)." } }
}
