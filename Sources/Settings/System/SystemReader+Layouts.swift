import Metrics

extension SystemReader {
  /// Reads one `[[layout]]`; without a metric, a period, a figure and an organisation it is left out.
  mutating func readLayout(_ table: TomlReader.Table, of system: OrganisationCode) {
    let name = toml.text("name", in: table)?.value
    let money = toml.word("money", in: table, among: LocalMoney.Kind.allCases)
    let hasMoney = toml.has("money", in: table)
    let metric = hasMoney ? nil : metric(in: table).flatMap { id in metrics.metric(id) }
    if hasMoney, let both = toml.text("metric", in: table) {
      toml.report(.metric(.both("metric", "money")), at: both.place)
    }
    let organisations = organisations(in: table, of: system)
    let codes = codes(in: table, of: system)
    let ignored = toml.texts("ignore", in: table)
    let period = periods(in: table)
    let cadence = toml.word("cadence", in: table, among: Metric.Cadence.allCases)?.value
    let isAcross = period == .across
    let figure = hasMoney ? amounts(in: table, of: money?.value) : figure(in: table, of: metric, isAcross: isAcross)
    let part = part(in: table, of: metric)
    let sums = toml.truth("sum-rows", in: table)
    let sumsParts = toml.truth("sum-parts", in: table)
    let rows = rows("where", in: table)
    let nameColumn = toml.text("name-column", in: table)?.value
    let scale = scale(in: table)
    let order = toml.word("date-order", in: table, among: DateOrder.allCases)?.value
    let unit = unit(in: table)
    let area = area(in: table)
    guard let id = metric?.id ?? money?.value.metric, let organisations, let period, let figure, let rows, let scale,
      let area, !part.isBroken
    else { return }
    // A date in a file about one of the system's own metrics stands for the period for which that metric is returned.
    let isOwn = metric.map { metrics.metrics.contains($0) } ?? false
    let own = isOwn ? metric?.cadence : nil
    var layout = LocalLayout(
      name: name ?? "layout of \(id.text)", metric: id, organisations: organisations, codes: codes,
      ignored: ignored,
      period: period, cadence: cadence ?? own, figure: figure, part: part.part, sumsRows: sums ?? false)
    layout.sumsParts = sumsParts ?? (isOwn && part.part != nil)
    (layout.rows, layout.nameColumn, layout.scale, layout.moneyUnit) = (rows, nameColumn, scale, unit)
    (layout.isMonthFirst, layout.area) = (order.map { $0 == .monthFirst }, area)
    if let first = layouts.firstIndex(where: { $0.readsSameFigure(as: layout) }) {
      toml.report(.metric(.layoutTwice(layout.name, firstLine: layoutLines[first])), at: table.place)
      return
    }
    layouts.append(layout)
    layoutLines.append(table.place.line)
  }

  /// Where the file states the organisation, or the one organisation that all rows are about.
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

  /// The codes for the names that the file uses.
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

  /// The part of the metric that a row is about.
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
  /// Whether another layout would read the same figure from the same rows.
  fileprivate func readsSameFigure(as other: LocalLayout) -> Bool {
    metric == other.metric && organisations == other.organisations && period == other.period && figure == other.figure
      && part == other.part && rows == other.rows && area == other.area
  }
}
