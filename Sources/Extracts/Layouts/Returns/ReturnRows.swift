import Metrics

/// How one row-based file of today's returns differs from another: each has a row for each organisation, period and
/// measure.
struct ReturnRowForm: Sendable {
  /// The name of the layout in messages.
  let title: String
  /// An example of a period, for problems.
  let example: String
  /// What a row counts; nothing for a measure that no metric uses.
  let cells: @Sendable (_ measure: ColumnName, _ kind: ColumnName, _ whose: ReturnOrganisation) -> [ReturnCell]
  /// The period of a row, from the text of its period and what it counts.
  let when: @Sendable (_ text: String, _ measure: ReturnMeasure) -> Period?
  /// Adds what follows from the measures of an organisation and period.
  var complete: @Sendable (_ cells: inout ReturnCells) -> Void = { _ in }
  /// Whether the days of a file all belong to one month.
  var isOfOneMonth = false
}

/// The columns of a file of returns in rows.
struct ReturnRowColumns: Sendable {
  let period, level, code: Int
  /// The column of the organisation's name; `nil` where the file has only its code.
  let name: Int?
  let measure: Int
  /// The column that distinguishes measures of the same name; `nil` where none is needed.
  let kind: Int?
  let value: Int
}

/// Reads a row-based file of returns.
struct ReturnRows: RowReader {
  private struct Key: Hashable {
    let organisation: Int
    let period: Period
  }

  /// What one organisation returned for one period, and the rows that it comes from.
  private struct Entry {
    let key: Key
    var cells = ReturnCells()
    var line: Int
    var rows = 0
  }

  private struct Meaning: Hashable {
    let measure, kind: Int
    let whose: ReturnOrganisation
  }

  private let form: ReturnRowForm
  private let header: Header
  private let period, level, code, measure, value: Int
  private let name, kind: Int?
  private var measures = Interner()
  private var kinds = Interner()
  private var meanings: [Meaning: [ReturnCell]] = [:]
  private var entries: [Entry] = []
  private var places: [Key: Int] = [:]
  private var seen = DuplicateRows()
  private var lastPeriod: (text: String, measure: ReturnMeasure, period: Period?)?

  var title: String { form.title }

  init(_ header: Header, _ columns: ReturnRowColumns, _ form: ReturnRowForm) {
    self.form = form
    self.header = header
    (period, level, code, name) = (columns.period, columns.level, columns.code, columns.name)
    (measure, kind, value) = (columns.measure, columns.kind, columns.value)
  }

  mutating func read(_ record: Record, into builder: inout ContributionBuilder) throws(Fault) {
    guard let whose = whose(record) else { return }
    let cells = cells(record, whose)
    guard let first = cells.first else { return }
    let time = try when(record, first.measure)
    let amount = try record.returned(value, first.measure)
    let fields = [level, code, measure] + (kind.map { [$0] } ?? [])
    try seen.note(record.key(fields, time), [amount], columns: [value], line: record.line, header: header)
    guard let organisation = try builder.organisation(whose, record, code, name: name) else { return }
    let key = Key(organisation: organisation, period: time)
    let place = places[key] ?? entries.count
    if place == entries.count {
      places[key] = place
      entries.append(Entry(key: key, line: record.line))
    }
    entries[place].rows += 1
    for cell in cells {
      entries[place].cells.add(amount, cell)
      guard builder.isSelecting else { continue }
      for figure in ReturnFigure.figures(with: cell) {
        builder.mark(figure.metric, builder.code(organisation), time, figure.part)
      }
    }
  }

  mutating func finish(into builder: inout ContributionBuilder) {
    let month = form.isOfOneMonth ? fileMonth : nil
    leaveOutOtherDays(than: month, &builder)
    for var entry in entries {
      if let month, case .day(let day) = entry.key.period, day.month != month { continue }
      form.complete(&entry.cells)
      builder.add(entry.cells, entry.key.organisation, entry.key.period, line: entry.line, rows: entry.rows)
      ReturnChecks.check(entry.cells, entry.key.period, line: entry.line, column: value, header, &builder)
    }
  }

  /// The kind of organisation that a row is about; `nil` for sums of others, and for the same discharges in another
  /// division.
  private func whose(_ record: Record) -> ReturnOrganisation? {
    if record.field(level, isLowercased: "provider") { return .provider }
    if record.field(level, isLowercased: "national") { return .england }
    return record.field(level, isLowercased: "icb") ? .system : nil
  }

  private mutating func cells(_ record: Record, _ whose: ReturnOrganisation) -> [ReturnCell] {
    let meaning = Meaning(
      measure: measures.number(of: record, measure).0, kind: kind.map { kinds.number(of: record, $0).0 } ?? 0,
      whose: whose)
    if let known = meanings[meaning] { return known }
    let cells = form.cells(
      ColumnName(record.text(measure)), ColumnName(kind.map { record.text($0) } ?? ""), whose)
    meanings[meaning] = cells
    return cells
  }

  private mutating func when(_ record: Record, _ measure: ReturnMeasure) throws(Fault) -> Period {
    let text = record.text(period)
    if lastPeriod?.text != text || lastPeriod?.measure != measure {
      lastPeriod = (text, measure, form.when(text, measure).flatMap { $0.isOfOurTime ? $0 : nil })
    }
    guard let period = lastPeriod?.period else { throw Fault(.badPeriod(text, example: form.example), self.period) }
    return period
  }

  /// The month that most days of the file belong to.
  private var fileMonth: Month? {
    var rows: [Month: Int] = [:]
    for entry in entries {
      if case .day(let day) = entry.key.period { rows[day.month, default: 0] += entry.rows }
    }
    return rows.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  /// Published files have contained rows for a day of another month; it cannot be told which day their figures belong
  /// to.
  private func leaveOutOtherDays(than month: Month?, _ builder: inout ContributionBuilder) {
    guard let month else { return }
    var strays: [(period: Period, line: Int, rows: Int)] = []
    for entry in entries {
      guard case .day(let day) = entry.key.period, day.month != month else { continue }
      if let place = strays.firstIndex(where: { $0.period == entry.key.period }) {
        strays[place].rows += entry.rows
      } else {
        strays.append((entry.key.period, entry.line, entry.rows))
      }
    }
    for stray in strays {
      builder.problems.add(
        .unknownRows(
          stray.period.title, rows: stray.rows, expected: "a day of \(month.name) \(month.year), as in the other rows",
          fix: "download the file again; a revision may have the right days"),
        .warning, line: stray.line, field: period, title: header.title(period))
    }
  }
}
