import Metrics
import Screen

/// One figure of a wall in a box: digits as large as the cells allow, what they mean, and the trend in what is left.
struct WallTile {
  let shown: WallFigure
  /// How large its digits are drawn; 0 for ordinary ones.
  let scale: Int
  /// The period, where it is not the one the title says.
  let period: String

  /// Cells below which a tile is not worth having.
  static let least = Size(columns: 24, rows: 5)

  /// The largest scale at which the digits leave room for the words; 0 where not even the smallest does.
  static func scale(of shown: WallFigure, in tile: Size) -> Int {
    let inner = Size(columns: tile.columns - 4, rows: tile.rows - 2)
    let suffix = shown.suffix.isEmpty ? 0 : shown.suffix.count + 1
    let rows = inner.rows < 12 ? inner.rows - 2 : inner.rows * 45 / 100
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
    let line = drawFigure(on: &frame, in: inner)
    drawWords(on: &frame, in: inner, from: line)
  }

  /// The figure; the line after it.
  private func drawFigure(on frame: inout Frame, in inner: Region) -> Int {
    let role: Role = shown.figure?.value == nil || shown.isHidden ? .missing : .figure
    guard scale > 0 else {
      frame.write(StyledText("\(shown.digits)\(shown.suffix == "%" ? "%" : " " + shown.suffix)", .strong), in: inner)
      return 1
    }
    let digits = BigDigits(shown.digits, scale: scale)
    digits.draw(on: &frame, in: inner, role: role)
    let base = (5 * scale + 1) / 2 - 1
    frame.write(StyledText(shown.suffix, .faint), in: inner.inset(left: digits.size.columns + 1), line: base)
    return digits.size.rows
  }

  /// Variance, meaning, control chart, trend, as far as there is room.
  private func drawWords(on frame: inout Frame, in inner: Region, from first: Int) {
    var line = first
    if inner.rows - line >= 8 { line += 1 }
    func put(_ words: StyledText) {
      guard line < inner.rows, !words.isEmpty else { return }
      frame.write(words, in: inner, line: line)
      line += 1
    }
    let control = shown.control
    let isCharted = shown.isCharted && inner.rows - line >= 7
    // Under large digits stand the same in ordinary ones.
    let variance = (scale > 0 ? shown.readings : shown.variances).widest(in: inner.columns)
    let isBeside = !isCharted && variance.width + control.short.width + 2 <= inner.columns
    if isBeside { frame.write(control.short, in: inner, line: line, alignment: .trailing) }
    put(variance)
    put(shown.meanings.widest(in: inner.columns))
    if isCharted {
      let chart = inner.inset(top: line + (inner.rows - line >= 9 ? 1 : 0), bottom: control.isEmpty ? 0 : 1)
      ChartPicture(shown.charted, direction: shown.metric.direction).small.draw(on: &frame, in: chart, label: nil)
      control.draw(on: &frame, in: inner, line: inner.rows - 1)
      return
    }
    if !isBeside {
      put(control.widest(fitting: inner.columns))
    }
    if shown.isCharted, line < inner.rows {
      put(
        StyledText(shown.charted.slots.suffix(inner.columns).map(\.value).sparkline(width: inner.columns), .chartLine))
    }
  }
}

/// Tiles in the grid that lets their digits be largest.
struct WallTiles {
  let figures: [WallFigure]
  /// The period the title says; tiles of another say theirs.
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
    // One size for all, but for figures too long for it.
    let usual = scales.sorted()[scales.count / 2]
    for (row, line) in lines.enumerated() {
      let inLine = shown.indices.dropFirst(row * grid.columns).prefix(grid.columns)
      guard !inLine.isEmpty else { break }
      for (index, place) in zip(inLine, line.splitColumns(inLine.map { _ in .weight(1) })) {
        let own = shown[index].figure?.period
        WallTile(shown: shown[index], scale: min(usual, scales[index]), period: own == period ? "" : own?.title ?? "")
          .draw(on: &frame, in: place)
      }
    }
  }

  /// So many figures at least, before digits may be larger: further ones have entries of their own.
  private static let wanted = 6

  /// Rows and columns of the grid.
  private func grid(in region: Region) -> (rows: Int, columns: Int) {
    let widest = max(1, region.columns / WallTile.least.columns)
    let tallest = max(1, region.rows / WallTile.least.rows)
    var best = (rows: 1, columns: 1)
    var score = (-1, -1, -1, -1)
    for columns in 1...widest {
      for rows in 1...tallest where (rows - 1) * columns < figures.count {
        let count = min(figures.count, rows * columns)
        let tile = Size(columns: region.columns / columns, rows: region.rows / rows)
        let scales = figures.prefix(count).map { WallTile.scale(of: $0, in: tile) }.sorted()
        // Nothing cut out of the middle of a line, enough figures, large digits, and then as many as there are.
        let isWhole = count == rows * columns || count == figures.count ? 1 : 0
        let next = (isWhole, min(count, Self.wanted), scales[scales.count / 2], count)
        if next > score {
          score = next
          best = (rows, columns)
        }
      }
    }
    return best
  }
}
