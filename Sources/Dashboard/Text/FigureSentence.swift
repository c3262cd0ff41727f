import Metrics

/// A figure in plain text: no arrows, no brackets, and nothing that needs its place in a table to be understood.
package struct FigureSentence {
  let board: Board

  package init(board: Board) { self.board = board }

  /// `88.4%, 29,628 of 33,521; target 95.0%, 6.6 pp below target, missed; 2,204 breaches over target`.
  ///
  /// - Parameter absence: the words where there is no figure.
  func words(_ figure: Figure?, absence: String = "no return") -> String {
    guard let figure else { return absence }
    switch figure.measurement {
    case .notReturned: return figure.withoutValue ?? "no return"
    case .suppressed: return "withheld, because the numbers are small"
    default: break
    }
    let unit = board.catalogue[figure.metric]?.unit ?? .patients
    var parts = [FigureSentence.value(figure.digits(unit: unit), unit)]
    if case .share = figure.measurement { parts[0] += ", \(figure.measurement.text)" }
    if let target = target(figure, unit) { parts.append(target) }
    let meaning = figure.metric.isPosition ? "" : board.meaning(of: figure)
    return (parts + [meaning, figure.note]).filter { !$0.isEmpty }.joined(separator: "; ")
  }

  /// `Fellgate General: 79.7%, …; Feb 2018. Concerning: low; will miss target.`
  package func sentence(
    _ name: String, _ figure: Figure?, _ period: Period?, absence: String = "no return", _ notes: String...
  ) -> String {
    let date = period.map { $0 == .undated ? ", undated" : ", \($0.title)" } ?? ""
    let said = notes.filter { !$0.isEmpty }.map { $0.prefix(1).uppercased() + $0.dropFirst() }
    return (["\(name)\(date): \(words(figure, absence: absence))"] + said).joined(separator: ". ") + "."
  }

  /// A line of a plan.
  func plan(_ line: PlanLine) -> String {
    let name = board.organisation(line.organisation).name
    return "\(name), \(line.year.text), \(line.scenario), \(line.line): \(FigureSentence.value(line.amount))."
  }

  /// `freshness: monthly, to Oct 2016, current`.
  package static func freshness(_ freshness: Freshness) -> String {
    "freshness: " + freshness.words.split(separator: "·").map { String($0).trimmedOfSpaces }.joined(separator: ", ")
  }

  /// `target 95.0%, 6.6 pp below target, missed`; `nil` without a target.
  private func target(_ figure: Figure, _ unit: Metric.Unit) -> String? {
    guard let target = figure.target, let variance = figure.variance else { return nil }
    let kind = target.kind == .standard ? "target" : "\(target.kind.rawValue) target"
    let doubt = target.isUnconfirmed ? " (unconfirmed)" : ""
    let digits = FigureSentence.value(figure.targetDigits(unit: unit), unit) + doubt
    let judged = figure.isMet.map { $0 ? ", met" : ", missed" } ?? ""
    if variance.isZero, !figure.isPartial { return "\(kind) \(digits), on target\(judged)" }
    let size = figure.varianceDigits(unit: unit)
    let away =
      switch unit {
      case .percent: "\(size) pp"
      default: FigureSentence.value(size, unit)
      }
    let side = variance.isZero ? "from" : variance < .zero ? "below" : "above"
    return "\(kind) \(digits), \(away) \(side) target\(judged)"
  }

  /// Digits with their unit; an amount in brackets becomes negative.
  static func value(_ digits: String, _ unit: Metric.Unit) -> String {
    switch unit {
    case .percent: return digits + "%"
    case .pounds where digits.contains("£"): return digits
    case .pounds:
      guard digits.hasPrefix("(") else { return digits == "–" ? "not known" : "£\(digits) million" }
      return "minus £\(digits.dropFirst().dropLast()) million"
    case .seconds: return digits + " minutes"
    case .days: return digits + " days"
    case .beds: return digits + " beds"
    case .patients: return digits
    }
  }

  /// An amount, or "not known".
  static func value(_ money: Money?) -> String { money.map { value($0.millions, .pounds) } ?? "not known" }

  /// The words of a control chart: `concerning: low, 7 or more below the mean; will miss target`.
  package static func control(_ charted: ChartedSeries) -> String {
    guard let chart = charted.chart, charted.isSettled else { return "" }
    if charted.constant != nil { return charted.constantWords }
    var words = chart.variation.words
    if let rule = chart.points.last?.rule, rule.isSpecialCause { words += ", " + rule.words(chart.options) }
    if let assurance = chart.assurance { words += "; " + assurance.words }
    return words
  }
}
