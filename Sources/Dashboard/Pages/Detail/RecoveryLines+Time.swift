import Metrics
import Screen

/// Earlier figures, the projection, and the source of the target.
extension RecoveryLines {
  /// The same period last year, and the year to date: from numerators and denominators, over the months there are.
  func earlier(_ figure: Figure) -> [Line] {
    let board = page.state.board
    var lines: [Line] = []
    if let before = board.yearBefore(page.key, figure.period, choice: page.state.viewSettings.choice),
      before.value != nil
    {
      let name = before.period.columnTitle
      lines.append((StyledText("a year ago, \(name)"), StyledText(before.digits(unit: page.unit), .text)))
      let joined = board.takenOver(by: page.code, between: before.period, and: figure.period).map(\.shortName)
      if !joined.isEmpty {
        lines.append((StyledText("  without \(joined.joined(separator: ", "))", .faint), StyledText()))
      }
      if let coverage = before.coverageWords { lines.append((StyledText("  \(coverage)", .faint), StyledText())) }
    }
    guard let toDate = board.toDate(page.key, in: figure.period), toDate.months > 1 else { return lines }
    let whole = Figure(
      key: page.key, period: figure.period, measurement: toDate.measurement, origin: figure.origin,
      target: figure.target,
      direction: page.metric?.direction ?? .neither, traits: page.metric?.traits, coverage: toDate.coverage)
    let gap = toDate.present < toDate.months ? ", \(toDate.present) of \(toDate.months) months" : ""
    // A target for a month says nothing about a sum of months; a target for a share does.
    let role: Role = page.unit == .percent || page.unit == .seconds ? whole.role : .text
    lines.append((StyledText("since \(toDate.since.name)\(gap)"), StyledText(whole.digits(unit: page.unit), role)))
    if let coverage = toDate.coverage {
      let words = "  \(coverage.returned) of \(coverage.expected) returned"
      lines.append((StyledText(words, .faint), StyledText()))
    }
    return lines
  }

  /// `March, 80% range  83.1 – 88.0` and `95% is outside the range`, or why there is none.
  var projection: [Line] {
    guard page.grain == .month, let figure, case .month(let month) = figure.period else { return [] }
    let board = page.state.board
    let choice = page.state.viewSettings.choice
    // A month that is not over has no outcome yet.
    let last = Period.month(figure.origin.coversPeriod ? month : month.advanced(by: -1))
    let charted = board.charted(page.key, upTo: last, grain: .month, choice: choice)
    switch board.projection(page.key, charted, choice: choice) {
    case .none(let reason):
      return reason.isEmpty ? [] : [(StyledText(), StyledText()), (StyledText(reason, .faint), StyledText())]
    case .range(let range):
      let unit = charted.unit == "beds" ? " beds" : ""
      let ends = [range.low, range.high].map { ChartedNumber($0, unit: page.unit).text }.joined(separator: " to ")
      var lines: [Line] = [(StyledText(), StyledText())]
      let isFar = last.month.map { $0.nhsYear != range.month.nhsYear } ?? false
      let name = range.month.name + (isFar ? " \(range.month.year)" : "")
      lines.append((StyledText("\(name), 80% range\(unit)"), StyledText(ends, .text)))
      if let words = targetWords(range) { lines.append((words, StyledText())) }
      return lines
    }
  }

  /// `  95% is outside the range`.
  private func targetWords(_ range: MonthProjection) -> StyledText? {
    guard let target = range.target, let isInside = range.holdsTarget else { return nil }
    let digits = ChartedNumber(target, unit: page.unit).text + (page.unit == .percent ? "%" : "")
    if isInside { return StyledText("  \(digits) is inside the range", .text) }
    let isBetter = (page.metric?.direction == .higher) == (target < range.low)
    return StyledText("  \(digits) is outside the range", isBetter ? .targetMet : .targetMissed)
  }

  /// The document that set the target, on as many lines as it needs.
  func source(_ figure: Figure) -> [Line] {
    guard let target = figure.target, !page.id.isPosition else { return [] }
    let words = target.source + (target.isUnconfirmed ? " (unconfirmed)" : "")
    let lines = wrapped(words, to: 32).map { (StyledText($0, .faint), StyledText()) as Line }
    return [(StyledText(), StyledText())] + lines
  }
}
