import Metrics
import Screen

/// The current page as plain text, panel by panel and row by row: for screen readers, and for terminals without a
/// cursor.
public struct SpokenText {
  private let state: State

  /// The plain text of a state.
  public init(_ state: State) { self.state = state }

  /// Every line, without any control sequence for a terminal.
  public var lines: [String] { ([place] + state.content.spoken).filter { !$0.isEmpty }.map(Glyph.sanitised) }

  /// The board's last message; empty when there is none.
  public var message: String { Glyph.sanitised(state.message) }

  /// `Northmere, A&E four-hour. February 2018. 1 data problem. Current. 20 Mar 2018 09:00.`
  private var place: String {
    let crumbs = Breadcrumbs(state).text.plain.split(separator: "›").map { $0.filter { $0 != "›" } }
    var parts = [crumbs.map { String($0).trimmedOfSpaces }.joined(separator: ", "), Chrome.periodWords(state)]
    let problems = state.problems.count
    if problems > 0 { parts.append(counted(problems, "data problem")) }
    if let worst = state.digest.stalest?.freshness { parts.append("Freshness: " + worst.word) }
    parts.append(state.asOf.map { "These figures are \($0.asOfWords), not those of now" } ?? state.now.title)
    return parts.joined(separator: ". ") + "."
  }
}
