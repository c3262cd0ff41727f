import Metrics
import Screen
import Settings
import Testing

@Suite struct `A theme file` {
  private func read(_ text: String) -> (theme: Theme?, problems: [Problem]) {
    ThemeSettings.read([UInt8](text.utf8), fileName: "Themes/ours.toml")
  }

  @Test func `says how roles and the selection look, and leaves the others as the standard theme has them`() {
    let read = read(
      """
      [roles]
      concerning = { foreground = "#ff8a3c", background = "default", attributes = ["bold", "underline"] }
      frame-focused = { foreground = "bright-blue" }
      [roles.faint]
      attributes = []
      [selection]
      attributes = ["reverse"]
      """)
    #expect(read.problems == [])
    let theme = read.theme
    #expect(theme?.name == "ours")
    #expect(
      theme?.style(for: .concerning)
        == Style(foreground: Colour(0xff8a3c), background: .terminal, attributes: [.bold, .underline]))
    #expect(theme?.style(for: .frameFocused) == Style(foreground: Colour(0x5c5cff)))
    #expect(theme?.style(for: .faint) == Style())
    #expect(theme?.selection == Style(attributes: .reverse))
    #expect(theme?.style(for: .improving) == Theme.standard.style(for: .improving))
  }

  @Test func `that is empty is the standard theme under its own name`() {
    let theme = read("").theme
    #expect(theme?.selection == Theme.standard.selection)
    #expect(theme?.style(for: .text) == Theme.standard.style(for: .text))
  }

  @Test(arguments: Array(zip(0..., ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"])))
  func `names colours as terminals number them`(_ number: Int, _ name: String) {
    let plain = read("[roles]\ntext = { foreground = \"\(name)\" }").theme?.style(for: .text).foreground
    let bright = read("[roles]\ntext = { foreground = \"bright-\(name)\" }").theme?.style(for: .text).foreground
    #expect(plain?.nearest16 == UInt8(number))
    #expect(bright?.nearest16 == UInt8(number + 8))
  }

  static let cases: [(toml: String, problem: String)] = [
    (
      "[roles]\nconcern = { foreground = \"red\" }",
      """
      Themes/ours.toml:2:1: error: "concern" is not a role of the board; expected "concerning"
        fix: write concerning, or remove the line
      """
    ),
    (
      "[roles]\nbreakfast = {}",
      """
      Themes/ours.toml:2:1: error: "breakfast" is not a role of the board
        fix: remove the line; the built-in themes name every role
      """
    ),
    (
      "[roles]\nconcerning = \"red\"",
      """
      Themes/ours.toml:2:1: error: "concerning" is the text "red"; expected a table
        fix: correct the value, or remove the line
      """
    ),
    (
      "[roles]\nconcerning = { foregruond = \"red\" }",
      """
      Themes/ours.toml:2:16: error: "foregruond" is not a key of a role; expected "foreground"
        fix: write foreground, or remove the line
      """
    ),
    (
      "[roles]\nconcerning = { foreground = \"rde\" }",
      """
      Themes/ours.toml:2:16: error: "foreground" is "rde"; expected "#rrggbb", "default" or a name such as "bright-blue"
        fix: write foreground = "red"
      """
    ),
    (
      "[selection]\nbackground = \"#12345\"",
      """
      Themes/ours.toml:2:1: error: "background" is "#12345"; expected "#rrggbb", "default" or a name such as "bright-blue"
        fix: write background = "#41a9f0"
      """
    ),
    (
      "[selection]\nattributes = [\"bold\", \"underlined\"]",
      """
      Themes/ours.toml:2:23: error: "attributes" contains "underlined"; expected bold, dim, underline, reverse or italic
        fix: write "underline"
      """
    ),
    (
      "[selection]\nattributes = [\"blink\"]",
      """
      Themes/ours.toml:2:15: error: "attributes" contains "blink"; expected bold, dim, underline, reverse or italic
        fix: write one of these words
      """
    ),
    (
      "[selection]\nattributes = \"bold\"",
      """
      Themes/ours.toml:2:1: error: "attributes" is the text "bold"; expected a list such as ["bold"]
        fix: write attributes = ["bold"]
      """
    ),
    (
      "[rolls]",
      """
      Themes/ours.toml:1:2: error: "rolls" is not a key of a theme; expected "roles"
        fix: write roles, or remove the line
      """
    ),
    (
      "[roles",
      """
      Themes/ours.toml:1:7: error: this is not TOML: error while parsing table header: encountered end-of-file
        fix: correct this place; until then the theme stays as it was
      """
    ),
  ]

  @Test(arguments: cases) func `with a fault says where and how to mend it`(_ one: (toml: String, problem: String)) {
    #expect(read(one.toml).problems.map(\.text) == [one.problem])
  }

  @Test func `that is not TOML is no theme`() { #expect(read("[roles").theme == nil) }

  @Test func `with a wrong colour leaves that role as the standard theme has it`() {
    let theme = read("[roles]\nconcerning = { foreground = \"rde\", attributes = [\"bold\"] }").theme
    #expect(theme?.style(for: .concerning) == Theme.standard.style(for: .concerning))
  }
}
