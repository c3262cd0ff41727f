import Metrics

/// Looking at the same figures another way.
extension State {
  /// An earlier or later period; past the latest one the board follows the newest figures again.
  mutating func movePeriod(by step: Int) {
    guard let latest = latestPeriod else {
      message = "nothing here is dated"
      return
    }
    let current = outlook.period ?? latest
    let next = current.advanced(by: step)
    if next >= latest {
      message = outlook.period == nil ? "\(latest.title) is the latest" : ""
      outlook.period = nil
    } else {
      outlook.period = next
      message = "\(next.title); ] goes later"
    }
    moveDetailCursor(to: outlook.period ?? latest)
  }

  /// The latest dated period of the page's grain.
  private var latestPeriod: Period? {
    let grain = outlook.grain
    return digest.panels.compactMap { panel in
      panel.period.flatMap { $0.grain == grain ? $0 : nil }
        ?? board.latestPeriod(panel.metric.id, of: scope, grain: grain)
    }.max()
  }

  private mutating func moveDetailCursor(to period: Period) {
    guard case .detail(let metric, _, _) = page else { return }
    let shown = metric == .yearToDate ? period.month.map(Period.yearToDate) ?? period : period
    visit.cursors[0] = .period(shown)
  }

  /// Days, weeks or months, as far as there are figures.
  mutating func turnGrain() {
    let order: [Period.Grain] = [.month, .day, .week]
    let position = order.firstIndex(of: outlook.grain) ?? 0
    for step in 1..<order.count {
      let next = order[(position + step) % order.count]
      let hasFigures = board.metrics.contains { board.latestPeriod($0.id, of: scope, grain: next) != nil }
      guard hasFigures else { continue }
      outlook.grain = next
      outlook.period = nil
      visit.cursors[0] = nil
      message = "by \(next.word)"
      return
    }
    message = "there are only \(outlook.grain.word)s"
  }

  /// Standard, interim ambition, trajectory.
  mutating func turnTarget() {
    outlook.choice = outlook.choice.next
    let known = board.metrics.contains { metric in
      digest[metric.id]?.period.flatMap {
        board.target(for: Series.Key(metric.id, scope), in: $0, choice: outlook.choice)
      } != nil
    }
    message = "variance \(outlook.choice.words)" + (known ? "" : ": none is set for this period")
  }

  /// Providers or commissioners.
  mutating func turnLens() {
    outlook.lens = outlook.lens.other
    message = "summed over \(outlook.lens.word)"
  }

  /// The next breakdown of the metric.
  mutating func turnBreakdown() {
    guard case .detail(let metric, let code, let part) = page else { return }
    let names = DetailPage(self, metric, code, part).breakdowns
    guard names.count > 1 else {
      message = names.isEmpty ? "no breakdown was published" : "there is only one breakdown"
      return
    }
    visit.breakdown = (visit.breakdown + 1) % names.count
    visit.cursors[1] = nil
  }

  /// The next column to sort by.
  mutating func sortByNextColumn() {
    let names: [String]
    switch page {
    case .metric: names = MetricPage.sortable
    case .organisation: names = OrganisationPage.sortable
    default: names = []
    }
    guard !names.isEmpty else { return }
    let next = ((visit.sortColumn ?? 0) + 1) % names.count
    visit.sortColumn = next == 0 ? nil : next
    message = "sorted by \(names[next])"
  }

  /// The next theme.
  mutating func turnTheme() -> [Effect] {
    guard themes.count > 1 else {
      message = "there is only one theme"
      return []
    }
    let position = themes.firstIndex(of: theme) ?? 0
    theme = themes[(position + 1) % themes.count]
    message = "theme \(theme)"
    return [.theme(theme)]
  }

  /// The figure under the cursor as a line for the clipboard.
  mutating func copyFigure() -> [Effect] {
    guard let (key, period) = figureUnderCursor, let figure = board.figure(key, in: period, choice: outlook.choice)
    else {
      message = "no figure here to copy"
      return []
    }
    let metric = board.catalogue[key.metric]
    let unit = metric?.unit ?? .patients
    var words = [board.organisation(key.organisation).name, metric?.title ?? key.metric.text]
    if let part = key.part { words.append(board.itemName(part, of: key.metric)) }
    words += [period.title, figure.digits(unit: unit) + (unit.suffix.isEmpty ? "" : " \(unit.suffix)")]
    let text = words.joined(separator: ", ")
    message = "copied: \(text)"
    return [.copy(text)]
  }
}
