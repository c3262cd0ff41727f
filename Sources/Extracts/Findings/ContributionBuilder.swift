import Metrics

/// Collects what one file contributes while it is being read.
struct ContributionBuilder {
  /// The problems of the file.
  var problems: Problems
  /// Money.
  var finance = FinanceRecords()
  /// Weekly bands of waiting lists.
  var waitingLists: [WaitingList] = []
  /// Targets the file sets.
  var targets: [Target] = []
  /// Totals the file states.
  var statedTotals: [StatedTotal] = []
  /// Documents and notes by line.
  var documents: [Int: String] = [:]
  /// Whether the row being read belongs to the figure whose rows are asked for.
  var isSelected = false
  /// Whether the current row counts as one of those rows only if no other row does: it is a part of a whole that the
  /// file may not state.
  var isSelectedAsPart = false
  /// The lines of the parts that count, where only the whole file tells which of them do; empty where all of them do.
  var countedParts: Set<Int> = []

  /// The metrics whose halves have already caused a warning.
  private var metricsWithHalves: Set<MetricID> = []

  /// The name of the file.
  let fileName: String
  /// Whether the rows of one figure are asked for.
  let isSelecting: Bool
  private let selection: RowSelection?
  private let header: Header
  private var figures = FigureAccumulator()
  private var metrics: [MetricID] = []
  private var furtherMetrics: [MetricID: Int32] = [:]
  private var periods: [Period] = []
  private var periodNumbers: [Period: Int32] = [:]
  private var codes = Interner()
  private var codeTexts: [OrganisationCode] = []
  /// The number of the organisation for each spelling of a code.
  private var canonical: [Int32] = []
  /// The numbers of texts that name a total and not an organisation.
  private var totals: Set<Int> = []
  /// The codes of the system, by their lower-case spellings.
  private let knownCodes: [String: OrganisationCode]
  private var named: [Organisation] = []
  /// The place of each organisation among the named ones; -1 where the file has only its code.
  private var places: [Int32] = []
  private var parts: [BreakdownItem] = []
  private var partNumbers: [BreakdownItem: Int32] = [:]

  init(file: SourceFile, header: Header, selection: RowSelection?, knownCodes: [String: OrganisationCode] = [:]) {
    self.knownCodes = knownCodes
    problems = Problems(file: file)
    fileName = file.name
    self.header = header
    self.selection = selection
    isSelecting = selection != nil
  }

  /// Warns once about a metric that has halves although each patient belongs to one provider; the halves are read as
  /// they are.
  mutating func noteHalves(_ measurement: Measurement, _ metric: MetricID, _ halves: Metric.Halves, line: Int) {
    guard halves == .unexpected, case .share(let within, let of) = measurement, !within.isWhole || !of.isWhole,
      metricsWithHalves.insert(metric).inserted
    else { return }
    problems.add(.unexpectedHalf(metric: metric.text, found: measurement.text), .warning, line: line)
  }

  /// The figures as observations.
  var observations: Observations {
    Observations(figures.gathered, metrics: metrics, organisations: codeTexts, periods: periods, parts: parts)
  }

  /// The organisations that the file names, in the order in which they first came.
  var organisations: [Organisation] { named }

  /// Whether only organisations and periods have been collected, because figures follow at the end of the file.
  var hasOnlyOrganisations: Bool {
    figures.gathered.rows.isEmpty && targets.isEmpty && documents.isEmpty && waitingLists.isEmpty
      && statedTotals.isEmpty
      && finance == FinanceRecords()
  }

  /// The periods, by number.
  var joinedPeriods: [Period] { periods }

  /// Adds the organisations of a later part; returns the number that each has here.
  mutating func joinOrganisations(_ later: ContributionBuilder) -> [Int] {
    var numbers: [Int] = []
    var added: [Int] = []
    later.codes.forEach { text in
      let (number, isNew) = codes.number(of: text)
      if isNew {
        added.append(numbers.count)
        codeTexts.append(later.codeTexts[numbers.count])
        places.append(-1)
        canonical.append(Int32(number))
      }
      numbers.append(number)
    }
    for place in added { canonical[numbers[place]] = canonical[numbers[Int(later.canonical[place])]] }
    totals.formUnion(later.totals.map { numbers[$0] })
    for (place, number) in numbers.enumerated() where later.places[place] >= 0 && places[number] < 0 {
      places[number] = Int32(named.count)
      named.append(later.named[Int(later.places[place])])
    }
    return numbers.map { Int(canonical[$0]) }
  }
}

