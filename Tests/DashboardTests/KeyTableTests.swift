import Foundation
import Screen
import Testing

@testable import Dashboard

/// Every key on every page, from the keymap, held against the help page and against what pressing it does.
@Suite struct KeyTableTests {
  /// A way to every page the help page has a letter for.
  static let ways: [(page: String, keys: String)] = [
    ("overview", ""), ("metric", "enter"), ("organisation", "enter enter"), ("detail", "enter enter enter"),
    ("source", "2 enter enter enter enter"), ("summary", "S"), ("problems", "!"), ("actions", "L"),
    ("help", "?"),
    ("system", ": type:system enter"), ("kiosk", "K space"),
  ]

  private static let keys: [Key] = Keymap.bindings.flatMap(\.keys)

  /// Whether a key has a meaning on the page shown, as the keymap says when it is pressed.
  private func means(_ key: Key, _ session: Session) -> Bool {
    if case .nothing = Keymap.action(for: key, in: session.state) { false } else { true }
  }

  @Test func `the help page says of every key on which pages it has a meaning, and is right`() throws {
    #expect(Self.ways.map(\.page) == HelpPage.letters.map(\.page))
    let lines = HelpPage(Session().state).keyLines
    for (column, way) in Self.ways.enumerated() {
      var session = Session()
      try session.play(way.keys)
      #expect(session.state.pageWord == way.page)
      for binding in Keymap.bindings {
        let pages = String(HelpPage.letters.map { Keymap.applies(binding, on: $0.kinds) ? $0.letter : " " })
        let line = try #require(lines.first { $0.words == binding.help && $0.pages == pages && covers($0, binding) })
        let letter = Array(line.pages)[column]
        let said = letter == HelpPage.letters[column].letter
        #expect(said || letter == " ")
        for key in binding.keys where said || !isBoundOtherwise(key, binding, HelpPage.letters[column].kinds) {
          #expect(means(key, session) == said, "\(Keymap.name(key)) on \(way.page)")
        }
      }
    }
  }

  private func covers(_ line: HelpPage.Line, _ binding: Keymap.Binding) -> Bool {
    // Keys that do the same stand in one line, from the first to the last.
    line.key == binding.allKeys || line.key.contains(" to ")
  }

  /// Whether another binding has the key on that page.
  private func isBoundOtherwise(_ key: Key, _ binding: Keymap.Binding, _ page: PageKinds) -> Bool {
    Keymap.bindings.contains {
      ($0.action != binding.action || $0.help != binding.help || $0.pages != binding.pages) && $0.keys.contains(key)
        && Keymap.applies($0, on: page)
    }
  }

  @Test func `the table of every key on every page is the one that was recorded`() throws {
    var sessions: [Session] = []
    for way in Self.ways {
      var session = Session()
      try session.play(way.keys)
      sessions.append(session)
    }
    var table = "key".padded(12) + Self.ways.map { $0.page.padded(13) }.joined() + "\n"
    var seen: Set<Key> = []
    for key in Self.keys where seen.insert(key).inserted {
      table += Keymap.name(key).padded(12)
      for session in sessions {
        let action = Keymap.action(for: key, in: session.state)
        let word =
          switch action {
          case .nothing: "·"
          case .page(let page): page.content(session.state).word
          default: String("\(action)".prefix { $0 != "(" })
          }
        table += word.padded(13)
      }
      table += "\n"
    }
    let lines = table.split(separator: "\n").map { line in
      String(line.reversed().drop { $0 == " " }.reversed())
    }
    try compareScreen(lines.joined(separator: "\n"), with: "keys")
  }

  @Test(arguments: ["238x67", "120x40", "80x24", "60x15", "40x10"])
  func `each letter of a page stands before its word, on the border or at the end of the keys`(size: String) throws {
    var session = Session(size: try #require(Size(text: size)))
    try session.play("? tab")
    let lines = HelpPage(session.state).keyLines
    for (letter, page, _) in HelpPage.letters {
      let word = ["source": "rows", "system": "systems", "kiosk": "wall"][page] ?? page
      let isListed = lines.contains { $0.key == String(letter) && $0.words == word }
      #expect(session.text.contains("\(letter) \(word)") || isListed, "\(letter)")
    }
    try session.play("end")
    #expect(!session.text.contains("help…"))
  }

  @Test func `a letter stands for one page`() {
    #expect(Set(HelpPage.letters.map(\.letter)).count == HelpPage.letters.count)
  }
}

extension String {
  fileprivate func padded(_ width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }
}
