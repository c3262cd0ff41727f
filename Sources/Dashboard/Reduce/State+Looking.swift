import Metrics
import Screen

/// Viewing the same figures differently.
extension State {
  /// Moves to the previous or next period with a return on the page; after the latest one, the board follows the newest
  /// figures again.
  mutating func movePeriod(by step: Int) {
    guard let latest = latestPeriod(notAfter: nil) else {
      message = "no dated figures here"
      return
    }
    let current = viewSettings.period ?? latest
    guard let next = step < 0 ? latestPeriod(notAfter: current.advanced(by: -1)) : period(after: current, latest) else {
      message = step < 0 ? "\(current.title) is the earliest" : "\(latest.title) is the latest"
      viewSettings.period = step < 0 ? viewSettings.period : nil
      return
    }
    viewSettings.period = next == latest ? nil : next
    message = next == latest ? "\(next.title), the latest" : "\(next.title); ] goes later"
    if let row = content.row(of: next) { visit.cursors[0] = row }
  }

  private func period(after current: Period, _ latest: Period) -> Period? {
    var next = current.advanced(by: 1)
    while next <= latest {
      if latestPeriod(notAfter: next) == next { return next }
      next = next.advanced(by: 1)
    }
    return nil
  }

  /// The latest period with a figure, at the grain shown or at the one that the page falls back to.
  private func latestPeriod(notAfter limit: Period?) -> Period? {
    let page = content
    let (metrics, code) = (page.metrics, page.followed)
    let grain = limit?.grain ?? shownGrain(metrics, code)
    return metrics.compactMap { board.latestPeriod($0, of: code, grain: grain, notAfter: limit) }.max()
  }

  private func shownGrain(_ metrics: [MetricID], _ code: OrganisationCode) -> Period.Grain {
    let hasWanted = metrics.contains { board.latestPeriod($0, of: code, grain: viewSettings.grain) != nil }
    if hasWanted { return viewSettings.grain }
    return metrics.compactMap { board.shownPeriod($0, of: code, ViewSettings(grain: viewSettings.grain)) }
      .first { $0 != .undated }?.grain ?? viewSettings.grain
  }

  /// Switches between months, quarters, years, days and weeks, as far as there are figures.
  mutating func cycleGrain() {
    let order: [Period.Grain] = [.month, .day, .week, .quarter, .year]
    let position = order.firstIndex(of: viewSettings.grain) ?? 0
    for step in 1..<order.count {
      let next = order[(position + step) % order.count]
      let hasFigures = board.metrics.contains { board.latestPeriod($0.id, of: scope, grain: next) != nil }
      guard hasFigures else { continue }
      viewSettings.grain = next
      viewSettings.followsLatest = false
      viewSettings.period = nil
      visit.cursors[0] = nil
      message = "by \(next.word)"
      return
    }
    message = "only \(viewSettings.grain.word)s here"
  }

  /// Switches to the next kind of target: the standard, the interim ambition, the trajectory, then local targets where
  /// there are any beside a standard.
  mutating func cycleTarget() {
    viewSettings.choice = board.targets.choice(after: viewSettings.choice)
    let known = digest.panels.contains { panel in
      let key = Series.Key(panel.metric.id, scope, perspective: panel.perspective)
      return panel.period.flatMap { board.target(for: key, in: $0, choice: viewSettings.choice) } != nil
    }
    message = "variance \(viewSettings.choice.words)" + (known ? "" : ": none set for this period")
  }

  /// Switches between the view by provider and the view by commissioner.
  mutating func cyclePerspective() {
    viewSettings.perspective = viewSettings.perspective.other
    message = "view by \(content.words(of: viewSettings.perspective))"
  }

  /// Switches to the next breakdown of the metric.
  mutating func cycleBreakdown() {
    guard let (count, shown) = content.breakdown else { return }
    guard count > 1 else {
      message = count == 0 ? "no breakdown was published" : "only one breakdown"
      return
    }
    visit.breakdown = (shown + 1) % count
    visit.cursors[1] = nil
    visit.skippedColumns = 0
    message = "breakdown \(visit.breakdown + 1) of \(count)"
  }

  /// Sorts by the next column.
  mutating func sortByNextColumn() {
    let names = content.sortable
    guard !names.isEmpty else { return }
    let next = ((visit.sortColumn ?? 0) + 1) % names.count
    visit.sortColumn = next == 0 ? nil : next
    message = "sorted by \(names[next])"
  }

  /// Switches to the next theme.
  mutating func cycleTheme() -> [Effect] {
    guard themes.count > 1 else {
      message = "only one theme"
      return []
    }
    let position = themes.firstIndex(of: theme) ?? -1
    theme = themes[(position + 1) % themes.count]
    message = "theme \(theme)"
    return [.theme(theme)]
  }

  /// Copies the figure under the cursor as a line of text.
  mutating func copyFigure() -> [Effect] {
    guard let (key, period) = content.figureUnderCursor,
      let figure = board.figure(key, in: period, choice: viewSettings.choice)
    else {
      message = "no figure here to copy"
      return []
    }
    let metric = board.catalogue[key.metric]
    let unit = metric?.unit ?? .patients
    let suffix = metric?.suffix ?? ""
    var words = [board.organisation(key.organisation).name, metric?.title ?? key.metric.text]
    if let part = key.part { words.append(board.itemName(part, of: key.metric)) }
    words += [period.title, figure.digits(unit: unit) + (suffix.isEmpty ? "" : " \(suffix)")]
    // Wherever it is pasted, it is only text: a terminal finds no control sequence in it, and a spreadsheet no formula.
    let text = Glyph.harmlessInSpreadsheet(Glyph.sanitised(words.joined(separator: ", ")))
    message = "sent to the terminal: \(text)"
    return [.copy(text)]
  }
}
