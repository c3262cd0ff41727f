import Metrics

/// How well a text fits what was typed to find it: the better sorts first.
enum FilterMatch: Int, Comparable {
  /// It is what was typed.
  case whole
  /// It begins with it.
  case beginning
  /// One of its words begins with it.
  case word
  /// It holds it somewhere.
  case inside
  /// It holds its letters in their order, with others between them.
  case scattered

  /// How well the best of some texts fits; `nil` where none does.
  init?(_ filter: String, _ texts: [String]) {
    let wanted = filter.lowercased()
    guard let best = texts.compactMap({ FilterMatch(wanted, in: $0.lowercased()) }).min() else { return nil }
    self = best
  }

  private init?(_ wanted: String, in text: String) {
    var rest = wanted[...]
    for letter in text where letter == rest.first { rest = rest.dropFirst() }
    guard rest.isEmpty else { return nil }
    if text == wanted {
      self = .whole
    } else if text.hasPrefix(wanted) {
      self = .beginning
    } else if text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }).contains(where: { $0.hasPrefix(wanted) }) {
      self = .word
    } else {
      self = FilterMatch.holds(text, wanted) ? .inside : .scattered
    }
  }

  private static func holds(_ text: String, _ wanted: String) -> Bool {
    text.indices.contains { text[$0...].hasPrefix(wanted) }
  }

  /// The better fit sorts first.
  static func < (left: FilterMatch, right: FilterMatch) -> Bool { left.rawValue < right.rawValue }
}

/// Whether the letters of a filter stand in a text in their order.
func fuzzyMatches(_ filter: String, _ texts: String...) -> Bool {
  filter.isEmpty || FilterMatch(filter, texts) != nil
}

extension State {
  /// Of the rows that fit the filter the one that fits it best, the first of several; `nil` without a filter.
  func bestMatch(in rows: [RowID]) -> RowID? {
    let filter = visit.filter
    // The list of systems has the best fit on top already.
    guard !filter.isEmpty, page != .systems else { return nil }
    let problems = page == .problems ? ProblemsPage(self).shown : []
    let fits = rows.map { FilterMatch(filter, names(of: $0, among: problems)) }
    guard let best = fits.compactMap({ $0 }).min() else { return nil }
    return fits.firstIndex(of: best).map { rows[$0] }
  }

  /// What a row is found by.
  private func names(of row: RowID, among problems: [Problem]) -> [String] {
    switch row {
    case .organisation(let code): return names(of: code)
    case .exception(let key): return names(of: key.organisation)
    case .metric(let metric):
      let known = board.catalogue[metric]
      return [known?.title ?? "", metric.text, known?.shortTitle ?? ""]
    case .line(let line):
      return problems.indices.contains(line) ? [problems[line].file, problems[line].message] : []
    case .part, .period: return []
    }
  }

  private func names(of code: OrganisationCode) -> [String] {
    let body = board.organisation(code)
    return [body.name, code.text, body.shortName]
  }
}
