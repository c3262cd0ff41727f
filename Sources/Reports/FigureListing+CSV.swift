import Dashboard
import Metrics

extension FigureListing {
  /// The figures as one table: a header row, then a row for each object of the JSON, with its members in the same
  /// order.
  ///
  /// A missing value is empty; `coverage`, `source` and `projection` have a column for each of their members. A text
  /// that a spreadsheet would treat as a formula starts with an apostrophe; numbers are the same as in the JSON.
  ///
  /// - Parameter day: the day on which the board is read, by which freshness is judged.
  public func csv(asAt day: Day) -> String {
    let header = FigureListing.columns.flatMap { name, inner in inner.isEmpty ? [name] : inner.map { "\(name)_\($0)" } }
    let rows = memberRows(asAt: day).map { row in
      let members = Dictionary(row, uniquingKeysWith: { first, _ in first })
      return FigureListing.columns.flatMap { name, inner in FigureListing.cells(members[name] ?? .null, inner) }
    }
    return ([header] + rows).map(CSV.line).joined(separator: "\n")
  }

  /// The columns: the members of a figure, and the members of those that are objects themselves.
  private static let columns: [(String, [String])] =
    [
      "metric", "organisation", "organisation_name", "role", "period", "breakdown", "item", "numerator", "denominator",
      "value", "unit", "target", "target_kind", "variance", "favourable", "gap",
    ].map { ($0, []) } + [("source", ["file", "line", "rows"])]
    + RowChart.noMembers.map { ($0.0, $0.0 == "projection" ? ["to", "low", "high", "coverage"] : []) }
    + [("coverage", ["returned", "expected", "days_in", "days_expected"])]
    + ["caveat", "freshness", "late_days"].map { ($0, []) }

  private static func cells(_ value: JSON, _ inner: [String]) -> [String] {
    if inner.isEmpty { return [cell(value)] }
    guard case .object(let members) = value else { return inner.map { _ in "" } }
    return inner.map { name in members.first { $0.0 == name }.map { cell($0.1) } ?? "" }
  }

  private static func cell(_ value: JSON) -> String {
    switch value {
    case .null: ""
    case .text(let text): CSV.harmless(text)
    default: value.line
    }
  }
}
