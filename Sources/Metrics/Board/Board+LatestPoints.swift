/// The latest points of series, read from the end: where nothing shorter has to be added up, none before them is made.
extension Board {
  /// The latest points of a series at one grain whose periods have ended by a day, in order of time.
  ///
  /// - Parameters:
  ///   - day: the day; `nil` for all points.
  ///   - most: the most points; those before them are not made where that can be helped.
  public func latestPoints(_ key: Series.Key, grain: Period.Grain, endedBy day: Day?, atMost most: Int) -> [SeriesPoint]
  {
    let key = settled(key)
    return latestPoints(key, store.id(of: key), grain: grain, endedBy: day, atMost: most)
  }

  /// The latest point of a series at one grain that fits, looked for among those after a period; `nil` where none does.
  ///
  /// - Parameter id: its number in the store; `nil` where it has none.
  func latestPoint(
    _ key: Series.Key, _ id: SeriesID?, grain: Period.Grain, after start: Period? = nil,
    where fits: (SeriesPoint) -> Bool
  ) -> SeriesPoint? {
    if let id, isReturned(id, key, grain: grain) {
      return store.last(id, after: start) { $0.period.grain == grain && fits($0) }
    }
    let point = series(key, grain: grain).points.last(where: fits)
    return point.flatMap { point in start.map { $0 < point.period } ?? true ? point : nil }
  }

  /// The latest points of a series at one grain whose periods have ended by a day, in order of time.
  ///
  /// - Parameters:
  ///   - id: its number in the store; `nil` where it has none.
  ///   - day: the day; `nil` for all points.
  ///   - most: how many points, where not all are wanted.
  func latestPoints(
    _ key: Series.Key, _ id: SeriesID?, grain: Period.Grain, endedBy day: Day?, atMost most: Int
  ) -> [SeriesPoint] {
    if let id, isReturned(id, key, grain: grain) {
      return store.latest(id, of: grain, endedBy: day, atMost: most)
    }
    let points = series(key, grain: grain).points
    guard let day else { return points.suffix(most) }
    let later = points.reversed().prefix { !$0.period.hasEnded(by: day) }
    return points.dropLast(later.count).suffix(most)
  }

  /// Whether the points of a series at one grain are all in the store, because it has nothing shorter to add up.
  private func isReturned(_ id: SeriesID, _ key: Series.Key, grain: Period.Grain) -> Bool {
    !key.metric.isPosition && !store.hasPeriods(id, shorterThan: grain)
  }
}

extension Period {
  /// Whether its last day is this one or an earlier one; an undated period never has.
  func hasEnded(by day: Day) -> Bool { lastDay.map { $0 <= day } ?? false }
}
