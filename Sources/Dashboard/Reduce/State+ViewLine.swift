import Metrics

extension State {
  /// The words that open the current page, as `:` and the command line take them.
  public var viewLine: [String] { content.viewLine(outlookWords) }

  /// The words for the view settings, as far as they are not those with which a board opens.
  private var outlookWords: [String] {
    let usual = openingSettings
    var words: [String] = []
    if let period = viewSettings.period {
      words.append(period.text)
    } else if viewSettings.followsLatest != usual.followsLatest
      || !viewSettings.followsLatest && viewSettings.grain != usual.grain
    {
      words.append("\(viewSettings.grain.word)s")
    }
    if viewSettings.choice != usual.choice { words.append("\(viewSettings.choice)") }
    if viewSettings.perspective != usual.perspective { words.append(viewSettings.perspective.word) }
    return words
  }
}

extension ViewLine {
  /// Moves a state to the view that a line names, from the overview downwards, so that Esc leads back up.
  public static func open(_ words: [String], in state: inout State) throws(Failure) {
    let line = try ViewLine(words, on: state.board, from: state.viewSettings)
    var next = state
    (next.visits, next.viewSettings) = (line.visits, line.viewSettings)
    if line.endsAtRows {
      guard let (key, period) = next.content.figureUnderCursor else {
        throw Failure(message: "no figure there to show the rows of")
      }
      next.visit(.source(key, period))
    }
    next.refreshDigest(boardChanged: false)
    state = next
  }
}
