import Dashboard
import Feeds
import Metrics
import Screen

/// What is kept and shown of a board's history, as it was asked for.
struct HistoryRequest: Sendable {
  /// `--as-of`, as it was typed.
  var asOf: String?
  /// `--since`, as it was typed.
  var since: String?
  /// Where the last board was left.
  var last: LastLook?

  /// When a board of a system was left.
  struct LastLook: Sendable {
    let system: String
    let left: Moment
  }

  /// What is expected of a day.
  static let dayWords = "a day such as 2026-11-20 or \"20 Nov\", with or without a time such as 09:00"

  /// The moment that a text means; ends the program where it means none.
  static func moment(_ text: String, of option: String, before now: Moment) throws(ExitReason) -> Moment {
    // A time alone is of today, or of yesterday where it is still to come.
    if let today = Moment("\(now.day.text)T\(text)") {
      return today <= now ? today : Moment(day: today.day.advanced(by: -1), second: today.second)
    }
    guard let moment = Moment(asOf: text, before: now) else {
      throw .wrongUsage("--\(option) is \"\(Glyph.sanitised(text))\"; expected \(dayWords)")
    }
    return moment
  }
}

/// The history of a board that was asked for.
extension BoardRequest {
  /// Where it is kept.
  var keeper: HistoryKeeper { HistoryKeeper(isWanted: settings.history, feed: setup.feed) }

  /// What writes and reads it while the board is live.
  var historyDesk: HistoryDesk { HistoryDesk(keeper) }

  /// The board with what its history adds.
  func remembered(_ loaded: Loaded) -> Loaded {
    keeper.remember(loaded, at: setup.clock.moment(of: loaded.board.healthSystem), checks: false).loaded
  }

  /// The board as it was known at the moment that was asked for; `nil` where none was.
  func past(_ loaded: Loaded?) throws(ExitReason) -> Loaded? {
    guard let loaded, let text = history.asOf else { return nil }
    let now = setup.clock.moment(of: loaded.board.healthSystem)
    let moment = try HistoryRequest.moment(text, of: "as-of", before: now)
    do throws(HistoryProblem) {
      return try keeper.board(of: loaded, asOf: moment)
    } catch {
      throw .nothingLoaded([error.problem], advice: "")
    }
  }

  /// When somebody last looked at the board, or the moment that was asked for; `nil` where neither is known.
  func lastLook(on board: Board) -> Moment? {
    let now = setup.clock.moment(of: board.healthSystem)
    if let since = history.since { return try? HistoryRequest.moment(since, of: "since", before: now) }
    return history.last?.system == board.healthSystem.code.text ? history.last?.left : nil
  }

  /// What acts for a board that is played from keys.
  func outside(of shown: Loaded, present: Loaded) -> ScriptedOutside {
    ScriptedOutside(loaded: shown, present: present, writer: writer, actions: actions, history: keeper)
  }

  /// Says what has changed since the moment that was asked for.
  func sayChanges(on loaded: Loaded, in run: inout BoardRun) {
    guard history.since != nil, run.state.asOf == nil, let since = lastLook(on: loaded.board),
      let changes = keeper.changes(on: loaded, since: since, settings.viewSettings, today: run.state.today)
    else { return }
    run.obey(.changedSince(since, changes)) { _, _ in [] }
  }
}
