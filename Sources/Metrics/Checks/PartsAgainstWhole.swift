/// Parts that should add up to a whole which the same file states: tiers of a population, reasons for delays.
///
/// A metric that the system defines is taken to have all its parts. For a built-in metric, a file may list only some,
/// so that only parts that exceed the whole are a problem.
struct PartsAgainstWhole {
  /// A warning for each whole, organisation and period.
  private(set) var problems: [Problem] = []

  private struct Key: Hashable {
    let metric: MetricID
    let organisation: OrganisationCode
    let period: Period
    let breakdown: String
  }

  init(_ contributions: [Contribution], catalogue: MetricCatalogue, tree: OrganisationTree) {
    for contribution in contributions where contribution.isLocal {
      let partitions = Self.partitions(contribution.observations, catalogue)
      guard !partitions.isEmpty else { continue }
      var sums: [Key: (sum: Measurement, parts: Int)] = [:]
      for observation in contribution.observations {
        guard let part = observation.part, partitions.contains(Name(observation.metric, part.breakdown)),
          case .count = observation.measurement
        else { continue }
        let key = Key(
          metric: observation.metric, organisation: observation.organisation, period: observation.period,
          breakdown: part.breakdown)
        let known = sums[key] ?? (.notReturned, 0)
        sums[key] = (known.sum.adding(observation.measurement) ?? .suppressed, known.parts + 1)
      }
      for whole in contribution.observations where whole.part == nil {
        for name in partitions where name.metric == whole.metric {
          let key = Key(
            metric: whole.metric, organisation: whole.organisation, period: whole.period, breakdown: name.breakdown)
          guard let found = sums[key], found.parts > 1 else { continue }
          note(whole, found.sum, parts: found.parts, name.breakdown, contribution, catalogue, tree)
        }
      }
    }
  }

  private struct Name: Hashable {
    let metric: MetricID
    let breakdown: String

    init(_ metric: MetricID, _ breakdown: String) { (self.metric, self.breakdown) = (metric, breakdown) }
  }

  /// The breakdowns whose parts add up, of the metrics for which a file has both parts and wholes.
  private static func partitions(_ observations: Observations, _ catalogue: MetricCatalogue) -> Set<Name> {
    guard !observations.parts.isEmpty else { return [] }
    return Set(
      observations.metrics.flatMap { id in
        (catalogue[id]?.breakdowns ?? []).filter(\.isPartition).map { Name(id, $0.name) }
      })
  }

  private mutating func note(
    _ whole: Observation, _ sum: Measurement, parts: Int, _ breakdown: String, _ contribution: Contribution,
    _ catalogue: MetricCatalogue, _ tree: OrganisationTree
  ) {
    guard case .count(let stated) = whole.measurement, case .count(let summed) = sum, !stated.agrees(with: summed)
    else { return }
    let isOwn = MetricCatalogue.builtIn[whole.metric] == nil
    guard isOwn || summed > stated else { return }
    let difference = (stated.ratio - summed.ratio).magnitude
    let (name, title) = (tree[whole.organisation]?.shortName ?? whole.organisation.text, catalogue[whole.metric]?.title)
    problems.append(
      Problem(
        .warning, file: contribution.file.name, line: whole.rows.line,
        "\(name) states \(title ?? whole.metric.text) \(whole.period.title) as \(stated.text); its \(parts) parts by "
          + "\(breakdown) add up to \(summed.text), \(difference.text(places: 0)) \(summed < stated ? "fewer" : "more")",
        fix: "ask which is right; nothing is adjusted", amount: difference))
  }
}
