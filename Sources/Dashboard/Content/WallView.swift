import Actions
import Metrics
import Screen

/// What a page shows on a wall.
struct WallView {
  /// The organisation.
  let organisation: OrganisationCode
  /// The title in full and in short.
  let title: String, shortTitle: String
  /// The period in the title.
  let period: Period?
  /// The figures: one of a metric or a series, otherwise those of every metric.
  let figures: [WallFigure]
  /// The list beside a single figure; `nil` where figures are side by side.
  var beside: [Line]?
  /// The lines of a list without figures, the most important first; `nil` for other views.
  var items: [Item]?
  /// The text where a list has no lines.
  var nothing = "nothing returned"

  /// A line of a list that fills the wall: an item that needs attention, or a metric of the summary.
  struct Item {
    /// The organisation and the metric, and the same in fewer cells.
    let names: [String]
    /// The figure or the variance in large digits.
    let digits: String
    /// The unit after the digits; empty where they have none.
    var suffix = ""
    /// Its words, in ever shorter forms.
    let words: [StyledText]
    /// The role of the digits.
    let role: Role
    /// Its own period where that is not the page's; else empty.
    var period = ""
    /// How many are in it, where somebody is missing and there is no room for words; else empty.
    var mark = StyledText()
    var isUnseen = false
  }
  /// Open actions, where it is about actions; `nil` where it is about figures.
  var actions: [AgreedAction]?

  /// A line of the list beside a figure: an organisation, or a period.
  struct Line {
    let name: String
    let figure: Figure?
    let isHidden: Bool
    let isUnseen: Bool

    init(_ name: String, _ figure: Figure?, _ state: State) {
      self.name = name
      self.figure = figure
      isHidden = state.hides(figure)
      isUnseen = figure.map { state.unseen.contains($0.key) } ?? false
    }
  }

  /// Every metric of the scope that has a better direction.
  static func everyMetric(of state: State, organisation: OrganisationCode? = nil) -> WallView {
    let panels = state.digest.overview.compactMap { panel -> MetricDigest? in
      guard case .metric(let metric) = panel else { return nil }
      return state.digest[metric]
    }
    return WallView(
      organisation: organisation ?? state.scope, title: "every metric", shortTitle: "all",
      period: state.viewSettings.period ?? state.digest.period,
      figures: panels.filter { $0.metric.direction != .neither && $0.hasValue }.map { WallFigure($0, state) })
  }

  /// The period a title speaks of: the latest in the length looked at, else the latest month, else the latest.
  static func latest(of periods: [Period], _ state: State) -> Period? {
    let grains = [state.viewSettings.grain, .month]
    return grains.lazy.compactMap { grain in periods.filter { $0.grain == grain }.max() }.first ?? periods.max()
  }

  /// Every metric of an organisation that has a better direction, from the rows of its table.
  static func rows(_ rows: [SeriesDigest], of organisation: OrganisationCode, _ state: State) -> WallView {
    let periods = rows.compactMap(\.period)
    return WallView(
      organisation: organisation, title: "every metric", shortTitle: "all",
      period: latest(of: periods, state),
      figures: rows.compactMap { row in
        row.metric.flatMap { $0.direction == .neither ? nil : WallFigure(row, metric: $0, state) }
      })
  }
}
