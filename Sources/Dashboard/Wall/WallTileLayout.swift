import Metrics
import Screen

/// What a tile of a wall shows in the space inside its border.
///
/// In the order in which they are given up: the trend; the name in ordinary letters, which is also in the border; what
/// the variance means; the verdict; the name in large letters. Digits and state are always there.
struct WallTileLayout {
  let shown: WallFigure
  let size: Size
  /// The large digits; `nil` where not even rounded ones fit.
  let digits: BigDigits?
  /// The name in large letters; `nil` where there is no room for it.
  let name: WallName?

  /// - Parameters:
  ///   - telling: the parts of the name that tell it apart from all others on the wall.
  ///   - largest: the largest scale of the digits.
  ///   - size: the cells inside the border.
  init(_ shown: WallFigure, telling: [String] = [], largest: Int = 12, in size: Size) {
    self.shown = shown
    self.size = size
    let digits = Self.digits(of: shown, largest: largest, in: size)
    var named = WallName(shown, telling: telling, over: digits, in: size).map { (digits, $0) }
    // Digits a size smaller with a name say more than digits without.
    if named == nil, let digits, digits.scale > 1 {
      let smaller = BigDigits(digits.text, scale: digits.scale - 1)
      named = WallName(shown, telling: telling, over: smaller, in: size).map { (smaller, $0) }
    }
    self.digits = named?.0 ?? digits
    name = named?.1
  }

  /// The largest digits that leave room for the words: as written, or rounded where those do not fit at any size.
  static func digits(of shown: WallFigure, largest: Int = 12, in size: Size) -> BigDigits? {
    let suffix = shown.suffix.isEmpty ? 0 : shown.suffix.count + 1
    let rows = size.rows < 12 ? size.rows - min(3, max(2, size.rows - 3)) : max(6, size.rows * 45 / 100)
    guard size.columns > suffix, rows >= 3 else { return nil }
    return shown.largeDigits(fitting: Size(columns: size.columns - suffix, rows: rows), largest: largest)
  }

  /// The rows of the name in large letters, and of the blank one below it.
  private var nameRows: Int { name.map { $0.rows + 1 } ?? 0 }

  /// The large sign or word of the state; `nil` where there is no target, or no room.
  var standing: WallStanding? {
    WallStanding(shown, beside: digits, under: name, in: size)
  }

  /// The lines below the digits, the name in ordinary letters above them, and what is left for the trend.
  struct Lines {
    /// The name in ordinary letters; empty where it is in large ones, or where there is no room.
    var name: [StyledText] = []
    /// Whether a blank row follows the ordinary name.
    var hasGap = false
    /// Reading, meaning and verdict.
    var words: [StyledText] = []
    /// The rows that are left.
    var left = 0
  }

  var lines: Lines {
    var lines = Lines()
    lines.left = max(0, size.rows - nameRows - (digits?.size.rows ?? 1))
    let reading = WallReading(
      shown, below: digits, saysFigure: digits != nil, isStateLarge: standing?.isWord == true)
    let verdict = shown.control.widest(fitting: size.columns)
    let meaning = shown.meanings.widest(in: size.columns)
    // The verdict comes before the meaning, because it is what people act on.
    let least = reading.fitsOneLine(columns: size.columns) ? 1 : 2
    let rest = [verdict, meaning].filter { !$0.isEmpty }.prefix(max(0, lines.left - least))
    let spare = lines.left - rest.count
    let isRoomy = spare > 2 && (!shown.isCharted || spare > 6)
    let read = reading.lines(columns: size.columns, most: spare, isRoomy: isRoomy)
    lines.words = read + [meaning, verdict].filter { !$0.isEmpty && rest.contains($0) }
    lines.words = Array(lines.words.prefix(lines.left))
    lines.left -= lines.words.count
    guard name == nil, lines.left > 0 else { return lines }
    lines.name = ordinaryName(rows: lines.left)
    lines.left -= lines.name.count
    lines.hasGap = lines.left > 1
    if lines.hasGap { lines.left -= 1 }
    return lines
  }

  /// The name on at most so many lines of ordinary letters, cut after a word where even the short one does not fit.
  private func ordinaryName(rows: Int) -> [StyledText] {
    let forms = [shown.name, shown.metric.shortTitle].map { StyledText($0, .title).wrapped(to: size.columns) }
    let fitting = forms.first { lines in lines.count <= rows && lines.allSatisfy { $0.width <= size.columns } }
    return fitting
      ?? toldApart([shown.metric.shortTitle], to: size.columns, cut: cutAsDrawn).map { StyledText($0, .title) }
  }
}
