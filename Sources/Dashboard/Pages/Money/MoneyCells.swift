import Metrics
import Screen

/// The cells of the control total page: forecast against control total, and actual to date against plan. A column
/// without contents is left out.
struct MoneyCells {
  let state: State
  let rows: [SeriesDigest]
  private let lines: [[StyledText]]
  /// The numbers of the columns with contents.
  private let kept: [Int]

  init(state: State, rows: [SeriesDigest]) {
    self.state = state
    self.rows = rows
    let past = Figure.roomForPast(rows.lazy.map(\.figure))
    let lines = rows.map { Self.line($0, state, past: past) }
    self.lines = lines
    // The name, the forecast and its variance are always shown, even if nothing was returned.
    kept = Self.titles.indices.filter { column in
      [0, 2, 5].contains(column) || lines.contains { !["", "–"].contains($0[column].plain) }
    }
  }

  private static let titles = [
    "organisation, £m", "code", "forecast", "as stated", "control total", "variance", "to date", "plan to date",
    "variance", "chart", "in the month", "needed, achieved a month", "STF earned, planned", "notes",
  ]
  /// How soon each column is dropped.
  private static let priorities = [0, 6, 0, 1, 1, 0, 2, 3, 3, 2, 5, 4, 8, 7]

  func columns(wide: Int) -> [TableColumn] {
    kept.map { column in
      let widest = lines.map { $0[column].width }.max() ?? 0
      let title = column == 0 && wide < 100 ? "£m" : Self.titles[column]
      let isNumber = [2, 3, 4, 6, 7].contains(column)
      let minimum = column == 0 ? min(max(widest, title.count), 16) : max(widest, title.count)
      return TableColumn(
        title, minimum: column == Self.titles.count - 1 ? min(minimum, 20) : minimum,
        ideal: column == 0 ? min(widest, 40) : nil,
        alignment: isNumber ? .trailing : .leading, priority: Self.priorities[column])
    }
  }

  func cells(_ row: Int) -> [StyledText] { kept.map { lines[row][$0] } }

  private static func stated(_ row: SeriesDigest, _ state: State) -> Money? {
    row.period?.month.flatMap { month in
      state.board.ledger.position(of: row.key.organisation, in: month)?.statedOutturn(in: month)
    }
  }

  /// What an organisation states beside the sum of its parts, marked where the two differ.
  private static func statedCell(_ stated: Money?, _ sum: Money?) -> StyledText {
    guard let stated else { return StyledText() }
    return StyledText(stated.millions, LedgerPosition.unreconciled(stated, sum: sum) == nil ? .faint : .unexplained)
  }

  private static func line(_ row: SeriesDigest, _ state: State, past: Int) -> [StyledText] {
    let figure = row.figure
    let role: Role = row.organisation.code == state.scope ? .strong : .text
    let month = row.period?.month
    let position = month.flatMap { state.board.ledger.position(of: row.key.organisation, in: $0) }
    let toDate = month.flatMap { month in
      MetricCatalogue.position(.toDate).flatMap {
        state.board.figure(Series.Key($0, row.key.organisation), in: .yearToDate(month))
      }
    }
    let isShare = state.board.isCollective(row.organisation.code)
    // What a sum without everybody is to reach says nothing of the whole.
    let aims = position.flatMap { $0.returned < $0.expected ? nil : $0 }
    let pace = month.flatMap { month in position.flatMap { MoneyWords.pace($0, in: month) } }
    return [
      StyledText(row.organisation.shortName, role),
      StyledText(isShare && role == .text ? row.organisation.role.word : row.organisation.code.text, .faint),
      StyledText(figure?.digits(unit: .pounds) ?? "–", figure?.value == nil ? .missing : role)
        .marked(figure, room: past),
      statedCell(stated(row, state), month.flatMap { position?.outturn(in: $0) }),
      StyledText(aims?.controlTotal?.millions ?? "–", .faint),
      StyledText(
        figure.map { $0.value == nil ? row.absence : $0.markedVariance(unit: .pounds) } ?? row.absence,
        figure?.role ?? .missing),
      StyledText(toDate?.digits(unit: .pounds) ?? "–", toDate?.value == nil ? .missing : role),
      StyledText(aims?.planToDate?.millions ?? "–", .faint),
      StyledText(toDate?.markedVariance(unit: .pounds) ?? "", toDate?.role ?? .missing),
      ControlWords(row.charted).brief,
      StyledText(row.charted.slots.suffix(12).map(\.value).sparkline(width: 12), .chartLine),
      StyledText(pace.map { "\($0.needed.millions), \($0.achieved.millions)" } ?? ""),
      StyledText(funding(position?.sustainability), .faint),
      StyledText(remark(figure, position, month), .faint),
    ]
  }

  private static func funding(_ funding: SustainabilityFunding?) -> String {
    funding.map { "\($0.earned?.millions ?? "–"), \($0.planned?.millions ?? "–")" } ?? ""
  }

  /// The basis, the difference between what the organisation states and the sum, and the document.
  private static func remark(_ figure: Figure?, _ position: LedgerPosition?, _ month: Month?) -> String {
    var words: [String] = []
    if let month,
      let left = LedgerPosition.unreconciled(
        position?.statedOutturn(in: month), sum: position?.outturn(in: month))
    {
      words.append("\(left.text) not reconciled")
    }
    if let basis = position?.basis, basis != .unstated { words.append(basis.rawValue) }
    if let note = figure?.note, !note.isEmpty { words.append(note) }
    return words.joined(separator: " · ")
  }
}
