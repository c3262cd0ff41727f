import Metrics

/// Writing what a board knows.
extension HistoryStore {
  /// What came of writing a board.
  public struct Receipt: Sendable {
    /// How many figures were new, or another than before.
    public internal(set) var figures = 0
    /// How many figures their files no longer have.
    public internal(set) var gone = 0
    /// The moment they are kept as known at: now, or that of the last writing where the clock is behind it.
    public internal(set) var moment: Moment
    /// What is to be said of the history.
    public internal(set) var problems: [Problem] = []
  }

  /// Writes what a board knows at a moment; when this returns, it is on the disk.
  ///
  /// - Parameters:
  ///   - contributions: what its files yielded.
  ///   - own: the organisations whose figures are kept of published files; `nil` for all. Of the organisation's own files all are.
  ///   - checks: whether the whole file is looked through for damage first, as it should be once for each start.
  ///   - isWhole: whether these are all the files there are: a file that is not among them is gone then.
  public func record(
    _ contributions: [Contribution], own: Set<OrganisationCode>?, at now: Moment, isWhole: Bool = true,
    checks: Bool = false
  ) throws(HistoryFault) -> Receipt {
    var problems: [Problem] = []
    var receipt = try with(makes: true, problems: &problems) { database throws(HistoryFault) in
      if checks { try database.check() }
      return try database.change { () throws(HistoryFault) in
        var recording = try Recording(database, own: own, now: now)
        for contribution in contributions where contribution.recollection == nil { try recording.write(contribution) }
        if isWhole { try recording.dropOthers(than: contributions) }
        return try recording.finish()
      }
    }
    if receipt.moment.seconds(since: now) > HistoryStore.mostBehind {
      problems.append(HistoryFault.clockSetBack(path, now: now, last: receipt.moment))
    }
    receipt.problems = problems
    return receipt
  }

  /// So many seconds a clock may be behind without a word: at the end of summer time it is set back by an hour.
  static let mostBehind = 2 * 3600
}

/// One writing of a board.
private struct Recording {
  private let database: Database
  private let own: Set<OrganisationCode>?
  private let second: Int
  private var receipt: HistoryStore.Receipt
  private var names: NameTable
  private let held: Statement
  private let latest: Statement
  private let rivals: Statement
  private let insert: Statement
  private let settle: Statement
  private let leave: Statement
  private let mark: Statement

