/// Figures per unit, such as patients per GP. A total is worked out from them where the number of units is known. As in
/// every mean, each organisation's figure is weighted; the figures are never added up or averaged.
struct Weighted {
  let catalogue: MetricCatalogue

  /// Gives every such figure its weight: the organisation's own figure of the other metric for the same period.
  func apply(to store: inout SeriesStore) {
    for metric in catalogue.metrics {
      guard let per = metric.traits.per else { continue }
      for code in store.organisations(with: metric.id) {
        let weights = store.points(Series.Key(per, code))
        let key = Series.Key(metric.id, code)
        let points = store.points(key)
        store.file(points.map { point in Weighted.point(point, weights) }, under: key)
      }
    }
  }

  /// Without a weight, the figure is its organisation's own and is not part of a total.
  private static func point(_ point: SeriesPoint, _ weights: [SeriesPoint]) -> SeriesPoint {
    guard case .count(let value) = point.measurement else { return point }
    var weight = 0
    if case .count(let count)? = weights.first(where: { $0.period == point.period })?.measurement, count.isWhole {
      weight = count.halves / 2
    }
    let (parts, overflows) = value.parts.multipliedReportingOverflow(by: weight)
    let total = overflows ? 0 : Ratio(parts, Count.partsOfWhole).rounded(places: 0)
    let published =
      value.isWhole
      ? Decimal(value.halves / 2)
      : value.isInHalves ? Decimal(value.halves * 5, places: 1) : Decimal(value.parts, places: 6)
    return SeriesPoint(
      period: point.period,
      measurement: .mean(total: total, of: overflows ? 0 : weight, published: published),
      origin: point.origin)
  }
}

extension OrganisationRollUp {
  /// Compares a collective's own figure per unit with those of its organisations, through the totals that each implies.
  func compareWeighted(
    _ stated: [SeriesPoint], with rolled: [SeriesPoint], _ collective: Organisation, _ metric: Metric
  ) -> [Problem] {
    let sums = Dictionary(rolled.map { ($0.period, $0) }, uniquingKeysWith: { first, _ in first })
    return stated.compactMap { point in
      guard case .published(let contribution, let rows) = point.origin,
        case .mean(let total, let of, let published?) = point.measurement, of > 0, let sum = sums[point.period],
        case .rolledUp(let returned, let expected, _, _) = sum.origin, returned == expected,
        case .mean(let summed, let members, _) = sum.measurement, members > 0,
        let mean = sum.measurement.value, mean.rounded(places: published.places) != published.unscaled
      else { return nil }
      let difference = total - summed
      let things = metric.traits.per.flatMap { catalogue[$0]?.countedThings } ?? ""
      func words(_ value: Ratio, _ of: Int, _ total: Int) -> String {
        "\(value.text(places: published.places)) over \(Ratio(of).text(places: 0)) \(things), "
          + "\(Ratio(total).text(places: 0)) \(metric.countedThings) in all"
      }
      return Problem(
        .warning, file: files[Int(contribution)], line: rows.line,
        "\(collective.shortName) states \(metric.title) \(point.period.title) as \(words(published.ratio, of, total)), "
          + "and the \(returned) organisations below it come to \(words(mean, members, summed)); "
          + "\(Ratio(abs(difference)).text(places: 0)) not reconciled",
        fix: "ask the publisher which is right; nothing is adjusted",
        amount: Ratio(abs(difference)))
    }
  }
}
