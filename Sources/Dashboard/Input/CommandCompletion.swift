import Metrics

/// The possible continuations of a command line.
struct CommandCompletion {
  /// A word that can replace the last one.
  struct Candidate: Equatable {
    /// The word to type.
    let word: String
    /// An alternative word: an organisation can be typed by its code or by its name.
    var other = ""

    /// The one of the two that begins with the typed text; `nil` where neither does.
    func beginning(with typed: String) -> String? {
      if word.lowercased().hasPrefix(typed) { return word }
      return !other.isEmpty && other.lowercased().hasPrefix(typed) ? other : nil
    }
    /// Its form in the list of candidates.
    var shown: String { other.isEmpty ? word : "\(word) \(other)" }
  }

  private let typed: String
  private let state: State
  /// The words of the line; the last may be incomplete.
  private let words: [String]

  init(_ typed: String, _ state: State) {
    self.typed = typed
    self.state = state
    words = typed.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
  }

  private var last: String { words.last?.lowercased() ?? "" }
  /// The non-empty words before the last one.
  private var earlier: [String] { words.dropLast().filter { !$0.isEmpty } }

  /// The words that can replace the last one.
  private var candidates: [Candidate] { pool.filter { $0.beginning(with: last) != nil } }

  private var pool: [Candidate] {
    guard let first = earlier.first else {
      return (ViewLine.words + ["as-of", "write", "kiosk", "system", "theme", "quit"]).map { Candidate(word: $0) }
    }
    switch first {
    case "theme": return earlier.count > 1 ? [] : state.themes.map { Candidate(word: $0) }
    case "system":
      guard earlier.count == 1 else { return [] }
      return state.board.systemsToChoose.map { Candidate(word: $0.code.text, other: ViewLine.slug($0.shortName)) }
    case "overview", "metric", "organisation", "provider", "detail", "source", "summary": return view(first)
    default: return []
    }
  }

  /// The words that a view still lacks: the organisation, then the metric, the part, the period and the view settings;
  /// of these, the first kind that the typed text begins.
  private func view(_ kind: String) -> [Candidate] {
    let said = earlier.dropFirst()
    let board = state.board
    let hasOrganisation = said.contains { ViewLine.organisation($0, board) != nil }
    let metric = said.lazy.compactMap { ViewLine.metric($0, board) }.first
    let metrics = board.metrics.map { Candidate(word: $0.id.text) }
    let takesMetric = metric == nil && kind != "overview" && kind != "summary"
    let who = hasOrganisation ? [] : organisations
    let what = takesMetric ? metrics : []
    let parts = metric.flatMap { board.catalogue[$0]?.breakdowns.map { Candidate(word: $0.name) } } ?? []
    let rest = parts + (metric.map(periods) ?? []) + ViewLine.outlooks.map { Candidate(word: $0) }
    let stages = kind == "metric" || kind == "overview" ? [what, rest, who] : [who, what, rest]
    return stages.first { $0.contains { $0.beginning(with: last) != nil } } ?? []
  }

  /// Providers and commissioners by code, and all organisations by name.
  private var organisations: [Candidate] {
    state.board.tree.byCode.values.filter { $0.code != .all }.sorted { $0.code.text < $1.code.text }.map {
      let name = ViewLine.slug($0.shortName)
      return Candidate(word: $0.code.text, other: name == $0.code.text.lowercased() ? "" : name)
    }
  }

  /// The latest periods of a metric, the latest first.
  private func periods(_ metric: MetricID) -> [Candidate] {
    var found: [Candidate] = []
    let scope = state.scope
    var next = state.board.latestPeriod(metric, of: scope, grain: state.viewSettings.grain, notAfter: nil)
    while let period = next, found.count < 24 {
      found.append(Candidate(word: period.text))
      next = state.board.latestPeriod(
        metric, of: scope, grain: state.viewSettings.grain, notAfter: period.advanced(by: -1))
    }
    return found
  }

  /// The line with its last word completed as far as it is unambiguous; `nil` where nothing can be completed.
  var completed: String? {
    let begun = candidates.compactMap { $0.beginning(with: last) }
    guard let first = begun.first else { return nil }
    let common = begun.dropFirst().reduce(first) { shared, word in
      String(zip(shared, word).prefix { $0 == $1 }.map(\.0))
    }
    let head = words.dropLast().joined(separator: " ")
    let line = (head.isEmpty ? "" : head + " ") + common
    // A complete word is followed by a space.
    if begun.count == 1, line.count >= typed.count { return line + " " }
    return line.count > typed.count ? line : nil
  }

  /// The possible next words, as many as fit.
  func hint(room: Int) -> String {
    let all = candidates.map(\.shown)
    guard all != [typed] else { return "" }
    var shown = ""
    for word in all {
      let longer = shown.isEmpty ? word : "\(shown)  \(word)"
      let isLast = word == all.last
      guard longer.count + (isLast ? 0 : 2) <= room else { return shown.isEmpty ? "" : shown + " …" }
      shown = longer
    }
    return shown
  }
}