/// The numbers that represent metrics, organisations, periods and parts.
extension ContributionBuilder {
  /// The number of an organisation by its code in a field.
  mutating func organisation(_ record: Record, _ field: Int) throws(Fault) -> Int {
    let (spelling, isNew) = codes.number(of: record, field)
    if isNew { addSpelling(spelling, record, field) }
    let number = Int(canonical[spelling])
    if codeTexts[number].text.isEmpty { throw Fault(.noCode, field) }
    if !totals.isEmpty, totals.contains(number) { throw Fault(.totalLeftOut(record.text(field)), field) }
    return number
  }

  /// The number of an organisation by its code.
  mutating func organisation(_ code: OrganisationCode) -> Int {
    let (number, isNew) = codes.number(of: code.text)
    if isNew { addCode(code, number) }
    return Int(canonical[number])
  }

  /// Whether the system has no organisation with this code, so that a text that names a total is one.
  func isUnlisted(_ code: String) -> Bool { knownCodes[code.lowercased()] == nil }

  private mutating func addCode(_ code: OrganisationCode, _ number: Int) {
    codeTexts.append(code)
    places.append(-1)
    canonical.append(Int32(number))
  }

  /// Determines what a new spelling of a code means.
  private mutating func addSpelling(_ spelling: Int, _ record: Record, _ field: Int) {
    let text = record.text(field)
    let code = CodeSpelling.code(text, known: knownCodes)
    addCode(code, spelling)
    if SpreadsheetDamage.isFromCode(code.text), knownCodes[code.text.lowercased()] == nil {
      problems.add(.damagedCode(text), .warning, line: record.line, field: field, title: header.title(field))
    }
    if code.text != text { canonical[spelling] = Int32(organisation(code)) }
    if TotalName.isTotal(record, field), knownCodes[text.lowercased()] == nil {
      totals.insert(Int(canonical[spelling]))
    }
  }

  /// The number of an organisation that the file names, with its name and role there.
  mutating func organisation(
    _ record: Record, _ field: Int, name: Int?, role: OrganisationRole, parent: OrganisationCode? = nil
  ) throws(Fault) -> Int {
    let number = try organisation(record, field)
    if places[number] < 0 {
      let title = name.map { record.text($0) } ?? ""
      places[number] = Int32(named.count)
      named.append(
        Organisation(code: codeTexts[number], name: title.isEmpty ? nil : title, role: role, parent: parent))
      if let name, ContributionBuilder.hasControls(title) {
        problems.add(.controlCharacters(title), .warning, line: record.line, field: name, title: header.title(name))
      }
    }
    return number
  }

  /// Gives an organisation the name that a file has beside its code; organisations of the system keep their own names.
  mutating func call(_ organisation: Int, _ title: String) {
    guard !title.isEmpty, isUnlisted(codeTexts[organisation].text) else { return }
    call(organisation, title, .provider, parent: nil)
  }

  /// Gives an organisation the details from a list, unless it already has some.
  mutating func call(_ organisation: Int, _ title: String, _ role: OrganisationRole, parent: OrganisationCode?) {
    guard places[organisation] < 0 else { return }
    places[organisation] = Int32(named.count)
    named.append(
      Organisation(code: codeTexts[organisation], name: title.isEmpty ? nil : title, role: role, parent: parent))
  }

  /// Sets the first and last months in which an organisation existed under its code.
  mutating func limit(_ organisation: Int, from: Month?, to: Month?) {
    guard places[organisation] >= 0 else { return }
    named[Int(places[organisation])].from = from
    named[Int(places[organisation])].to = to
  }

  /// The number of an organisation that the file has already named, by the bytes of its code.
  func namedOrganisation(_ code: UnsafeRawBufferPointer) -> Int? {
    codes.known(code).map { Int(canonical[$0]) }.flatMap { places[$0] < 0 ? nil : $0 }
  }

  /// Records a fault in a row of which some was read.
  mutating func add(_ fault: Fault, _ severity: Problem.Severity? = nil, line: Int) {
    problems.add(
      fault.cause, severity ?? fault.cause.severity, line: line, field: fault.field,
      title: fault.field.map { header.title($0) } ?? "")
  }

  /// The code of an organisation.
  func code(_ organisation: Int) -> OrganisationCode { codeTexts[organisation] }

  /// The number of a period.
  mutating func number(of period: Period) -> Int32 {
    if let last = periods.last, last == period { return Int32(periods.count - 1) }
    if let number = periodNumbers[period] { return number }
    periods.append(period)
    periodNumbers[period] = Int32(periods.count - 1)
    return Int32(periods.count - 1)
  }

  /// The period with a number.
  func period(_ number: Int32) -> Period { periods[Int(number)] }

  /// The number of a metric.
  mutating func number(of metric: MetricID) -> Int32 {
    // Most layouts have a few metrics; a file of a system with hundreds of its own is not searched row by row.
    if let number = metrics.prefix(8).firstIndex(of: metric) { return Int32(number) }
    if let number = furtherMetrics[metric] { return number }
    metrics.append(metric)
    if metrics.count > 8 { furtherMetrics[metric] = Int32(metrics.count - 1) }
    return Int32(metrics.count - 1)
  }

