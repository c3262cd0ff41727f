import Metrics
import Screen
import Statistics

/// The summary in the form that boards use: each metric of an organisation with its latest figure, target, variation,
/// assurance, mean and limits, and the grid of variation × assurance.
struct SummaryPage: PageContent {
  let state: State
  let code: OrganisationCode

  init(_ state: State, _ code: OrganisationCode) {
    self.state = state
    self.code = code
  }

  /// One metric of the organisation.
  struct Row {
    let metric: Metric
    let period: Period?
    let figure: Figure?
    let charted: ChartedSeries
  }

  /// The metrics with figures of the organisation that fit the filter.
  var rows: [Row] {
    allRows.fitting(state.visit.filter) { ([$0.metric.shortTitle, $0.metric.title, $0.metric.id.text], []) }
  }

  /// The metrics of another organisation; those of the scope are the board's.
  var contents: PageDigest { state.prepared(for: .summary(code)) ?? workedOut }

  var allRows: [Row] {
    if code == state.digest.scope {
      return state.digest.panels.filter { $0.figure != nil }.map {
        Row(metric: $0.metric, period: $0.period, figure: $0.figure, charted: $0.charted)
      }
    }
    return contents.rows.compactMap { row in
      row.metric.flatMap { metric in
        !metric.hasPanel
          ? nil : Row(metric: metric, period: row.period, figure: row.figure, charted: row.charted)
      }
    }
  }

  private static func ids(_ rows: [Row]) -> [RowID] { rows.map { .metric($0.metric.id) } }
  func rows(of pane: Int) -> [RowID] { Self.ids(rows) }

  func draw(on frame: inout Frame, in region: Region) {
    let rows = rows
    let grid = SummaryGrid(rows, choice: state.viewSettings.choice)
    let gridRows =
      region.rows >= 16
      ? min(grid.height + 2, max(8, region.rows - rows.count - 3), region.rows / 2) : 0
    let parts = region.splitRows([.weight(1), .fixed(gridRows)])
    drawTable(rows, on: &frame, in: parts[0])
    guard gridRows > 0 else { return }
    let inner = Box(title: "Variation and assurance").draw(on: &frame, in: parts[1]).inset(rows: 0, columns: 1)
    grid.draw(on: &frame, in: inner)
  }

  private func drawTable(_ rows: [Row], on frame: inout Frame, in region: Region) {
    let organisation = state.board.organisation(code)
    let note = "\(code.text) · \(state.viewSettings.choice.words)"
    let tally = state.agreed?.tally.words ?? ""
    let inner = Box(
      title: "\(organisation.name) · summary", note: note, footer: tally.isEmpty ? "" : "\(tally) · L lists them",
      isFocused: true
    ).draw(on: &frame, in: region)
    guard !rows.isEmpty else {
      frame.write(StyledText("nothing has been returned for \(organisation.name)", .faint), in: inner, line: 0)
      return
    }
    let row = selectedRow(among: Self.ids(rows))
    let selected = rows.firstIndex { .metric($0.metric.id) == row }
    // The names of most metrics include the unit, so its column is dropped first.
    let marks = marks(of: rows)
    let columns = Self.columns(wide: inner.columns, marks)
    var table = Table(
      columns: columns, rowCount: rows.count, selection: selected, skippedColumns: state.visit.skippedColumns, pane: 0)
    table.gap = Self.gap(wide: inner.columns)
    let rooms = (title: table.width(of: 0, in: inner), latest: table.width(of: 1, in: inner) - marks.note)
    table.draw(on: &frame, in: inner) { row in
      let cells = Self.cells(rows[row], wide: inner.columns, rooms, marks, isNoted: isNoted(rows[row]))
      return zip(Self.columns, cells).filter { column, _ in columns.contains { $0.title == column.title } }.map { $1 }
    }
  }

  /// Whether there is a note on the period that is shown of a metric.
  private func isNoted(_ row: Row) -> Bool {
    row.period.map { state.agreed?.notes(about: row.metric.id, of: code, in: $0).isEmpty == false } ?? false
  }

  /// The cells that marks need: those of the past of a figure, and of a note on its period. None where there are none.
  /// And those of the longest figure and target, because a number is never cut.
  struct Marks {
    var past = 0, note = 0
    var figure = 0, target = 0, mean = 0
    /// Whether a figure is of another period than the header's, and has to say so.
    var hasOwnPeriod = false
  }

  /// The marks and the longest numbers of some rows.
  func marks(of rows: [Row]) -> Marks {
    Marks(
      past: Figure.roomForPast(rows.lazy.map(\.figure)), note: rows.contains(where: isNoted) ? 2 : 0,
      figure: rows.map { $0.figure?.digits(unit: $0.metric.unit).count ?? 0 }.max() ?? 0,
      target: rows.map { $0.figure?.targetDigits(unit: $0.metric.unit).count ?? 0 }.max() ?? 0,
      mean: rows.map { Self.mean($0).count }.max() ?? 0,
      hasOwnPeriod: rows.contains {
        $0.period?.isOwn(beside: state.viewSettings.period ?? state.digest.period) ?? false
      })
  }

