import Metrics

extension State {
  /// The words that open the page shown: what `:` and the command line take.
  public var viewLine: [String] {
    let period = outlookWords
    switch page {
    case .overview, .systems: return ["overview"] + period
    case .metric(let metric):
      var cursor: [String] = []
      if case .organisation(let code)? = visit.cursors[0] { cursor = [code.text] }
      return ["metric", metric.text] + cursor + period
    case .organisation(let code): return ["organisation", code.text] + period
    case .detail(let metric, let code, let part):
      let breakdowns = DetailPage(self, metric, code, part).breakdowns
      let isInBreakdown = visit.pane == 1 && breakdowns.indices.contains(visit.breakdown)
      let breakdown = isInBreakdown && part == nil ? [breakdowns[visit.breakdown]] : []
      return ["detail", code.text, metric.text] + (part.map { [$0.item] } ?? []) + breakdown + period
    case .source(let key, let period):
      return ["source", key.organisation.text, key.metric.text] + (key.part.map { [$0.item] } ?? []) + [period.text]
    case .summary(let code): return ["summary", code.text] + period
    case .problems: return ["problems"]
    case .help: return ["help"]
    }
  }

  /// From where it is looked at, as far as that is not how a board opens.
  private var outlookWords: [String] {
    let usual = ViewSettings()
    var words: [String] = []
    if let period = viewSettings.period {
      words.append(period.text)
    } else if viewSettings.grain != usual.grain {
      words.append("\(viewSettings.grain.word)s")
    }
    if viewSettings.choice != usual.choice { words.append("\(viewSettings.choice)") }
    if viewSettings.perspective != usual.perspective { words.append(viewSettings.perspective.word) }
    return words
  }
}

extension Array {
  /// The element at a position; `nil` where there is none.
  subscript(safe position: Int) -> Element? { indices.contains(position) ? self[position] : nil }
}
