import Metrics

extension SystemReader {
  /// Reads one `[[target]]`; without a metric and a value it is left out.
  mutating func readTarget(_ table: TomlReader.Table, of system: OrganisationCode) {
    let metric = metric(in: table)
    let organisation = organisation(in: table, of: system)
    let part = part(in: table)
    let kind = toml.word("kind", in: table, among: Target.Kind.allCases)?.value
    let hasKind = toml.has("kind", in: table)
    let (from, to) = months(in: table)
    let measured = metric.flatMap { metrics.metric($0) }
    let value = toml.target("value", in: table, of: measured.map { ($0.unit, $0.direction) })
    let source = toml.text("source", in: table)?.value
    if value == nil, !toml.has("value", in: table) {
      toml.report(.missing("value", of: table.title, example: "value = 95"), at: table.place)
    }
    // A target for a part of which only half is known would otherwise become one for the whole.
    guard let metric, let value, kind != nil || !hasKind, !part.isBroken else { return }
    metrics.targets.append(
      Target(
        metric, scope: SystemReader.scope(of: organisation), part: part.item, kind: kind ?? .local, value: value,
        from: from, to: to, source: source ?? toml.file))
  }

  /// The metric that a table is about.
  mutating func metric(in table: TomlReader.Table) -> MetricID? {
    guard let id = toml.text("metric", in: table) else {
      if !toml.has("metric", in: table) {
        toml.report(
          .missing("metric", of: table.title, example: "metric = \"\(Metric.builtIn[0].id)\""), at: table.place)
      }
      return nil
    }
    guard metrics.known.contains(id.value) else {
      toml.report(.metric(.noSuchMetric(id.value, known: metrics.known)), at: id.place)
      return nil
    }
    return MetricID(id.value)
  }

  /// The organisation a target or chart is for; `nil` for every organisation.
  mutating func organisation(
    in table: TomlReader.Table, of system: OrganisationCode
  ) -> OrganisationCode? {
    guard let code = toml.text("organisation", in: table), code.value != "*" else { return nil }
    let isKnown =
      organisations.place(of: code.value) != nil || [system, .england].contains(OrganisationCode(code.value))
    // A file that lists no organisations is about those in the extracts.
    if !organisations.isEmpty, !isKnown {
      let known = organisations.codes + [system.text]
      toml.report(.metric(.noSuchOrganisation(code.value, known: known)), at: code.place)
    }
    return OrganisationCode(code.value)
  }

  private mutating func part(in table: TomlReader.Table) -> (item: BreakdownItem?, isBroken: Bool) {
    let breakdown = toml.text("breakdown", in: table)
    let item = toml.text("item", in: table)
    switch (breakdown, item) {
    case (let breakdown?, let item?): return (BreakdownItem(breakdown.value, item.value), false)
    case (let breakdown?, nil):
      if !toml.has("item", in: table) {
        toml.report(.metric(.half("breakdown", without: "item")), at: breakdown.place)
      }
      return (nil, true)
    case (nil, let item?):
      if !toml.has("breakdown", in: table) {
        toml.report(.metric(.half("item", without: "breakdown")), at: item.place)
      }
      return (nil, true)
    case (nil, nil): return (nil, toml.has("breakdown", in: table) || toml.has("item", in: table))
    }
  }

  private static func scope(of organisation: OrganisationCode?) -> Target.Scope {
    guard let organisation else { return .everyone }
    return organisation == .england ? .england : .organisation(organisation)
  }
}
