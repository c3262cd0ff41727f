import Metrics
import Screen

/// The overview as plain text, panel by panel.
extension OverviewPage {
  var spoken: [String] {
    panels.enumerated().flatMap { position, panel -> [String] in
      let number = "\(position + 1). "
      switch panel {
      case .attention:
        return ["\(number)Needs attention, worst first: \(state.digest.exceptions.count)."]
          + state.digest.exceptions.map(exception)
      case .levels:
        return ["\(number)The levels of the system."]
          + Levels(state.board, below: state.scope).rows.map {
            "\($0.organisation.code.text): \($0.organisation.name)."
          }
      case .metric(let metric): return state.digest[metric].map { spoken($0, number) } ?? []
      }
    }
  }

  private func spoken(_ digest: MetricDigest, _ number: String) -> [String] {
    let headline = MetricHeadline(state, digest)
    var lines: [String]
    if headline.figure == nil, headline.worst != nil {
      lines = ["\(number)\(digest.metric.title): no figure for all of them together."]
    } else {
      let control = FigureSentence.control(digest.charted)
      let title = "\(number)\(digest.metric.title)"
      lines = [said.sentence(title, digest.figure, digest.period, control, FigureSentence.freshness(digest.freshness))]
    }
    lines += digest.rankedFigures.map { "\($0.organisation.name): \(said.words($0.figure))." }
    if digest.rankedFigures.isEmpty, let money = digest.money {
      lines += money.planLines.map(said.plan)
    }
    return lines
  }

  private func exception(_ item: Metrics.Exception) -> String {
    let part = item.figure.key.part.map { ", " + state.board.itemName($0, of: item.figure.metric) } ?? ""
    let title = state.board.catalogue[item.figure.metric]?.title ?? item.figure.metric.text
    if !item.absence.isEmpty {
      return "\(item.organisation.name), \(title): \(item.absence)." + (item.isNew ? " New." : "")
    }
    let status = [
      item.isConcerning ? "concerning" : "", item.isFailing ? "will miss target" : "", item.isNew ? "new" : "",
    ].filter { !$0.isEmpty }.joined(separator: ", ")
    return said.sentence("\(item.organisation.name), \(title)\(part)", item.figure, item.figure.period, status)
  }
}
