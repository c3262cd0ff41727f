import Metrics
import Screen

/// One figure filling a wall: large digits, what they mean, the chart, and the related figures beside it.
struct WallFocus {
  let shown: WallFigure
  let lines: [WallView.Line]

  func draw(on frame: inout Frame, in region: Region) {
    let isWide = region.columns >= 90 && !lines.isEmpty
    let columns = region.splitColumns([.weight(3), isWide ? .weight(2) : .fixed(0)], gap: isWide ? 2 : 0)
    let list = isWide ? 0 : min(lines.count, max(0, region.rows / 4))
    let hasFreshness = region.rows >= 8
    let left = columns[0].splitRows([.weight(1), .fixed(list), .fixed(hasFreshness ? 1 : 0)])
    drawFigure(on: &frame, in: left[0].inset(rows: 0, columns: 1))
    drawList(on: &frame, in: isWide ? columns[1].inset(top: 1, right: 1) : left[1].inset(rows: 0, columns: 1))
    if let freshness = shown.freshness {
      let line = left[2].inset(rows: 0, columns: 1)
      frame.write(freshness.styled(room: line.columns), in: line)
    }
  }

  private func drawFigure(on frame: inout Frame, in region: Region) {
    // A line below the large digits repeats them as ordinary text, for screen readers.
    let rows = min(region.rows - 1, max(3, region.rows * 4 / 10))
    let room = Size(columns: region.columns - shown.suffix.count - 1, rows: rows)
    let scale = BigDigits.scale(of: shown.digits, fitting: room) ?? 0
    var line = scale > 0 && region.rows >= 14 ? 1 : 0
    if scale > 0 {
      let digits = BigDigits(shown.digits, scale: scale)
      digits.draw(on: &frame, in: region.inset(top: line), role: shown.standing)
      let base = line + digits.baseline
      let beside = region.inset(left: digits.size.columns + 1)
      frame.write(StyledText(shown.suffix, .faint), in: beside, line: base)
      drawStanding(on: &frame, in: beside.inset(left: shown.suffix.count + 2), base, rows: digits.size.rows)
      line += digits.size.rows + (region.rows >= 14 ? 1 : 0)
    }
    let mark = StyledText(shown.isUnseen ? "• " : "", .newMark)
    let reading = mark + shown.readings.widest(in: region.columns - mark.width)
    for text in [reading, shown.meanings.widest(in: region.columns)] where !text.isEmpty && line < region.rows {
      frame.write(text, in: region, line: line)
      line += 1
    }
    let free = region.rows - line
    let control = shown.control
    if !control.isEmpty, free >= 1 {
      frame.write(control.widest(fitting: region.columns), in: region, line: line)
      line += 1
    }
    guard shown.isCharted, region.rows - line >= 4 else { return }
    ChartPicture(shown.charted, direction: shown.metric.direction).wall
      .draw(on: &frame, in: region.inset(top: line + 1)) { Ratio(Int(($0 * 10).rounded()), 10).text(places: 1) }
  }

  /// Draws the state as a word beside the digits, at half their size or less.
  private func drawStanding(on frame: inout Frame, in place: Region, _ base: Int, rows: Int) {
    for size in [4, 3, 2, 1] {
      guard let word = BigDigits.name(shown.standingWord, scale: size), !word.text.isEmpty,
        word.size.columns <= place.columns, word.size.rows <= max(3, rows / 2)
      else { continue }
      word.draw(on: &frame, in: place.inset(top: max(0, base + 1 - word.size.rows)), role: shown.standing)
      return
    }
  }

  /// Draws the related figures, in large digits where there is room for all of them.
  private func drawList(on frame: inout Frame, in region: Region) {
    guard !region.isEmpty, !lines.isEmpty else { return }
    let widest = lines.map { digits($0).count }.max() ?? 0
    let scale = BigDigits.scale(
      of: lines.map(digits).max { BigDigits($0).size.columns < BigDigits($1).size.columns } ?? "",
      fitting: Size(columns: region.columns * 6 / 10, rows: region.rows / lines.count - 1), largest: 3)
    let height = scale.map { 3 * $0 + 1 } ?? 1
    for (position, line) in lines.prefix(region.rows / height).enumerated() {
      let place = region.inset(top: position * height)
      if let scale {
        drawLarge(line, scale, on: &frame, in: place)
      } else {
        drawSmall(line, widest, on: &frame, in: place.line(0))
      }
    }
  }

  private func drawLarge(_ line: WallView.Line, _ scale: Int, on frame: inout Frame, in place: Region) {
    let number = BigDigits(digits(line), scale: scale)
    let start = max(0, place.columns - number.size.columns - 1)
    let names = place.inset(right: number.size.columns + 2)
    number.draw(on: &frame, in: place.inset(left: start), role: standing(line))
    frame.write(mark(line) + StyledText(line.name, .strong), in: names)
    frame.write(variance(line), in: names.inset(left: 2), line: 1)
  }

  private func drawSmall(_ line: WallView.Line, _ widest: Int, on frame: inout Frame, in place: Region) {
    let variances = lines.map { variance($0).width }.max() ?? 0
    let names = place.inset(right: widest + variances + 3)
    frame.write(mark(line) + StyledText(line.name), in: names)
    frame.write(StyledText(digits(line), .strong), in: place.inset(right: variances + 1), alignment: .trailing)
    frame.write(variance(line), in: place, alignment: .trailing)
  }

  /// The role for a listed figure's state against its target.
  private func standing(_ line: WallView.Line) -> Role {
    guard !line.isHidden, let figure = line.figure, figure.value != nil else { return .missing }
    return figure.role == .text ? .figure : figure.role
  }
  private func mark(_ line: WallView.Line) -> StyledText { StyledText(line.isUnseen ? "• " : "  ", .newMark) }
  private func digits(_ line: WallView.Line) -> String {
    line.isHidden ? "*" : line.figure?.digits(unit: shown.metric.unit) ?? "–"
  }
  private func variance(_ line: WallView.Line) -> StyledText {
    guard !line.isHidden, let figure = line.figure else {
      return StyledText(line.isHidden ? "" : "no return", .missing)
    }
    return StyledText(figure.markedVariance(unit: shown.metric.unit), figure.role)
  }
}