  init(_ database: Database, own: Set<OrganisationCode>?, now: Moment) throws(HistoryFault) {
    self.database = database
    self.own = own
    let last = try database.number("select written_at from clock")
    second = max(now.historySecond, last ?? .min)
    receipt = HistoryStore.Receipt(moment: Moment(historySecond: second))
    names = try NameTable(database)
    held = try database.statement(
      """
      select latest.series, latest.grain, latest.period, figure.kind, figure.numerator, figure.denominator, figure.value,
        figure.places, figure.number
      from latest join figure on figure.number = latest.figure where latest.source = ? and latest.gone = 0
      """)
    latest = try database.statement(
      """
      select figure.kind, figure.numerator, figure.denominator, figure.value, figure.places, latest.changes
      from latest join figure on figure.number = latest.figure
      where latest.series = ? and latest.grain = ? and latest.period = ? and latest.source = ?
      """)
    rivals = try database.statement(
      """
      select count(*) from latest where series = ? and grain = ? and period = ? and source <> ?
      """)
    insert = try database.statement(
      """
      insert into figure (series, grain, period, source, kind, numerator, denominator, value, places, line, rows, seen_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    settle = try database.statement(
      """
      insert or replace into latest (series, grain, period, source, figure, gone, changes)
      values (?, ?, ?, ?, last_insert_rowid(), 0, ?)
      """)
    leave = try database.statement("update figure set gone_at = ? where number = ?")
    mark = try database.statement(
      "update latest set gone = 1 where series = ? and grain = ? and period = ? and source = ?")
  }

  /// One figure by its numbers.
  private struct Place: Hashable {
    let series: Int, period: PeriodColumns
  }

  private struct Held {
    let measurement: MeasurementColumns
    let number: Int
  }

  /// Writes what has changed in a file.
  mutating func write(_ contribution: Contribution) throws(HistoryFault) {
    let source = try names.number(of: contribution.file.name)
    try writeSurroundings(of: contribution, source)
    var left = try figures(of: source)
    let observations = contribution.observations
    var periods = observations.periods.map { PeriodColumns($0) }
    periods.reserveCapacity(periods.count)
    let isKept = observations.organisations.map { code in
      contribution.isLocal || own?.contains(code) ?? true || code == .england || code == .all
    }
    var series = SeriesNumbers(observations)
    for number in observations.indices {
      let key = observations.key(number)
      guard isKept[Int(key.organisation)] else { continue }
      let observation = observations[number]
      let place = Place(series: try series.number(of: key, &names), period: periods[Int(key.period)])
      let measurement = MeasurementColumns(observation.measurement)
      if let known = left.removeValue(forKey: place), known.measurement == measurement { continue }
      try write(measurement, place, source, observation.rows)
    }
    for (place, known) in left { try drop(place, source, known.number) }
  }

  /// Notes which figures a file that is not there any more had.
  mutating func dropOthers(than contributions: [Contribution]) throws(HistoryFault) {
    let present = Set(contributions.map(\.file.name))
    let sources = try database.statement("select source from reading where gone_at is null group by source")
    var gone: [Int] = []
    while try sources.step() {
      if let name = names.text(sources.int(0)), !present.contains(name) { gone.append(sources.int(0)) }
    }
    for source in gone {
      for (place, known) in try figures(of: source) { try drop(place, source, known.number) }
      try database.run("update reading set gone_at = ? where source = ? and gone_at is null", second, source)
    }
  }

  mutating func finish() throws(HistoryFault) -> HistoryStore.Receipt {
    try database.run(
      "insert into clock (one, written_at) values (1, ?) on conflict (one) do update set written_at = excluded.written_at",
      second)
    return receipt
  }

  private func figures(of source: Int) throws(HistoryFault) -> [Place: Held] {
    var figures: [Place: Held] = [:]
    held.bind(source, at: 1)
    while try held.step() {
      let place = Place(series: held.int(0), period: PeriodColumns(grain: held.int(1), number: held.int(2)))
      figures[place] = Held(measurement: held.measurement(3), number: held.int(8))
    }
    return figures
  }

  private mutating func write(
    _ measurement: MeasurementColumns, _ place: Place, _ source: Int, _ rows: RowSpan
  ) throws(HistoryFault) {
    let (series, grain, period) = (place.series, place.period.grain, place.period.number)
    for (place, number) in [series, grain, period, source].enumerated() { latest.bind(number, at: place + 1) }
    var changes = 0
    if try latest.step() {
      changes = latest.int(5) + (latest.measurement(0) == measurement ? 0 : 1)
      latest.rewind()
    } else if try rivals.number(series, grain, period, source) ?? 0 > 0 {
      // Another file says something of it too: whether that was another value is seen when it is looked at.
      changes = 1
    }
    try insert.run(
      series, grain, period, source, measurement.kind, measurement.numerator, measurement.denominator,
      measurement.value, measurement.places, rows.line, rows.rows, second)
    try settle.run(series, grain, period, source, changes)
    receipt.figures += 1
  }

  private mutating func drop(_ place: Place, _ source: Int, _ number: Int) throws(HistoryFault) {
    try leave.run(second, number)
    try mark.run(place.series, place.period.grain, place.period.number, source)
    receipt.gone += 1
  }

  /// Writes what a file says beside its figures, where that has changed.
  private func writeSurroundings(of contribution: Contribution, _ source: Int) throws(HistoryFault) {
    let surroundings = Surroundings(of: contribution)
    let before = try database.statement(
      """
      select reading.organisations, reading.surroundings, named.bytes, rest.bytes, reading.gone_at
      from reading join content as named on named.number = reading.organisations
        join content as rest on rest.number = reading.surroundings
      where reading.number = (select max(number) from reading where source = ?)
      """)
    before.bind(source, at: 1)
    var known: (organisations: Int, rest: Int)?
    if try before.step() {
      let isSame = (before.bytes(2) == surroundings.organisations, before.bytes(3) == surroundings.rest)
      if isSame.0, isSame.1, before.optional(4) == nil { return before.rewind() }
      known = (isSame.0 ? before.int(0) : 0, isSame.1 ? before.int(1) : 0)
      before.rewind()
    }
    let organisations = try content(surroundings.organisations, known: known?.organisations)
    let rest = try content(surroundings.rest, known: known?.rest)
    try database.run(
      "insert into reading (source, organisations, surroundings, seen_at) values (?, ?, ?, ?)", source, organisations,
      rest, second)
  }

  private func content(_ bytes: [UInt8], known: Int?) throws(HistoryFault) -> Int {
    if let known, known > 0 { return known }
    let statement = try database.statement("insert into content (bytes) values (?)")
    statement.bind(bytes, at: 1)
    while try statement.step() {}
    return try database.number("select last_insert_rowid()") ?? 0
  }
}

/// The numbers of a file's series, each asked for once.
private struct SeriesNumbers {
  private struct Key: Hashable {
    let metric: Int32, organisation: Int32, part: Int32
  }

  private let observations: Observations
  private var known: [Key: Int] = [:]

  init(_ observations: Observations) { self.observations = observations }

  mutating func number(of key: GatheredFigures.Key, _ names: inout NameTable) throws(HistoryFault) -> Int {
    let short = Key(metric: key.metric, organisation: key.organisation, part: key.part)
    if let number = known[short] { return number }
    let number = try names.series(
      observations.metrics[Int(key.metric)], observations.organisations[Int(key.organisation)],
      key.part < 0 ? nil : observations.parts[Int(key.part)])
    known[short] = number
    return number
  }
}
