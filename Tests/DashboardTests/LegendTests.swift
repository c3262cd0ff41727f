import Screen
import Testing

@testable import Dashboard

/// No sign without its meaning, and none with two.
@Suite struct LegendTests {
  static let pages = ExpectedScreenTests.pages.map(\.keys) + [": type:attention enter", ": type:system enter"]
  static let sizes = ["238x67", "200x60", "120x40", "80x24", "60x15", "40x10", "20x3"]

  /// What every reader knows: punctuation, money and percentages, and the names of keys.
  private static let ordinary: Set<Character> = [
    ".", ",", ":", ";", "(", ")", "/", "&", "'", "’", "\"", "-", "+", "%", "£", "[", "]", "!", "?", "<", ">", "·", "_",
    "#",
    "@", "{", "}", "←", "→",
  ]

  @Test(arguments: pages, sizes)
  func `every sign, state letter and colour that a page draws has a line in its legend`(keys: String, size: String)
    throws
  {
    var session = Session(size: try #require(Size(text: size)))
    try session.play(keys)
    let isHelp = session.state.page == .help
    let frame = session.frame
    let legend = Legend(frame)
    let signs = Set(legend.lines.flatMap { Array($0.sign) })
    let roles = Set(legend.lines.map(\.role)).union(legend.lines.compactMap { $0.kind == .colours ? $0.role : nil })
    for row in 0..<frame.size.rows {
      for cell in frame.row(row) where cell.symbol != .blank && !cell.isContinuation {
        let sign = cell.character
        let isKey = isHelp || cell.role == .functionKey || cell.role == .functionLabel
        if !sign.isLetter, !sign.isNumber, !Self.ordinary.contains(sign), !Legend.isStroke(sign),
          !"▁▂▃▅▆▇▰▱".contains(sign), !isKey
        {
          #expect(signs.contains(sign), "\(sign) in \(cell.role)")
        }
        #expect(Legend.plain.contains(cell.role) || roles.contains(cell.role), "\(cell.role) of \(sign)")
      }
    }
    guard !isHelp else { return }
    for row in 0..<frame.size.rows {
      for word in frame.row(row).split(whereSeparator: { !$0.character.isLetter }) where word.count <= 2 {
        guard word.allSatisfy({ Legend.stateRoles.contains($0.role) && "LHFATR".contains($0.character) }) else {
          continue
        }
        for cell in word { #expect(signs.contains(cell.character), "\(cell.character)") }
      }
    }
  }

  @Test(arguments: pages, sizes)
  func `looking at the numbers in cells finds what looking at every character finds`(keys: String, size: String) throws
  {
    var session = Session(size: try #require(Size(text: size)))
    try session.play(keys)
    #expect(Legend(session.frame).lines == Self.linesByCharacters(session.frame))
  }

  @Test(arguments: ["▼LH", "L", "LH F", "L1", "漢pp", "漢 pp", "6 pp", "é=", "x=", "hit or", "hit or miss", "─L─", "½"])
  func `a word is found where it stands whole, and a letter where it stands alone`(text: String) {
    for role in [Role.concerning, .text, .targetLine, .frame] {
      var frame = Frame(size: Size(columns: 12, rows: 2))
      frame.write(text, row: 0, column: 0, role: role)
      frame.write(text, row: 1, column: 12 - text.count, role: role)
      #expect(Legend(frame).lines == Self.linesByCharacters(frame), "\(text) in \(role)")
    }
  }

  /// What a legend says by its rules: each cell, word and role looked up as a character.
  private static func linesByCharacters(_ frame: Frame) -> [Legend.Line] {
    var found: Set<Legend.Line> = []
    let text = frame.text
    for line in Legend.all where line.kind == .words && text.contains(line.sign) { found.insert(line) }
    for row in 0..<frame.size.rows {
      let cells = Array(frame.row(row))
      var column = 0
      while column < cells.count {
        let word = cells[column...].prefix { $0.character.isLetter || $0.character.isNumber }
        let isState = word.allSatisfy { cell in
          Legend.stateRoles.contains(cell.role)
            && Legend.all.contains { $0.kind == .letters && $0.sign == String(cell.character) }
        }
        for line in Legend.all where stands(line, in: cells[column]) { found.insert(line) }
        for line in Legend.all where line.kind == .letters && isState && word.count <= 2 {
          if word.contains(where: { String($0.character) == line.sign }) { found.insert(line) }
        }
        column += max(1, word.count)
      }
    }
    return Legend.all.filter(found.contains)
  }

  private static func stands(_ line: Legend.Line, in cell: Cell) -> Bool {
    guard cell.symbol != .blank else { return false }
    switch line.kind {
    case .signs:
      return line.sign == String(cell.character) && (!Legend.layout.contains(cell.role) || line.role == cell.role)
    case .letters, .words: return false
    case .colours:
      let isOfLines = line.sign.contains { Legend.isStroke($0) }
      return line.role == cell.role && (!isOfLines || line.role == .targetLine || Legend.isStroke(cell.character))
    }
  }

  @Test(arguments: ["", "enter", "enter enter", "5", "6", "8", "!"])
  func `what the help keeps of the page below it is what that page shows, whatever happens meanwhile`(keys: String)
    throws
  {
    var session = Session(size: Size(columns: 120, rows: 40))
    try session.play(keys + " ?")
    for action in [
      Action.down, .resize(Size(columns: 60, rows: 11)), .nextPane, .resize(Size(columns: 200, rows: 60)), .nextPane,
      .show(Testshire.board), .tick(session.state.now.advanced(bySeconds: 86_400 * 40), passed: 1), .later, .nextTarget,
    ] {
      session.obey(action)
      let help = HelpPage(session.state)
      #expect(help.legend.lines == help.drawnLegend.lines, "\(action)")
      #expect(session.state.visit.pane == HelpPage.pressed || session.state.prepared(for: .help)?.legend != nil)
    }
  }

  /// What each sign may look like: in another role it would mean something else.
  private static let looks: [Character: Set<Role>] = [
    "▲": variances, "▼": variances, "=": variances, "•": [.newMark], "▸": [.selectionMark],
    "–": [.missing, .faint, .text, .strong, .suppressed, .figure, .targetMissed],
    "*": [.suppressed, .missing, .strong, .text], "●": freshness, "◐": freshness, "◆": freshness, "×": freshness,
    "■": freshness, "◇": [.strong, .text, .chartPoint, .faint], "○": [.chartGap],
    "▪": [.chartPoint, .chartLine, .commonCause], "┆": [.faint, .text], "›": [.headerBar, .headerStrong, .faint],
    "┃": [.scrollbar, .frame],
  ]
  private static let variances: Set<Role> = [
    .targetMet, .targetMissed, .targetInReach, .text, .strong, .faint, .concerning, .improving, .missing, .figure,
    .message,
  ]
  private static let freshness: Set<Role> = [
    .current, .due, .late, .faint, .headerBar, .headerStrong, .strong, .problemWarning,
  ]

  /// Every page, and every kind of view on a wall.
  private static let ways = pages + ["K space", "K space right", "K space right right right right right right", "L"]

  @Test(arguments: ways, ["200x60", "120x40", "80x24"])
  func `no sign has two meanings, wherever it stands`(keys: String, size: String) throws {
    for board in [Testshire.board, Planshire.board] {
      var session = Session(board, size: try #require(Size(text: size)))
      try session.play(keys)
      guard session.state.page != .help else { continue }
      for row in 0..<session.frame.size.rows {
        for cell in session.frame.row(row) {
          guard let looks = Self.looks[cell.character] else { continue }
          #expect(looks.contains(cell.role), "\(cell.character) in \(cell.role)")
        }
      }
    }
  }

  @Test func `no sign has two lines in the legend, and no two signs have the same words`() {
    let signs = Legend.all.filter { $0.kind == .signs || $0.kind == .letters }
    #expect(Set(signs.map(\.sign)).count == signs.count)
    #expect(Set(signs.map(\.words)).count == signs.count)
    // Nor are any two the same where there is nothing but ASCII; lines are told apart by where they are.
    let plain = signs.filter { $0.kind == .signs && !$0.sign.contains { Legend.isStroke($0) && $0 != "■" } }
    let shown = plain.map { String($0.sign.map(\.ascii)) }
    #expect(Set(shown).count == shown.count, "\(shown)")
  }

  @Test func `no meaning is too long for a column of help at 120x40`() {
    for line in Legend.all { #expect(line.words.count <= 36, "\(line.words)") }
  }

  @Test func `each colour either has a meaning or belongs to the page's layout`() {
    let meant = Set(Legend.all.filter { $0.kind == .colours }.map(\.role))
    for role in Role.allCases { #expect(meant.contains(role) != Legend.plain.contains(role), "\(role)") }
  }

  @Test(arguments: sizes) func `one key away stands what the page shows, and one more the keys`(size: String) throws {
    var session = Session(size: try #require(Size(text: size)))
    try session.play("?")
    let rows = session.state.content.spoken.joined(separator: "\n")
    #expect(rows.contains("▼: below the target") && rows.contains("concerning: a change for the worse"))
    #expect(rows.contains("q or Ctrl-C: leave the board") || rows.contains("leave the board"))
    if session.state.size.rows >= 15 { #expect(session.text.contains("below the target")) }
    try session.play("tab")
    if session.state.size.rows >= 10 { #expect(!session.text.contains("below the target")) }
    try session.play("escape")
    #expect(session.state.page == .overview)
  }

  @Test func `where there is room the page itself says what its signs mean`() throws {
    let session = Session(size: Size(columns: 200, rows: 60))
    #expect(session.text.contains("▼ below the target   "))
  }
}
