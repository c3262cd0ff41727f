import Actions
import Metrics

extension AgreedActions {
  /// Open actions about a metric or an organisation that the board does not know, which no page shows beside a figure.
  func problems(on board: Board) -> [Problem] {
    // Until the files have been read there is nothing to look for them in.
    guard !board.contributions.isEmpty else { return [] }
    return inOrder.prefix { $0.isOpen }.compactMap { action in
      if let metric = action.subject.metric, board.catalogue[metric] == nil {
        return Self.problem(
          action, "metric", metric.text, SpellingSuggestion.near(metric.text, among: board.catalogue.all.map(\.id.text))
        )
      }
      if let code = action.subject.organisation, board.tree.byCode[code] == nil {
        return Self.problem(action, "organisation", code.text, nil)
      }
      return nil
    }
  }

  private static func problem(_ action: AgreedAction, _ kind: String, _ id: String, _ near: String?) -> Problem {
    Problem(
      .warning, "action \(action.id) is about the \(kind) \"\(id)\", which the board does not have",
      expected: near.map { "\($0), perhaps" } ?? "\(kind == "metric" ? "a metric" : "an organisation") of the board",
      fix: "close it with: sitrep act --id \(action.id) --status done; then agree it again on the right figure")
  }
}
