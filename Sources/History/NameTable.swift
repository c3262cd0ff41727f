import Metrics

/// The names of a history and their numbers: metrics, organisations, breakdowns, items and files, and the series they make.
struct NameTable {
  /// What a series is of.
  struct Series: Hashable {
    let metric: MetricID, organisation: OrganisationCode, part: BreakdownItem?
  }

  private let database: Database
  private var numbers: [String: Int] = [:]
  private var texts: [Int: String] = [:]
  private var known: [Series: Int] = [:]

  init(_ database: Database) throws(HistoryFault) {
    self.database = database
    let names = try database.statement("select number, text from name")
    while try names.step() {
      let (number, text) = (names.int(0), names.text(1))
      numbers[text] = number
      texts[number] = text
    }
  }

  /// The name with a number.
  func text(_ number: Int) -> String? { texts[number] }

  /// The number of a name, which gets one if it has none.
  mutating func number(of text: String) throws(HistoryFault) -> Int {
    if let number = numbers[text] { return number }
    let statement = try database.statement("insert into name (text) values (?)")
    statement.bind(text, at: 1)
    while try statement.step() {}
    let number = try database.number("select last_insert_rowid()") ?? 0
    numbers[text] = number
    texts[number] = text
    return number
  }

  /// The number of a series, which gets one if it has none.
  mutating func series(
    _ metric: MetricID, _ organisation: OrganisationCode, _ part: BreakdownItem?
  ) throws(HistoryFault) -> Int {
    let series = Series(metric: metric, organisation: organisation, part: part)
    if let number = known[series] { return number }
    let names = [
      try number(of: metric.text), try number(of: organisation.text), try number(of: part?.breakdown ?? ""),
      try number(of: part?.item ?? ""),
    ]
    let find = try database.statement(
      "select number from series where metric = ? and organisation = ? and breakdown = ? and item = ?")
    var found = try find.number(names[0], names[1], names[2], names[3])
    if found == nil {
      try database.run(
        "insert into series (metric, organisation, breakdown, item) values (?, ?, ?, ?)", names[0], names[1], names[2],
        names[3])
      found = try database.number("select last_insert_rowid()")
    }
    known[series] = found ?? 0
    return found ?? 0
  }

  /// Every series by its number.
  func allSeries() throws(HistoryFault) -> [Int: Series] {
    var all: [Int: Series] = [:]
    let rows = try database.statement("select number, metric, organisation, breakdown, item from series")
    while try rows.step() {
      guard let metric = texts[rows.int(1)], let organisation = texts[rows.int(2)], let breakdown = texts[rows.int(3)],
        let item = texts[rows.int(4)]
      else { throw .corrupt("a series without its names") }
      all[rows.int(0)] = Series(
        metric: MetricID(metric), organisation: OrganisationCode(organisation),
        part: breakdown.isEmpty && item.isEmpty ? nil : BreakdownItem(breakdown, item))
    }
    return all
  }
}

extension Statement {
  /// The measurement whose columns begin at this one.
  func measurement(_ column: Int) -> MeasurementColumns {
    MeasurementColumns(
      kind: int(column), numerator: optional(column + 1), denominator: optional(column + 2),
      value: optional(column + 3), places: optional(column + 4))
  }
}
