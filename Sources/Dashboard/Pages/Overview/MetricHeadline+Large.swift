import Metrics
import Screen

extension MetricHeadline {
  /// Draws large digits with the target, variance and meaning beside them, and the same in ordinary digits below;
  /// returns the next line.
  func drawLarge(on frame: inout Frame, in inner: Region, isSpacious: Bool) -> Int {
    guard let shown = figure ?? worst?.figure else { return 0 }
    let digits = BigDigits(shown.digits(unit: unit))
    let top = isSpacious ? 1 : 0
    let besides = besideLines(shown)
    let suffix = StyledText(unit == .days ? "d" : unit == .percent || metric.isPosition ? metric.suffix : "", .faint)
    let text = inner.inset(top: top, left: digits.size.columns + suffix.width + 2)
    let beside = besides.map { $0.widest(in: text.columns) }
    guard text.columns >= (beside.map(\.width).max() ?? 0) else {
      frame.write(oneLine(room: inner.columns), in: inner, line: top)
      let lines = meaningLines(room: inner.columns, most: captionLines(in: inner))
      for (line, words) in lines.enumerated() { frame.write(words, in: inner, line: top + 1 + line) }
      return top + 1 + lines.count + top
    }
    digits.draw(on: &frame, in: inner.inset(top: top), role: .figure)
    frame.write(suffix, in: inner.inset(top: top, left: digits.size.columns + 1), line: 2)
    for (line, words) in beside.enumerated() { frame.write(words, in: text, line: line) }
    let caption = caption(shown, room: inner.columns, most: captionLines(in: inner))
    for (line, words) in caption.enumerated() {
      frame.write(StyledText(words, .faint), in: inner, line: top + 3 + line)
    }
    return top + 3 + caption.count + (isSpacious && inner.rows >= 16 ? 1 : 0)
  }

  /// How many lines a document's name or another remark may have: more where there is no list below.
  private func captionLines(in inner: Region) -> Int {
    inner.rows < 12 ? 1 : digest.rankedFigures.isEmpty ? 4 : inner.rows < 14 ? 1 : inner.rows < 24 ? 2 : 3
  }

  /// The figure in ordinary digits, with numerator and denominator: `88.4%, 29,628 of 33,521`.
  private func caption(_ shown: Figure, room: Int, most: Int) -> [String] {
    if figure == nil { return fitted(noFigureRemark, to: room, lines: most) }
    var words = shown.written(metric)
    if case .share = shown.measurement { words += ", \(shown.measurement.text)" }
    if metric.isPosition, case .month(let month) = shown.period {
      words += month.numberInNHSYear == 12 ? " outturn" : " forecast"
    }
    let gap = unit == .percent ? " · " : ", "
    let captions = remarks(shown).map { words + gap + $0 }
    let whole = captions.first { wrapped($0, to: room).count <= most }
    return fitted(whole ?? captions.first ?? words, to: room, lines: most)
  }

  /// The lines beside the large digits, each in full and then in fewer words.
  private func besideLines(_ shown: Figure) -> [[StyledText]] {
    let words = TargetWords(shown, metric)
    let meanings = self.meanings(of: shown).map { StyledText($0, .text) }
    let variances = shown.variance == nil ? [StyledText(shown.noVariance, .faint)] : words.variances.dropLast()
    let targets = shown.variance == nil ? [] : words.targets.map { StyledText($0, .faint) }
    if let worst { return [[StyledText("worst: \(worst.organisation.shortName)", .text)], Array(variances), targets] }
    return [targets, Array(variances), meanings].filter { !$0.isEmpty }
  }
}
