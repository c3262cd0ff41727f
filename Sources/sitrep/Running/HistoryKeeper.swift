import Dashboard
import Feeds
import Glibc
import History
import Metrics

/// The history of the boards that are opened from the same folders and files: one database for each system, in the user's
/// state folder on this machine.
struct HistoryKeeper: Sendable {
  /// `history` as it was settled; `nil` where `system.toml` decides.
  let isWanted: Bool?
  /// The absolute paths of the folders and files.
  private let paths: [String]

  init(isWanted: Bool?, feed: Feed) {
    self.isWanted = isWanted
    paths = feed.paths.map(HistoryKeeper.absolute) + feed.sources.map { "source \($0.source.name)" }
  }

  /// Whether what a board knows is kept.
  func keeps(_ board: Board) -> Bool { isWanted ?? board.healthSystem.keepsHistory }

  private func store(for system: HealthSystem) -> HistoryStore? {
    UserFolders.state.map { HistoryStore(path: "\($0)/\(HistoryStore.fileName(system: system.code, paths: paths))") }
  }

  /// The board of what was loaded with what its history adds, once what it knows has been written; where that cannot be done,
  /// the board as it is, with the reason among its problems, and whether it is to be tried again.
  ///
  /// - Parameter checks: whether the whole database is looked through for damage first.
  func remember(_ loaded: Loaded, at now: Moment, checks: Bool) -> (loaded: Loaded, isToRepeat: Bool) {
    let board = loaded.board
    guard keeps(board), let store = store(for: board.healthSystem) else { return (loaded, false) }
    do throws(HistoryFault) {
      let receipt = try store.record(
        loaded.contributions, own: HistoryKeeper.own(board), at: now, isWhole: loaded.rest == .none, checks: checks)
      let recall = try store.recall(beside: loaded.contributions, at: now)
      return (showing(recall, on: loaded, problems: receipt.problems), false)
    } catch {
      // What was written before can be read from a disk that is full.
      let recall = error.passes ? try? store.recall(beside: loaded.contributions, at: now) : nil
      let problems = [error.problem(of: store.path)]
      return (showing(recall ?? HistoryStore.Recall(), on: loaded, problems: problems), error.passes)
    }
  }

  /// A board with what its history adds.
  private func showing(_ recall: HistoryStore.Recall, on loaded: Loaded, problems: [Problem]) -> Loaded {
    var board = recall.board(
      of: loaded.board.healthSystem, beside: loaded.contributions, problems: loaded.feedProblems + problems,
      readOn: loaded.board.readOn)
    board.unreadSheets = loaded.board.unreadSheets
    return loaded.showing(board)
  }

  /// The board as it was known at a moment.
  func board(of loaded: Loaded, asOf moment: Moment) throws(HistoryProblem) -> Loaded {
    guard let store = store(for: loaded.board.healthSystem) else {
      throw HistoryProblem(problem: HistoryFault.missing.problem(of: "history"))
    }
    do throws(HistoryFault) {
      let recall = try store.recall(asOf: moment)
      return loaded.showing(recall.board(of: loaded.board.healthSystem, readOn: moment.day))
    } catch {
      throw HistoryProblem(problem: error.problem(of: store.path))
    }
  }

  /// The figures that are others than they were at a moment; `nil` where nothing is known of it.
  func changes(on loaded: Loaded, since moment: Moment, _ viewSettings: ViewSettings, today: Day) -> Set<Series.Key>? {
    guard let earlier = try? board(of: loaded, asOf: moment) else { return nil }
    return State.changes(from: earlier.board, to: loaded.board, viewSettings, today: today)
  }

  /// The organisations whose figures are kept of published files: those of the system; all where there is none.
  private static func own(_ board: Board) -> Set<OrganisationCode>? {
    board.healthSystem.code == .all ? nil : Set(board.tree.byCode.keys)
  }

  private static func absolute(_ path: String) -> String {
    guard let real = realpath(PathBytes.shown(path), nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }
}

/// Why a board cannot be shown as it was known at a moment.
struct HistoryProblem: Error {
  let problem: Problem
}
