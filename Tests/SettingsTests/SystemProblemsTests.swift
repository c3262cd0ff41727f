import Metrics
import Settings
import Testing

/// What `system.toml` says of a file, each problem as it is printed.
func problems(_ text: String) -> [String] {
  SystemSettings.read([UInt8](text.utf8), fileName: "system.toml").problems.map(\.text)
}

@Suite struct `What is wrong in a system file` {
  static let keys: [(toml: String, problem: String)] = [
    (
      "name = \"Somerset\"\nshortname = \"S\"",
      """
      system.toml:2:1: error: "shortname" is not a key of the system; expected "short-name"
        fix: write short-name, or remove the line
      """
    ),
    (
      "[[chart]]\nmetric = \"ae.four-hour\"\ncolour = \"red\"",
      """
      system.toml:3:1: error: "colour" is not a key of [[chart]]
        fix: remove the line; the keys of [[chart]] are metric, organisation, baseline, rebase, reason, screening, count-outside and points
      """
    ),
    (
      "[[target]]\nmetric = \"ae.four-hour\"\nvalue = 95\nform = \"2018-04\"",
      """
      system.toml:4:1: error: "form" is not a key of [[target]]; expected "from"
        fix: write from, or remove the line
      """
    ),
    (
      "code = \"QSL\"\n[organisation]\ncode = \"RBA\"\nrole = \"provider\"",
      """
      system.toml:2:2: warning: [organisation] is a single table; expected [[organisation]]
        fix: write [[organisation]] with two brackets
      """
    ),
    (
      "organisation = \"RBA\"",
      """
      system.toml:1:1: error: "organisation" is the text "RBA"; expected tables
        fix: correct the value, or remove the line
      """
    ),
    (
      "target = [1]",
      """
      system.toml:1:11: error: "target" is 1; expected tables
        fix: correct the value, or remove the line
      """
    ),
  ]

  @Test(arguments: keys) func `an unknown key names the nearest known one`(_ one: (toml: String, problem: String)) {
    #expect(problems(one.toml) == [one.problem])
  }

  static let values: [(toml: String, problem: String)] = [
    (
      "population = \"75,600\"",
      """
      system.toml:1:1: error: "population" is the text "75,600"; expected a whole number, 0 or more
        fix: write population = 75600
      """
    ),
    (
      "practices = 7.5",
      """
      system.toml:1:1: error: "practices" is 7.5; expected a whole number, 0 or more
        fix: correct the value, or remove the line
      """
    ),
    (
      "beds = -1",
      """
      system.toml:1:1: error: "beds" is -1; expected a whole number, 0 or more
        fix: correct the value, or remove the line
      """
    ),
    (
      "code = 905",
      """
      system.toml:1:1: error: "code" is 905; expected a text in quotes
        fix: write code = "905"
      """
    ),
    (
      "name = \"  \"",
      """
      system.toml:1:1: error: "name" is empty; expected a text in quotes
        fix: correct the value, or remove the line
      """
    ),
    (
      "as-at = \"yesterday\"",
      """
      system.toml:1:1: error: "as-at" is the text "yesterday"; expected a moment such as "2016-11-22T09:00"
        fix: correct the value, or remove the line
      """
    ),
    (
      "cost-of-bed-day = {}",
      """
      system.toml:1:1: error: "cost-of-bed-day" is a table; expected a whole number, 0 or more
        fix: correct the value, or remove the line
      """
    ),
    (
      "[[target]]\nmetric = \"ae.four-hour\"\nvalue = \"95\"",
      """
      system.toml:3:1: error: "value" is the text "95"; expected a number
        fix: write value = 95
      """
    ),
    (
      "[[target]]\nmetric = \"ae.four-hour\"\nvalue = 95\nfrom = 2016-04-01",
      """
      system.toml:4:1: error: "from" is the date 2016-04-01; expected a month such as "2016-04"
        fix: write from = "2016-04"
      """
    ),
    (
      "[[target]]\nmetric = \"ae.four-hour\"\nvalue = 95\nto = \"spring\"",
      """
      system.toml:4:1: error: "to" is the text "spring"; expected a month such as "2016-04"
        fix: correct the value, or remove the line
      """
    ),
    (
      "[[target]]\nmetric = \"ae.four-hour\"\nvalue = 95\nkind = \"locale\"",
      """
      system.toml:4:1: error: "kind" is "locale"; expected standard, interim, trajectory or local
        fix: write kind = "local"
      """
    ),
    (
      "[[chart]]\nmetric = \"ae.four-hour\"\nbaseline = 1",
      """
      system.toml:3:1: error: "baseline" is 1; expected a whole number, 12 or more
        fix: correct the value, or remove the line
      """
    ),
    (
      "[[chart]]\nmetric = \"ae.four-hour\"\nrebase = \"2017-04\"",
      """
      system.toml:3:1: error: "rebase" is the text "2017-04"; expected a list of periods such as ["2017-04"]
        fix: write rebase = ["2017-04"]
      """
    ),
    (
      "[[chart]]\nmetric = \"ae.four-hour\"\nrebase = [\n  \"2017-04\",\n  \"later\",\n]",
      """
      system.toml:5:3: error: an item of "rebase" is the text "later"; expected a period such as "2017-04"
        fix: correct the item, or remove it
      """
    ),
  ]

