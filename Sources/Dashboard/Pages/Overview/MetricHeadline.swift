import Metrics
import Screen

/// The figure of a panel with its target, its variance and its meaning, or the text where there is no figure.
struct MetricHeadline {
  let state: State
  let digest: MetricDigest
  let metric: Metric
  /// The figure of the scope, where it has a value.
  let figure: Figure?
  /// The worst organisation, where the scope has no figure of its own.
  let worst: RankedFigure?

  init(_ state: State, _ digest: MetricDigest) {
    self.state = state
    self.digest = digest
    metric = digest.metric
    figure = digest.figure?.value == nil ? nil : digest.figure
    worst = figure == nil ? digest.rankedFigures.first { $0.figure?.value != nil } : nil
  }

  var unit: Metric.Unit { metric.unit }

  /// As much of `93.4%  ▼ 1.6 pp below target 95.0` as fits, or of the worst organisation's where there is no roll-up.
  func oneLine(room: Int) -> StyledText { oneLines.widest(in: room) }

  /// The same in ever shorter forms: the target is dropped, then the unit and the variance, but never half a figure.
  var oneLines: [StyledText] {
    guard let figure else { return worstLines }
    let written = StyledText(figure.written(metric), .strong)
    let digits = StyledText(figure.digits(unit: unit) + (unit == .percent ? "%" : ""), .strong)
    let coverage = figure.coverageWords.map { StyledText(" \($0)", .faint) } ?? StyledText()
    // However few cells there are, a figure without everybody says so.
    let marked = digits + StyledText(figure.coverageMark.map { " " + $0 } ?? "", .faint)
    if !coverage.isEmpty, figure.variance == nil { return [written + coverage, digits + coverage, marked] }
    guard figure.variance != nil else { return [written, digits] }
    if !coverage.isEmpty {
      return TargetWords(figure, metric).comparisons.map { written + StyledText("  ") + $0 + coverage }
        + [written + coverage, digits + coverage, marked]
    }
    let bare = StyledText(figure.markedVariance(unit: unit), figure.role)
    return TargetWords(figure, metric).comparisons.map { written + StyledText("  ") + $0 }
      + [written + StyledText(" ") + bare, digits + StyledText(" ") + bare, digits]
  }

  /// What the variance means to act on, and what else must be known, on at most this many lines; none where there is
  /// nothing to say.
  func meaningLines(room: Int, most: Int) -> [StyledText] {
    guard let figure else {
      return noFigureRemark.isEmpty ? [] : fitted(noFigureRemark, to: room, lines: most).map { StyledText($0, .faint) }
    }
    let meanings = meanings(of: figure).map { StyledText($0, figure.role) }
    let meaning = meanings.first { $0.width <= room } ?? meanings.last ?? StyledText()
    let remarks = remarks(figure)
    if meaning.isEmpty { return remarkLines(remarks, room: room, most: most) }
    let beside = remarks.map { meaning + StyledText(" · " + $0, .faint) }
    if let whole = beside.first, whole.width <= room { return [whole] }
    let below = most > 1 ? remarkLines(remarks, room: room, most: most - 1) : []
    if !below.isEmpty { return [meaning] + below }
    let opening = remarks.first.map { fitted($0, to: room - meaning.width - 3, lines: 1).joined() } ?? ""
    let opened = opening.isEmpty || opening.hasSuffix("…") ? [] : [meaning + StyledText(" · " + opening, .faint)]
    return [(beside + opened + [meaning]).widest(in: room)]
  }

  /// What a variance means to act on, ever shorter; none where the variance says it.
  func meanings(of figure: Figure) -> [String] {
    metric.isPosition || figure.gapIsVariance ? [] : state.board.meanings(of: figure)
  }

  /// The fullest of some remarks that fits on this many lines.
  private func remarkLines(_ remarks: [String], room: Int, most: Int) -> [StyledText] {
    guard let first = remarks.first else { return [] }
    let whole = remarks.first { wrapped($0, to: room).count <= most }
    return fitted(whole ?? first, to: room, lines: most).map { StyledText($0, .faint) }
  }

  /// What must be said beside the figure, in ever shorter forms: another perspective, no date, a missing return. Empty
  /// where there is nothing.
  func remarks(_ figure: Figure) -> [String] {
    let (wanted, shown) = (state.viewSettings.perspective, digest.perspective)
    let by = "by \(shown.singular(of: metric))"
    let perspectives = wanted == shown ? [] : ["\(by), none by \(wanted.singular(of: metric))", by]
    var rest = figure.period == .undated ? ["undated"] : []
    if !figure.note.isEmpty { rest.append(figure.note) }
    let notes = rest.isEmpty ? [] : [rest.joined(separator: ", ")]
    guard !perspectives.isEmpty else { return notes }
    return perspectives.map { ([$0] + notes).joined(separator: ", ") } + (notes.isEmpty ? [] : [perspectives[1]])
  }

  /// The worst organisation and its variance, or that there is none; the same in fewer cells.
  private var worstLines: [StyledText] {
    guard let worst, let figure = worst.figure else { return [StyledText(nothing, .missing)] }
    let text = StyledText(figure.written(metric), .strong)
    let named = text + StyledText(" \(worst.organisation.shortName)", .text)
    guard figure.variance != nil else { return [named, text] }
    let missed = StyledText(" \(figure.markedVariance(unit: unit))", figure.role)
    let worded = TargetWords(figure, metric).variances.map { named + StyledText("  ") + $0 }
    return worded + [named + missed, text + missed, text]
  }

  private var nothing: String {
    if !digest.parts.isEmpty { return "no total" }
    return digest.money?.isEmpty == false ? "no position returned" : "no return"
  }

  var noFigureRemark: String {
    let values = digest.rankedFigures.compactMap { $0.figure?.value == nil ? nil : $0.figure }
    guard let worst = values.first, let best = values.last else {
      return state.viewSettings.period.map { "nothing returned for \($0.title)" } ?? ""
    }
    let why = state.board.absence(of: Series.Key(metric.id, state.scope), in: digest.period)
    if values.count == 1 { return "\(worst.written(metric)), \(why): one organisation" }
    return "\(why): \(worst.digits(unit: unit)) to \(best.digits(unit: unit))"
  }
}
