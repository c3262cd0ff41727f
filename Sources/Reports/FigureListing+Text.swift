import Dashboard
import Metrics
import Screen

extension FigureListing {
  /// The figures as tables for people, one for each metric.
  ///
  /// - Parameter day: the day on which the board is read.
  public func text(asAt day: Day) -> String {
    let system = board.tree.system
    let title = system.name == system.code.text ? system.name : "\(system.code) \(system.name)"
    let known = board.asOf.map { ", \($0.asOfWords)" } ?? ", as at \(Period.title(of: day))"
    var lines = [Glyph.sanitised(title) + known]
    let all = rows
    if all.isEmpty { lines += ["", "nothing has been returned: no extract here has a figure"] }
    var start = 0
    while start < all.count {
      let end = all[start...].firstIndex { $0.metric.id != all[start].metric.id } ?? all.count
      lines += [""] + FigureListing.table(Array(all[start..<end]))
      start = end
    }
    lines += exceptionLines + problemCount
    return lines.joined(separator: "\n")
  }

  private static func table(_ rows: [FigureRow]) -> [String] {
    guard let metric = rows.first?.metric else { return [] }
    var table = TextTable([
      ("organisation", .leading), ("part", .leading), ("period", .leading),
      (metric.heading, .trailing), ("target", .trailing),
      ("variance", .trailing), (metric.gapHeading, .trailing), ("source", .leading),
    ])
    table.rows = rows.map(\.cells)
    return ["\(Glyph.sanitised(metric.title))  \(metric.id)"] + table.lines
  }

  private var problemCount: [String] {
    let count = board.problems.count
    return count == 0
      ? [] : ["", count == 1 ? "1 data problem: see sitrep check" : "\(count) data problems: see sitrep check"]
  }
}

extension FigureRow {
  /// The cells of the table: organisation, part, period, figure, target, variance, gap, source.
  fileprivate var cells: [String] {
    let unit = metric.unit
    return [
      organisation.shortName, part.map(metric.itemName) ?? "", period?.title ?? "", figure?.digits(unit: unit) ?? "–",
      targetDigits(unit), figure?.varianceText(unit: unit) ?? "", gapDigits(unit), sourceText,
    ]
  }

  /// The target in digits; empty without one.
  func targetDigits(_ unit: Metric.Unit) -> String {
    guard let target else { return "" }
    if let figure, figure.target != nil { return figure.targetDigits(unit: unit) }
    return Figure.digits(
      of: target, unit: unit, places: figure?.places(unit: unit) ?? (unit == .percent ? 1 : 0))
  }

  private func gapDigits(_ unit: Metric.Unit) -> String {
    guard let gap = figure?.gap, !gap.isZero else { return "" }
    if unit == .pounds { return figure?.varianceDigits(unit: unit) ?? "" }
    return gap.text(places: gap.denominator == 1 ? 0 : 1)
  }

  /// Where the figure was published, or how it was calculated, and its caveats.
  var sourceText: String {
    guard let figure, !figure.caveat.isEmpty else { return plainSource }
    return "\(plainSource); \(figure.caveat)"
  }

  private var plainSource: String {
    if let source {
      let more = source.rows.rows > 1 ? " and \(source.rows.rows - 1) more" : ""
      // For a position, one amount is missing and not the return.
      let returned = figure?.measurement == .notReturned && !metric.isPosition ? "no return, " : ""
      return "\(returned)\(source.file):\(source.rows.line)\(more)"
    }
    switch figure?.origin {
    case .rolledUp(let returned, let expected, _, _):
      let gaps = figure?.origin.gaps ?? ""
      return "total, " + (gaps.isEmpty ? "\(returned) of \(expected) returned" : gaps)
    case .summedOverTime: return "total, \(figure?.origin.overTime ?? "")"
    case .summedParts: return "total of its parts"
    case .fromPredecessors: return "from the organisations it succeeded"
    case .published: return ""
    case nil: return absence
    }
  }
}