  @Test(arguments: values) func `a value of the wrong type says what it is and what it should be`(
    _ one: (toml: String, problem: String)
  ) {
    #expect(problems(one.toml) == [one.problem])
  }

  static let syntax: [(toml: String, problem: String)] = [
    (
      "name = \"Somerset\ncode = \"QSL\"",
      """
      system.toml:1:17: error: this is not TOML: the text is not closed with a quote
        fix: correct this place; until then the board shows every organisation in the extracts
      """
    ),
    (
      "code = \"QSL\"\ncode = \"QHG\"",
      """
      system.toml:2:8: error: this is not TOML: error while parsing key-value pair: cannot redefine existing string 'code'
        fix: correct this place; until then the board shows every organisation in the extracts
      """
    ),
    (
      "code = \"QSL\"\nas-at = 2016-11-22T:00\n",
      """
      system.toml:2:1: error: this is not TOML: a value is not complete
        fix: correct this place; until then the board shows every organisation in the extracts
      """
    ),
    (
      "name = \"Café\" # é\ncafé = 1",
      """
      system.toml:2:4: error: this is not TOML: a letter beyond A to Z stands outside quotes
        fix: correct this place; until then the board shows every organisation in the extracts
      """
    ),
    (
      "[[[organisation]]]",
      """
      system.toml:1:3: error: this is not TOML: error while parsing key: expected bare key starting character or string \
      delimiter, saw '['
        fix: correct this place; until then the board shows every organisation in the extracts
      """
    ),
    (
      "a" + String(repeating: ".a", count: 100_000) + " = 1",
      """
      system.toml:1:66: error: this is not TOML: the key has too many parts
        fix: correct this place; until then the board shows every organisation in the extracts
      """
    ),
  ]

  @Test(arguments: syntax) func `a file that is not TOML leaves every organisation`(
    _ one: (toml: String, problem: String)
  ) {
    let (system, problems) = SystemSettings.read([UInt8](one.toml.utf8), fileName: "system.toml")
    #expect(problems.map(\.text) == [one.problem])
    #expect(system == .everything)
  }

  @Test(arguments: [
    String(repeating: "[", count: 100_000), "a = " + String(repeating: "[", count: 100_000),
    "a = " + String(repeating: "{b=", count: 100_000), "\u{0}", "a = \"\\", "[", "a = '''", "# \u{1}",
    "a = [1, }", "a = '''b''''é",
  ]) func `hostile bytes are one problem`(_ text: String) {
    #expect(SystemSettings.read([UInt8](text.utf8), fileName: "system.toml").problems.count == 1)
  }

  @Test func `a file in UTF-16 is not TOML`() {
    let bytes: [UInt8] = [0xFF, 0xFE] + "code = \"QSL\"".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(SystemSettings.read(bytes, fileName: "system.toml").system == .everything)
  }
}
