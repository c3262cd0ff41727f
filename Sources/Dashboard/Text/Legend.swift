import Screen
import Statistics

/// What the signs, letters, words and colours on a page mean.
///
/// It is made from a drawn page, so it explains what is on that page and nothing else. Every sign that the board draws
/// has one meaning, given here: a test draws every page and looks each sign up.
struct Legend {
  /// One sign with its meaning.
  struct Line: Hashable {
    /// The sign as the page shows it.
    let sign: String
    /// The role that it is drawn in.
    let role: Role
    /// The meaning, in words.
    let words: String
    /// The kind of sign.
    let kind: Kind
  }

  /// The parts of the legend, in order.
  enum Kind: String, CaseIterable {
    case signs = "Signs"
    case letters = "Letters"
    case words = "Words"
    case colours = "Colours"
  }

  /// The lines for what is on the page, in the order of `all`.
  let lines: [Line]

  init(_ frame: Frame) {
    var search = LegendSearch()
    for row in 0..<frame.size.rows { search.look(at: frame.row(row)) }
    lines = search.lines
  }

  /// As many of the lines as fit in `room` cells, signs and letters first.
  func text(room: Int) -> StyledText {
    var text = StyledText()
    for line in lines where line.kind == .signs || line.kind == .letters {
      let gap = StyledText(text.isEmpty ? "" : "   ")
      let next = gap + StyledText(line.sign, line.role) + StyledText(" \(line.brief)", .faint)
      if text.width + next.width <= room { text.append(next) }
    }
    return text
  }

  /// Whether the character is a line, block or dot, whose meaning is that of its role.
  static func isStroke(_ character: Character) -> Bool { character.unicodeScalars.first.map { isStroke($0) } ?? false }

  /// Whether the scalar is such a character.
  static func isStroke(_ scalar: Unicode.Scalar) -> Bool {
    (0x2500...0x259F).contains(scalar.value) || (0x2800...0x28FF).contains(scalar.value)
  }

  /// The roles of frames, which say nothing about figures.
  static let layout: Set<Role> = [.frame, .frameFocused]

  /// The roles in which the letters of control charts are drawn.
  static let stateRoles: Set<Role> = [.concerning, .improving, .neutral, .commonCause]

  /// Every line of the legend.
  static let all: [Line] = signLines + letterLines + wordLines + strokeLines + colourLines

  /// Where in `all` what stands in a cell has its line.
  static let index = Index(
    all, strokes: (all.count - strokeLines.count - colourLines.count)..<(all.count - colourLines.count))

  private static let signLines: [Line] = [
    Line(sign: "▲", role: .strong, words: "above the target", kind: .signs),
    Line(sign: "▼", role: .strong, words: "below the target", kind: .signs),
    Line(sign: "=", role: .strong, words: "on the target", kind: .signs),
    Line(sign: "•", role: .newMark, words: "changed with the latest extract", kind: .signs),
    Line(sign: "▸", role: .selectionMark, words: "the cursor", kind: .signs),
    Line(sign: "–", role: .missing, words: "no figure", kind: .signs),
    Line(sign: "*", role: .suppressed, words: "withheld: the number is small", kind: .signs),
    Line(sign: "●", role: .strong, words: "current", kind: .signs),
    Line(sign: "◐", role: .due, words: "due", kind: .signs),
    Line(sign: "◆", role: .late, words: "late", kind: .signs),
    Line(sign: "×", role: .late, words: "no longer published", kind: .signs),
    Line(sign: "■", role: .faint, words: "no further returns expected", kind: .signs),
    Line(sign: "◇", role: .strong, words: "a note on this period", kind: .signs),
    Line(sign: "≠", role: .strong, words: "restated since first published", kind: .signs),
    Line(sign: "◌", role: .faint, words: "from history: its file dropped it", kind: .signs),
    Line(sign: "○", role: .chartGap, words: "no return, in a chart", kind: .signs),
    Line(sign: "▪", role: .chartPoint, words: "a period within the limits", kind: .signs),
    Line(sign: "┆", role: .text, words: "a chart begins again here", kind: .signs),
    Line(sign: "…", role: .text, words: "cut short", kind: .signs),
    Line(sign: "›", role: .headerBar, words: "leads to", kind: .signs),
    Line(sign: "┃", role: .scrollbar, words: "more rows above or below", kind: .signs),
  ]

