import Metrics
import Screen

/// The figure of a panel with its target, its variance and what it means; and what stands there when there is none.
struct MetricHeadline {
  let state: State
  let digest: MetricDigest
  private let unit: Metric.Unit

  init(_ state: State, _ digest: MetricDigest) {
    self.state = state
    self.digest = digest
    unit = digest.metric.unit
  }

  private var figure: Figure? { digest.figure?.value == nil ? nil : digest.figure }

  /// `93.4%  ▼ 1.6 pt  of 95.0`, or the worst body and the range where nothing can be rolled up.
  var oneLine: StyledText {
    guard let figure else { return noFigure }
    var text = StyledText(figure.digits(unit: unit) + Self.tightSuffix(unit), .strong)
    if figure.variance != nil {
      text.append("  \(figure.varianceText(unit: unit)) \(unit.varianceSuffix)", figure.role)
      text.append("  target \(figure.targetDigits(unit: unit))", .faint)
    }
    return text
  }

  /// What the variance means to act on.
  var secondLine: StyledText {
    guard let figure else { return noFigureRemark }
    let meaning = state.board.meaning(of: figure)
    let note = remark(figure)
    if meaning.isEmpty { return StyledText(note, .faint) }
    var text = StyledText(meaning, figure.role)
    if !note.isEmpty { text.append(" · " + note, .faint) }
    return text
  }

  private func remark(_ figure: Figure) -> String {
    if digest.lens != state.outlook.lens { return "no \(state.outlook.lens.word): of \(digest.lens.word)" }
    if figure.period == .undated { return "undated" + (figure.note.isEmpty ? "" : ", \(figure.note)") }
    return figure.note
  }

  private static func tightSuffix(_ unit: Metric.Unit) -> String {
    switch unit {
    case .percent: "%"
    case .pounds: " £m"
    case .patients: ""
    default: " " + unit.suffix
    }
  }

  /// The worst body and the range of those that have a figure.
  private var noFigure: StyledText {
    let known = digest.standings.filter { $0.figure?.value != nil }
    guard let worst = known.first, let figure = worst.figure else {
      let hasParts = !state.board.parts(digest.metric.id, of: state.scope, lens: digest.lens).isEmpty
      return StyledText(hasParts ? "no total" : "no return", .missing)
    }
    var text = StyledText(figure.digits(unit: unit) + Self.tightSuffix(unit), .strong)
    text.append(" \(worst.organisation.shortName)", .text)
    if figure.variance != nil { text.append(" \(figure.varianceText(unit: unit))", figure.role) }
    return text
  }

  private var noFigureRemark: StyledText {
    let values = digest.standings.compactMap { $0.figure?.value == nil ? nil : $0.figure }
    guard let worst = values.first, let best = values.last else {
      guard let period = state.outlook.period else { return StyledText() }
      return StyledText("nothing returned for \(period.title)", .faint)
    }
    if values.count == 1 { return StyledText("no roll-up: one body's rate", .faint) }
    return StyledText(
      "no roll-up: \(worst.digits(unit: unit)) to \(best.digits(unit: unit))", .faint)
  }

  /// Large digits with the target, variance and meaning beside them; the line after them.
  func drawLarge(on frame: inout Frame, in inner: Region) -> Int {
    guard let shown = figure ?? digest.standings.first(where: { $0.figure?.value != nil })?.figure else {
      frame.write(noFigure, in: inner, line: 1)
      frame.write(noFigureRemark, in: inner, line: 2)
      return 4
    }
    let digits = BigDigits(shown.digits(unit: unit))
    let top = inner.rows >= 14 ? 1 : 0
    let room = inner.columns - digits.size.columns
    guard room >= 14 else {
      frame.write(oneLine, in: inner, line: top)
      frame.write(secondLine, in: inner, line: top + 1)
      return top + 3
    }
    digits.draw(on: &frame, in: inner.inset(top: top), role: .figure)
    let beside = inner.inset(top: top, left: digits.size.columns + 1)
    frame.write(Self.suffixText(unit), in: beside, line: 2)
    let text = beside.inset(left: Self.suffixText(unit).width + 1)
    for (line, words) in besideLines(shown).enumerated() { frame.write(words, in: text, line: line) }
    let remark = figure == nil ? noFigureRemark : StyledText(self.remark(shown), .faint)
    if !remark.isEmpty {
      frame.write(remark, in: inner, line: top + 3)
      return top + 4
    }
    return top + (inner.rows >= 14 ? 4 : 3)
  }

  private static func suffixText(_ unit: Metric.Unit) -> StyledText {
    StyledText(unit == .percent ? "%" : unit == .pounds ? "£m" : unit == .days ? "d" : "", .faint)
  }

  private func besideLines(_ shown: Figure) -> [StyledText] {
    if figure == nil, let worst = digest.standings.first { return worstLines(worst, shown) }
    let meaning = StyledText(state.board.meaning(of: shown), .text)
    guard shown.variance != nil else { return [StyledText("no target", .faint), meaning] }
    let digits = shown.targetDigits(unit: unit)
    var target = StyledText(unit == .pounds ? "forecast" : "target \(digits)", .faint)
    if unit == .pounds, case .month(let month) = shown.period, month.numberInNHSYear == 12 {
      target = StyledText("outturn", .faint)
    }
    if let kind = shown.target?.kind, kind != .standard { target = StyledText("\(kind.rawValue) \(digits)", .faint) }
    let variance = StyledText("\(shown.varianceText(unit: unit)) \(unit.varianceSuffix)", shown.role)
    if unit == .pounds { return [target, variance, StyledText("to total \(digits)", .faint)] }
    return [target, variance, meaning]
  }

  private func worstLines(_ worst: Standing, _ shown: Figure) -> [StyledText] {
    [
      StyledText("worst: \(worst.organisation.shortName)", .text),
      shown.variance == nil
        ? StyledText("no target", .faint)
        : StyledText("\(shown.varianceText(unit: unit)) \(unit.varianceSuffix)", shown.role),
      shown.variance == nil ? StyledText() : StyledText("target \(shown.targetDigits(unit: unit))", .faint),
    ]
  }
}
