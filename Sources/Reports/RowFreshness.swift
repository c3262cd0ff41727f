import Metrics

/// The freshness of the series in the rows of `sitrep print`, each determined once.
struct RowFreshness {
  let board: Board
  /// The day it is judged on.
  let day: Day
  private var known: [Series.Key: Freshness] = [:]

  init(board: Board, day: Day) {
    self.board = board
    self.day = day
  }

  /// `freshness` and `late_days` of a row; both `null` for a record of money and for an undated figure.
  mutating func members(of row: FigureRow) -> (state: JSON, lateDays: JSON) {
    guard let key = row.key else { return (.null, .null) }
    let whole = Series.Key(key.metric, key.organisation)
    let freshness = known[whole] ?? board.freshness(row.metric, of: key.organisation, on: day)
    known[whole] = freshness
    switch freshness.state {
    case .current: return (.text("current"), .null)
    case .due: return (.text("due"), .null)
    case .ended: return (.text("ended"), .null)
    case .late(let days): return (.text("late"), .whole(days))
    case .stale: return (.text("late"), .null)
    case .undated: return (.null, .null)
    }
  }
}
