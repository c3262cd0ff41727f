import Metrics
import Screen

/// A list that fills a wall: each line has its figure in large digits, and there are as many lines as can be read from
/// a distance.
struct WallList {
  let items: [WallView.Item]
  let nothing: String

  /// The rows that a line in large digits takes, including the blank one below it.
  private static let large = 4

  func draw(on frame: inout Frame, in region: Region) {
    let inner = region.inset(top: region.rows >= 8 ? 1 : 0).inset(rows: 0, columns: 1)
    guard !items.isEmpty else {
      frame.write(StyledText(nothing, .strong), in: inner, line: inner.rows / 2, alignment: .centre)
      return
    }
    // A few large lines tell a room more than many small ones.
    let isLarge = inner.rows >= Self.large * 3 && inner.columns >= 48
    let height = isLarge ? Self.large : 1
    let most = max(1, (inner.rows + (isLarge ? 1 : 0)) / height)
    let isCut = items.count > most
    let shown = items.prefix(isCut && !isLarge ? most - 1 : most)
    let digits = shown.map { BigDigits($0.digits).size.columns }.max() ?? 0
    let units = shown.map(\.suffix.count).max() ?? 0
    let number = (digits: digits, all: digits + (units > 0 ? units + 1 : 0))
    let least = toldApart(items.map { $0.names.last ?? "" }, to: inner.columns - number.all - 5, cut: cutAsDrawn)
    for (position, item) in shown.enumerated() {
      let place = inner.inset(top: position * height)
      if isLarge {
        drawLarge(item, least[position], number, on: &frame, in: place)
      } else {
        drawSmall(item, on: &frame, in: place.line(0))
      }
    }
    guard isCut else { return }
    let rest = StyledText("\(items.count - shown.count) more", .faint)
    frame.write(
      rest, in: inner, line: min(inner.rows - 1, shown.count * height - (isLarge ? 1 : 0)), alignment: .trailing)
  }

  /// What an item says, ever shorter, with its own period before it where it has one.
  private func said(_ item: WallView.Item) -> [StyledText] {
    guard !item.period.isEmpty else { return item.words }
    let own = StyledText(item.period, .faint)
    return item.words.map { $0.isEmpty ? own : own + StyledText("; ", .faint) + $0 } + [own]
  }

  /// - Parameter columns: the cells of the widest digits, and of those with their unit.
  private func drawLarge(
    _ item: WallView.Item, _ least: String, _ columns: (digits: Int, all: Int), on frame: inout Frame, in place: Region
  ) {
    let number = BigDigits(item.digits)
    let start = max(0, columns.digits - number.size.columns)
    number.draw(on: &frame, in: place.inset(left: start, bottom: max(0, place.rows - 3)), role: item.role)
    frame.write(
      StyledText(item.suffix, .faint), in: place.inset(left: columns.digits + 1), line: number.baseline)
    let words = place.inset(left: columns.all + 3)
    let mark = StyledText(item.isUnseen ? "• " : "", .newMark)
    let fitting = item.names.lazy.compactMap { BigDigits.name($0) }.first { $0.size.columns <= words.columns * 2 / 3 }
    guard let name = fitting else {
      frame.write(mark + StyledText(item.names.first { $0.count <= words.columns - 2 } ?? least, .strong), in: words)
      for (line, text) in said(item).widest(in: words.columns * 2).wrapped(to: words.columns).prefix(2).enumerated() {
        frame.write(text, in: words, line: 1 + line)
      }
      return
    }
    name.draw(on: &frame, in: words.inset(bottom: max(0, words.rows - 3)), role: .strong)
    let beside = words.inset(left: name.size.columns + 2)
    frame.write(mark, in: beside)
    let said = said(item).widest(in: beside.columns * 2).wrapped(to: beside.columns)
    for (line, text) in said.prefix(2).enumerated() where text.width <= beside.columns {
      frame.write(text, in: beside, line: 1 + line)
    }
  }

  private func drawSmall(_ item: WallView.Item, on frame: inout Frame, in line: Region) {
    let own = item.period.isEmpty ? "" : " \(item.period)"
    let name = StyledText(item.isUnseen ? "• " : "", .newMark)
    let unit = item.suffix.isEmpty || item.suffix == "%" ? item.suffix : " " + item.suffix
    let digits = StyledText(item.digits + unit, item.role) + item.mark
    let names = item.names.map { name + StyledText($0, .strong) + StyledText(own + "  ", .faint) + digits }
    let whole = names.flatMap { start in item.words.map { start + StyledText("  ") + $0 } }
    // Where not even the shortest name fits, the figure is dropped first.
    let least = digits + StyledText(" \(item.names.last ?? "")", .strong) + StyledText(own, .faint)
    frame.write((whole + names + [least]).widest(in: line.columns), in: line)
  }
}
