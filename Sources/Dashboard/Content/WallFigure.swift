import Metrics
import Screen

/// One figure on a wall, to be read from five metres away, and by anybody who walks past.
struct WallFigure {
  /// The name above it: the metric, or the organisation.
  let name: String
  let metric: Metric
  let figure: Figure?
  let charted: ChartedSeries
  let freshness: Freshness?
  /// The remark beside the figure: the organisation, where the system has no figure.
  let remark: String
  /// The text where there is no figure.
  private let absence: String
  /// Whether it is based on a count of 1 to 4 in an organisation's own file.
  let isHidden: Bool
  /// Whether it changed with the last extract and has not been seen since.
  let isUnseen: Bool
  /// The periods of its chart that have a note.
  let noted: Set<Period>
  private let board: Board
  private let hidesSmallCounts: Bool

  init(
    _ name: String, _ metric: Metric, _ figure: Figure?, _ charted: ChartedSeries, _ freshness: Freshness?,
    remark: String = "", absence: String = "no return", of key: Series.Key? = nil, _ state: State
  ) {
    self.name = name
    noted = key.map { state.noted(charted, of: $0) } ?? []
    self.absence = absence
    self.metric = metric
    self.figure = figure
    self.charted = charted
    self.freshness = freshness
    self.remark = remark
    board = state.board
    isHidden = state.hides(figure)
    hidesSmallCounts = !state.showsSmallCounts
    isUnseen = figure.map { state.unseen.contains($0.key) } ?? false
  }

  /// The figure of a panel: the system's, or the worst organisation's where there is no roll-up.
  init(_ panel: MetricDigest, _ state: State) {
    let worst = panel.figure?.value == nil ? panel.rankedFigures.first { $0.figure?.value != nil } : nil
    self.init(
      panel.metric.title, panel.metric, worst?.figure ?? panel.figure, panel.charted, panel.freshness,
      remark: worst.map { "worst: \($0.organisation.shortName)" } ?? "",
      of: Series.Key(panel.metric.id, state.scope, perspective: panel.perspective), state)
  }

  /// The figure of a row of a table, under the name of its metric.
  init(_ row: SeriesDigest, metric: Metric, _ state: State) {
    self.init(metric.title, metric, row.figure, row.charted, row.freshness, absence: row.absence, of: row.key, state)
  }

  private var unit: Metric.Unit { metric.unit }

  /// Whether there is a figure, and it may be shown.
  var hasValue: Bool { !isHidden && figure?.value != nil }

  /// The figure in digits; `*` where it is hidden.
  var digits: String { isHidden ? "*" : figure?.digits(unit: unit) ?? "–" }

  /// The figure in the largest digits that fit into a space: as written, or in ever fewer digits where those do not fit
  /// at any size; `nil` where none do.
  func largeDigits(fitting space: Size, largest: Int = 12) -> BigDigits? {
    func fitting(_ text: String) -> BigDigits? {
      BigDigits.scale(of: text, fitting: space, largest: largest).map { BigDigits(text, scale: $0) }
    }
    if let exact = fitting(digits) { return exact }
    return hasValue ? figure?.roundedDigits(unit: unit).lazy.compactMap(fitting).first : nil
  }

  /// The figure's position relative to its target, which gives its digits their colour.
  ///
  /// A target that is missed, but that the control chart reaches at times, is in reach.
  var standing: Role {
    guard !isHidden, let figure, figure.value != nil else { return .missing }
    switch figure.role {
    case .targetMissed:
      return charted.isSettled && charted.chart?.assurance == .inconsistent ? .targetInReach : .targetMissed
    case .targetMet: return .targetMet
    default: return .figure
    }
  }

  /// The same in a word, for readers who see no colour; empty where there is no target.
  var standingWord: String {
    switch standing {
    case .targetMissed, .targetInReach: "missed"
    case .targetMet: "met"
    default: ""
    }
  }

  /// The text after the digits.
  var suffix: String { isHidden || figure?.value == nil ? "" : metric.suffix }

  /// The figure in ordinary digits, for screen readers.
  var written: String {
    isHidden ? "1 to 4, not shown" : figure?.written(metric) ?? absence
  }

  /// How many are in it, where somebody is missing and there is no room for more: ` 1/2`.
  var mark: StyledText {
    StyledText(isHidden ? "" : figure?.coverageMark.map { " " + $0 } ?? "", .faint)
  }

  /// `▼ 6.6 pp below target 95.0`, and the same in fewer cells.
  var variances: [StyledText] {
    guard !isHidden, let figure, figure.value != nil else { return [StyledText(written, .missing)] }
    guard figure.variance != nil else { return [StyledText(figure.noVariance, .faint)] }
    let words = TargetWords(figure, metric)
    guard let coverage = figure.coverageWords else { return words.comparisons }
    let label = StyledText("  \(coverage)", .faint)
    return words.comparisons.map { $0 + label } + [StyledText(coverage, .faint)]
  }

  /// The fullest of them: `▼ 6.6 pp below target 95.0`.
  var variance: StyledText { variances[0] }

  /// What it means to act on; empty where that would be a count of 1 to 4 from a local file.
  var meaning: StyledText { meanings[0] }

  /// The same in fewer cells, and finally nothing, where the variance alone must do.
  var meanings: [StyledText] {
    guard !isHidden, let figure else { return [StyledText(remark, .faint)] }
    let isSmallGap = hidesSmallCounts && figure.gap.map { !$0.isZero && $0 < Ratio(5) } == true
    let saysNothing = figure.gapIsVariance || isSmallGap && board.restsOnLocalFiles(figure)
    let meanings = saysNothing ? [] : board.meanings(of: figure)
    let both = meanings.map { remark.isEmpty ? $0 : "\(remark) · \($0)" }
    return (both + [remark, ""]).map { StyledText($0, figure.role) }
  }

  /// The words of the control chart.
  var control: ControlWords { ControlWords(charted) }

  /// Whether there is a line to draw; a line of hidden figures would reveal them.
  var isCharted: Bool { !isHidden && charted.valueCount > 2 }
}

extension State {
  /// Whether a wall hides a figure: a small count of the organisation's own, unless the wall is set to show it.
  func hides(_ figure: Figure?) -> Bool {
    guard let figure, !showsSmallCounts else { return false }
    return board.isSmallAndLocal(figure)
  }
}

extension Board {
  /// Whether a figure is, or is a share of, a count of 1 to 4 in an organisation's own file. Publishers have already
  /// suppressed small numbers in published files.
  package func isSmallAndLocal(_ figure: Figure) -> Bool {
    let counts: [Ratio]
    switch figure.measurement {
    case .count(let count): counts = [count.ratio]
    case .share(let within, let of): counts = [within.ratio, of.ratio, (of - within).ratio]
    case .mean(_, let of, _): counts = [Ratio(of)]
    case .rate, .money, .suppressed, .notReturned: counts = []
    }
    return counts.contains { $0 > .zero && $0 < Ratio(5) } && restsOnLocalFiles(figure)
  }

  /// Whether a figure comes from an organisation's own file; for a total, whether any such file has figures for its
  /// metric.
  package func restsOnLocalFiles(_ figure: Figure) -> Bool {
    if case .published(let contribution, _) = figure.origin {
      return contributions[safe: Int(contribution)]?.isLocal ?? false
    }
    return contributions.contains { $0.isLocal && $0.observations.metrics.contains(figure.metric) }
  }
}
