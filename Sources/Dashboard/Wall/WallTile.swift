import Metrics
import Screen

/// One figure of a wall in a box: digits as large as the cells allow, in the colour of their state; what they mean; the
/// control chart's verdict; and the trend in the space left.
struct WallTile {
  let shown: WallFigure
  /// The scale of its digits; 0 for ordinary ones.
  let scale: Int
  /// The period, where it differs from the title's.
  let period: String

  /// The smallest useful size of a tile, in cells.
  static let least = Size(columns: 24, rows: 5)
  /// The size that digits, variance, meaning and verdict need, in cells; a grid has smaller tiles only where there is
  /// no room for these.
  static let whole = Size(columns: 24, rows: 8)

  /// The largest scale at which the digits leave room for the words; 0 where even the smallest does not.
  static func scale(of shown: WallFigure, in tile: Size) -> Int {
    let inner = Size(columns: tile.columns - 4, rows: tile.rows - 2)
    let suffix = shown.suffix.isEmpty ? 0 : shown.suffix.count + 1
    let rows = inner.rows < 12 ? inner.rows - min(3, max(2, inner.rows - 3)) : max(6, inner.rows * 45 / 100)
    guard inner.columns > suffix, rows >= 3 else { return 0 }
    return BigDigits.scale(of: shown.digits, fitting: Size(columns: inner.columns - suffix, rows: rows)) ?? 0
  }

  func draw(on frame: inout Frame, in region: Region) {
    let freshness = shown.freshness
    let heading =
      period.isEmpty ? nil : PanelHeading(shown.metric, period, shown.figure?.period, columns: region.columns)
    let box = Box(
      title: StyledText(shown.isUnseen ? "• " : "", .newMark) + StyledText(heading?.title ?? shown.name, .title),
      note: StyledText(heading?.period ?? "", .faint),
      footer: freshness?.styled(room: region.columns - 6) ?? StyledText())
    let inner = box.draw(on: &frame, in: region).inset(rows: 0, columns: 1)
    let start = drawName(on: &frame, in: inner)
    let line = drawFigure(on: &frame, in: inner.inset(top: start))
    drawWords(on: &frame, in: inner, from: start + line)
  }

  /// Draws the name, in large letters where the digits leave lines for it, and returns the line after it.
  private func drawName(on frame: inout Frame, in inner: Region) -> Int {
    let room = Size(columns: inner.columns, rows: inner.rows)
    guard let name = WallName(shown, scale: scale, in: room) else { return 0 }
    for (line, words) in name.lines.enumerated() {
      words.draw(on: &frame, in: inner.inset(top: line * (words.size.rows + 1)), role: .title)
    }
    return name.rows + 1
  }

  /// Draws the figure and returns the line after it.
  private func drawFigure(on frame: inout Frame, in inner: Region) -> Int {
    guard scale > 0 else {
      let digits = StyledText("\(shown.digits)\(shown.suffix == "%" ? "%" : " " + shown.suffix)", shown.standing)
      frame.write(digits, in: inner)
      return 1
    }
    let digits = BigDigits(shown.digits, scale: scale)
    digits.draw(on: &frame, in: inner, role: shown.standing)
    let beside = inner.inset(left: digits.size.columns + 1)
    frame.write(StyledText(shown.suffix, .faint), in: beside, line: digits.baseline)
    drawStanding(on: &frame, in: beside.inset(left: shown.suffix.isEmpty ? 1 : shown.suffix.count + 2), digits.baseline)
    return digits.size.rows
  }

  /// Draws the state as a word beside the digits, as large as there is room for: those who cannot see the colour read
  /// it from a distance.
  private func drawStanding(on frame: inout Frame, in place: Region, _ baseline: Int) {
    guard !shown.standingWord.isEmpty else { return }
    for size in [3, 2, 1] where size < max(2, scale) {
      guard let word = BigDigits.name(shown.standingWord, scale: size), word.size.columns <= place.columns,
        word.size.rows <= baseline + 1
      else { continue }
      word.draw(on: &frame, in: place.inset(top: baseline + 1 - word.size.rows), role: shown.standing)
      return
    }
  }

