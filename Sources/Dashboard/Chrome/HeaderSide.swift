import Metrics
import Screen

/// The right side of the header: freshness, problems and the clock.
struct HeaderSide {
  let state: State

  init(_ state: State) { self.state = state }

  /// Freshness, problems and the clock, in as many words as leave room for the whole path, or for all but its middle.
  ///
  /// On a narrow screen, how late the figures are has precedence over the path.
  func text(beside crumbs: Breadcrumbs, columns: Int, middle: StyledText) -> StyledText {
    let taken = middle.width + 4
    let fullest = columns >= 110 ? 0 : columns >= 90 ? 1 : columns >= 60 ? 2 : late != nil ? 3 : columns >= 40 ? 5 : 6
    let sides = (fullest...6).lazy.map { text(brevity: $0, columns: columns) }
    if columns < 60, let side = sides.first(where: { saysEnough($0, columns: columns, middle: middle) }), late != nil {
      return side
    }
    // The marks alone still show that something is wrong or late: the middle of the path is dropped before they are.
    let marked = max(1, 5 - fullest)
    for way in crumbs.ways {
      let room = columns - taken - Breadcrumbs.width(way)
      if let side = sides.prefix(marked).first(where: { $0.width <= room }) { return side }
    }
    let least = columns - taken - state.board.tree.system.shortName.count
    return sides.dropFirst(marked - 1).first { $0.width <= least } ?? text(brevity: 6, columns: columns)
  }

  /// Whether a text leaves room for the path, and says how late the latest figures are.
  func saysEnough(_ text: StyledText, columns: Int, middle: StyledText) -> Bool {
    let room = columns - HeaderSide.leastWay - 2 - (middle.isEmpty ? 0 : middle.width + 1)
    return text.width <= room && (late.map { text.plain.contains($0) } ?? true)
  }

  /// The fewest cells for the name of the system and the page.
  private static let leastWay = 8

  /// How late the latest figures are; `nil` where none are late.
  private var late: String? {
    state.digest.stalest.flatMap { $0.freshness.state > .undated ? $0.freshness.word : nil }
  }

  /// `12 data problems`, or `!12` with the key that opens them.
  private static func problemWords(_ count: Int, isShort: Bool) -> String {
    isShort ? "!\(count)" : counted(count, "data problem")
  }

  /// The place of the data problems in the text; `nil` where it does not mention any.
  static func problemsPlace(in text: String) -> Range<Int>? {
    var start = 0
    for part in text.split(separator: "  ", omittingEmptySubsequences: false) {
      let isProblems = part.hasPrefix("!") || part.hasSuffix(" data problem") || part.hasSuffix(" data problems")
      if isProblems { return start..<start + part.count }
      start += part.count + 2
    }
    return nil
  }

  /// - Parameter brevity: how much has been left out: 1 the late metric, 2 the words for data problems and for the kind
  ///   of target, 3 the date, 4 the words for freshness, 5 its mark, 6 everything but the clock.
  private func text(brevity: Int, columns: Int) -> StyledText {
    var parts: [StyledText] = []
    if let reading = state.reading { parts.append(StyledText(reading.mark, .headerStrong)) }
    if brevity < 2, columns >= 110, state.viewSettings.choice != .standard || columns >= 150 {
      parts.append(StyledText(state.viewSettings.choice.words, .headerBar))
    } else if brevity < 6, state.viewSettings.choice != .standard {
      // Otherwise a figure that misses the standard would seem to meet it.
      parts.append(StyledText(state.viewSettings.choice.rawValue, .headerBar))
    }
    let problems = state.problems.count
    if problems > 0, brevity < 6 {
      let worst = state.problems.contains { $0.severity == .error }
      let words = Self.problemWords(problems, isShort: brevity >= 2)
      parts.append(StyledText(words, worst ? .headerStrong : .headerBar))
    }
    if brevity < 5, let worst = state.digest.stalest {
      let isBehind = worst.freshness.state > .undated
      let name = isBehind && brevity < 1 ? worst.metric.shortTitle + " " : ""
      let words = brevity < 4 ? " \(name)\(worst.freshness.word)" : ""
      parts.append(StyledText(worst.freshness.mark + words, isBehind ? .headerStrong : .headerBar))
    }
    if let asOf = state.asOf {
      // In place of the clock, and at every size: these are not the figures of now.
      parts.append(StyledText(brevity < 3 ? asOf.asOfWords : asOf.asOfBrief, .headerStrong))
    } else {
      parts.append(StyledText(brevity < 3 ? "\(state.now.date) \(state.clock)" : state.clock, .headerStrong))
    }
    return parts.dropFirst().reduce(parts[0]) { $0 + StyledText("  ", .headerBar) + $1 }
  }
}
