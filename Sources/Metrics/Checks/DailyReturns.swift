/// Compares published months with the daily returns for the same months.
///
/// A published month takes precedence over the sum of its days; where all its days are in and the two differ, the
/// difference is a problem.
struct DailyReturns {
  let catalogue: MetricCatalogue
  /// The names of the files, by the number of their contribution.
  let files: [String]

  /// The months that differ from the sum of their days, by file and line.
  func problems(_ store: SeriesStore) -> [Problem] {
    store.dailySeries.flatMap { key in
      catalogue[key.metric]?.rollUp == .flow ? problems(key, store.points(key)) : []
    }.sorted { ($0.file, $0.line ?? 0, $0.message) < ($1.file, $1.line ?? 0, $1.message) }
  }

  private func problems(_ key: Series.Key, _ points: [SeriesPoint]) -> [Problem] {
    let days = points.filter { $0.period.grain == .day }
    if days.isEmpty { return [] }
    let months = OverTime(to: .month, rolls: .flow).points(days).filter(Board.isComplete)
    let summed = Dictionary(months.map { ($0.period, $0.measurement) }, uniquingKeysWith: { first, _ in first })
    return points.compactMap { point in
      guard point.period.grain == .month, case .published(let contribution, let rows) = point.origin,
        let sum = summed[point.period], let difference = point.measurement.difference(sum)
      else { return nil }
      let part = key.part.map { ", \($0.words)," } ?? ""
      return Problem(
        .warning, file: files[Int(contribution)], line: rows.line,
        "\(key.organisation) \(key.metric)\(part) \(point.period.title) is published as \(point.measurement.text), its "
          + "\(point.period.days ?? 0) daily returns add up to \(sum.text)",
        fix: "ask which is right; the board uses the published month", amount: difference)
    }
  }
}
