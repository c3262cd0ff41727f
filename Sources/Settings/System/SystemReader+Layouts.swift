import Metrics

extension SystemReader {
  /// Reads one `[[layout]]`; without a metric, a period, a figure and somebody whose figure it is, it is left out.
  mutating func readLayout(_ table: TomlReader.Table, of system: OrganisationCode) {
    let name = toml.text("name", in: table)?.value
    let metric = metric(in: table).flatMap { id in metrics.metric(id) }
    let organisations = organisations(in: table, of: system)
    let codes = codes(in: table, of: system)
    let ignored = toml.texts("ignore", in: table)
    let period = column("period-column", in: table, example: "Week ending", isNeeded: true)
    let cadence = toml.word("cadence", in: table, among: Metric.Cadence.allCases)?.value
    let figure = figure(in: table, of: metric)
    let part = part(in: table, of: metric)
    let sums = toml.truth("sum-rows", in: table)
    guard let metric, let organisations, let period, let figure, !part.isBroken else { return }
    // A date in a file about a metric of the system's own stands for the period that metric is returned for.
    let own = metrics.metrics.contains(metric) ? metric.cadence : nil
    let layout = LocalLayout(
      name: name ?? "layout of \(metric.id.text)", metric: metric.id, organisations: organisations, codes: codes,
      ignored: ignored,
      period: period, cadence: cadence ?? own, figure: figure, part: part.part, sumsRows: sums ?? false)
    if let first = layouts.firstIndex(where: { $0.readsSameFigure(as: layout) }) {
      toml.report(.metric(.layoutTwice(layout.name, firstLine: layoutLines[first])), at: table.place)
      return
    }
    layouts.append(layout)
    layoutLines.append(table.place.line)
  }

  /// The name of a column.
  private mutating func column(
    _ key: String, in table: TomlReader.Table, example: String, isNeeded: Bool = false
  ) -> String? {
    if let name = toml.text(key, in: table) { return name.value }
    if isNeeded, !toml.has(key, in: table) {
      toml.report(.missing(key, of: table.title, example: "\(key) = \"\(example)\""), at: table.place)
    }
    return nil
  }

  /// Whose figures they are: a column says it, or all are one organisation's.
  private mutating func organisations(in table: TomlReader.Table, of system: OrganisationCode) -> LocalLayout
    .Organisations?
  {
    let column = toml.text("organisation-column", in: table)
    let one = organisation(in: table, of: system)
    let hasColumn = toml.has("organisation-column", in: table)
    switch (column, one) {
    case (let column?, nil): return .column(column.value)
    case (nil, let one?) where !hasColumn: return .one(one)
    case (let column?, .some):
      toml.report(.metric(.both("organisation-column", "organisation")), at: column.place)
    case (nil, _):
      if !hasColumn {
        toml.report(
          .missing("organisation-column", of: table.title, example: "organisation-column = \"Hospital\""),
          at: table.place)
      }
    }
    return nil
  }

  /// The codes of the names that the file uses.
  private mutating func codes(in table: TomlReader.Table, of system: OrganisationCode) -> [String: OrganisationCode] {
    var codes: [String: OrganisationCode] = [:]
    // A file may write a name in any case.
    var first: [String: Placed<(key: String, value: String)>] = [:]
    for pair in toml.pairs("codes", in: table).sorted(by: { $0.place < $1.place }) {
      let name = pair.value.key.lowercased()
      if let known = first[name] {
        if known.value.value != pair.value.value {
          toml.report(
            .metric(.nameTwice(pair.value.key, first: known.value.key, firstLine: known.place.line)), at: pair.place)
        }
        continue
      }
      first[name] = pair
      let code = OrganisationCode(pair.value.value)
      if !organisations.isEmpty, organisations.place(of: code.text) == nil, code != system {
        let known = organisations.codes + [system.text]
        toml.report(
          .metric(.noSuchOrganisation(code.text, key: "\"\(pair.value.key)\"", known: known)), at: pair.place)
      }
      codes[pair.value.key] = code
    }
    return codes
  }

  /// Where the figures are: in one column, or in two.
  private mutating func figure(in table: TomlReader.Table, of metric: Metric?) -> LocalLayout.Figure? {
    let value = toml.text("value-column", in: table)
    let numerator = toml.text("numerator-column", in: table)
    let denominator = toml.text("denominator-column", in: table)
    switch (value, numerator, denominator) {
    case (let value?, nil, nil): return .value(value.value)
    case (nil, let numerator?, let denominator?):
      if let metric, ![.percent, .seconds].contains(metric.unit) {
        toml.report(.metric(.noShare(metric.id.text, unit: metric.unit.rawValue)), at: numerator.place)
        return nil
      }
      return .counts(numerator: numerator.value, denominator: denominator.value)
    case (let value?, _, _): toml.report(.metric(.both("value-column", "numerator-column")), at: value.place)
    case (nil, let numerator?, nil):
      toml.report(.metric(.half("numerator-column", without: "denominator-column")), at: numerator.place)
    case (nil, nil, let denominator?):
      toml.report(.metric(.half("denominator-column", without: "numerator-column")), at: denominator.place)
    case (nil, nil, nil):
      if !["value-column", "numerator-column", "denominator-column"].contains(where: { toml.has($0, in: table) }) {
        let example =
          metric?.unit == .percent ? "numerator-column = \"Within 4 hours\"" : "value-column = \"Over 30 min\""
        toml.report(.missing("value-column", of: table.title, example: example), at: table.place)
      }
    }
    return nil
  }

  /// Which part of the metric a row is about.
  private mutating func part(
    in table: TomlReader.Table, of metric: Metric?
  ) -> (part: LocalLayout.Part?, isBroken: Bool) {
    let breakdown = toml.text("breakdown", in: table)
    let column = toml.text("item-column", in: table)
    switch (breakdown, column) {
    case (nil, nil): return (nil, toml.has("breakdown", in: table) || toml.has("item-column", in: table))
    case (let breakdown?, let column?):
      guard let metric else { return (nil, true) }
      let known = metric.breakdowns.map(\.name)
      if known.contains(breakdown.value) { return (LocalLayout.Part(breakdown.value, column: column.value), false) }
      toml.report(.metric(.noSuchBreakdown(breakdown.value, of: metric.id.text, known: known)), at: breakdown.place)
    case (let breakdown?, nil):
      toml.report(.metric(.half("breakdown", without: "item-column")), at: breakdown.place)
    case (nil, let column?):
      toml.report(.metric(.half("item-column", without: "breakdown")), at: column.place)
    }
    return (nil, true)
  }
}

extension LocalLayout {
  /// Whether another layout would read the same figure of the same rows a second time.
  fileprivate func readsSameFigure(as other: LocalLayout) -> Bool {
    metric == other.metric && organisations == other.organisations && period == other.period && figure == other.figure
      && part == other.part
  }
}
