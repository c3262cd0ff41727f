import Metrics
import Screen

/// One figure as a wall shows it: to be read from five metres, and by anybody who walks past.
struct WallFigure {
  /// What stands over it: the metric, or the organisation.
  let name: String
  let metric: Metric
  let figure: Figure?
  let charted: ChartedSeries
  let freshness: Freshness?
  /// Said beside the figure: whose it is where the system has none.
  let remark: String
  /// What stands where there is no figure.
  private let absence: String
  /// Whether it rests on a count of 1 to 4 in a file of the organisation's own.
  let isHidden: Bool
  /// Whether it changed with the last extract, and nobody has seen it since.
  let isUnseen: Bool
  private let board: Board
  private let hidesSmallCounts: Bool

  init(
    _ name: String, _ metric: Metric, _ figure: Figure?, _ charted: ChartedSeries, _ freshness: Freshness?,
    remark: String = "", absence: String = "no return", _ state: State
  ) {
    self.name = name
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

  /// The figure of a panel: the system's, or the worst organisation's where nothing can be rolled up.
  init(_ panel: MetricDigest, _ state: State) {
    let worst = panel.figure?.value == nil ? panel.rankedFigures.first { $0.figure?.value != nil } : nil
    self.init(
      panel.metric.title, panel.metric, worst?.figure ?? panel.figure, panel.charted, panel.freshness,
      remark: worst.map { "worst: \($0.organisation.shortName)" } ?? "", state)
  }

  /// The figure of a row of a table, under the name of its metric.
  init(_ row: SeriesDigest, metric: Metric, _ state: State) {
    self.init(metric.title, metric, row.figure, row.charted, row.freshness, absence: row.absence, state)
  }

  private var unit: Metric.Unit { metric.unit }

  /// The figure in digits; `*` where it is hidden.
  var digits: String { isHidden ? "*" : figure?.digits(unit: unit) ?? "–" }

  /// How the figure stands to its target: what colours its digits.
  ///
  /// A target that is missed, and that the control chart reaches now and then, is in reach.
  var standing: Role {
    guard !isHidden, let figure, figure.value != nil else { return .missing }
    switch figure.role {
    case .targetMissed:
      return charted.isSettled && charted.chart?.assurance == .inconsistent ? .targetInReach : .targetMissed
    case .targetMet: return .targetMet
    default: return .figure
    }
  }

  /// The same in a word, for whoever sees no colour; empty where there is no target.
  var standingWord: String {
    switch standing {
    case .targetMissed, .targetInReach: "missed"
    case .targetMet: "met"
    default: ""
    }
  }

  /// What stands behind the digits.
  var suffix: String { isHidden || figure?.value == nil ? "" : metric.suffix }

  /// The figure in ordinary digits, for those who read with something else than their eyes.
  var written: String {
    isHidden ? "1 to 4, not shown" : figure?.written(metric) ?? absence
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

  /// The figure in ordinary digits with its variance, and the same in fewer cells: what stands below large digits.
  var readings: [StyledText] {
    let own = StyledText(written, .strong)
    guard !isHidden, figure?.value != nil else { return variances }
    let whole = variances.map { own + StyledText("  ") + $0 }
    let word = StyledText(standingWord.isEmpty ? "" : standingWord + "  ", standing)
    // The word goes last of all but the size of the miss: it is what tells the state where there is no colour.
    return whole.prefix(3).map { word + $0 } + whole + [own]
  }

  /// The fullest of them.
  var variance: StyledText { variances[0] }

  /// What it means to act on; nothing where that would be a count of 1 to 4 of a local file.
  var meaning: StyledText { meanings[0] }

  /// The same in fewer cells; at last nothing, where the variance has to say it alone.
  var meanings: [StyledText] {
    guard !isHidden, let figure else { return [StyledText(remark, .faint)] }
    let isSmallGap = hidesSmallCounts && figure.gap.map { !$0.isZero && $0 < Ratio(5) } == true
    let meanings = isSmallGap && board.restsOnLocalFiles(figure) ? [] : board.meanings(of: figure)
    let both = meanings.map { remark.isEmpty ? $0 : "\(remark) · \($0)" }
    return (both + [remark, ""]).map { StyledText($0, figure.role) }
  }

  /// What the control chart says.
  var control: ControlWords { ControlWords(charted) }

  /// Whether there is a line to draw; a line of hidden figures would show them.
  var isCharted: Bool { !isHidden && charted.valueCount > 2 }
}

extension State {
  /// Whether a wall hides a figure: a small count of the organisation's own, unless whoever hung it says otherwise.
  func hides(_ figure: Figure?) -> Bool {
    guard let figure, !showsSmallCounts else { return false }
    return board.isSmallAndLocal(figure)
  }
}

extension Board {
  /// Whether a figure is, or is a share of, a count of 1 to 4 in a file of the organisation's own. Published files have
  /// been through their publisher's own hands.
  func isSmallAndLocal(_ figure: Figure) -> Bool {
    let counts: [Ratio]
    switch figure.measurement {
    case .count(let count): counts = [count.ratio]
    case .share(let within, let of): counts = [within.ratio, of.ratio, (of - within).ratio]
    case .mean(_, let of, _): counts = [Ratio(of)]
    case .rate, .money, .suppressed, .notReturned: counts = []
    }
    return counts.contains { $0 > .zero && $0 < Ratio(5) } && restsOnLocalFiles(figure)
  }

  /// Whether a figure comes from a file of the organisation's own; for a sum, whether any such file speaks of its metric.
  func restsOnLocalFiles(_ figure: Figure) -> Bool {
    if case .published(let contribution, _) = figure.origin {
      return contributions[safe: Int(contribution)]?.isLocal ?? false
    }
    return contributions.contains { $0.isLocal && $0.observations.metrics.contains(figure.metric) }
  }
}
