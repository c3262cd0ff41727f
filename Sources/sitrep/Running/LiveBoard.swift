import Dashboard
import Feeds
import Glibc
import Metrics
import Screen
import Terminal
import Threads

/// The live board: one wait for the terminal, signals, the loader and the clock; pending keys are handled before one
/// draw.
final class LiveBoard {
  private let request: BoardRequest
  private let outside: LiveOutside
  private let desk = BoardPreparer()
  private let lookAhead = LookAhead()
  private let history: HistoryDesk
  /// The board as it is known now, while an earlier one is shown; else what is shown.
  private var present: Loaded?
  /// What has changed since somebody last looked, until it has been said.
  private var changes: Set<Series.Key>?
  private var hasSaidChanges = false
  /// Whether the board's history has been asked for.
  private var hasAsked = false
  private var run: BoardRun
  private var needsDraw = true
  /// Whether the first complete board has been stored.
  private var hasKept = false
  private var frameCache = FrameCache()
  /// When the board was opened, on the clock for deadlines; its seconds are counted from there.
  private let opened = EventSource.now

  /// The second of the last tick.
  private var lastTick = 0
  /// The entry of the wall that is remembered; a wall that loses its power goes on there.
  private var keptEntry: Int?

  private var session: TerminalSession { outside.session }
  /// Where the user is.
  var state: State { run.state }

  /// A board on a terminal; before anything is loaded, it shows the progress of the reading.
  init(_ request: BoardRequest, _ session: TerminalSession, _ loader: Loader, loaded: Loaded?) throws(ExitReason) {
    self.request = request
    outside = LiveOutside(
      session: session, loader: loader, writer: request.writer, alertCommand: request.wall.command, log: request.log,
      actions: request.actions)
    history = request.historyDesk
    present = loaded
    let past = try request.past(loaded)
    outside.loaded = past ?? loaded
    if let loaded = past ?? loaded {
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
      askHistory()
      keep()
      needsDraw = false
      lookAhead.look(from: run.state)
      let reasons = session.events.wait(
        until: min(nextTick, session.keyDeadline ?? nextTick),
        extra: [outside.loader.mailbox.descriptor, desk.descriptor, history.descriptor, lookAhead.descriptor]
          + (outside.actions.map { [$0.descriptor] } ?? []))
      for reason in reasons { try answer(reason) }
    }
  }

  /// Stores what makes the board open sooner the next time, once it is complete and on the terminal.
  private func keep() {
    guard !hasKept, let present, present.rest == .none else { return }
    hasKept = true
    LoaderThread { present.keep() }.detach()
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
    case .readable(lookAhead.descriptor):
      for view in lookAhead.take() { run.obey(.atHand(view)) { _, _ in [] } }
    case .readable(history.descriptor): for outcome in history.take() { take(outcome) }
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
      guard outside.loaded == nil else { return bring(loaded) }
      try request.setup.check(loaded)
      (outside.loaded, present) = (loaded, loaded)
      let started = EventSource.now
      obey(.show(loaded.board))
      lookAhead.begin(tookFor: EventSource.now - started)
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
      obey(.say("the disk has not answered for \(seconds) s: \(path); nothing is read from it until it does"))
    }
  }

  /// Brings a board that came from the files onto the screen, where its history is kept by way of that.
  private func bring(_ loaded: Loaded) {
    guard loaded.rest != .toCome, history.keeps(loaded) else {
      present = loaded
      if run.state.asOf == nil { desk.prepare(loaded, for: run.state) }
      return
    }
    hasAsked = true
    remember(loaded)
  }

  private func remember(_ loaded: Loaded) {
    // What has changed since somebody last looked is said once.
    let since = hasSaidChanges ? nil : request.lastLook(on: loaded.board)
    history.remember(loaded, at: moment, run.state.viewSettings, since: since)
  }

  /// Has the history of the first whole board written and read, once there is a picture.
  private func askHistory() {
    guard !hasAsked, let present, present.rest != .toCome else { return }
    hasAsked = true
    if history.keeps(present) { remember(present) }
  }

  private func take(_ outcome: HistoryDesk.Outcome) {
    switch outcome {
    case .remembered(let loaded, let changes, _):
      present = loaded
      if let changes { self.changes = changes }
      if run.state.asOf == nil { desk.prepare(loaded, for: run.state) }
    case .past(let loaded): desk.prepare(loaded, for: run.state)
    case .failed(let words): obey(.say(words))
    }
  }

  /// Shows the board as it was known at a moment, or as it is known now.
  private func show(asOf moment: Moment?) {
    guard let present else { return obey(.say("the board has not been read yet")) }
    if let moment {
      history.look(at: present, asOf: moment)
    } else if run.state.asOf != nil {
      desk.prepare(present, for: run.state)
    } else {
      obey(.say("these are the figures of now; an earlier day is :as-of 20 Nov"))
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
    let asOf = prepared.loaded.board.history?.asOf
    let turnsBack = asOf != run.state.asOf
    // The clock first: how fresh an earlier board was is judged on its own day.
    if turnsBack { obey(.tick(asOf ?? moment, passed: 0)) }
    obey(.showPrepared(prepared.board))
    lookAhead.begin(tookFor: prepared.milliseconds)
    if let changes, asOf == nil, prepared.loaded.board.history != nil,
      let since = request.lastLook(on: prepared.loaded.board)
    {
      (self.changes, hasSaidChanges) = (nil, true)
      obey(.changedSince(since, changes))
    }
    noteRest()
    if turnsBack {
      obey(.say(asOf.map { "the board is shown \($0.asOfWords); :as-of now leads back" } ?? "the figures of now"))
    }
    desk.release(old)
    if let next = desk.next { desk.prepare(next, for: run.state) }
  }

  /// Requests what the first view needs and presses the keys of `--keys`; after that the user takes over.
  private func play() {
    run.begin { [outside] in outside.carryOut($0, $1) }
    run.play(request.keys) { [outside] in outside.carryOut($0, $1) }
  }

  private func press(_ key: Key) {
    let (before, started) = (run.state.digest.edition, EventSource.now)
    run.press(key) { [outside] in outside.carryOut($0, $1) }
    if run.state.digest.edition != before { lookAhead.note(tookFor: EventSource.now - started) }
    needsDraw = true
    lookBack()
  }

  private func obey(_ action: Action) {
    run.obey(action) { [outside] in outside.carryOut($0, $1) }
    needsDraw = true
  }

  /// Shows the board of another time, where a key has asked for it.
  private func lookBack() {
    guard let wanted = outside.asOfWanted else { return }
    outside.asOfWanted = nil
    show(asOf: wanted)
  }

  /// Seconds since the board was opened.
  private var seconds: Int { Int((EventSource.now - opened) / 1000) }

  private func tick() {
    for action in outside.alertsEnded() + outside.logChanged() { obey(action) }
    let now = seconds
    let passed = now - lastTick
    lastTick = now
    if now % ActionDesk.secondsBetweenLooks == 0 { outside.actions?.look() }
    if now % 60 == 0, let unwritten = history.unwritten { remember(unwritten) }
    obey(.tick(run.state.asOf ?? moment, passed: passed))
    if run.state.isOnWall, run.state.kiosk?.position != keptEntry {
      keptEntry = run.state.kiosk?.position
      SessionFile.keep(run.state)
    }
  }

  /// The moment on the clock of the board, whatever is shown.
  private var moment: Moment { request.setup.clock.moment(of: run.state.board.healthSystem, after: seconds) }

  /// The time at which the second on the clock changes.
  private var nextTick: Int64 { opened + Int64(seconds + 1) * 1000 }
}
