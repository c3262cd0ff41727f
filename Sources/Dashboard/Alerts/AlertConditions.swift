import Actions
import Metrics

/// The conditions on a board that deserve an alert, for the system and every organisation in it.
struct AlertConditions {
  let all: [Alert]

  /// The conditions of a board with these view settings.
  init(_ board: Board, _ digest: Digest) {
    all =
      digest.panels.flatMap { AlertConditions.ofPanel($0, board, digest) }
      + digest.exceptions.filter { $0.figure.key.part == nil && $0.figure.organisation != digest.scope }.flatMap {
        AlertConditions.ofException($0, board, digest.viewSettings)
      }
  }

  /// The conditions without their words, which is all that is needed when a board opens.
  static func edges(_ digest: Digest) -> [Alert.Edge: Period] {
    var edges: Seen = Seen()
    for panel in digest.panels {
      let key = Series.Key(panel.metric.id, digest.scope, perspective: panel.perspective)
      if panel.charted.isSettled {
        if panel.charted.isConcerning { edges.insert(Alert.Edge(kind: .concern, key: key), panel.period) }
        if panel.charted.chart?.assurance == .consistentFail {
          edges.insert(Alert.Edge(kind: .failing, key: key), panel.period)
        }
      }
      if case .late = panel.freshness.state { edges.insert(Alert.Edge(kind: .late, key: key), panel.freshness.latest) }
    }
    for item in digest.exceptions where item.figure.key.part == nil {
      if item.isConcerning { edges.insert(Alert.Edge(kind: .concern, key: item.figure.key), item.figure.period) }
      if item.isFailing { edges.insert(Alert.Edge(kind: .failing, key: item.figure.key), item.figure.period) }
    }
    return edges.all
  }

  /// Conditions, with the period in which each was found.
  private struct Seen {
    var all: [Alert.Edge: Period] = [:]

    mutating func insert(_ edge: Alert.Edge, _ period: Period?) { all[edge] = period ?? .undated }
  }

  private static func ofPanel(_ panel: MetricDigest, _ board: Board, _ digest: Digest) -> [Alert] {
    let key = Series.Key(panel.metric.id, digest.scope, perspective: panel.perspective)
    var alerts: [Alert] = []
    if panel.charted.isSettled {
      if panel.charted.isConcerning {
        alerts.append(alert(.concern, key, panel.figure, board, isNew: !panel.charted.wasConcerning))
      }
      if panel.charted.chart?.assurance == .consistentFail {
        alerts.append(
          alert(.failing, key, panel.figure, board, isNew: !failedBefore(key, panel.period, board, digest.viewSettings))
        )
      }
    }
    if case .late = panel.freshness.state {
      alerts.append(
        alert(.late, key, panel.figure, board, isNew: true, seen: panel.freshness.latest, words: panel.freshness.word))
    }
    return alerts
  }

  private static func ofException(_ item: Exception, _ board: Board, _ viewSettings: ViewSettings) -> [Alert] {
    let key = item.figure.key
    var alerts: [Alert] = []
    if item.isConcerning { alerts.append(alert(.concern, key, item.figure, board, isNew: item.isNew)) }
    if item.isFailing {
      alerts.append(
        alert(.failing, key, item.figure, board, isNew: !failedBefore(key, item.figure.period, board, viewSettings)))
    }
    return alerts
  }

  /// Whether the process would not have met its target in the period before either.
  private static func failedBefore(
    _ key: Series.Key, _ period: Period?, _ board: Board, _ viewSettings: ViewSettings
  ) -> Bool {
    guard let period, period != .undated else { return true }
    let before = board.charted(
      key, upTo: period.advanced(by: -1), grain: period.chartedGrain, choice: viewSettings.choice)
    return before.isSettled && before.chart?.assurance == .consistentFail
  }

  /// An action that is due or overdue.
  static func due(_ action: AgreedAction, _ board: Board, _ today: Day) -> Alert {
    let metric = action.subject.metric ?? "board"
    let code = action.subject.organisation ?? board.tree.system.code
    let owner = action.owner.isEmpty ? "" : " (\(action.owner))"
    return Alert(
      // Two actions about one figure are two alerts.
      kind: .due,
      key: Series.Key(metric, code, part: BreakdownItem("action", action.id)),
      isNew: true, organisation: board.organisation(code).shortName,
      metric: board.catalogue[metric]?.title ?? metric.text, figure: "", period: action.subject.period?.title ?? "",
      target: "", sentence: "\(action.dueWords(on: today)): \(action.text)\(owner)".capitalizedFirst)
  }

  private static func alert(
    _ kind: Alert.Kind, _ key: Series.Key, _ figure: Figure?, _ board: Board, isNew: Bool, seen: Period? = nil,
    words: String = ""
  ) -> Alert {
    let metric = board.catalogue[key.metric]
    let name = board.organisation(key.organisation).shortName
    let title = metric?.title ?? key.metric.text
    let digits = figure.flatMap { figure in metric.map(figure.written) } ?? ""
    let period = figure?.period.title ?? ""
    let turned: String
    switch kind {
    case .concern: turned = "now concerning: \(digits) in \(period)"
    case .failing: turned = "will now miss its target: \(digits) in \(period)"
    case .late, .due: turned = "is \(words)"
    }
    return Alert(
      kind: kind, key: key, seen: seen ?? figure?.period ?? .undated, isNew: isNew, organisation: name, metric: title,
      figure: digits, period: period,
      target: figure?.target == nil ? "" : figure?.targetDigits(unit: metric?.unit ?? .patients) ?? "",
      sentence: "\(name) \(title) \(turned)")
  }
}

extension ChartedSeries {
  /// Whether the point before the latest was already a special cause of concern; after one of improvement, concern is
  /// news. A period without a complete figure is passed over.
  var wasConcerning: Bool { chart?.points.dropLast().last { $0.value != nil }?.type == .concern }
}
