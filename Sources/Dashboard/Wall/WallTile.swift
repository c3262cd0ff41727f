import Metrics
import Screen

/// One figure of a wall in a box: digits as large as the cells allow, in the colour of their state; what they mean; the
/// control chart's verdict; and the trend in the space left.
struct WallTile {
  let shown: WallFigure
  /// What is shown inside its border.
  let layout: WallTileLayout
  /// The period, where it differs from the title's.
  let period: String
  /// The title's.
  let page: Period?

  /// The smallest useful size of a tile, in cells.
  static let least = Size(columns: 24, rows: 5)
  /// The size that digits, variance, meaning and verdict need, in cells; a grid has smaller tiles only where there is
  /// no room for these.
  static let whole = Size(columns: 24, rows: 8)

  /// The cells inside the border of a tile, and the blanks beside it.
  static func inside(_ tile: Size) -> Size { Size(columns: max(0, tile.columns - 4), rows: max(0, tile.rows - 2)) }

  func draw(on frame: inout Frame, in region: Region) {
    let freshness = shown.freshness
    let heading =
      period.isEmpty
      ? nil : PanelHeading(shown.metric, period, shown.figure?.period, columns: region.columns, beside: page)
    let box = Box(
      title: StyledText(shown.isUnseen ? "• " : "", .newMark) + StyledText(heading?.title ?? shown.name, .title),
      note: StyledText(heading?.period ?? "", .faint),
      footer: freshness?.styled(room: region.columns - 6) ?? StyledText())
    let inner = box.draw(on: &frame, in: region).inset(rows: 0, columns: 1)
    let lines = layout.lines
    let start = drawName(lines, on: &frame, in: inner)
    let end = start + drawFigure(on: &frame, in: inner.inset(top: start))
    drawStanding(on: &frame, in: inner, from: start)
    // A gap below the digits, where the trend can spare it.
    let gap = lines.left >= 6 ? 1 : 0
    for (line, text) in lines.words.enumerated() { frame.write(text, in: inner, line: end + gap + line) }
    drawTrend(on: &frame, in: inner.inset(top: end + gap + lines.words.count))
  }

  /// Draws the name, large or in ordinary letters, and returns the line of the digits.
  private func drawName(_ lines: WallTileLayout.Lines, on frame: inout Frame, in inner: Region) -> Int {
    guard let name = layout.name else {
      for (line, text) in lines.name.enumerated() { frame.write(text, in: inner, line: line) }
      return lines.name.count + (lines.hasGap ? 1 : 0)
    }
    for (line, words) in name.lines.enumerated() {
      words.draw(on: &frame, in: inner.inset(top: line * (words.size.rows + 1)), role: .title)
    }
    return name.rows + 1
  }

  /// Draws the figure and returns the number of its lines.
  private func drawFigure(on frame: inout Frame, in inner: Region) -> Int {
    guard let digits = layout.digits else {
      let digits = StyledText("\(shown.digits)\(shown.suffix == "%" ? "%" : " " + shown.suffix)", shown.standing)
      frame.write(digits, in: inner)
      return 1
    }
    digits.draw(on: &frame, in: inner, role: shown.standing)
    let beside = inner.inset(left: digits.size.columns + 1)
    frame.write(StyledText(shown.suffix, .faint), in: beside, line: digits.baseline)
    return digits.size.rows
  }

  /// Draws the state as a large word or sign beside the digits or the name.
  private func drawStanding(on frame: inout Frame, in inner: Region, from start: Int) {
    guard let standing = layout.standing else { return }
    let top = standing.isBesideName ? 0 : start
    standing.shape.draw(
      on: &frame, in: inner.inset(top: top + standing.row, left: standing.column), role: shown.standing)
  }

  /// Draws the trend in the rows below the words: a chart, or a line of bars.
  private func drawTrend(on frame: inout Frame, in place: Region) {
    // A line below an ordinary figure would be larger than what it is about.
    guard layout.digits != nil, shown.isCharted, place.rows > 0 else { return }
    let chart = place.inset(top: place.rows >= 5 ? 1 : 0)
    if chart.rows >= 4 {
      ChartPicture(shown.charted, direction: shown.metric.direction).small.draw(on: &frame, in: chart, label: nil)
    } else {
      let values = shown.charted.slots.suffix(place.columns).map(\.value)
      frame.write(StyledText(values.sparkline(width: place.columns), .chartLine), in: place)
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
    // All digits are one size, except in figures too long for it.
    let usual = Self.usualScale(shown, in: tile)
    let telling = WallName.telling(shown)
    for (row, line) in lines.enumerated() {
      let inLine = shown.indices.dropFirst(row * grid.columns).prefix(grid.columns)
      guard !inLine.isEmpty else { break }
      // All tiles are equally wide, including those in the last line.
      let places = line.splitColumns(Array(repeating: .weight(1), count: grid.columns))
      for (index, place) in zip(inLine, places) {
        let own = shown[index].figure?.period
        let title = own.map { $0.isOwn(beside: period) ? $0.title : "" } ?? ""
        let layout = WallTileLayout(
          shown[index], telling: telling[index], largest: max(1, usual), in: WallTile.inside(place.size))
        WallTile(shown: shown[index], layout: layout, period: title, page: period).draw(on: &frame, in: place)
      }
    }
  }

  /// The scale of most digits; 0 where they are ordinary ones.
  private static func usualScale(_ figures: some Collection<WallFigure>, in tile: Size) -> Int {
    let scales = figures.map { WallTileLayout.digits(of: $0, in: WallTile.inside(tile))?.scale ?? 0 }
    return scales.sorted()[scales.count / 2]
  }

  /// The number of figures to show before digits may be larger; further figures have entries of their own.
  private static let wanted = 6

  /// The rows and columns of the grid.
  private func grid(in region: Region) -> (rows: Int, columns: Int) {
    // No tile is too small for its verdict while one large enough fits at all.
    let least = region.rows >= WallTile.whole.rows ? WallTile.whole : WallTile.least
    let widest = max(1, region.columns / least.columns)
    let tallest = max(1, region.rows / least.rows)
    let telling = WallName.telling(figures)
    var best = (rows: 1, columns: 1)
    var score = (-1, -1, -1, -1, -1)
    for columns in 1...widest {
      for rows in 1...tallest where (rows - 1) * columns < figures.count {
        let count = min(figures.count, rows * columns)
        let tile = Size(columns: region.columns / columns, rows: region.rows / rows)
        // In order of importance: no line with a gap in the middle, enough figures, large digits, large names, then as
        // many figures as possible.
        let isWhole = count == rows * columns || count == figures.count ? 1 : 0
        let usual = Self.usualScale(figures.prefix(count), in: tile)
        let layouts = zip(figures.prefix(count), telling)
          .map { WallTileLayout($0, telling: $1, largest: max(1, usual), in: WallTile.inside(tile)) }
        let scale = layouts.map { $0.digits?.scale ?? 0 }.sorted()[count / 2]
        let named = layouts.count { $0.name != nil }
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
