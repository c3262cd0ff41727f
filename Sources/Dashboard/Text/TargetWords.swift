import Metrics
import Screen

/// A figure against its target, in words: `▼ 6.6 pp below target 95.0`.
///
/// Every arrow has a unit and a side beside it, because an arrow alone reads as "down since last time".
struct TargetWords {
  private let figure: Figure
  private let metric: Metric

  init(_ figure: Figure, _ metric: Metric) {
    self.figure = figure
    self.metric = metric
  }

  /// The target's name and value: `target 95.0`, `local target 2,400`, `control total 11.7`; followed by `unconfirmed`
  /// where it is.
  var target: String { targets[0] }

  /// The same, then in fewer cells: `local target 2,400`, `target 2,400`.
  var targets: [String] {
    let digits = figure.targetDigits(unit: metric.unit) + (figure.isTargetUnconfirmed ? ", unconfirmed" : "")
    return ["\(name) \(digits)", "\(noun) \(digits)"]
  }

  /// The variance, `▼ 6.6 pp below target`, then in fewer cells, down to `▼ 6.6`; empty where there is nothing to
  /// compare.
  var variances: [StyledText] {
    guard figure.variance != nil else { return [] }
    if isOnTarget { return [styled("= on \(name)"), styled("= on target"), styled("=")] }
    return [
      styled("\(measured) \(side) \(name)"), styled("\(measured) \(side) \(noun)"), styled("\(measured) \(sideAlone)"),
      styled(measured), styled(figure.varianceText(unit: metric.unit)),
    ]
  }

  /// Both, `▼ 6.6 pp below target 95.0`, then in fewer cells; the target is dropped before the size of the variance.
  var comparisons: [StyledText] {
    guard figure.variance != nil else { return [] }
    let digits = figure.targetDigits(unit: metric.unit)
    let doubt = figure.isTargetUnconfirmed ? StyledText(", unconfirmed", .faint) : StyledText()
    let start = isOnTarget ? "= on" : "\(measured) \(side)"
    func compared(to what: String) -> StyledText { styled(start) + StyledText(" \(what)", .faint) }
    // A target in the same unit as the figure beside it can omit the unit.
    let bare = styled("\(figure.varianceText(unit: metric.unit)) \(side)") + StyledText(" \(noun) \(digits)", .faint)
    return [
      compared(to: "\(name) \(digits)") + doubt, compared(to: "\(noun) \(digits)") + doubt,
    ] + (metric.unit == .days || metric.unit == .beds ? [bare] : []) + variances.dropFirst(2)
  }

  /// The arrow and the size of the variance with its unit: `▼ 6.6 pp`, `▼ £14.0m`.
  var measured: String { "\(figure.arrow) \(amount)" }

  /// What is not whole is never on target, however close.
  private var isOnTarget: Bool { figure.variance?.isZero == true && !figure.isPartial }

  private func styled(_ words: String) -> StyledText { StyledText(words, figure.role) }

  /// The size of the variance with its unit: `6.6 pp`, `£14.0m`, `1,014 days`.
  private var amount: String {
    let digits = figure.varianceDigits(unit: metric.unit)
    if metric.isInMillions { return "£\(digits)m" }
    return metric.varianceSuffix.isEmpty ? digits : "\(digits) \(metric.varianceSuffix)"
  }

  /// The same at the end of a line, where no target follows: `short`.
  private var sideAlone: String { side == "short of" ? "short" : side }

  /// The word between amount and target: `below` and `above` for shares, times and money; counts are `short of` a
  /// target or `over` it, or `from` it where they are not judged.
  private var side: String {
    if figure.variance?.isZero == true { return "from" }
    let isBelow = figure.variance.map { $0 < .zero } ?? false
    switch metric.unit {
    case .percent, .seconds, .pounds: return isBelow ? "below" : "above"
    case .days, .beds, .patients:
      guard isBelow else { return "over" }
      return metric.direction == .higher ? "short of" : "under"
    }
  }

  /// What the figure is compared with: `target`, `interim target`, `trajectory`, `control total`.
  private var name: String {
    if metric.isPosition { return metric.id.position == .outturn ? "control total" : "plan" }
    switch figure.target?.kind {
    case .interim?: return "interim target"
    case .trajectory?: return "trajectory"
    case .local?: return "local target"
    case .standard?, nil: return "target"
    }
  }

  /// The same in one word.
  private var noun: String {
    if metric.isPosition { return metric.id.position == .outturn ? "total" : "plan" }
    return figure.target?.kind == .trajectory ? "trajectory" : "target"
  }
}

extension Figure {
  /// Whether its target could not be confirmed in the document that set it.
  var isTargetUnconfirmed: Bool { target?.isUnconfirmed ?? false }
}

extension Metric {
  /// The heading of a column of variances from target: `breaches over`, `to treat`, `short of target`, `over target`.
  package var gapHeading: String {
    if traits.gap == .pathways { return "to treat" }
    if unit == .percent { return "breaches over" }
    return direction == .higher ? "short of target" : "over target"
  }
}
