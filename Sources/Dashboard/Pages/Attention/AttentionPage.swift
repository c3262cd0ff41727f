import Metrics
import Screen

/// What needs attention in a system or place, the worst first, as a page and on a wall.
struct AttentionPage: PageContent {
  let state: State

  init(_ state: State) { self.state = state }

  private var panel: AttentionPanel { AttentionPanel(state: state, pane: 0) }

  func draw(on frame: inout Frame, in region: Region) {
    frame.mark(region, .pane(0))
    panel.draw(on: &frame, in: region)
  }
}

/// The content of the list.
extension AttentionPage {
  static let word = "attention"
  static let kinds: PageKinds = [.figures, .filtered]

  var title: String { "Needs attention" }
  func viewLine(_ outlook: [String]) -> [String] { [Self.word] + outlook }

  func rows(of pane: Int) -> [RowID] { panel.exceptions.map { .exception($0.figure.key) } }
  func open(_ row: RowID?) -> RowDestination {
    guard case .exception(let key)? = row else { return .nowhere("nothing to open here") }
    return .page(.detail(key))
  }
  var nothing: String { noFit ?? "no target is missed" }
  var figureUnderCursor: (Series.Key, Period)? {
    guard case .exception(let key)? = selectedRow else { return nil }
    return panel.exceptions.first { $0.figure.key == key }.map { (key, $0.figure.period) }
  }
  var shownSeries: Set<Series.Key> { Set(panel.exceptions.map(\.figure.key)) }

  func compact(_ row: RowID) -> CompactRow {
    guard case .exception(let key) = row, let item = panel.exceptions.first(where: { $0.figure.key == key }) else {
      return .nothing
    }
    let words = AttentionWords(item, state.board, shown: shown)
    return CompactRow(
      "\(words.name) \(words.title)", "\(words.name) \(words.shortTitle)", figure: item.figure,
      unit: state.board.catalogue[key.metric]?.unit ?? .patients
    ).dated(words.period)
  }

  /// The period the board speaks of.
  private var shown: Period? { state.viewSettings.period ?? state.digest.period }

  var wall: WallView {
    let items = state.digest.exceptions.map { exception in
      let words = AttentionWords(exception, state.board, shown: shown)
      let isHidden = state.hides(exception.figure)
      let verdict = StyledText(
        words.verdict, exception.isConcerning || exception.isFailing ? .concerning : .faint)
      let meaning = StyledText(isHidden ? "1 to 4, not shown" : words.meaning)
      let isFigure = !isHidden && exception.absence.isEmpty
      let metric = state.board.catalogue[exception.figure.metric]
      return WallView.Item(
        names: [
          "\(words.name) \(words.title)", "\(words.name) \(words.shortTitle)", "\(words.name) \(words.part)",
        ],
        digits: isHidden ? "*" : isFigure ? words.shortVariance.replacing(" ", with: "") : "–",
        suffix: isFigure
          ? (exception.figure.variance == nil ? metric?.suffix : metric?.varianceSuffix) ?? "" : "",
        words: [
          meaning + StyledText(meaning.isEmpty || verdict.isEmpty ? "" : "; ") + verdict, verdict, meaning,
        ].filter { !$0.isEmpty },
        role: isHidden ? .missing : exception.figure.role == .text ? .concerning : exception.figure.role,
        period: words.period, isUnseen: exception.isNew)
    }
    return WallView(
      organisation: state.scope, title: "needs attention", shortTitle: "attention", period: shown,
      figures: [], items: items, nothing: "no target is missed")
  }
}
