import Dashboard
import Feeds
import Glibc
import Metrics
import Screen
import Terminal

/// The live board: one wait for the terminal, signals, the loader and the clock; pending keys are obeyed before one draw.
final class LiveBoard {
  private let request: BoardRequest
  private let outside: LiveOutside
  private var run: BoardRun
  private var needsDraw = true

  private var session: TerminalSession { outside.session }

  /// A board on a terminal; with nothing loaded yet it shows how far the reading is.
  init(_ request: BoardRequest, _ session: TerminalSession, _ loader: Loader, loaded: Loaded?) throws(Ending) {
    self.request = request
    outside = LiveOutside(session: session, loader: loader, themes: request.themes)
    outside.loaded = loaded
    if let loaded {
      run = try request.run(of: loaded, size: session.size)
      play()
    } else {
      let clock = request.opening.clock
      run = BoardRun(
        State(
          board: Board(.everything, []), now: clock.moment(of: .everything), size: session.size,
          theme: request.themes.first.name, themes: request.themes.names))
    }
  }

  /// Runs until the user ends it; throws where something else does.
  func runToEnd() throws(Ending) {
    while !run.hasEnded {
      if needsDraw { session.show(render(run.state)) }
      needsDraw = false
      let reasons = session.events.wait(until: nextTick, extra: [outside.loader.mailbox.descriptor])
      for reason in reasons { try answer(reason) }
    }
  }

  private func answer(_ reason: WakeReason) throws(Ending) {
    switch reason {
    case .keys: for key in session.readKeys() where !run.hasEnded { press(key) }
    case .resize: press(session.readResize())
    case .continued:
      session.resume()
      press(.resize(session.size))
    case .stop:
      session.suspend()
      press(.resize(session.size))
    case .end(let signal): throw .signal(signal)
    case .hangUp: throw .signal(SIGHUP)
    case .mailbox: break
    case .readable: for message in outside.loader.mailbox.take() { try receive(message) }
    case .deadline: if clockMoves { obey(.tick(BoardClock.wall)) }
    }
  }

  private func receive(_ message: Loader.Message) throws(Ending) {
    switch message {
    case .progress(let read, let total, _):
      if outside.loaded == nil { obey(.say("reading \(read) of \(total) files")) }
    case .rows(let reading): obey(.rows(SourceListing(reading)))
    case .loaded(let loaded):
      let isFirst = outside.loaded == nil
      if isFirst { try request.opening.check(loaded) }
      outside.loaded = loaded
      obey(.say(""))
      obey(.show(loaded.board))
      if isFirst {
        obey(.tick(request.opening.clock.moment(of: loaded.board.healthSystem)))
        play()
      }
    }
  }

  /// Asks for what the first view needs and presses the keys of `--keys`; then it is the user's turn.
  private func play() {
    run.begin { [outside] in outside.carryOut($0, $1) }
    run.play(request.keys) { [outside] in outside.carryOut($0, $1) }
  }

  private func press(_ key: Key) {
    run.press(key) { [outside] in outside.carryOut($0, $1) }
    needsDraw = true
  }

  private func obey(_ action: Action) {
    run.obey(action) { [outside] in outside.carryOut($0, $1) }
    needsDraw = true
  }

  private var clockMoves: Bool { request.opening.clock.moves(for: run.state.board.healthSystem) }

  /// The moment the minute on the clock changes; `nil` where the clock stands still.
  private var nextTick: Int64? {
    guard clockMoves else { return nil }
    return EventSource.now + Int64(60 - BoardClock.wall.second % 60) * 1000
  }
}
