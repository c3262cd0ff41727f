import Metrics
import Screen

/// The figure of a panel with its target, its variance and what it means; and what stands there when there is none.
struct MetricHeadline {
  let state: State
  let digest: MetricDigest
  let unit: Metric.Unit
  /// The figure of the scope, where it has a value.
  let figure: Figure?
  /// The worst body, where the scope has no figure of its own.
  let worst: Standing?

  init(_ state: State, _ digest: MetricDigest) {
    self.state = state
    self.digest = digest
    unit = digest.metric.unit
    figure = digest.figure?.value == nil ? nil : digest.figure
    worst = figure == nil ? digest.standings.first { $0.figure?.value != nil } : nil
  }

  /// `93.4%  ▼ 1.6 pt  target 95.0`, or the worst body where nothing can be rolled up.
  var oneLine: StyledText {
    guard let figure else { return worstLine }
    var text = StyledText(Self.written(figure, unit), .strong)
    if figure.variance != nil {
      text.append("  \(figure.varianceText(unit: unit)) \(unit.varianceSuffix)", figure.role)
      text.append("  \(targetWords(figure))", .faint)
    }
    return text
  }

  /// The same ever shorter: the unit of the variance goes, the target, the unit and the variance, and never half a figure.
  var oneLines: [StyledText] {
    guard let figure else { return [worstLine] }
    let written = StyledText(Self.written(figure, unit), .strong)
    let digits = StyledText(figure.digits(unit: unit) + (unit == .percent ? "%" : ""), .strong)
    guard figure.variance != nil else { return [oneLine, written, digits] }
    let variance = StyledText(figure.varianceText(unit: unit), figure.role)
    let full = StyledText("  \(figure.varianceText(unit: unit)) \(unit.varianceSuffix)", figure.role)
    let target = StyledText("  \(targetWords(figure))", .faint)
    return [
      oneLine, written + StyledText("  ") + variance + target, written + full, written + StyledText(" ") + variance,
      digits + StyledText(" ") + variance, digits,
    ]
  }

  /// What the variance means to act on.
  var secondLine: StyledText {
    guard let figure else { return noFigureRemark }
    let meaning = unit == .pounds ? "" : state.board.meaning(of: figure)
    let note = remark(figure)
    if meaning.isEmpty { return StyledText(note, .faint) }
    var text = StyledText(meaning, figure.role)
    if !note.isEmpty { text.append(" · " + note, .faint) }
    return text
  }

  /// `88.4%`, `(17.0) £m`, `2,632 days`.
  static func written(_ figure: Figure, _ unit: Metric.Unit) -> String {
    switch unit {
    case .percent: figure.digits(unit: unit) + "%"
    case .patients: figure.digits(unit: unit)
    default: figure.digits(unit: unit) + " " + unit.suffix
    }
  }

  /// `target 95.0`, `local 2,400`, `forecast, against 11.7`.
  func targetWords(_ figure: Figure) -> String {
    let digits = figure.targetDigits(unit: unit)
    if unit == .pounds { return "to \(digits)" }
    return "\(figure.target?.kind == .standard ? "target" : figure.target?.kind.rawValue ?? "target") \(digits)"
  }

  /// What must be said beside the figure: another lens, no date, a return that is missing.
  private func remark(_ figure: Figure) -> String {
    var words: [String] = []
    if digest.lens != state.outlook.lens { words.append("no \(state.outlook.lens.word): of \(digest.lens.word)") }
    if figure.period == .undated { words.append("undated") }
    if !figure.note.isEmpty { words.append(figure.note) }
    return words.joined(separator: ", ")
  }

  /// The worst body and its variance, or that there is nothing.
  private var worstLine: StyledText {
    guard let worst, let figure = worst.figure else { return StyledText(nothing, .missing) }
    var text = StyledText(Self.written(figure, unit), .strong)
    text.append(" \(worst.organisation.shortName)", .text)
    if figure.variance != nil { text.append(" \(figure.varianceText(unit: unit))", figure.role) }
    return text
  }

