import Actions
import Dashboard
import Feeds
import Metrics

/// The outside of a board that is played from a list of keys: it answers at once, and uses no terminal.
struct ScriptedOutside {
  /// What the board was read from.
  var loaded: Loaded
  /// Writes its pictures.
  let writer: FrameWriter
  /// The folder of actions, where one is open.
  let actions: ActionFolder?
  /// The history of the board.
  let history: HistoryKeeper
  /// The board as it is known now.
  private let present: Loaded

  init(loaded: Loaded, present: Loaded, writer: FrameWriter, actions: ActionFolder?, history: HistoryKeeper) {
    (self.loaded, self.present) = (loaded, present)
    (self.writer, self.actions, self.history) = (writer, actions, history)
  }

  /// Reads the actions into a board.
  func readActions(for run: inout BoardRun) {
    if let actions { run.obey(.actions(actions.read())) { _, _ in [] } }
  }

  /// Carries out an effect.
  mutating func carryOut(_ effect: Effect, _ state: State) -> [Action] {
    switch effect {
    case .readRows(let key, let period, let returns):
      guard let request = RowRequest(key, period, returns, in: loaded) else {
        return [.rows(SourceListing(of: key, period, fromHistoryOf: loaded.board, returns))]
      }
      return [.rows(SourceListing(request.read()))]
    case .system(let code):
      let board = loaded.board
      guard let system = SystemChoice.system(code, insteadOf: board.healthSystem, among: board.systemsToChoose) else {
        return []
      }
      loaded = loaded.board(about: system)
      return [.show(loaded.board)]
    case .asOf(let moment):
      do throws(HistoryProblem) {
        let other = try moment.map { moment throws(HistoryProblem) in try history.board(of: present, asOf: moment) }
        loaded = other ?? present
      } catch {
        return [.say(error.problem.message)]
      }
      return [.tick(moment ?? present.board.history?.asOf ?? state.now, passed: 0), .show(loaded.board)]
    case .write(let name): return [.say(writer.write(state, name: name))]
    case .theme(let name):
      _ = writer.themes.choose(name)
      return [.settings(themes: writer.themes.names, problems: writer.themes.problems)]
    case .copy(let text): return [.say("there is no terminal to send it to: \(text)")]
    case .act(let draft):
      guard let actions else { return [] }
      return ActionDesk.answers(to: draft, in: actions, at: state.now)
    case .quit, .redraw, .bell, .notify, .stopReading, .resumeReading, .accept: return []
    }
  }
}

extension SourceListing {
  /// That the rows of a figure are not kept: a history has figures alone.
  init(of key: Series.Key, _ period: Period, fromHistoryOf board: Board, _ returns: [FiledReturn]) {
    let names = returns.filter { board.contributions.indices.contains($0.contribution) }.map {
      board.contributions[$0.contribution].file.name
    }
    self.init(
      key: key, period: period, file: names.count > 1 ? "\(names.count) files" : names.first ?? "",
      remark: board.asOf == nil
        ? "the file no longer has these rows; the history has the figure alone"
        : "the rows of that time are not kept; the history has the figure alone")
  }

  /// The rows of a figure in the form of the source page.
  init(_ reading: RowReading) {
    self.init(
      key: reading.request.key, period: reading.request.period, file: reading.fileName,
      written: SourceListing.written(reading.modified), header: reading.columns, rows: reading.rows,
      remark: reading.remark)
  }

  /// `14 Feb 2018 09:12`.
  private static func written(_ second: Int) -> String {
    let moment = BoardClock.moment(ofSecond: Int64(second))
    return "\(Period.title(of: moment.day)) \(moment.clock)"
  }
}
