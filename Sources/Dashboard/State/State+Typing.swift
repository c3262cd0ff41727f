import Metrics

/// What is typed after `/` and `:`.
extension State {
  mutating func type(_ letter: Character) {
    switch prompt {
    case .filter(let text): setPrompt(.filter(text + String(letter)))
    case .command(let text): setPrompt(.command(text + String(letter)))
    case nil: break
    }
  }

  mutating func erase(all: Bool) {
    switch prompt {
    case .filter(let text): setPrompt(.filter(all ? "" : String(text.dropLast())))
    case .command(let text):
      if text.isEmpty { prompt = nil } else { setPrompt(.command(all ? "" : String(text.dropLast()))) }
    case nil: break
    }
  }

  /// A filter works while it is typed.
  private mutating func setPrompt(_ next: Prompt) {
    prompt = next
    if case .filter(let text) = next { visit.filter = text }
  }

  mutating func complete() {
    guard case .command(let text) = prompt, let longer = CommandCompletion(text, self).completed else { return }
    prompt = .command(longer)
  }

  /// A line typed before, or after the last of them what was being typed: nothing yet.
  mutating func recall(by step: Int) {
    guard case .command(let text) = prompt, !commandHistory.isEmpty else { return }
    let position = (commandHistory.lastIndex(of: text) ?? commandHistory.count) + step
    let line = commandHistory.indices.contains(position) ? commandHistory[position] : nil
    prompt = .command(line ?? (step < 0 ? text : ""))
  }

  mutating func cancel() {
    if case .filter = prompt { visit.filter = "" }
    prompt = nil
  }

  /// Keeps a filter, or goes where a command line says.
  mutating func submit() -> [Effect] {
    defer { prompt = nil }
    guard case .command(let text) = prompt else { return [] }
    let words = text.split(separator: " ").map(String.init)
    guard let first = words.first else { return [] }
    // A line done again moves to the end: it is not there twice.
    commandHistory.removeAll { $0 == text }
    commandHistory.append(text)
    switch first {
    case "q", "quit": return [.quit]
    // The ending of the name says what the file holds: board.svg, board.ansi, board.txt.
    case "write": return [.write(words.count > 1 ? words.dropFirst().joined(separator: "-") : "sitrep-\(pageWord)")]
    case "system":
      if words.count > 1 { return [.system(OrganisationCode(words[1].uppercased()))] }
      visit(.systems)
      return []
    case "kiosk", "wall":
      turnKiosk()
      return []
    case "theme":
      guard words.count > 1, themes.contains(words[1]) else {
        message = "themes: \(themes.joined(separator: ", "))"
        return []
      }
      theme = words[1]
      return [.theme(theme)]
    default: break
    }
    do {
      try ViewLine.open(words, in: &self)
    } catch {
      message = error.message
    }
    return sourceRequest
  }

  /// A view line that ends at source rows asks for them.
  public var sourceRequest: [Effect] {
    guard case .source(let key, let period) = page, sourceRows?.key != key || sourceRows?.period != period else {
      return []
    }
    return rowsAgain
  }

  /// The rows of the source page, where it is open: after a reload they may be others.
  var rowsAgain: [Effect] {
    guard case .source(let key, let period) = page,
      case .published(let contribution, _)? = board.figure(key, in: period)?.origin
    else { return [] }
    return [.readRows(key, period, contribution: Int(contribution))]
  }
}

/// How a command line may go on.
struct CommandCompletion {
  let typed: String
  let state: State

  init(_ typed: String, _ state: State) {
    self.typed = typed
    self.state = state
  }

  /// The words that could stand where the last one is.
  private var candidates: [String] {
    let words = typed.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    let last = words.last?.lowercased() ?? ""
    let pool: [String]
    if words.count <= 1 {
      pool = ViewLine.words + ["kiosk", "system", "theme", "write", "quit"]
    } else if words.first == "theme" {
      pool = state.themes
    } else if words.first == "system" {
      pool = state.board.systemsToChoose.map(\.code.text)
    } else {
      let codes = state.board.tree.byCode.keys.map(\.text).sorted()
      let breakdowns = words.dropLast().lazy.compactMap { ViewLine.metric($0, state.board) }.first
        .flatMap { state.board.catalogue[$0]?.breakdowns.map(\.name) }
      pool = (breakdowns ?? state.board.metrics.map(\.id.text)) + codes + ViewLine.outlooks
    }
    return pool.filter { $0.lowercased().hasPrefix(last) }
  }

  /// The line with its last word completed as far as it is certain; `nil` where nothing is.
  var completed: String? {
    guard let first = candidates.first else { return nil }
    let common = candidates.dropFirst().reduce(first) { shared, word in
      String(zip(shared, word).prefix { $0 == $1 }.map(\.0))
    }
    let head = typed.split(separator: " ", omittingEmptySubsequences: false).dropLast().joined(separator: " ")
    let line = (head.isEmpty ? "" : head + " ") + common
    return line.count > typed.count ? line + (candidates.count == 1 ? " " : "") : nil
  }

  /// What could be typed next, in a few words.
  var hint: String? {
    let words = candidates
    guard !words.isEmpty, words.first != typed else { return nil }
    return words.prefix(12).joined(separator: "  ")
  }
}
