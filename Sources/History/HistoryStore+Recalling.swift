import Metrics

/// Reading what a board no longer gets from its files.
extension HistoryStore {
  /// What a history adds to a board.
  public struct Recall: Sendable {
    /// Figures, file by file: those that no file has any more, and of an earlier moment those that files had then.
    public internal(set) var contributions: [Contribution] = []
    /// What else is known of the board's figures.
    public internal(set) var history = BoardHistory()
    /// What is to be said.
    public internal(set) var problems: [Problem] = []

    /// Nothing known.
    public init() {}

    /// The board of a system, of these files and what the history adds to them; of an earlier moment there are no files.
    public func board(
      of system: HealthSystem, beside files: [Contribution] = [], problems: [Problem] = [], readOn: Day?
    ) -> Board {
      var board = Board(system, files + contributions, problems: problems + self.problems, readOn: readOn)
      board.history = history
      return board
    }
  }

  /// What is known beside what files say now, all of which has been recorded.
  public func recall(beside contributions: [Contribution], at now: Moment) throws(HistoryFault) -> Recall {
    var problems: [Problem] = []
    var recall = try with(makes: false, problems: &problems) { database throws(HistoryFault) in
      let reader = try HistoryReader(database, until: .max)
      return try reader.recall(beside: contributions, gone: try reader.gone(), at: now)
    }
    recall.problems += problems
    return recall
  }

  /// Everything a board was made of at an earlier moment.
  public func recall(asOf moment: Moment) throws(HistoryFault) -> Recall {
    var problems: [Problem] = []
    return try with(makes: false, problems: &problems) { database throws(HistoryFault) in
      guard let first = try database.number("select min(seen_at) from reading") else { throw .missing }
      guard first <= moment.historySecond else { throw .tooEarly(Moment(historySecond: first)) }
      let reader = try HistoryReader(database, until: moment.historySecond)
      var (files, gone) = try reader.all()
      let there = try reader.files(&files)
      var recall = try reader.recall(beside: there.contributions, gone: gone, at: moment)
      recall.contributions = there.contributions + recall.contributions
      recall.problems += there.damaged.map { HistoryFault.unreadable($0, path: path) }
      recall.history.asOf = moment
      return recall
    }
  }
}

/// One reading of a history as it was known until some second.
struct HistoryReader {
  /// A figure as a row has it.
  struct Row {
    let series: Int
    let period: PeriodColumns
    let source: Int
    let number: Int
    let measurement: Measurement
    let rows: RowSpan
    let seen: Moment

    /// Whether it counts rather than another row about the same: known beats missing, then the later one.
    func beats(_ other: Row) -> Bool {
      measurement.isKnown != other.measurement.isKnown ? measurement.isKnown : number > other.number
    }
  }

  private let database: Database
  private let names: NameTable
  private let series: [Int: NameTable.Series]
  private let until: Int

  init(_ database: Database, until second: Int) throws(HistoryFault) {
    self.database = database
    names = try NameTable(database)
    series = try names.allSeries()
    until = second
  }

  private static let columns = """
    figure.series, figure.grain, figure.period, figure.source, figure.number, figure.kind, figure.numerator,
    figure.denominator, figure.value, figure.places, figure.line, figure.rows, figure.seen_at, figure.gone_at
    """

  private func row(_ statement: Statement) throws(HistoryFault) -> Row {
    guard let measurement = statement.measurement(5).measurement else { throw .corrupt("a figure that is none") }
    return Row(
      series: statement.int(0), period: PeriodColumns(grain: statement.int(1), number: statement.int(2)),
      source: statement.int(3), number: statement.int(4), measurement: measurement,
      rows: RowSpan(line: statement.int(10), rows: statement.int(11)), seen: Moment(historySecond: statement.int(12)))
  }

  /// The figures that their files no longer have, and no other file has either.
  func gone() throws(HistoryFault) -> [Row] {
    let statement = try database.statement(
      """
      select \(HistoryReader.columns) from latest join figure on figure.number = latest.figure
      where latest.gone = 1 and not exists (
        select 1 from latest as other where other.series = latest.series and other.grain = latest.grain
          and other.period = latest.period and other.gone = 0)
      order by latest.series, latest.grain, latest.period
      """)
    var rows: [Row] = []
    while try statement.step() { rows.append(try row(statement)) }
    return rows
  }

