import Screen
import Testing

struct KeyScriptTests {
  @Test(arguments: [
    ("down", KeyScript.Step.key(.down)), ("enter", .key(.enter)), ("pageup", .key(.pageUp)),
    ("backtab", .key(.backtab)), ("space", .key(.character(" "))), ("f1", .key(.function(1))),
    ("f12", .key(.function(12))), ("ctrl-x", .key(.control("x"))), ("q", .key(.character("q"))),
    ("G", .key(.character("G"))), ("?", .key(.character("?"))), ("type:milton", .type("milton")),
    ("type:a:b", .type("a:b")), ("wait:30s", .wait(.seconds(30))), ("wait:5m", .wait(.seconds(300))),
    ("wait:250ms", .wait(.milliseconds(250))), ("wait:12h", .wait(.seconds(43200))),
    ("resize:80x24", .resize(Size(columns: 80, rows: 24))), ("é", .key(.character("é"))),
  ])
  func `each word is one step`(word: String, expected: KeyScript.Step) throws {
    #expect(try KeyScript(word).steps == [expected])
  }

  @Test func `words are separated by spaces, however many`() throws {
    #expect(try KeyScript("  down   enter ").steps == [.key(.down), .key(.enter)])
    #expect(try KeyScript("").steps == [])
  }

  @Test(arguments: [
    "dwon", "Down", "f0", "f13", "ctrl-", "ctrl-xy", "ctrl-1", "wait:", "wait:30", "wait:s", "wait:3d", "wait:-1s",
    "resize:80", "resize:0x0", "wait:99999999999999999999s", "\u{7}",
  ])
  func `an unknown word is an error that names it`(word: String) {
    #expect(throws: KeyScript.UnknownKey(word: word)) { try KeyScript("down \(word)") }
  }
}
