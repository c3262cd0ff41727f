import Metrics
import Screen

extension SeriesCells {
  /// The widths of the rows' contents, and which columns have any.
  struct Sizes {
    let name: Int, code: Int, period: Int, variance: Int, acts: Int, words: Int, brief: Int, freshness: Int
    let figureHeading: String
    let hasCodes: Bool, hasUnits: Bool, hasTargets: Bool, hasCounts: Bool, hasBefore: Bool, hasYearAgo: Bool
    let hasTrend: Bool
    /// The cells for the signs of a figure's past, in the columns of figures.
    let past: Int, pastBefore: Int, pastYearAgo: Int
    /// Whether the rows are of several periods, so that one of them is not the header's.
    let hasOwnPeriods: Bool
    /// The fewest cells for the title of a metric: fewer where its period must stand beside it on a small screen.
    let leastTitle: Int
    /// The widths of the meanings of variances: in full, and in fewer words.
    let meanings: [Int]

    init(_ rows: [SeriesDigest], _ names: Names, wide: Int, _ state: State) {
      func widest(_ width: (SeriesDigest) -> Int) -> Int { rows.map(width).max() ?? 0 }
      name = widest { names == .metrics ? title($0, wide: wide).count : SeriesCells.name($0, wide: wide).count }
      code = min(12, widest { SeriesCells.code($0).count })
      period = widest { SeriesCells.period($0, wide: wide).count }
      variance = widest { SeriesCells.variance($0).count }
      let forms = rows.map { row in row.figure.map { state.board.meanings(of: $0).map(\.count) } ?? [] }
      meanings = (0..<3).map { level in forms.map { $0[safe: level] ?? $0.last ?? 0 }.max() ?? 0 }
      acts = widest { SeriesCells.toActOn($0, state, room: .max).count }
      words = widest { ControlWords($0.charted).short.width }
      brief = widest { ControlWords($0.charted).brief.width }
      freshness =
        names == .metrics ? widest { $0.freshness?.styled(room: SeriesCells.freshnessWidth(wide: wide)).width ?? 0 } : 0
      figureHeading = names == .metrics ? "figure" : rows.first?.metric?.heading ?? "figure"
      hasCodes = rows.contains { !SeriesCells.code($0).isEmpty }
      hasUnits = rows.contains { $0.metric?.suffix.isEmpty == false }
      hasTargets = rows.contains { $0.figure?.target != nil }
      hasOwnPeriods = names == .metrics && Set(rows.compactMap { $0.period?.calendarPeriod }).count > 1
      leastTitle = hasOwnPeriods && wide < 44 ? 14 : 21
      hasCounts = rows.contains { $0.figure?.measurement.denominator != nil }
      hasBefore = rows.contains { $0.before != nil }
      hasYearAgo = rows.contains { $0.yearAgo != nil }
      hasTrend = rows.contains { $0.trend.count { $0 != nil } > 1 }
      past = Figure.roomForPast(rows.lazy.map(\.figure))
      pastBefore = Figure.roomForPast(rows.lazy.map(\.before))
      pastYearAgo = Figure.roomForPast(rows.lazy.map(\.yearAgo))
    }
  }

  static func column(
    _ kind: Kind, _ sizes: Sizes, _ names: Names, trend: Int, inWords: Bool, meaning: Int
  ) -> TableColumn {
    switch kind {
    case .name:
      let title = names == .metrics ? "metric" : "organisation"
      let least = max(title.count, min(sizes.name, names == .metrics ? sizes.leastTitle : 16))
      return TableColumn(title, minimum: least, ideal: max(title.count, min(sizes.name, 60)))
    case .code: return TableColumn("code", minimum: max(5, sizes.code), priority: 4)
    case .period:
      return TableColumn("period", minimum: max(6, sizes.period), priority: sizes.hasOwnPeriods ? 0 : 5)
    case .figure:
      return TableColumn(
        sizes.figureHeading, minimum: 7 + sizes.past, ideal: 8 + sizes.past, alignment: .trailing)
    case .unit: return TableColumn("unit", minimum: 4, priority: 7)
    case .target: return TableColumn("target", minimum: 6, ideal: 8, alignment: .trailing, priority: 3)
    case .variance: return TableColumn("variance", minimum: max(9, sizes.variance))
    case .acts:
      let acts = max(9, sizes.acts)
      // The meaning of a variance is never cut off, only said in fewer words; remarks beside it get the remaining room.
      return TableColumn("to act on", minimum: min(acts, max(9, meaning)), ideal: min(acts, 90), priority: 2)
    case .of: return TableColumn("of", minimum: 7, ideal: 8, alignment: .trailing, priority: 6)
    case .before: return TableColumn("before", minimum: 7 + sizes.pastBefore, alignment: .trailing, priority: 7)
    case .yearAgo: return TableColumn("year ago", minimum: 8 + sizes.pastYearAgo, alignment: .trailing, priority: 8)
    case .funnel: return TableColumn("funnel", minimum: 11, priority: 8)
    case .trend: return TableColumn("trend", minimum: trend, priority: 5)
    case .chart:
      return inWords
        ? TableColumn("control chart", minimum: max(13, sizes.words))
        : TableColumn("chart", minimum: max(5, sizes.brief), priority: 1)
    case .freshness: return TableColumn("freshness", minimum: max(9, sizes.freshness), priority: 8)
    }
  }
}