  /// Every figure as it was known until the moment: those that files had, by file, and the others.
  func all() throws(HistoryFault) -> (files: [Int: [Row]], gone: [Row]) {
    let statement = try database.statement(
      """
      select \(HistoryReader.columns), max(figure.number) from figure where seen_at <= ?
      group by figure.source, figure.series, figure.grain, figure.period
      """)
    statement.bind(until, at: 1)
    var files: [Int: [Row]] = [:]
    var gone: [Row] = []
    var held: Set<Subject> = []
    while try statement.step() {
      let row = try row(statement)
      if statement.optional(13).map({ $0 <= until }) ?? false {
        gone.append(row)
      } else {
        files[row.source, default: []].append(row)
        held.insert(Subject(row))
      }
    }
    return (
      files,
      gone.filter { !held.contains(Subject($0)) }.sorted {
        ($0.series, $0.period.grain, $0.period.number) < ($1.series, $1.period.grain, $1.period.number)
      }
    )
  }

  /// What a row is about.
  private struct Subject: Hashable {
    let series: Int, period: PeriodColumns
    init(_ row: Row) { (series, period) = (row.series, row.period) }
  }

  /// The files there were, in the order of their names, and those whose surroundings cannot be read.
  func files(_ rows: inout [Int: [Row]]) throws(HistoryFault) -> (contributions: [Contribution], damaged: [String]) {
    var contributions: [Contribution] = []
    var damaged: [String] = []
    for (source, surroundings, isThere) in try surroundings() where isThere {
      let own = (rows.removeValue(forKey: source) ?? []).sorted {
        ($0.rows.line, $0.number) < ($1.rows.line, $1.number)
      }
      let figures = try own.map { row throws(HistoryFault) in try observation(row, rows: row.rows) }
      let name = names.text(source) ?? ""
      if let contribution = surroundings.contribution(figures) {
        contributions.append(contribution)
      } else {
        damaged.append(name)
        contributions.append(
          Contribution(file: SourceFile(name: name), layout: "history", observations: Observations(figures)))
      }
    }
    return (contributions.sorted { $0.file.name < $1.file.name }, damaged)
  }

  private func observation(_ row: Row, rows: RowSpan) throws(HistoryFault) -> Observation {
    guard let series = series[row.series], let period = row.period.period else {
      throw .corrupt("a figure of nothing")
    }
    return Observation(
      series.metric, of: series.organisation, in: period, part: series.part, row.measurement, rows: rows)
  }

  /// What every file said beside its figures until the moment, and whether it was there then.
  private func surroundings() throws(HistoryFault) -> [(source: Int, surroundings: Surroundings, isThere: Bool)] {
    let statement = try database.statement(
      """
      select reading.source, named.bytes, rest.bytes, reading.gone_at
      from reading join content as named on named.number = reading.organisations
        join content as rest on rest.number = reading.surroundings
      where reading.number in (select max(number) from reading where seen_at <= ? group by source)
      """)
    statement.bind(until, at: 1)
    var all: [(source: Int, surroundings: Surroundings, isThere: Bool)] = []
    while try statement.step() {
      let isThere = statement.optional(3).map { $0 > until } ?? true
      all.append(
        (statement.int(0), Surroundings(organisations: statement.bytes(1), rest: statement.bytes(2)), isThere))
    }
    return all
  }

  /// What is known beside some files: figures they no longer have, and those that have had several values.
  func recall(
    beside contributions: [Contribution], gone rows: [Row], at now: Moment
  ) throws(HistoryFault) -> HistoryStore.Recall {
    var recall = HistoryStore.Recall()
    let covered = CoveredTime(contributions)
    var kept: [Int: [Row]] = [:]
    var withdrawn: [Int: [Row]] = [:]
    var place = 0
    while place < rows.count {
      let subject = Subject(rows[place])
      let end = rows[place...].firstIndex { Subject($0) != subject } ?? rows.count
      defer { place = end }
      // The first of those that count, which several files may have had.
      let best = rows[place..<end].dropFirst().reduce(rows[place]) { $1.beats($0) ? $1 : $0 }
      guard best.measurement.isReturned || best.measurement == .suppressed, let period = best.period.period,
        period != .undated
      else { continue }
      if covered.contains(period, of: names.text(best.source) ?? "") {
        withdrawn[best.source, default: []].append(best)
      } else {
        kept[best.source, default: []].append(best)
      }
    }
    recall.contributions = try recalled(kept)
    recall.history.versions = try versions()
    for (source, rows) in withdrawn.sorted(by: { $0.key < $1.key }) {
      if let problem = try withdrawal(rows, from: names.text(source) ?? "", now) { recall.problems.append(problem) }
    }
    return recall
  }

