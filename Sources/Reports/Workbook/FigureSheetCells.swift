import Dashboard
import Metrics

/// A row of the sheet of figures: the members of `print`'s JSON, each as what it is.
struct FigureSheetCells {
  /// A column of the sheet.
  struct Column: Sendable {
    let title: String
    let width: Double
    let cell: @Sendable (FigureSheetCells) -> WorkbookCell
  }

  private let row: FigureRow
  private let members: [String: JSON]
  private var unit: Metric.Unit { row.metric.unit }

  init(_ row: FigureRow, _ members: [(String, JSON)]) {
    self.row = row
    self.members = Dictionary(members, uniquingKeysWith: { first, _ in first })
  }

  /// The columns, in the order of the JSON's members.
  static let columns: [Column] = [
    text("metric", 24, "metric"), Column(title: "measure", width: 24) { .init($0.row.metric.title) },
    text("organisation", 13, "organisation"), text("name", 34, "organisation_name"), text("role", 13, "role"),
    Column(title: "period", width: 16) { .init($0.row.period?.title ?? "") },
    Column(title: "from", width: 12) { .init($0.row.period?.firstDay) },
    Column(title: "to", width: 12) { .init($0.row.period?.lastDay) },
    text("breakdown", 16, "breakdown"),
    Column(title: "part", width: 24) { row in
      .init(row.row.part.map(row.row.metric.itemName) ?? "")
    },
    count("numerator", "numerator"), count("denominator", "denominator"),
    Column(title: "value", width: 12) { $0.measured("value") }, text("unit", 10, "unit"),
    Column(title: "target", width: 12) { $0.measured("target") }, text("target kind", 12, "target_kind"),
    Column(title: "variance", width: 12) { $0.variance },
    Column(title: "result", width: 24) { row in
      .init(FigureCells(row.row.figure, row.row.metric).result.text)
    },
    Column(title: "gap", width: 12) { $0.gap },
    Column(title: "gap is", width: 16) { row in
      row.gap == .nothing ? .nothing : .text(row.row.metric.gapHeading)
    },
    text("variation", 18, "variation"), text("rule", 26, "variation_rule"), text("assurance", 16, "assurance"),
    Column(title: "mean", width: 12) { $0.charted("mean") },
    Column(title: "lower limit", width: 12) { $0.charted("lower_limit") },
    Column(title: "upper limit", width: 12) { $0.charted("upper_limit") },
    count("points", "points"), count("returned", "coverage", "returned"), count("expected", "coverage", "expected"),
    count("days in", "coverage", "days_in"), count("days expected", "coverage", "days_expected"),
    text("caveat", 40, "caveat"), text("freshness", 11, "freshness"), count("days late", "late_days"),
    text("file", 40, "source", "file"), count("line", "source", "line"), count("rows", "source", "rows"),
  ]

  private static func text(_ title: String, _ width: Double, _ path: String...) -> Column {
    Column(title: title, width: width) { row in
      guard case .text(let text) = row.member(path) else { return .nothing }
      return .init(text)
    }
  }

  private static func count(_ title: String, _ path: String...) -> Column {
    Column(title: title, width: 12) { row in
      guard let number = row.number(path) else { return .nothing }
      return .number(number, number == number.rounded() ? .whole : .tenths)
    }
  }

  private func member(_ path: [String]) -> JSON {
    guard let first = path.first, let value = members[first] else { return .null }
    guard path.count > 1 else { return value }
    guard case .object(let inner) = value else { return .null }
    return inner.first { $0.0 == path[1] }?.1 ?? .null
  }

  private func number(_ path: [String]) -> Double? {
    switch member(path) {
    case .whole(let number): Double(number)
    case .number(let ratio): ratio.double
    case .real(let number): number
    default: nil
    }
  }

  /// A figure or a target in the unit of the metric: a percentage as a share of 1, a time as a part of a day.
  private func measured(_ name: String) -> WorkbookCell {
    guard let number = number([name]) else { return .nothing }
    switch unit {
    case .percent:
      guard case .number(let ratio) = member([name]) else { return .number(number / 100, percent) }
      return .number((ratio / Ratio(100)).double, percent)
    case .seconds: return number < 0 ? .number(number, .seconds) : .number(number / 86_400, .clock)
    case .pounds: return .number(number, .pounds)
    case .days, .beds, .patients: return .number(number, number == number.rounded() ? .whole : .tenths)
    }
  }

  private var percent: WorkbookFormat { (row.figure?.places(unit: .percent) ?? 1) > 1 ? .finePercent : .percent }

  private var variance: WorkbookCell {
    guard let number = number(["variance"]) else { return .nothing }
    switch unit {
    case .percent: return .number(number, .points)
    case .seconds: return .number(number, .seconds)
    case .pounds: return .number(number, .pounds)
    case .days, .beds, .patients: return .number(number, number == number.rounded() ? .whole : .tenths)
    }
  }

  private var gap: WorkbookCell {
    guard let number = number(["gap"]) else { return .nothing }
    if unit == .pounds { return .number(number, .pounds) }
    return .number(number, number == number.rounded() ? .whole : .tenths)
  }

  /// A level of the control chart, in the unit that is charted: delayed days as beds.
  private func charted(_ name: String) -> WorkbookCell {
    guard let number = number([name]) else { return .nothing }
    switch unit {
    case .percent: return .number(number / 100, .percent)
    case .seconds: return number < 0 ? .number(number, .seconds) : .number(number / 86_400, .clock)
    case .pounds: return .number(number, .pounds)
    case .days, .beds, .patients: return .number(number, .tenths)
    }
  }
}

extension WorkbookCell {
  /// A day; nothing where there is none.
  init(_ day: Day?) { self = day.map(WorkbookCell.day) ?? .nothing }
}
