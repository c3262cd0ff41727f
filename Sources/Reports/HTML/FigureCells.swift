import Dashboard
import Metrics

/// The cells of a figure in the tables of a report: the digits of the screen, and behind them the numbers of `print`'s JSON.
struct FigureCells {
  private let figure: Figure?
  private let metric: Metric?
  /// Whether it is a small count of the organisation's own that is not to leave the room.
  private let isHidden: Bool
  private var unit: Metric.Unit { metric?.unit ?? .patients }

  /// What stands for a small count that is not shown.
  static let hidden = "1 to 4, not shown"

  init(_ figure: Figure?, _ metric: Metric?, isHidden: Bool = false) {
    (self.figure, self.metric, self.isHidden) = (figure, metric, isHidden)
  }

  /// The figure in digits; `–` where there is none, `*` where it is withheld.
  var digits: ReportTable.Cell {
    isHidden
      ? .init(Self.hidden, look: .faint) : .init(figure?.digits(unit: unit) ?? "–", value: figure?.value?.plainDigits)
  }

  /// The figure with its unit: `88.4%`, `2,632 days`.
  var written: ReportTable.Cell {
    guard !isHidden, let figure, let metric, figure.value != nil else { return digits }
    return .init(figure.written(metric), value: figure.value?.plainDigits)
  }

  /// What a share is a share of: `29,628 of 33,521`; empty for all else.
  var counts: ReportTable.Cell {
    guard !isHidden, let figure, case .share = figure.measurement else { return .init("") }
    return .init(figure.measurement.text)
  }

  /// What it is held against.
  var target: ReportTable.Cell {
    guard let figure, let target = figure.target else { return .init("") }
    return .init(
      figure.targetDigits(unit: unit) + (target.isUnconfirmed ? " unconfirmed" : ""),
      value: target.value.ratio.plainDigits)
  }

  /// How far it is from its target, with the arrow of the screen.
  var variance: ReportTable.Cell {
    isHidden ? .init("") : .init(figure?.varianceText(unit: unit) ?? "", value: figure?.variance?.plainDigits)
  }

  /// Whether it meets its target, or why that cannot be said.
  var result: ReportTable.Cell {
    if let coverage = figure?.coverageWords { return .init("partial: \(coverage)", look: .faint) }
    switch figure?.measurement {
    case nil, .notReturned?: return .init("")
    case .suppressed?: return .init("withheld: small numbers", look: .faint)
    default: break
    }
    guard let isMet = figure?.isMet else { return .init("") }
    return isMet ? .init("met", look: .met) : .init("missed", look: .missed)
  }

  /// What it takes to meet the target, counted.
  var gap: ReportTable.Cell {
    guard !isHidden, let figure, let gap = figure.gap, !gap.isZero else { return .init("") }
    let words = unit == .pounds ? figure.varianceDigits(unit: unit) : gap.text(places: gap.denominator == 1 ? 0 : 1)
    return .init(words, value: gap.plainDigits)
  }
}
