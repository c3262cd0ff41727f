import Actions
import Metrics
import Screen

/// The most letters that can be typed after `/` and `:`.
extension State.Prompt {
  /// The most letters of a line: a longer text is a paste that was meant for something else.
  fileprivate var mostLetters: Int { if case .form = self { ActionDraft.mostLetters } else { State.mostLetters } }
}

extension State {
  /// The most letters of a line: a longer text is a paste that was meant for something else.
  static let mostLetters = 200
  /// The most lines that are remembered.
  private static let mostLines = 100

  mutating func type(_ letter: Character) {
    // A letter may have any number of accents.
    guard let prompt, prompt.text.count < prompt.mostLetters, letter.unicodeScalars.count <= 8 else {
      if let prompt { message = "a line has \(prompt.mostLetters) letters at most" }
      return
    }
    edit { $0.before.append(letter) }
  }

  /// Types a pasted text, as much of it as the line has room for.
  mutating func paste(_ text: String) {
    guard let prompt else { return }
    let room = prompt.mostLetters - prompt.text.count
    let letters = text.prefix(max(0, room)).filter { $0.unicodeScalars.count <= 8 }
    if text.dropFirst(max(0, room)).first != nil { message = "a line has \(prompt.mostLetters) letters at most" }
    edit { $0.before += letters }
  }

  /// Deletes the letter before the caret; on an empty command line, leaves it.
  mutating func erase() {
    if prompt == .command("") {
      prompt = nil
    } else {
      edit { _ = $0.before.popLast() }
    }
  }

  /// Deletes the letter after the caret.
  mutating func eraseNext() { edit { $0.after = String($0.after.dropFirst()) } }

  /// Deletes the word before the caret, and the spaces after it.
  mutating func eraseWord() {
    edit { parts in
      while parts.before.last == " " { parts.before.removeLast() }
      while let last = parts.before.last, last != " " { parts.before.removeLast() }
    }
  }

  mutating func eraseAll() { edit { $0 = ("", "") } }

  mutating func moveCaret(by step: Int) {
    guard let length = prompt?.text.count else { return }
    lettersAfterCaret = min(max(0, lettersAfterCaret - min(max(step, -length), length)), length)
  }

  /// Changes the text before and after the caret; a filter takes effect while it is typed.
  private mutating func edit(_ change: (inout (before: String, after: String)) -> Void) {
    guard let prompt else { return }
    let text = prompt.text
    var parts = (before: String(text.dropLast(lettersAfterCaret)), after: String(text.suffix(lettersAfterCaret)))
    change(&parts)
    lettersAfterCaret = parts.after.count
    let next = prompt.with(parts.before + parts.after)
    self.prompt = next
    if case .filter(let text) = next { visit.filter = text }
  }

  /// The message about a key that has no meaning on this page.
  func doesNothing(_ key: String) -> String {
    let key = key.isEmpty ? "that key" : key
    if prompt != nil { return "\(key) does nothing while you type" }
    return "\(key) does nothing here; ? shows the keys"
  }

  mutating func complete() {
    if case .form = prompt { return moveField(by: 1) }
    guard case .command(let text) = prompt, let longer = CommandCompletion(text, self).completed else { return }
    prompt = .command(longer)
    lettersAfterCaret = 0
  }

  /// Shows an earlier line; after the latest, the line that was being typed, which starts empty.
  mutating func recall(by step: Int) {
    if case .form = prompt { return moveField(by: step) }
    guard case .command(let text) = prompt, !commandHistory.isEmpty else { return }
    let position = (commandHistory.lastIndex(of: text) ?? commandHistory.count) + step
    let line = commandHistory.indices.contains(position) ? commandHistory[position] : nil
    prompt = .command(line ?? (step < 0 ? text : ""))
    lettersAfterCaret = 0
  }

  mutating func cancel() {
    if case .filter = prompt { visit.filter = "" }
    prompt = nil
  }

  /// Keeps a filter, or carries out a command line.
  mutating func submit() -> [Effect] {
    if case .form(let form) = prompt { return submit(form) }
    defer { prompt = nil }
    guard case .command(let text) = prompt else { return [] }
    let words = text.split(separator: " ").map(String.init)
    guard let first = words.first else { return [] }
    // A repeated line moves to the end, so that it is not listed twice.
    commandHistory.removeAll { $0 == text }
    commandHistory.append(text)
    commandHistory.removeFirst(max(0, commandHistory.count - State.mostLines))
    switch first {
    case "q", "quit": return [.quit]
    // The extension of the name decides the format: board.svg, board.ansi, board.txt.
    case "write": return [.write(words.count > 1 ? words.dropFirst().joined(separator: "-") : "sitrep-\(pageWord)")]
    case "system": return openSystem(words[safe: 1])
    case "kiosk", "wall":
      hang(words[safe: 1])
      return []
    case "theme": return useTheme(words[safe: 1])
    case "as-of": return lookBack(words.dropFirst().joined(separator: " "))
    default: break
    }
    do {
      try ViewLine.open(words, in: &self)
    } catch {
      message = error.message
    }
    return sourceRequest
  }

  /// Opens the figures of another system, or the list of systems.
  private mutating func openSystem(_ word: String?) -> [Effect] {
    guard let word else {
      visit(.systems)
      return []
    }
    let wanted = word.uppercased()
    let known = board.systemsToChoose.first { system in
      system.code.text.uppercased() == wanted || ViewLine.slug(system.shortName) == word.lowercased()
    }
    let own = [.all, board.healthSystem.code].first { $0.text.uppercased() == wanted }
    guard let code = own ?? known?.code else {
      message = "no system has the code \"\(word)\"; :system lists them"
      return []
    }
    return [.system(code)]
  }

  /// The board as it was known on a day, or as it is known now.
  private mutating func lookBack(_ words: String) -> [Effect] {
    if words.isEmpty || words.lowercased() == "now" { return [.asOf(nil)] }
    guard let moment = Moment(asOf: words, before: now) else {
      message = "\"\(words)\" is no day; expected one such as 20 Nov, 20 Nov 09:00 or 2026-11-20, or now"
      return []
    }
    return [.asOf(moment)]
  }

  /// Starts the wall, with the duration of each view where a word states one.
  private mutating func hang(_ word: String?) {
    guard let word else { return toggleKiosk() }
    guard let seconds = Duration(written: word)?.components.seconds, seconds > 0 else {
      message = "\"\(word)\" is not a time; expected one such as 30s (for a playlist start sitrep with --kiosk \(word))"
      return
    }
    secondsOfAView = Int(seconds)
    beginKiosk(every: secondsOfAView, isStanding: kiosk?.isStanding ?? false)
  }

  private mutating func useTheme(_ word: String?) -> [Effect] {
    guard let word, themes.contains(word) else {
      let list = themes.joined(separator: ", ")
      message = word.map { "no theme is called \"\($0)\"; the themes are \(list)" } ?? "themes: \(list)"
      return []
    }
    theme = word
    message = "theme \(word)"
    return [.theme(word)]
  }

  /// A view line that ends at source rows requests them.
  public var sourceRequest: [Effect] {
    guard let (key, period) = content.rowsWanted, sourceRows?.key != key || sourceRows?.period != period else {
      return []
    }
    return rowsAgain
  }

  /// Requests the rows of the source page again, where it is open, because a reload may have changed them.
  var rowsAgain: [Effect] {
    guard let (key, period) = content.rowsWanted else { return [] }
    let returns = board.filedReturns(behind: key, in: period)
    return returns.isEmpty ? [] : [.readRows(key, period, returns)]
  }
}
