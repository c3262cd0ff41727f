import Metrics
import Screen

extension BoardSettings {
  /// A variable whose value is not valid.
  public struct WrongVariable: Error, Hashable {
    /// `SITREP_ASCII is "perhaps"; expected true or false`.
    public let message: String
  }

  /// The settings in the variables `SITREP_…`; an empty variable counts as not set.
  ///
  /// - Parameter environment: returns the value of a variable.
  public init(environment: (String) -> String?) throws(WrongVariable) {
    self.init()
    func text(_ name: String) -> String? { environment("SITREP_" + name).flatMap { $0.isEmpty ? nil : $0 } }
    func word<Word>(_ name: String, _ words: [(String, Word)]) throws(WrongVariable) -> Word? {
      guard let text = text(name) else { return nil }
      if let found = words.first(where: { $0.0 == text.lowercased() }) { return found.1 }
      let known = words.map(\.0)
      throw WrongVariable(
        message: "SITREP_\(name) is \"\(Glyph.sanitised(text))\"; expected "
          + known.dropLast().joined(separator: ", ") + " or " + (known.last ?? ""))
    }
    let truths = [("true", true), ("false", false)]
    folder = text("FOLDER")
    sources = text("SOURCES")
    actions = text("ACTIONS")
    history = try word("HISTORY", truths)
    theme = text("THEME")
    ascii = try word("ASCII", truths)
    mouse = try word("MOUSE", truths)
    colours = try word("COLOURS", ColourDepth.words.map { ($0.word, $0.depth) })
    write = try word("WRITE", FrameForm.allCases.map { ($0.rawValue, $0) })
    plain = try word("PLAIN", truths)
    resume = try word("RESUME", truths)
    smallCounts = try word("SMALL_COUNTS", SmallCounts.allCases.map { ($0.rawValue, $0) })
    against = try word("AGAINST", TargetTable.Choice.allCases.map { ($0.rawValue, $0) })
    period = try word("PERIOD", BoardSettings.periods.map { ($0.word, $0.grain) })
    func time<Time>(_ name: String, expected: String, _ meaning: (String) -> Time?) throws(WrongVariable) -> Time? {
      guard let text = text(name) else { return nil }
      if let time = meaning(text) { return time }
      throw WrongVariable(message: "SITREP_\(name) is \"\(Glyph.sanitised(text))\"; expected \(expected)")
    }
    poll = try time("POLL", expected: BoardSettings.pollWords, BoardSettings.poll)
    every = try time("EVERY", expected: BoardSettings.stayWords, BoardSettings.stay)
    quietHours = try time("QUIET_HOURS", expected: BoardSettings.hoursWords) { QuietHours($0) }
    holdOff = try time("HOLD_OFF", expected: BoardSettings.stayWords, BoardSettings.stay)
    alertCommand = text("ALERT_COMMAND")
    let playlist = text("KIOSK")
    kiosk = playlist == "true" ? BoardSettings.everyView : playlist == "false" ? nil : playlist
  }
}
