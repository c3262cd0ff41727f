import Dashboard
import Metrics

extension FigureListing {
  /// One JSON object: schema, system, the day on which the board is read, every figure and every problem.
  ///
  /// - Parameter day: `as_at`.
  public func json(asAt day: Day) -> String {
    let system = board.tree.system
    return JSON.object(
      [
        ("schema", .whole(1)),
        ("system", .object([("code", .text(system.code.text)), ("name", .text(system.name))])),
        ("as_at", .text(day.text)),
      ] + (board.asOf.map { [("as_known", .text("\($0.day.text)T\($0.clockWithSeconds)"))] } ?? []) + [
        ("figures", .list(memberRows(asAt: day).map(JSON.object))),
        ("problems", .list(board.problems.map(\.json))),
      ]
    ).lines
  }

  /// The members of every row, in the order of the rows.
  ///
  /// - Parameter day: the day by which freshness is judged.
  func memberRows(asAt day: Day) -> [[(String, JSON)]] { rowsWithMembers(asAt: day).map(\.members) }

  /// Every row with its members.
  func rowsWithMembers(asAt day: Day) -> [(row: FigureRow, members: [(String, JSON)])] {
    var histories = ChartHistories()
    var freshness = RowFreshness(board: board, day: day)
    return rows.map { ($0, $0.members(on: board, &histories, &freshness)) }
  }
}

extension FigureRow {
  /// Every member of the row; missing ones are `null`.
  fileprivate func members(
    on board: Board, _ histories: inout ChartHistories, _ freshness: inout RowFreshness
  ) -> [(String, JSON)] {
    let measurement = figure?.measurement
    let (state, late) = freshness.members(of: self)
    let chart = RowChart(self, on: board, &histories)
    let remarks = [figure?.remark ?? "", chart?.remark ?? ""].filter { !$0.isEmpty }
    return [
      ("metric", .text(metric.id.text)),
      ("organisation", .text(organisation.code.text)),
      ("organisation_name", .text(organisation.name)),
      ("role", .text(organisation.role.rawValue)),
      ("period", .text(orNull: period?.text)),
      ("breakdown", .text(orNull: part?.breakdown)),
      ("item", .text(orNull: part?.item)),
      ("numerator", .number(figure?.numerator)),
      ("denominator", .number(measurement?.denominator)),
      ("value", .number(figure?.value)),
      ("unit", .text(metric.unit.rawValue)),
      ("target", .number(target?.value.ratio)),
      ("target_kind", .text(orNull: target?.kind.rawValue)),
      ("variance", .number(figure?.variance)),
      ("favourable", figure?.isMet.map(JSON.flag) ?? .null),
      ("gap", .number(figure?.gap)),
      ("source", source.map(sourceJSON) ?? .null),
    ] + (chart?.members ?? RowChart.noMembers) + [
      ("coverage", figure?.coverage.map(Self.json) ?? .null),
      ("caveat", .text(orNull: remarks.isEmpty ? nil : remarks.joined(separator: "; "))),
      ("freshness", state),
      ("late_days", late),
    ]
  }

  private static func json(_ coverage: Coverage) -> JSON {
    .object([
      ("returned", .whole(coverage.returned)), ("expected", .whole(coverage.expected)),
      ("days_in", .whole(coverage.daysIn)), ("days_expected", .whole(coverage.daysExpected)),
    ])
  }

  private func sourceJSON(_ source: (file: String, rows: RowSpan)) -> JSON {
    .object([
      ("file", .text(source.file)), ("line", .whole(source.rows.line)), ("rows", .whole(source.rows.rows)),
    ])
  }
}

extension Problem {
  /// The problem with every member; missing ones are `null`.
  var json: JSON {
    let shown = shown
    return .object([
      ("severity", .text(severity.rawValue)), ("file", .text(orNull: file)), ("line", .whole(line)),
      ("column", .whole(column)), ("message", .text(shown.message)), ("expected", .text(orNull: shown.expected)),
      ("fix", .text(orNull: shown.fix)), ("amount", .number(amount)),
    ])
  }
}