  private var nothing: String {
    if !digest.parts.isEmpty { return "no total" }
    return digest.money?.isEmpty == false ? "no position returned" : "no return"
  }

  private var noFigureRemark: StyledText {
    let values = digest.standings.compactMap { $0.figure?.value == nil ? nil : $0.figure }
    guard let worst = values.first, let best = values.last else {
      guard let period = state.outlook.period else { return StyledText() }
      return StyledText("nothing returned for \(period.title)", .faint)
    }
    if values.count == 1 { return StyledText("\(Self.written(worst, unit)), no roll-up: one body", .faint) }
    return StyledText("no roll-up: \(worst.digits(unit: unit)) to \(best.digits(unit: unit))", .faint)
  }

  /// Large digits with the target, variance and meaning beside them, the same in ordinary digits below; the line after.
  func drawLarge(on frame: inout Frame, in inner: Region, isSpacious: Bool) -> Int {
    guard let shown = figure ?? worst?.figure else { return 0 }
    let digits = BigDigits(shown.digits(unit: unit))
    let top = isSpacious ? 1 : 0
    let beside = besideLines(shown)
    let suffix = StyledText(unit == .percent ? "%" : unit == .pounds ? "£m" : unit == .days ? "d" : "", .faint)
    let text = inner.inset(top: top, left: digits.size.columns + suffix.width + 2)
    guard text.columns >= (beside.map(\.width).max() ?? 0) else {
      frame.write(oneLines.widest(in: inner.columns), in: inner, line: top)
      frame.write(secondLine, in: inner, line: top + 1)
      return top + 2 + top
    }
    digits.draw(on: &frame, in: inner.inset(top: top), role: .figure)
    frame.write(suffix, in: inner.inset(top: top, left: digits.size.columns + 1), line: 2)
    for (line, words) in beside.enumerated() { frame.write(words, in: text, line: line) }
    // A document's name may need more than a line, and has it where there is nothing below to list.
    let most = digest.standings.isEmpty && inner.rows >= 12 ? 4 : 1
    let caption = wrapped(caption(shown), to: inner.columns).prefix(most)
    for (line, words) in caption.enumerated() {
      frame.write(StyledText(words, .faint), in: inner, line: top + 3 + line)
    }
    return top + 3 + caption.count + (isSpacious && inner.rows >= 16 ? 1 : 0)
  }

  /// The figure in ordinary digits, and what it is made of: `88.4%, 29,628 of 33,521`.
  private func caption(_ shown: Figure) -> String {
    if figure == nil { return noFigureRemark.plain }
    var words = Self.written(shown, unit)
    if case .share = shown.measurement { words += ", \(shown.measurement.text)" }
    if unit == .pounds, case .month(let month) = shown.period {
      words += month.numberInNHSYear == 12 ? " outturn" : " forecast"
    }
    let remark = remark(shown)
    return remark.isEmpty ? words : words + (unit == .percent ? " · " : ", ") + remark
  }

  private func besideLines(_ shown: Figure) -> [StyledText] {
    if let worst {
      return [
        StyledText("worst: \(worst.organisation.shortName)", .text),
        shown.variance == nil ? StyledText("no target", .faint) : variance(shown),
        shown.variance == nil ? StyledText() : StyledText(targetWords(shown), .faint),
      ]
    }
    let meaning = unit == .pounds ? "" : state.board.meaning(of: shown)
    guard shown.variance != nil else { return [StyledText("no target", .faint), StyledText(meaning, .text)] }
    let target = StyledText(unit == .pounds ? "against \(shown.targetDigits(unit: unit))" : targetWords(shown), .faint)
    return [target, variance(shown), StyledText(meaning, .text)]
  }

  private func variance(_ shown: Figure) -> StyledText {
    StyledText("\(shown.varianceText(unit: unit)) \(unit.varianceSuffix)", shown.role)
  }
}
