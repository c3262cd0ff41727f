import Screen
import Testing

@testable import Dashboard

/// Every key on every page: it does something, or says that it does not.
@Suite struct KeymapTests {
  static let pages =
    ExpectedScreenTests.pages + [
      (name: "systems", keys: ": type:system enter"), (name: "part", keys: "enter enter enter tab enter"),
      (name: "money detail", keys: "5 enter enter enter"), (name: "attention", keys: "6"),
      (name: "levels", keys: "8"), (name: "filter", keys: "enter /"), (name: "command", keys: ":"),
      (name: "wall", keys: "K"), (name: "paused wall", keys: "K space"),
    ]

  /// Every key of the keymap, and some that have no meaning.
  static let keys: [Key] =
    Keymap.bindings.flatMap(\.keys)
    + [
      .character("z"), .character("1"), .character("9"), .character("é"), .delete, .function(5), .control("u"),
      .unknown,
    ]

  static let sizes = ["120x40", "60x11", "40x10", "20x3", "30x1"]

  @Test(arguments: pages.indices, sizes)
  func `a key has an effect that is seen, or says that it has none where it is seen, at every size`(
    page: Int, size: String
  ) throws {
    let (name, keys) = Self.pages[page]
    var start = Session(size: try #require(Size(text: size)))
    try start.play(keys)
    // Where an end is reached, a key that goes there does nothing but say so.
    let isTyping = start.state.prompt != nil
    for key in Self.keys {
      var session = start
      session.press(key)
      let isSaidAgain = !start.state.message.isEmpty && session.state.message == start.state.message
      let isSeen =
        session.effects.count > start.effects.count || isSaidAgain || session.frame != start.frame
      #expect(isSeen || isTyping && isOfCaret(key, session.state), "\(Keymap.name(key)) on \(name) at \(size)")
    }
  }

  /// Whether a key only moves in, rubs out or completes an empty line.
  private func isOfCaret(_ key: Key, _ state: State) -> Bool {
    Keymap.promptBindings.contains { $0.keys.contains(key) } && state.prompt?.text.isEmpty == true
  }

  @Test func `every binding has a line of help`() {
    let lines = HelpPage(Session().state).keyLines
    for binding in Keymap.bindings {
      // Keys that do the same stand in one line, from the first to the last.
      let isListed = lines.contains { line in
        let ends = line.key.split(separator: " ")
        let isOneOfSeveral = ends.count == 3 && ends[1] == "to"
        return line.words == binding.help && (line.key == binding.allKeys || isOneOfSeveral)
      }
      #expect(isListed, "\(binding.allKeys): \(binding.help)")
      #expect(!binding.help.isEmpty)
    }
  }

  @Test func `no two bindings of a page share a key`() {
    for page in HelpPage.letters.map(\.kinds) {
      let keys = Keymap.bindings.filter { Keymap.applies($0, on: page) }.flatMap(\.keys)
      #expect(Set(keys).count == keys.count, "\(page)")
    }
    let typing = Keymap.promptBindings.flatMap(\.keys)
    #expect(Set(typing).count == typing.count)
  }

  @Test func `the function bar is printed from the keymap and holds help and quit on the narrowest screen`() {
    let session = Session(size: Size(columns: 40, rows: 10))
    let bar = session.text.split(separator: "\n").last ?? ""
    #expect(bar.contains("? help") && bar.contains("q quit"))
  }
}