  /// The figures that no file has, file by file.
  private func recalled(_ rows: [Int: [Row]]) throws(HistoryFault) -> [Contribution] {
    if rows.isEmpty { return [] }
    let bare = Dictionary(
      uniqueKeysWithValues: try surroundings().filter { rows[$0.source] != nil }.map { source, bytes, _ in
        (source, bytes.contribution([]))
      })
    var contributions: [Contribution] = []
    for (source, rows) in rows {
      var number = 0
      let figures = try rows.map { row throws(HistoryFault) in
        number += 1
        return try observation(row, rows: RowSpan(line: number))
      }
      let file = bare[source] ?? nil
      var contribution = Contribution(
        file: SourceFile(name: "history of \(names.text(source) ?? "")"), layout: "history",
        isLocal: file?.isLocal ?? true, rowsRead: rows.count, observations: Observations(figures),
        organisations: file?.organisations ?? [])
      contribution.recollection = Recollection(rows.map { Recollection.Entry(rows: $0.rows, returned: $0.seen) })
      contributions.append(contribution)
    }
    return contributions.sorted { $0.file.name < $1.file.name }
  }

  /// Every value of the figures that have had several, or that several files speak of.
  private func versions() throws(HistoryFault) -> [BoardHistory.FigureKey: [BoardHistory.Version]] {
    let statement = try database.statement(
      """
      select \(HistoryReader.columns) from figure join (
        select distinct series, grain, period from latest where changes > 0) as changed
      on changed.series = figure.series and changed.grain = figure.grain and changed.period = figure.period
      where figure.seen_at <= ? order by figure.number
      """)
    statement.bind(until, at: 1)
    var versions: [BoardHistory.FigureKey: [BoardHistory.Version]] = [:]
    while try statement.step() {
      let row = try row(statement)
      guard let series = series[row.series], let period = row.period.period else { continue }
      let key = BoardHistory.FigureKey(series.metric, series.organisation, series.part, period)
      versions[key, default: []].append(BoardHistory.Version(row.measurement, seen: row.seen))
    }
    return versions.filter { $0.value.count > 1 }
  }

  /// The number of days for which a problem names the figures that a file has withdrawn.
  private static let daysToSay = 7

  /// That a file has withdrawn figures of a time that it still covers; `nil` where that is long ago.
  private func withdrawal(_ rows: [Row], from file: String, _ now: Moment) throws(HistoryFault) -> Problem? {
    var recent: [Row] = []
    for row in rows {
      let gone = try database.number("select gone_at from figure where number = ?", row.number) ?? .min
      if Moment(historySecond: gone).day.days(until: now.day) <= HistoryReader.daysToSay { recent.append(row) }
    }
    guard let first = recent.first else { return nil }
    let figure = try observation(first, rows: first.rows)
    let part = figure.part.map { ", \($0.breakdown) \($0.item)," } ?? ""
    let count = recent.count == 1 ? "a figure" : "\(recent.count) figures"
    return Problem(
      .warning, file: file,
      "the file no longer has \(count) for periods that it still covers, \(recent.count == 1 ? "" : "first ")"
        + "\(figure.organisation) \(figure.metric)\(part) \(figure.period.title): \(figure.measurement.text), "
        + "returned on \(first.seen.date); \(recent.count == 1 ? "it is" : "they are") not shown",
      fix: "look at the file; sitrep print --as-of \(first.seen.day.text) prints what it had")
  }
}

/// The time that each file still speaks of, by the length of its periods: what is older has only been left behind.
private struct CoveredTime {
  private struct Key: Hashable {
    let file: String, grain: Period.Grain
  }

  private var first: [Key: Day] = [:]

  init(_ contributions: [Contribution]) {
    for contribution in contributions {
      for period in contribution.observations.periodsWithFigures {
        guard let day = period.firstDay else { continue }
        let key = Key(file: contribution.file.name, grain: period.grain)
        if first[key].map({ day < $0 }) ?? true { first[key] = day }
      }
    }
  }

  func contains(_ period: Period, of file: String) -> Bool {
    guard let first = first[Key(file: file, grain: period.grain)], let last = period.lastDay else { return false }
    return last >= first
  }
}
