import Metrics
import Screen
import Settings
import Testing

/// `config.toml`, the variables `SITREP_…`, and which goes before which.
@Suite struct BoardSettingsTests {
  private func read(_ text: String) -> (settings: BoardSettings, problems: [Problem]) {
    BoardSettings.read([UInt8](text.utf8), fileName: "config.toml")
  }

  @Test func `every setting is read under the name of its option`() {
    let read = read(
      """
      folder = "~/extracts"
      history = true
      theme = "light"
      ascii = true
      mouse = false
      colours = "16"
      write = "svg"
      plain = false
      resume = true
      poll = "2m"
      kiosk = "~/wall.txt"
      every = "45s"
      against = "interim"
      period = "day"
      alert-command = "/usr/local/bin/tell"
      quiet-hours = "20:00-07:00"
      hold-off = "2h"
      """)
    #expect(read.problems == [])
    var expected = BoardSettings()
    (expected.folder, expected.theme, expected.ascii, expected.mouse) = ("~/extracts", "light", true, false)
    (expected.colours, expected.write, expected.plain, expected.resume) = (.indexed16, .svg, false, true)
    (expected.poll, expected.history) = (.seconds(120), true)
    (expected.against, expected.period) = (.interim, .day)
    (expected.kiosk, expected.every, expected.holdOff) = ("~/wall.txt", .seconds(45), .seconds(7200))
    (expected.alertCommand, expected.quietHours) = ("/usr/local/bin/tell", QuietHours("20:00-07:00"))
    #expect(read.settings == expected)
    #expect(self.read("kiosk = true").settings.kiosk == BoardSettings.everyView)
    #expect(self.read("kiosk = false").settings.kiosk == nil)
    #expect(self.read("").settings == BoardSettings())
  }

  static let cases: [(toml: String, problem: String)] = [
    (
      "theme = \"light\"\nasci = true",
      """
      config.toml:2:1: error: "asci" is not a key of the settings; expected "ascii"
        fix: write ascii, or remove the line
      """
    ),
    (
      "breakfast = 1",
      """
      config.toml:1:1: error: "breakfast" is not a key of the settings
        fix: remove the line; the keys of the settings are folder, sources, actions, history, theme, ascii, mouse, colours, write, plain, resume, poll, kiosk, every, small-counts, against, period, alert-command, quiet-hours and hold-off
      """
    ),
    (
      "mouse = \"no\"",
      """
      config.toml:1:1: error: "mouse" is the text "no"; expected true or false
        fix: write mouse = false
      """
    ),
    (
      "colours = \"65536\"",
      """
      config.toml:1:1: error: "colours" is "65536"; expected truecolor, 256, 16, 8 or none
        fix: write one of these words
      """
    ),
    (
      "colours = 256",
      """
      config.toml:1:1: error: "colours" is 256; expected a text in quotes
        fix: write colours = "256"
      """
    ),
    (
      "poll = \"1ms\"",
      """
      config.toml:1:1: error: "poll" is the text "1ms"; expected a time from 1s to 24h, such as 5s or 2m
        fix: write poll = "10s"
      """
    ),
    (
      "quiet-hours = \"20:00-24:00\"",
      """
      config.toml:1:1: error: "quiet-hours" is the text "20:00-24:00"; expected two times of day such as 20:00-07:00
        fix: write quiet-hours = "20:00-07:00"
      """
    ),
    (
      "every = \"0s\"",
      """
      config.toml:1:1: error: "every" is the text "0s"; expected a duration of a second or more such as 30s, 5m or 1h
        fix: write every = "30s"
      """
    ),
    (
      "write = \"ansy\"",
      """
      config.toml:1:1: error: "write" is "ansy"; expected text, ansi or svg
        fix: write write = "ansi"
      """
    ),
    (
      "theme = ",
      """
      config.toml:1:9: error: this is not TOML: error while parsing key-value pair: encountered end-of-file
        fix: correct this place; until then no setting in it counts
      """
    ),
  ]

  @Test(arguments: cases) func `a fault says where it is and how to mend it`(_ one: (toml: String, problem: String)) {
    #expect(read(one.toml).problems.map(\.text) == [one.problem])
  }

  @Test func `what is right counts beside what is wrong`() {
    #expect(read("asci = true\ntheme = \"mono\"").settings.theme == "mono")
  }

  @Test func `the variables are named like the settings, and an empty one counts as not set`() throws {
    let variables = [
      "SITREP_FOLDER": "/srv/extracts", "SITREP_THEME": "rag", "SITREP_ASCII": "TRUE", "SITREP_MOUSE": "false",
      "SITREP_COLOURS": "none", "SITREP_WRITE": "ansi", "SITREP_PLAIN": "", "SITREP_RESUME": "true",
    ]
    let settings = try BoardSettings { variables[$0] }
    var expected = BoardSettings()
    (expected.folder, expected.theme, expected.ascii, expected.mouse) = ("/srv/extracts", "rag", true, false)
    (expected.colours, expected.write, expected.resume) = (.mono, .ansi, true)
    #expect(settings == expected)
  }

  @Test(arguments: [
    ("SITREP_ASCII", "perhaps", "SITREP_ASCII is \"perhaps\"; expected true or false"),
    (
      "SITREP_QUIET_HOURS", "20:00",
      "SITREP_QUIET_HOURS is \"20:00\"; expected two times of day such as 20:00-07:00"
    ),
    (
      "SITREP_HOLD_OFF", "0s",
      "SITREP_HOLD_OFF is \"0s\"; expected a duration of a second or more such as 30s, 5m or 1h"
    ),
    ("SITREP_POLL", "2d", "SITREP_POLL is \"2d\"; expected a time from 1s to 24h, such as 5s or 2m"),
    ("SITREP_WRITE", "png", "SITREP_WRITE is \"png\"; expected text, ansi or svg"),
    ("SITREP_COLOURS", "\u{1B}", "SITREP_COLOURS is \"·\"; expected truecolor, 256, 16, 8 or none"),
  ])
  func `a variable that is wrong says what was expected`(name: String, value: String, message: String) {
    let wrong = #expect(throws: BoardSettings.WrongVariable.self) {
      try BoardSettings { $0 == name ? value : nil }
    }
    #expect(wrong?.message == message)
  }

  @Test func `what is said first counts, setting by setting`() {
    let first = read("theme = \"light\"\nascii = false").settings
    let second = read("theme = \"mono\"\nmouse = false\nascii = true").settings
    let both = first.completed(by: second)
    #expect(both.theme == "light" && both.ascii == false && both.mouse == false)
  }
}

/// `session.toml`: where the last board was left.
@Suite struct LastSessionTests {
  @Test(arguments: [
    LastSession(system: "QZ9", view: ["detail", "RZ1", "ae.four-hour", "2018-02"], theme: "light"),
    LastSession(system: "ALL", view: ["metric", "rtt.incomplete"], theme: "our own", sortColumn: 3, isReversed: true),
    LastSession(system: "A\"\\\n\u{1B}", view: [], theme: "x"),
  ])
  func `what is written is read again`(session: LastSession) {
    #expect(LastSession([UInt8](session.text.utf8)) == session)
    #expect(session.text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 })
  }

  @Test(arguments: ["", "system = ", "system = \"QZ9\"", "view = 3"])
  func `a file that is none is as good as none`(text: String) {
    #expect(LastSession([UInt8](text.utf8)) == nil)
  }
}
