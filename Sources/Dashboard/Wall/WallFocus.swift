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

  /// The name of the metric in large letters above the digits, smaller than these, where the chart can spare the lines; what
  /// is left below it, and beside it.
  private func drawName(on frame: inout Frame, in region: Region) -> (below: Region, beside: Region) {
    let least = 18
    for size in [3, 2, 1] where region.rows >= max(least + 3 * size + 1, 20 * size) {
      let names = [shown.metric.title, shown.metric.shortTitle].compactMap { BigDigits.name($0, scale: size) }
      guard let name = names.first(where: { $0.size.columns <= region.columns }) else { continue }
      name.draw(on: &frame, in: region, role: .title)
      let beside = region.inset(left: name.size.columns + 4, bottom: region.rows - name.size.rows)
      return (region.inset(top: name.size.rows + 1), beside)
    }
    return (region, Region(row: region.row, column: region.column, columns: 0, rows: 0))
  }

  private func drawFigure(on frame: inout Frame, in whole: Region) {
    let (region, besideName) = drawName(on: &frame, in: whole)
    // A line below the large digits repeats them as ordinary text, for screen readers.
    let rows = min(region.rows - 1, max(3, region.rows * 4 / 10))
    let room = Size(columns: region.columns - shown.suffix.count - 1, rows: rows)
    let digits = shown.largeDigits(fitting: room)
    var line = digits != nil && region.rows >= 14 ? 1 : 0
    if let digits {
      digits.draw(on: &frame, in: region.inset(top: line), role: shown.standing)
      let base = line + digits.baseline
      let beside = region.inset(left: digits.size.columns + 1)
      frame.write(StyledText(shown.suffix, .faint), in: beside, line: base)
      let room = beside.inset(left: shown.suffix.count + 2)
      if !drawStanding(on: &frame, in: room, base, rows: digits.size.rows),
        !drawStanding(on: &frame, in: besideName, besideName.rows - 1, rows: besideName.rows * 2),
        let sign = WallStanding(shown, beside: digits, in: region.size)
      {
        sign.shape.draw(
          on: &frame, in: region.inset(top: line + sign.row, left: sign.column), role: shown.standing)
      }
      line += digits.size.rows + (region.rows >= 14 ? 1 : 0)
    }
    let mark = StyledText(shown.isUnseen ? "• " : "", .newMark)
    let reading = mark + WallReading(shown, below: digits).line(columns: region.columns - mark.width)
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
    guard digits != nil, shown.isCharted, region.rows - line >= 4 else { return }
    ChartPicture(shown.charted, direction: shown.metric.direction, noted: shown.noted).wall
      .draw(on: &frame, in: region.inset(top: line + 1)) { Ratio(Int(($0 * 10).rounded()), 10).text(places: 1) }
  }

  /// Draws the state as a word beside the digits, at half their size or less, and returns whether there was room for it.
  @discardableResult
  private func drawStanding(on frame: inout Frame, in place: Region, _ base: Int, rows: Int) -> Bool {
    for size in [4, 3, 2, 1] {
      guard let word = BigDigits.name(shown.standingWord, scale: size), !word.text.isEmpty,
        word.size.columns <= place.columns, word.size.rows <= max(3, rows / 2)
      else { continue }
      word.draw(on: &frame, in: place.inset(top: max(0, base + 1 - word.size.rows)), role: shown.standing)
      return true
    }
    return false
  }

  /// Draws the related figures, in large digits where there is room for all of them.
  private func drawList(on frame: inout Frame, in region: Region) {
    guard !region.isEmpty, !lines.isEmpty else { return }
    let widest = lines.map { digits($0).count }.max() ?? 0
    let scale = BigDigits.scale(
      of: lines.map(digits).max { BigDigits($0).size.columns < BigDigits($1).size.columns } ?? "",
      fitting: Size(columns: region.columns * 6 / 10, rows: region.rows / lines.count - 1), largest: 3)
    let height = scale.map { 3 * $0 + 1 } ?? 1
    let beside = scale.map { scale in
      lines.map { BigDigits(digits($0), scale: scale).size.columns + 2 }.max() ?? 0
    }
    // The mark of what is new stands before each name.
    let room = region.columns - (beside ?? widest + variances + 3) - 2
    let names = toldApart(lines.map(\.name), to: room, cut: cutAsDrawn)
    for (position, line) in lines.prefix(region.rows / height).enumerated() {
      let place = region.inset(top: position * height)
      if let scale {
        drawLarge(line, names[position], scale, on: &frame, in: place)
      } else {
        drawSmall(line, names[position], widest, on: &frame, in: place.line(0))
      }
    }
  }

  private func drawLarge(_ line: WallView.Line, _ name: String, _ scale: Int, on frame: inout Frame, in place: Region) {
    let number = BigDigits(digits(line), scale: scale)
    let start = max(0, place.columns - number.size.columns - 1)
    let names = place.inset(right: number.size.columns + 2)
    number.draw(on: &frame, in: place.inset(left: start), role: standing(line))
    // The name as large as leaves a line for the variance.
    let large = [3, 2, 1].lazy.compactMap { BigDigits.name(line.name, scale: $0) }.first {
      $0.size.columns + 2 <= names.columns && $0.size.rows + 1 <= number.size.rows
    }
    guard let large else {
      frame.write(mark(line) + StyledText(name, .strong), in: names)
      frame.write(variance(line), in: names.inset(left: 2), line: 1)
      return
    }
    frame.write(mark(line), in: names)
    large.draw(on: &frame, in: names.inset(left: 2), role: .strong)
    frame.write(variance(line), in: names.inset(left: 2), line: large.size.rows)
  }

  private func drawSmall(_ line: WallView.Line, _ name: String, _ widest: Int, on frame: inout Frame, in place: Region)
  {
    frame.write(mark(line) + StyledText(name), in: place.inset(right: widest + variances + 3))
    frame.write(StyledText(digits(line), .strong), in: place.inset(right: variances + 1), alignment: .trailing)
    frame.write(variance(line), in: place, alignment: .trailing)
  }

  private var variances: Int { lines.map { variance($0).width }.max() ?? 0 }

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
