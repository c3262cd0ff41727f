import Metrics
import Screen

/// The cells of the page of the control total: forecast against control total, and actual to date against plan.
struct MoneyCells {
  let state: State
  let rows: [SeriesDigest]

  func columns(wide: Int) -> [TableColumn] {
    let longest = rows.map(\.organisation.shortName.count).max() ?? 0
    func amount(_ title: String, priority: Int) -> TableColumn {
      TableColumn(title, minimum: max(title.count, 8), alignment: .trailing, priority: priority)
    }
    return [
      TableColumn("organisation, £m", minimum: min(longest, 14), ideal: max(16, min(longest, 40))),
      TableColumn("code", minimum: 5, ideal: 6, priority: 6), amount("forecast", priority: 0),
    ] + (isStated ? [amount("as stated", priority: 1)] : []) + [
      amount("control total", priority: 1), TableColumn("variance", minimum: 8, ideal: 9, priority: 0),
      amount("to date", priority: 2), amount("plan to date", priority: 3),
      TableColumn("variance", minimum: 8, ideal: 9, priority: 3),
      TableColumn("chart", minimum: 8, priority: 2),
      TableColumn("in the month", minimum: 12, priority: 5),
      TableColumn("needed, had a month", minimum: 19, priority: 4),
      TableColumn("to be read with", minimum: 20, ideal: .max, priority: 7),
    ]
  }

  /// Whether a body whose position is a sum states one of its own beside it.
  private var isStated: Bool { rows.contains { stated($0) != nil } }

  private func stated(_ row: SeriesDigest) -> Money? {
    row.period?.month.flatMap { month in
      state.board.ledger.position(of: row.key.organisation, in: month)?.statedOutturn(in: month)
    }
  }

  /// What a body states beside the sum of its parts, marked where that is something else.
  private func statedCell(_ row: SeriesDigest, _ sum: Money?) -> StyledText {
    guard let stated = stated(row) else { return StyledText() }
    return StyledText(stated.millions, LedgerPosition.unexplained(stated, sum: sum) == nil ? .faint : .unexplained)
  }

  func cells(_ row: SeriesDigest) -> [StyledText] {
    let figure = row.figure
    let role: Role = row.organisation.code == state.scope ? .strong : .text
    let month = row.period?.month
    let position = month.flatMap { state.board.ledger.position(of: row.key.organisation, in: $0) }
    let toDate = month.flatMap {
      state.board.figure(Series.Key(.yearToDate, row.key.organisation), in: .yearToDate($0))
    }
    let isShare = state.board.isCollective(row.organisation.code)
    let pace = month.flatMap { month in position.flatMap { MoneyWords.pace($0, in: month) } }
    return [
      StyledText(row.organisation.shortName, role),
      StyledText(isShare && role == .text ? row.organisation.role.word : row.organisation.code.text, .faint),
      StyledText(figure?.digits(unit: .pounds) ?? "–", figure?.value == nil ? .missing : role),
    ] + (isStated ? [statedCell(row, month.flatMap { position?.outturn(in: $0) })] : []) + [
      StyledText(position?.controlTotal?.millions ?? "–", .faint),
      StyledText(
        figure.map { $0.value == nil ? "no return" : $0.varianceText(unit: .pounds) } ?? "no return",
        figure?.role ?? .missing),
      StyledText(toDate?.digits(unit: .pounds) ?? "–", toDate?.value == nil ? .missing : role),
      StyledText(position?.planToDate?.millions ?? "–", .faint),
      StyledText(toDate?.varianceText(unit: .pounds) ?? "", toDate?.role ?? .missing),
      ControlWords(row.charted).brief,
      StyledText(row.charted.slots.suffix(12).map(\.value).sparkline(width: 12), .chartLine),
      StyledText(pace.map { "\($0.needed.millions), \($0.achieved.millions)" } ?? ""),
      StyledText(remark(figure, position, month), .faint),
    ]
  }

  /// The basis, what is left of what the body states beside the sum, and the document.
  private func remark(_ figure: Figure?, _ position: LedgerPosition?, _ month: Month?) -> String {
    var words: [String] = []
    if let month,
      let left = LedgerPosition.unexplained(
        position?.statedOutturn(in: month), sum: position?.outturn(in: month))
    {
      words.append("\(left.millions) unexplained")
    }
    if let basis = position?.basis, basis != .unstated { words.append(basis.rawValue) }
    if let note = figure?.note, !note.isEmpty { words.append(note) }
    return words.joined(separator: " · ")
  }
}