  /// The columns of the table; that of the unit is dropped where it is narrow. Where a figure itself says that a sum is
  /// incomplete, its column has room for that; and each column has room for the marks in it.
  static func columns(wide: Int, _ marks: Marks) -> [TableColumn] {
    columns.filter { wide >= 130 || !$0.title.isEmpty }.map { column in
      if wide < hasNoWords, column.title == "figure" {
        return TableColumn("figure", minimum: max(10, marks.figure) + marks.past, alignment: .trailing)
      }
      let more = column.title == "figure" ? marks.past : column.title == "latest" ? marks.note : 0
      let digits = column.title == "figure" ? marks.figure : column.title == "target" ? marks.target : 0
      var wider = column
      (wider.minimum, wider.ideal) = (max(column.minimum, digits) + more, max(column.ideal, digits) + more)
      if column.title == "mean" { (wider.minimum, wider.ideal) = (max(5, marks.mean), max(5, marks.mean)) }
      if column.title == "latest", marks.hasOwnPeriod { wider.priority = 1 }
      if column.title == "lower" { wider.companions = ["mean", "upper"] }
      if column.title == "upper" { wider.companions = ["mean", "lower"] }
      return wider
    }
  }

  /// The widths below which there is little room for words, and below which there is none.
  private static let marksFigures = 60, hasNoWords = 44

  /// The blank cells between them.
  static func gap(wide: Int) -> Int { wide < 130 ? 1 : 2 }

  private static let columns: [TableColumn] = [
    TableColumn("metric", minimum: 14, ideal: 24), TableColumn("latest", minimum: 8, ideal: 12, priority: 5),
    TableColumn("figure", minimum: 7, ideal: 9, alignment: .trailing),
    TableColumn("", minimum: 4, ideal: 5, priority: 8),
    TableColumn("target", minimum: 6, ideal: 8, alignment: .trailing, priority: 1),
    TableColumn("variation", minimum: 16), TableColumn("assurance", minimum: 16),
    TableColumn("mean", minimum: 11, alignment: .trailing, priority: 2),
    TableColumn("lower", minimum: 7, ideal: 8, alignment: .trailing, priority: 3),
    TableColumn("upper", minimum: 7, ideal: 8, alignment: .trailing, priority: 3),
    TableColumn("points", minimum: 14, ideal: 18, priority: 6),
  ]

  /// - Parameter rooms: the cells of the columns for the metric and its period.
  private static func cells(
    _ row: Row, wide: Int, _ rooms: (title: Int, latest: Int), _ marks: Marks, isNoted: Bool
  ) -> [StyledText] {
    // A whole short name rather than the beginning of a long one.
    let title = row.metric.title.count > rooms.title ? row.metric.shortTitle : row.metric.title
    let latest = row.period.map { $0.title.count > rooms.latest ? $0.briefTitle : $0.title } ?? ""
    let unit = row.metric.unit
    let figure = row.figure
    let words = ControlWords(row.charted)
    let limits = limits(row)
    func number(_ value: Double?) -> StyledText {
      StyledText(value.map { ChartedNumber($0, unit: unit).text } ?? "", .faint)
    }
    // Where the words have no room, the figure says itself that somebody is missing.
    let mark = wide < marksFigures ? figure?.coverageMark.map { " " + $0 } ?? "" : ""
    let digits = (figure?.digits(unit: unit) ?? "–") + mark
    return [
      StyledText(title), StyledText(latest, .faint) + StyledText(isNoted ? " ◇" : "", .strong),
      StyledText(digits, figure?.value == nil ? .missing : figure?.role ?? .text).marked(figure, room: marks.past),
      StyledText(row.metric.suffix, .faint),
      StyledText(figure?.target == nil ? "" : figure?.targetDigits(unit: unit) ?? "", .faint),
      words.isEmpty
        ? StyledText(row.charted.isPartial ? figure?.coverageWords ?? "incomplete" : "too few points", .faint)
        : words.variation,
      words.isEmpty
        ? StyledText()
        : words.assurance.isEmpty
          ? StyledText((row.figure?.choice ?? .standard).lackingBriefly, .faint) : words.assurance,
      StyledText(mean(row), .faint),
      number(limits?.lower), number(limits?.upper), StyledText(points(row.charted), .faint),
    ]
  }

  /// The limits of its chart; `nil` where there are too few points for any.
  private static func limits(_ row: Row) -> ControlLimits? {
    ControlWords(row.charted).isEmpty || row.charted.constant != nil ? nil : row.charted.chart?.limits
  }

  /// The mean of its chart, with the unit where that is not the figure's; empty where there is none.
  private static func mean(_ row: Row) -> String {
    let unit = row.metric.unit
    guard let limits = limits(row) else { return "" }
    return ChartedNumber(limits.mean, unit: unit).text + (unit == .days ? " beds" : unit == .pounds ? "/month" : "")
  }

  /// `36`, or `11 provisional`, with the unit of the chart where it is not the figure's.
  private static func points(_ charted: ChartedSeries) -> String {
    let count = charted.slots.count { $0.value != nil }
    guard count >= 2 else { return "" }
    return "\(count)" + (charted.chart?.isProvisional == true ? " provisional" : "")
  }
}
