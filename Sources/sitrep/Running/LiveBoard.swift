import Dashboard
import Feeds
import Glibc
import Metrics
import Screen
import Terminal

/// The live board: one wait for the terminal, signals, the loader and the clock; pending keys are handled before one
/// draw.
final class LiveBoard {
  private let request: BoardRequest
  private let outside: LiveOutside
  private let desk = BoardPreparer()
  private var run: BoardRun
  private var needsDraw = true
  private var frameCache = FrameCache()
  /// When the board was opened, on the clock for deadlines; its seconds are counted from there.
  private let opened = EventSource.now

  /// The second of the last tick.
  private var lastTick = 0

  private var session: TerminalSession { outside.session }
  /// Where the user is.
  var state: State { run.state }

  /// A board on a terminal; before anything is loaded, it shows the progress of the reading.
  init(_ request: BoardRequest, _ session: TerminalSession, _ loader: Loader, loaded: Loaded?) throws(ExitReason) {
    self.request = request
    outside = LiveOutside(
      session: session, loader: loader, writer: request.writer, alertCommand: request.wall.command, log: request.log,
      actions: request.actions)
    outside.loaded = loaded
    if let loaded {
      request.log?.note(loaded)
      run = try request.run(of: loaded, size: session.size)
      run.showSeconds()
      play()
    } else {
      let clock = request.setup.clock
      run = BoardRun(
        State(
          board: Board(.everything, []), now: clock.moment(of: .everything), size: session.size,
          theme: request.themes.first.name, themes: request.themes.names,
          viewSettings: request.settings.viewSettings))
      run.showSeconds()
      obey(outside.settings)
    }
  }

  /// Runs until the user ends it; throws where something else does.
  func runToEnd() throws(ExitReason) {
    while !run.hasEnded {
      if needsDraw { session.show(render(run.state, after: &frameCache)) }
      // Actions are read once there is a picture.
      outside.actions?.lookFirst()
      needsDraw = false
      let reasons = session.events.wait(
        until: min(nextTick, session.keyDeadline ?? nextTick),
        extra: [outside.loader.mailbox.descriptor, desk.descriptor] + (outside.actions.map { [$0.descriptor] } ?? []))
      for reason in reasons { try answer(reason) }
    }
  }

  private func answer(_ reason: WakeReason) throws(ExitReason) {
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
    case .readable(desk.descriptor): for prepared in desk.take() { show(prepared) }
    case .readable(let descriptor) where descriptor == outside.actions?.descriptor:
      for action in outside.actions?.take() ?? [] { obey(action) }
    case .readable: for message in outside.loader.mailbox.take() { try receive(message) }
    case .deadline:
      if session.keyDeadline != nil { for key in session.readKeys() where !run.hasEnded { press(key) } }
      if lastTick < seconds { tick() }
    }
  }

  private func receive(_ message: Loader.Message) throws(ExitReason) {
    switch message {
    case .progress(let progress):
      if outside.loaded?.rest != Loaded.Rest.none { obey(.reading(.underway(progress.words))) }
    case .rows(let reading): obey(.rows(SourceListing(reading)))
    case .loaded(let loaded):
      request.log?.note(loaded)
      guard outside.loaded == nil else { return desk.prepare(loaded, for: run.state) }
      try request.setup.check(loaded)
      outside.loaded = loaded
      obey(.show(loaded.board))
      noteRest()
      tick()
      run.hang(request.wall)
      play()
    case .file(let path, let bytes):
      let words = outside.reread(path, bytes, current: run.state.theme)
      request.log?.note("theme \"\(path)\" \(words.flatMap { $0.isEmpty ? nil : $0 } ?? "read")")
      obey(outside.settings)
      if let words { obey(.say(words)) }
    case .fetch(let line): request.log?.note(line)
    case .silent(let path, let seconds):
      request.log?.note("no answer for \(seconds) s: \"\(path)\"")
      obey(.say("the disk has not answered for \(seconds) s, \(path); it is left alone until it does"))
    }
  }

  /// Shows which files are not in the board yet.
  private func noteRest() {
    switch outside.loaded?.rest {
    case .toCome?: if run.state.reading == nil { obey(.reading(.underway("reading"))) }
    case .stopped(let files)?: obey(.reading(.stopped(files)))
    case Loaded.Rest.none?, nil: obey(.reading(nil))
    }
  }

  /// Replaces the board in one step; page, cursor, sort order, filter and period stay.
  private func show(_ prepared: BoardPreparer.Prepared) {
    let old = BoardPreparer.Retired(outside.loaded)
    outside.loaded = prepared.loaded
    obey(.showPrepared(prepared.board))
    noteRest()
    desk.release(old)
    if let next = desk.next { desk.prepare(next, for: run.state) }
  }

  /// Requests what the first view needs and presses the keys of `--keys`; after that the user takes over.
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

  /// Seconds since the board was opened.
  private var seconds: Int { Int((EventSource.now - opened) / 1000) }

  private func tick() {
    for action in outside.alertsEnded() + outside.logChanged() { obey(action) }
    let now = seconds
    let passed = now - lastTick
    lastTick = now
    if now % ActionDesk.secondsBetweenLooks == 0 { outside.actions?.look() }
    obey(.tick(request.setup.clock.moment(of: run.state.board.healthSystem, after: now), passed: passed))
  }

  /// The time at which the second on the clock changes.
  private var nextTick: Int64 { opened + Int64(seconds + 1) * 1000 }
}