  /// The number of a part; -1 for the whole.
  mutating func number(of part: BreakdownItem?) -> Int32 {
    guard let part else { return -1 }
    if let number = partNumbers[part] { return number }
    parts.append(part)
    partNumbers[part] = Int32(parts.count - 1)
    return Int32(parts.count - 1)
  }

  /// Whether a text has characters that cannot be shown; most texts are ASCII and are not examined one by one.
  private static func hasControls(_ text: String) -> Bool {
    !text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } && text.unicodeScalars.contains(where: isControl)
  }

  /// Control characters, bidirectional marks and the like. The screen shows them as marks; they are never sent to a
  /// terminal.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}

/// Figures.
extension ContributionBuilder {
  /// The key of a figure.
  mutating func key(_ metric: MetricID, _ organisation: Int, _ period: Period, _ part: BreakdownItem? = nil)
    -> FigureAccumulator.Key
  {
    FigureAccumulator.Key(
      metric: number(of: metric), period: number(of: period), organisation: Int32(organisation), part: number(of: part))
  }

  /// Adds the measurement of one row to a figure; `false` where the two cannot be summed.
  @discardableResult
  mutating func add(_ measurement: Measurement, to key: FigureAccumulator.Key, line: Int, rows: Int = 1) -> Bool {
    if isSelecting { mark(key) }
    return figures.add(measurement, to: key, line: line, rows: rows)
  }

  /// Adds the measurement of one row to a figure; `false` where the two cannot be summed.
  @discardableResult
  mutating func add(
    _ measurement: Measurement, _ metric: MetricID, _ organisation: Int, _ period: Period, _ part: BreakdownItem? = nil,
    line: Int, rows: Int = 1
  ) -> Bool {
    add(measurement, to: key(metric, organisation, period, part), line: line, rows: rows)
  }

  /// Adds a figure whose rows have all been summed already; it cannot be found by its key any more.
  mutating func append(_ measurement: Measurement, as key: FigureAccumulator.Key, line: Int, rows: Int) {
    if isSelecting { mark(key) }
    figures.append(measurement, as: key, line: line, rows: rows)
  }

  /// Makes room for a number of figures.
  mutating func reserve(figures count: Int) { figures.reserve(count) }

  /// Calls a closure with each figure that was added.
  func forEachFigure(_ take: (FigureAccumulator.Key, Measurement) -> Void) {
    for place in figures.gathered.rows.indices {
      take(figures.gathered.rows[place].key, figures.gathered.measurement(place))
    }
  }

  /// Removes every figure of a metric.
  mutating func removeFigures(of metric: MetricID) {
    let number = number(of: metric)
    let before = figures.gathered
    figures = FigureAccumulator()
    for place in before.rows.indices where before.rows[place].key.metric != number {
      let span = before.span(place)
      _ = figures.add(before.measurement(place), to: before.rows[place].key, line: span.line, rows: span.rows)
    }
  }

  /// The measurement of a figure so far.
  func figure(_ key: FigureAccumulator.Key) -> (measurement: Measurement, rows: RowSpan)? { figures.figure(key) }

  /// Records that the current row belongs to a figure.
  mutating func mark(
    _ metric: MetricID, _ organisation: OrganisationCode, _ period: Period, _ part: BreakdownItem? = nil
  ) {
    if selection?.isFor(metric, organisation, period, part) == true { isSelected = true }
  }

  /// Records that the current row is a record of money. The rows of all records are asked for without a part, and those
  /// of one record by its title, whatever the breakdown is called.
  mutating func markRecord(
    _ metric: MetricID, _ organisation: OrganisationCode, _ period: Period, _ title: String
  ) {
    guard let selection else { return }
    let breakdown = selection.part?.breakdown ?? ""
    if selection.isFor(metric, organisation, period, nil)
      || selection.isFor(metric, organisation, period, BreakdownItem(breakdown, title))
    {
      isSelected = true
    }
  }

  /// Records that the current row belongs to a figure if no other row does.
  mutating func markAsPart(
    _ metric: MetricID, _ organisation: OrganisationCode, _ period: Period, _ part: BreakdownItem? = nil
  ) {
    if selection?.isFor(metric, organisation, period, part) == true { isSelectedAsPart = true }
  }

  private mutating func mark(_ key: FigureAccumulator.Key) {
    mark(
      metrics[Int(key.metric)], codeTexts[Int(key.organisation)], periods[Int(key.period)],
      key.part < 0 ? nil : parts[Int(key.part)])
  }
}
