import Metrics
import Screen

/// Carries out what was intended: the only place where state changes.
public func reduce(_ state: inout State, _ action: Action) -> [Effect] {
  if !action.isOutside { state.message = "" }
  let effects = carryOut(&state, action)
  var boardChanged = false
  if case .show = action { boardChanged = true }
  if case .tick(let now) = action, now.day != state.digest.day { boardChanged = true }
  state.refreshDigest(boardChanged: boardChanged)
  return effects
}

private func carryOut(_ state: inout State, _ action: Action) -> [Effect] {
  switch action {
  case .up: state.move(by: -1)
  case .down: state.move(by: 1)
  case .left: state.moveSideways(by: -1)
  case .right: state.moveSideways(by: 1)
  case .pageUp: state.jump(by: -10)
  case .pageDown: state.jump(by: 10)
  case .first: state.jump(by: Int.min / 2)
  case .last: state.jump(by: Int.max / 2)
  case .open: return state.open()
  case .back: state.goBack()
  case .nextPane: state.turnPane(by: 1)
  case .previousPane: state.turnPane(by: -1)
  case .pane(let number): state.goToPane(number)
  case .startFilter: state.prompt = .filter(state.visit.filter)
  case .startCommand: state.prompt = .command("")
  case .sort: state.sortByNextColumn()
  case .reverse:
    state.visit.isReversed.toggle()
    state.message = state.visit.isReversed ? "order turned round" : "order as before"
  case .earlier: state.movePeriod(by: -1)
  case .later: state.movePeriod(by: 1)
  case .nextGrain: state.turnGrain()
  case .nextTarget: state.turnTarget()
  case .nextLens: state.turnLens()
  case .nextBreakdown: state.turnBreakdown()
  case .nextException: state.goToNextException()
  case .source: return state.openSource()
  case .nextTheme: return state.turnTheme()
  case .copy: return state.copyFigure()
  case .write: return [.write("sitrep-\(state.pageWord)")]
  case .problems: state.visitOnce(.problems)
  case .summary: state.visitOnce(.summary(state.summarised))
  case .help: state.visitOnce(.help)
  case .quit: return [.quit]
  case .type(let letter): state.type(letter)
  case .erase: state.erase(all: false)
  case .eraseAll: state.erase(all: true)
  case .complete: state.complete()
  case .recall: state.recall()
  case .submit: return state.submit()
  case .cancel: state.cancel()
  case .press(let position): state.press(position)
  case .doublePress(let position):
    state.press(position)
    return state.open()
  case .wheelUp: state.jump(by: -3)
  case .wheelDown: state.jump(by: 3)
  case .nothing(let key): state.message = "\(key) does nothing here; ? shows the keys"
  case .resize(let size):
    state.size = size
    state.keepPaneInReach()
  case .tick(let now): state.now = now
  case .show(let board): state.board = board
  case .rows(let listing): state.sourceRows = listing
  case .say(let words): state.message = words
  }
  return []
}

extension Action {
  /// Whether it comes from outside rather than from the user: what the board last said then stays.
  var isOutside: Bool {
    switch self {
    case .resize, .tick, .show, .rows, .say: true
    default: false
    }
  }
}