  /// Draws variance, verdict and meaning, and the trend where there is also room for it.
  private func drawWords(on frame: inout Frame, in inner: Region, from first: Int) {
    var line = first
    let control = shown.control
    let verdict = control.widest(fitting: inner.columns)
    let variance = (scale > 0 ? shown.readings : shown.variances).widest(in: inner.columns)
    let meaning = shown.meanings.widest(in: inner.columns)
    // Words come before the trend, and the verdict before the meaning, because it is what people act on.
    var lines = [variance, meaning, verdict].filter { !$0.isEmpty }
    let room = inner.rows - line
    if lines.count > room, room > 0 {
      lines = (verdict.isEmpty ? [variance, meaning] : [variance, verdict]).filter { !$0.isEmpty }
      if room == 1 { lines = [variance] }
    }
    if room - lines.count >= 6 { line += 1 }
    for text in lines where line < inner.rows {
      frame.write(text, in: inner, line: line)
      line += 1
    }
    guard shown.isCharted, line < inner.rows else { return }
    let chart = inner.inset(top: line + (inner.rows - line >= 5 ? 1 : 0))
    if chart.rows >= 4 {
      ChartPicture(shown.charted, direction: shown.metric.direction).small.draw(on: &frame, in: chart, label: nil)
    } else {
      let values = shown.charted.slots.suffix(inner.columns).map(\.value)
      frame.write(StyledText(values.sparkline(width: inner.columns), .chartLine), in: inner, line: line)
    }
  }
}

/// Tiles in the grid that allows the largest digits.
struct WallTiles {
  let figures: [WallFigure]
  /// The period in the title; tiles for another period name it.
  let period: Period?

  func draw(on frame: inout Frame, in region: Region) {
    guard !figures.isEmpty else {
      frame.write("nothing returned", .strong, in: region, line: region.rows / 2, alignment: .centre)
      return
    }
    let grid = grid(in: region)
    let shown = Array(figures.prefix(grid.rows * grid.columns))
    let tile = Size(columns: region.columns / grid.columns, rows: region.rows / grid.rows)
    let lines = region.splitRows(Array(repeating: .weight(1), count: grid.rows))
    let scales = shown.map { WallTile.scale(of: $0, in: tile) }
    // All digits are one size, except in figures too long for it.
    let usual = scales.sorted()[scales.count / 2]
    for (row, line) in lines.enumerated() {
      let inLine = shown.indices.dropFirst(row * grid.columns).prefix(grid.columns)
      guard !inLine.isEmpty else { break }
      // All tiles are equally wide, including those in the last line.
      let places = line.splitColumns(Array(repeating: .weight(1), count: grid.columns))
      for (index, place) in zip(inLine, places) {
        let own = shown[index].figure?.period
        let title = own.map { $0.isOwn(beside: period) ? $0.title : "" } ?? ""
        WallTile(shown: shown[index], scale: min(usual, scales[index]), period: title).draw(on: &frame, in: place)
      }
    }
  }

  /// The number of figures to show before digits may be larger; further figures have entries of their own.
  private static let wanted = 6

  /// The rows and columns of the grid.
  private func grid(in region: Region) -> (rows: Int, columns: Int) {
    // No tile is too small for its verdict while one large enough fits at all.
    let least = region.rows >= WallTile.whole.rows ? WallTile.whole : WallTile.least
    let widest = max(1, region.columns / least.columns)
    let tallest = max(1, region.rows / least.rows)
    var best = (rows: 1, columns: 1)
    var score = (-1, -1, -1, -1, -1)
    for columns in 1...widest {
      for rows in 1...tallest where (rows - 1) * columns < figures.count {
        let count = min(figures.count, rows * columns)
        let tile = Size(columns: region.columns / columns, rows: region.rows / rows)
        let scales = figures.prefix(count).map { WallTile.scale(of: $0, in: tile) }.sorted()
        // In order of importance: no line with a gap in the middle, enough figures, large digits, large names, then as
        // many figures as possible.
        let isWhole = count == rows * columns || count == figures.count ? 1 : 0
        let scale = scales[scales.count / 2]
        let inner = Size(columns: tile.columns - 4, rows: tile.rows - 2)
        let named = figures.prefix(count).count { WallName($0, scale: scale, in: inner) != nil }
        let next = (isWhole, min(count, Self.wanted), scale, min(named, Self.wanted), count)
        if next > score {
          score = next
          best = (rows, columns)
        }
      }
    }
    return best
  }
}
