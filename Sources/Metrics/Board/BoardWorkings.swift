import Statistics
import Synchronization

/// What a board has worked out that takes long, so that the same board need not work it out again when it is next
/// opened.
///
/// It holds for one board only: the same readings of the same files in the same order, the same settings, the same day
/// and the same program. Whoever stores it must store the identity of all of these with it.
public struct BoardWorkings: Sendable {
  /// The number of the series of every figure; `nil` for a small board, and where files give the same figure.
  var numbering: SeriesNumbering?
  /// What the checks of the figures against each other found.
  var checks: [Problem] = []
  /// Sums over organisations that were asked for.
  var sums: [Series.Key: [SeriesPoint]] = [:]
  /// Sums over organisations of which only these months were asked for.
  var sumsOfMonths: [SumOfMonth] = []
  /// Sums over time that were asked for.
  var sumsOverTime: [SumOverTime] = []
  /// What needs attention, for each view that was asked for.
  var attention: [View: [Item]] = [:]

  /// One month of a series; without a point where there is none.
  struct SumOfMonth: Sendable {
    let key: Series.Key
    let month: Month
    let point: SeriesPoint?
  }

  /// A series at a grain that it had to be summed to.
  struct SumOverTime: Sendable {
    let key: Series.Key
    let grain: Period.Grain
    let points: [SeriesPoint]
  }

  /// Whose list it is, and by which settings.
  struct View: Hashable, Sendable {
    let scope: OrganisationCode
    let settings: ViewSettings
  }

  /// What a control chart said of a figure that needs attention. The figure itself is made anew.
  struct Item: Sendable {
    let key: Series.Key
    let period: Period
    let isMissing: Bool, isNew: Bool
    let variation: Variation
    let isConcerning: Bool, isFailing: Bool
    let severity: Double

    init(_ item: Exception) {
      (key, period, isMissing) = (item.figure.key, item.figure.period, !item.absence.isEmpty)
      (isNew, variation, isConcerning, isFailing) = (item.isNew, item.variation, item.isConcerning, item.isFailing)
      severity = item.severity
    }
  }

  init() {}
}

extension Board {
  /// What it has worked out so far.
  public var workings: BoardWorkings {
    var workings = BoardWorkings()
    workings.numbering = store.numbering()
    workings.checks = checks
    for (number, points) in store.madeOnce.all { workings.sums[store.key(number)] = points }
    workings.sumsOfMonths = store.monthsMadeOnce.all.map { key, points in
      BoardWorkings.SumOfMonth(key: store.key(key.series), month: key.month, point: points.first)
    }
    workings.sumsOverTime = sums.all.map { key, points in
      BoardWorkings.SumOverTime(key: store.key(key.series), grain: key.grain, points: points)
    }
    workings.attention = attention.all.mapValues { $0.map(BoardWorkings.Item.init) }
    for (view, items) in knownAttention where workings.attention.count < AttentionMadeOnce.most {
      workings.attention[view] = items
    }
    return workings
  }

  /// Whether a list was asked for that was not known when it was opened: `print` and the live board ask for different ones.
  public var hasNewWorkings: Bool { attention.all.keys.contains { knownAttention[$0] == nil } }

  /// Takes the sums that were worked out before.
  func takeSums(of workings: BoardWorkings) {
    for (key, points) in workings.sums { store.remember(points, of: key) }
    for sum in workings.sumsOfMonths { store.remember(sum.point, of: sum.key, in: sum.month) }
    for sum in workings.sumsOverTime {
      guard let id = store.id(of: sum.key) else { continue }
      _ = sums.points(SumKey(series: id, grain: sum.grain)) { sum.points }
    }
  }
}

/// The lists of what needs attention that were asked for first; a list that is asked for again is at hand.
final class AttentionMadeOnce: Sendable {
  /// A session asks for a list for each period that somebody looks at; the first few are those that it opens with.
  static let most = 4
  private let known = Mutex<[BoardWorkings.View: [Exception]]>([:])

  /// All that are known.
  var all: [BoardWorkings.View: [Exception]] { known.withLock { $0 } }

  /// The list of a view: if it is known, otherwise what the closure returns.
  func list(_ view: BoardWorkings.View, _ make: () -> [Exception]) -> [Exception] {
    if let list = known.withLock({ $0[view] }) { return list }
    let list = make()
    known.withLock { if $0.count < AttentionMadeOnce.most { $0[view] = list } }
    return list
  }
}
