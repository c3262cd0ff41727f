import Dashboard
import Metrics

extension BoardReport {
  /// What the page is called.
  var title: String {
    let metric = scope.metric.flatMap { board.catalogue[$0]?.title }
    return "\(organisation.name): " + (metric.map { "\($0), " } ?? "")
      + "performance report, \(Period.title(of: today))"
  }

  /// Whose figures, when, over which period and against what.
  var heading: HTML {
    let metric = scope.metric.flatMap { board.catalogue[$0]?.title }
    return .element(
      "header", [:],
      [
        .element("p", ["class": "kind"], "Performance report" + (metric.map { ": \($0)" } ?? "")),
        .element("h1", [:], organisation.name), .element("dl", [:], facts.map(fact)),
      ] + smallCountNotice)
  }

  private func fact(_ fact: (name: String, words: String)) -> HTML {
    .element("div", [:], [.element("dt", [:], fact.name), .element("dd", [:], fact.words)])
  }

  /// When, over which period, against what, and how whole it is.
  private var facts: [(name: String, words: String)] {
    let errors = problemList.count { $0.severity == .error }
    let warnings = problemList.count - errors
    return [
      ("Made", "\(Period.title(of: provenance.made.day)) \(provenance.made.clock)"),
      ("Period", periodWords),
      ("Held against", String(state.viewSettings.choice.words.dropFirst("against ".count))),
      ("Files read", counted(provenance.files.count, "file")),
      ("Data problems", problemList.isEmpty ? "none" : "\(counted(errors, "error")), \(counted(warnings, "warning"))"),
    ]
  }

  /// The period that was asked for, else the latest of the measures.
  private var periodWords: String {
    if let period = state.viewSettings.period { return period.title }
    let latest = panels.compactMap(\.period).filter { $0 != .undated }
    guard let most = latest.filter({ $0.grain == state.viewSettings.grain }).max() ?? latest.max() else {
      return "no figures"
    }
    if scope.metric != nil, !scope.isDetailed { return most.title }
    return scope.isDetailed ? "every period to \(most.title)" : "to \(most.title), the latest of each measure"
  }

  /// The way to each part.
  func navigation(_ sections: [Section]) -> HTML {
    .element(
      "nav", ["aria-label": "Contents"],
      [
        .element(
          "ul", [:],
          sections.map { .element("li", [:], [.element("a", ["href": "#\($0.id)"], $0.title)]) })
      ])
  }

  /// What made it.
  var footer: HTML {
    .element(
      "footer", [:],
      [
        .element(
          "p", [:],
          "Made by \(provenance.program) from the files listed above. Its figures are those of sitrep print at the same time."
        )
      ])
  }
}
