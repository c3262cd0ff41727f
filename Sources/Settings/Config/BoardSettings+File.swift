import Metrics
import Screen

extension BoardSettings {
  /// The settings in a `config.toml`, and the problems in it; valid settings are kept.
  public static func read(_ bytes: [UInt8], fileName: String) -> (settings: BoardSettings, problems: [Problem]) {
    do {
      var toml = TomlReader(try TomlDocument(bytes: bytes), file: fileName)
      let settings = BoardSettings(&toml)
      return (settings, toml.problems())
    } catch {
      let fault = Fault.notTOML(error.message, instead: "until then no setting in it counts")
      return (BoardSettings(), [fault.problem(at: error.place, in: fileName)])
    }
  }

  private init(_ toml: inout TomlReader) {
    self.init()
    let root = toml.root("the settings")
    folder = toml.text("folder", in: root)?.value
    sources = toml.text("sources", in: root)?.value
    actions = toml.text("actions", in: root)?.value
    history = toml.truth("history", in: root)
    theme = toml.text("theme", in: root)?.value
    ascii = toml.truth("ascii", in: root)
    mouse = toml.truth("mouse", in: root)
    colours = toml.text("colours", in: root).flatMap { word in
      if let depth = ColourDepth(word: word.value) { return depth }
      toml.report(.unknownWord(word.value, for: "colours", known: ColourDepth.words.map(\.word)), at: word.place)
      return nil
    }
    write = toml.word("write", in: root, among: FrameForm.allCases)?.value
    plain = toml.truth("plain", in: root)
    resume = toml.truth("resume", in: root)
    poll = toml.time("poll", in: root, "10s", expected: BoardSettings.pollWords, BoardSettings.poll)
    kiosk = toml.kiosk(in: root)
    every = toml.time("every", in: root, "30s", expected: BoardSettings.stayWords, BoardSettings.stay)
    smallCounts = toml.word("small-counts", in: root, among: SmallCounts.allCases)?.value
    against = toml.word("against", in: root, among: TargetTable.Choice.allCases)?.value
    period = toml.text("period", in: root).flatMap { word in
      if let found = BoardSettings.periods.first(where: { $0.word == word.value }) { return found.grain }
      toml.report(.unknownWord(word.value, for: "period", known: BoardSettings.periods.map(\.word)), at: word.place)
      return nil
    }
    alertCommand = toml.text("alert-command", in: root)?.value
    quietHours = toml.time(
      "quiet-hours", in: root, "20:00-07:00", expected: BoardSettings.hoursWords
    ) { QuietHours($0) }
    holdOff = toml.time("hold-off", in: root, "1h", expected: BoardSettings.stayWords, BoardSettings.stay)
  }
}

extension TomlReader {
  /// A text that represents a time; anything else is reported with an example.
  fileprivate mutating func time<Time>(
    _ key: String, in table: Table, _ example: String, expected: String, _ meaning: (String) -> Time?
  ) -> Time? {
    guard let text = text(key, in: table) else { return nil }
    if let time = meaning(text.value) { return time }
    report(
      .wrongValue(key, found: "the text \"\(text.value)\"", expected: expected, write: "\(key) = \"\(example)\""),
      at: text.place)
    return nil
  }

  /// `true` for every view, or a playlist's file.
  fileprivate mutating func kiosk(in table: Table) -> String? {
    guard let node = node("kiosk", in: table) else { return nil }
    if node.kind == .truth { return node.text == "true" ? BoardSettings.everyView : nil }
    return text("kiosk", in: table)?.value
  }
}
