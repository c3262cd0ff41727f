import Metrics
import Screen

/// The keys, from the current keymap, with the pages on which each has a meaning.
struct HelpPage: PageContent {
  let state: State

  init(_ state: State) { self.state = state }

  /// A heading, or a key with its meaning and its pages.
  struct Line {
    let key: String
    let words: String
    /// A letter for each page on which it has a meaning, a blank for each other page; empty for headings.
    let pages: String
    /// The role of the sign; keys have their own.
    var role = Role.strong
    var isHeading: Bool { key.isEmpty }
  }

  /// The letters of the pages, in the order of `Line.pages`.
  static let letters: [(letter: Character, page: String, kinds: PageKinds)] = [
    ("v", OverviewPage.word, OverviewPage.kinds), ("m", MetricPage.word, MetricPage.kinds),
    ("o", OrganisationPage.word, OrganisationPage.kinds), ("d", DetailPage.word, DetailPage.kinds),
    ("r", SourcePage.word, SourcePage.kinds), ("s", SummaryPage.word, SummaryPage.kinds),
    ("p", ProblemsPage.word, ProblemsPage.kinds), ("a", ActionsPage.word, ActionsPage.kinds),
    ("h", HelpPage.word, HelpPage.kinds),
    ("y", SystemsPage.word, SystemsPage.kinds), ("k", "kiosk", .wall),
  ]

  /// The meanings of the letters, and the same in fewer cells; each letter before its word.
  private static let legends = ["  ", " "].map { gap in
    StyledText(letterWords.map { "\($0.letter) \($0.word)" }.joined(separator: gap), .faint)
  }

  /// Each letter with the word for its pages.
  private static let letterWords: [(letter: Character, word: String)] = letters.map { letter, page, _ in
    let words = [SourcePage.word: "rows", SystemsPage.word: "systems", "kiosk": "wall"]
    return (letter, words[page] ?? page)
  }

  /// The meanings of the letters, where the border has room for all of them; otherwise they follow the list.
  private var keyLegend: StyledText? {
    Self.legends.first { $0.width <= state.areas.page.columns - Box.edges }
  }

  /// The lines of the part shown.
  var lines: [Line] { state.visit.pane == Self.pressed ? keyLines : seenLines }

  /// The keys by group; keys with the same meaning share a line.
  var keyLines: [Line] { keyLegend == nil ? Self.everyKeyLine + Self.letterLines : Self.everyKeyLine }

  private static let letterLines =
    [Line(key: "", words: "Letters of the pages", pages: "")]
    + letterWords.map { Line(key: String($0.letter), words: $0.word, pages: "") }

  private static let everyKeyLine: [Line] = {
    var lines: [Line] = []
    for group in Keymap.Group.allCases {
      lines.append(Line(key: "", words: group.rawValue, pages: ""))
      var bindings = (Keymap.bindings + Keymap.promptBindings).filter { $0.group == group }[...]
      while let first = bindings.first {
        let alike = bindings.prefix { $0.help == first.help }
        let key = alike.count > 1 ? "\(first.allKeys) to \(alike[alike.endIndex - 1].allKeys)" : first.allKeys
        lines.append(Line(key: key, words: first.help, pages: group == .typing ? "" : pages(first)))
        bindings = bindings.dropFirst(alike.count)
      }
    }
    lines.append(Line(key: "", words: "Mouse", pages: ""))
    return lines + Keymap.pointer.map { Line(key: $0.gesture, words: $0.help, pages: "") }
  }()

  private static func pages(_ binding: Keymap.Binding) -> String {
    String(letters.map { Keymap.applies(binding, on: $0.kinds) ? $0.letter : " " })
  }

  private var region: Region { state.areas.page.inset(by: 1).inset(rows: 0, columns: 1) }

  /// The lines that the cursor can be on: none where all lines are visible.
  func rows(of pane: Int) -> [RowID] {
    let lines = pane == Self.pressed ? keyLines : seenLines
    let needed = (lines.count + columns(in: region) - 1) / columns(in: region)
    return needed > region.rows ? lines.indices.map { .line($0) } : []
  }

  private func columns(in inner: Region) -> Int { max(1, min(3, inner.columns / 58)) }

  func draw(on frame: inout Frame, in region: Region) {
    let isKeys = state.visit.pane == Self.pressed
    let box = Box(
      title: StyledText(isKeys ? "What you press" : "What you see", .title),
      note: StyledText(isKeys ? "Tab what you see" : "Tab what you press", .faint),
      footer: isKeys ? keyLegend ?? StyledText() : StyledText(), isFocused: true)
    let inner = box.draw(on: &frame, in: region).inset(rows: 0, columns: 1)
    let lines = lines
    let columns = columns(in: inner)
    let perColumn = (lines.count + columns - 1) / columns
    let selected = selectedLine ?? 0
    let needsScroll = perColumn > inner.rows
    let offset = needsScroll ? min(selected, max(0, lines.count - inner.rows * columns)) : 0
    let height = needsScroll ? inner.rows : perColumn
    let places = inner.splitColumns(Array(repeating: .weight(1), count: columns), gap: 2)
    let widest = lines.map(\.key.count).max() ?? 0
    for (position, line) in lines.dropFirst(offset).prefix(height * columns).enumerated() {
      let place = places[position / height].line(position % height)
      if isKeys {
        draw(line, keys: min(18, widest), on: &frame, in: place)
      } else {
        drawSign(line, signs: widest, on: &frame, in: place)
      }
    }
  }

  /// Draws a sign as it looks on the page, and its meaning.
  private func drawSign(_ line: Line, signs widest: Int, on frame: inout Frame, in place: Region) {
    guard !line.isHeading else {
      frame.write(line.words, row: place.row, column: place.column, role: .heading, width: place.columns)
      return
    }
    frame.write(line.key, row: place.row, column: place.column + 1, role: line.role, width: widest)
    frame.write(StyledText(line.words), in: place.inset(left: widest + 3))
  }

  /// Draws the key, the pages on which it has a meaning, and the meaning.
  private func draw(_ line: Line, keys widest: Int, on frame: inout Frame, in place: Region) {
    if line.isHeading {
      frame.write(line.words, row: place.row, column: place.column, role: .heading, width: place.columns)
      return
    }
    let keys = place.columns < 60 ? 13 : widest
    let end = frame.write(line.key, row: place.row, column: place.column + 1, role: .strong, width: keys)
    // Below 50 cells the meaning is worth more than the pages.
    let pages = place.columns < 50 ? 0 : Self.letters.count + 1
    let words = place.inset(left: end + 1 - place.column)
    frame.write(StyledText(line.pages.truncated(to: max(0, pages - 1)), .faint), in: words)
    frame.write(StyledText(line.words), in: words.inset(left: pages))
  }
}

extension String {
  /// At most this many of its characters.
  fileprivate func truncated(to count: Int) -> String { String(prefix(count)) }
}
