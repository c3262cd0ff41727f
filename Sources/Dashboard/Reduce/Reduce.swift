import Metrics
import Screen

/// Carries out an action: the only place where state changes.
public func reduce(_ state: inout State, _ action: Action) -> [Effect] {
  if !action.isOutside {
    state.message = ""
    state.remark = ""
    state.kiosk?.idle = 0
  }
  let before = state.digest
  if action.isNews { state.beginAlerts(ifWorkedOut: false) }
  var effects = carryOut(&state, action)
  var boardChanged = false
  if case .show = action { boardChanged = true }
  if case .showPrepared = action, state.today != state.digest.day { boardChanged = true }
  if case .tick(let now, _) = action, now.day != state.digest.day { boardChanged = true }
  state.refreshDigest(boardChanged: boardChanged)
  if boardChanged || action.bringsBoard { effects += state.noticeChanges(since: before, action.home) }
  if case .tick = action { effects += state.takeDayOfActions() + state.raiseWaitingAlerts() }
  if !action.isOutside { state.noticeWhatIsSeen() }
  state.refreshLegend()
  return effects
}

/// Carries out one action: each has one line, and longer ones call a method of the state.
func carryOut(_ state: inout State, _ action: Action) -> [Effect] {
  switch action {
  // Moving about a page.
  case .up: state.move(by: -1)
  case .down: state.move(by: 1)
  case .left: state.moveSideways(by: -1)
  case .right: state.moveSideways(by: 1)
  case .pageUp: state.jump(by: -10)
  case .pageDown: state.jump(by: 10)
  case .first: state.jump(by: Int.min / 2)
  case .last: state.jump(by: Int.max / 2)
  case .nextPane: state.cyclePane(by: 1)
  case .previousPane: state.cyclePane(by: -1)
  case .pane(let number): state.goToPane(number)
  case .nextException: state.goToNextException()
  // Changing pages.
  case .open: return state.open()
  case .back: state.goBack()
  case .page(let page): state.visitOnce(page)
  case .summary: state.visitOnce(.summary(state.content.organisation))
  case .help: state.openHelp()
  case .source: return state.openSource()
  case .quit: return [.quit]
  // How the figures are viewed.
  case .sort: state.sortByNextColumn()
  case .reverse: state.reverseOrder()
  case .earlier: state.movePeriod(by: -1)
  case .later: state.movePeriod(by: 1)
  case .nextGrain: state.cycleGrain()
  case .nextTarget: state.cycleTarget()
  case .nextPerspective: state.cyclePerspective()
  case .nextBreakdown: state.cycleBreakdown()
  case .nextTheme: return state.cycleTheme()
  // Copying figures, and reading files.
  case .copy: return state.copyFigure()
  case .write: return [.write("sitrep-\(state.pageWord)")]
  case .stopOrResumeReading: return state.stopOrResumeReading()
  case .accept: return state.acceptDoubted()
  // Typing.
  case .startFilter: state.prompt = .filter(state.visit.filter)
  case .startCommand: state.prompt = .command("")
  case .type(let letter): state.type(letter)
  case .paste(let text): state.paste(text)
  case .erase: state.erase()
  case .eraseNext: state.eraseNext()
  case .eraseWord: state.eraseWord()
  case .eraseAll: state.eraseAll()
  case .caret(let step): state.moveCaret(by: step)
  case .caretToStart: state.moveCaret(by: Int.min / 2)
  case .caretToEnd: state.moveCaret(by: Int.max / 2)
  case .complete: state.complete()
  case .recall: state.recall(by: -1)
  case .recallNext: state.recall(by: 1)
  case .submit: return state.submit()
  case .cancel: state.cancel()
  // On a wall.
  case .kiosk: state.toggleKiosk()
  case .beginKiosk(let playlist, let every): state.beginStandingKiosk(playlist, every: every)
  case .kioskPause: state.pauseKiosk()
  case .kioskMove(let step): state.moveKiosk(by: step)
  case .kioskOpen: state.openFromKiosk()
  case .acknowledge: state.acknowledge()
  // Actions and notes.
  case .act: state.startAction()
  case .note: state.startNote()
  case .actions(let book): return state.take(book)
  case .refused(let draft, let why): state.takeBack(draft, why)
  // The pointer.
  case .press(let position): return state.press(position)
  case .doublePress(let position): return state.pressTwice(position)
  case .wheelUp(let position): state.scroll(at: position, by: -3)
  case .wheelDown(let position): state.scroll(at: position, by: 3)
  // From outside.
  case .redraw: return [.redraw]
  case .resize(let size): state.resize(to: size)
  case .tick(let now, let passed): state.letTimePass(until: now, passed: passed)
  case .show(let board):
    state.board = board
    state.viewSettings = board.settled(state.viewSettings)
  case .showPrepared(let prepared): return state.show(prepared)
  case .atHand(let view): state.ahead.keep(view)
  case .changedSince(let moment, let keys): state.note(keys, changedSince: moment)
  case .rows(let listing): state.sourceRows = listing
  case .reading(let reading): state.note(reading)
  case .settings(let themes, let problems): (state.themes, state.ownProblems) = (themes, problems)
  // Messages.
  case .nothing(let key): state.message = state.doesNothing(key)
  case .remark(let words): state.remark = words
  case .say(let words): state.message = words
  }
  return []
}

extension State {
  /// Reverses the order of the rows, or restores it.
  fileprivate mutating func reverseOrder() {
    visit.isReversed.toggle()
    message = visit.isReversed ? "order reversed" : "order restored"
  }

  /// Begins the rotation that the program was started with.
  fileprivate mutating func beginStandingKiosk(_ playlist: Playlist?, every: Int) {
    secondsOfAView = every
    beginKiosk(playlist, every: every, isStanding: true)
  }

  fileprivate mutating func resize(to size: Size) {
    self.size = size
    keepPaneInReach()
  }

  /// Shows a board that was prepared on another thread; its rows, where they are shown, are read again.
  fileprivate mutating func show(_ prepared: PreparedBoard) -> [Effect] {
    adopt(prepared)
    return rowsAgain
  }
}

extension Action {
  /// Whether a new board came with it.
  fileprivate var bringsBoard: Bool {
    switch self {
    case .show, .showPrepared: true
    default: false
    }
  }

  /// Whether what alerts are about may be another after it: a new board, or another day.
  fileprivate var isNews: Bool {
    if case .tick = self { return true }
    return bringsBoard
  }

  /// What alerts are about, where it was worked out away from the loop.
  fileprivate var home: Digest? {
    if case .showPrepared(let prepared) = self { return prepared.home }
    return nil
  }

  /// Whether it comes from outside rather than from the user: the board's last message then stays.
  var isOutside: Bool {
    switch self {
    case .resize, .tick, .show, .showPrepared, .atHand, .changedSince, .rows, .reading, .settings, .say, .remark,
      .beginKiosk, .actions, .refused:
      true
    default: false
    }
  }
}