  private static let letterLines: [Line] = [
    Line(sign: "L", role: .concerning, words: "concerning: low", kind: .letters),
    Line(sign: "H", role: .concerning, words: "concerning: high", kind: .letters),
    Line(sign: "F", role: .concerning, words: "will miss target", kind: .letters),
    Line(sign: "A", role: .commonCause, words: "outside the limits", kind: .letters),
    Line(sign: "T", role: .commonCause, words: "points in a row that rise, or fall", kind: .letters),
    Line(sign: "2", role: .commonCause, words: "two of three points near a limit", kind: .letters),
    Line(sign: "R", role: .commonCause, words: "a run on one side of the mean", kind: .letters),
  ]

  private static let wordLines: [Line] = [
    Line(sign: "common cause", role: .commonCause, words: "varies no more than by chance", kind: .words),
    Line(
      sign: "concerning", role: .concerning, words: "a change for the worse, not chance", kind: .words),
    Line(
      sign: "improving", role: .improving, words: "a change for the better, not chance", kind: .words),
    Line(
      sign: "will miss target", role: .concerning, words: "out of reach as things are",
      kind: .words),
    Line(
      sign: "will meet target", role: .improving, words: "within reach every time",
      kind: .words),
    Line(
      sign: "hit or miss", role: .commonCause, words: "met in some periods, not in others",
      kind: .words),
    Line(sign: " pp", role: .text, words: "percentage points", kind: .words),
    Line(sign: "not reconciled", role: .unexplained, words: "the parts do not add up to the total", kind: .words),
    Line(
      sign: "unconfirmed", role: .faint, words: "target not found in its document", kind: .words),
    Line(sign: "XmR", role: .faint, words: "a chart with limits at three sigma", kind: .words),
  ]

  private static let strokeLines: [Line] = [
    Line(sign: "┄", role: .targetLine, words: "the target", kind: .colours),
    Line(sign: "╌", role: .chartLimit, words: "the limits of what chance explains", kind: .colours),
    Line(sign: "─", role: .chartMean, words: "the mean", kind: .colours),
    Line(sign: "▁▃▇", role: .chartLine, words: "the trend, oldest at the left", kind: .colours),
    Line(sign: "█", role: .bar, words: "a total, or a share", kind: .colours),
    Line(sign: "█", role: .barFavourable, words: "an amount in the better direction", kind: .colours),
    Line(sign: "█", role: .barAdverse, words: "an amount in the worse direction", kind: .colours),
    Line(sign: "█", role: .unexplained, words: "not reconciled", kind: .colours),
  ]

  private static let colourLines: [Line] = [
    Line(sign: "met", role: .targetMet, words: "meets its target", kind: .colours),
    Line(sign: "missed", role: .targetMissed, words: "misses its target", kind: .colours),
    Line(
      sign: "in reach", role: .targetInReach, words: "misses a target it sometimes meets",
      kind: .colours),
    Line(sign: "better", role: .improving, words: "a change for the better", kind: .colours),
    Line(sign: "worse", role: .concerning, words: "a change for the worse", kind: .colours),
    Line(sign: "changed", role: .neutral, words: "a change that is neither", kind: .colours),
    Line(sign: "chance", role: .commonCause, words: "no change but by chance", kind: .colours),
    Line(sign: "missing", role: .missing, words: "not returned", kind: .colours),
    Line(sign: "withheld", role: .suppressed, words: "withheld by the publisher", kind: .colours),
    Line(sign: "current", role: .current, words: "the latest figures there can be", kind: .colours),
    Line(sign: "due", role: .due, words: "the next figures should come now", kind: .colours),
    Line(sign: "late", role: .late, words: "the next figures are late", kind: .colours),
    Line(sign: "error", role: .problemError, words: "rows or a file left out", kind: .colours),
    Line(sign: "warning", role: .problemWarning, words: "look at it; nothing was left out", kind: .colours),
    Line(sign: "new", role: .newMark, words: "changed with the latest extract", kind: .colours),
  ]

  /// Roles with no meaning of their own: ordinary words, headings, the bars at the top and bottom, keys and typed text.
  static let plain: Set<Role> = [
    .text, .faint, .strong, .heading, .title, .frame, .frameFocused, .headerBar, .headerStrong, .functionKey,
    .functionLabel,
    .figure, .selectionMark, .prompt, .message, .scrollbar, .chartPoint, .chartGap,
  ]
}

extension Legend.Line {
  /// The meaning up to its first comma or semicolon.
  fileprivate var brief: String {
    kind == .letters && role == .concerning ? words : String(words.prefix { !",;:".contains($0) })
  }
}
