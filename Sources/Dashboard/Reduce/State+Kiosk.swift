import Metrics

/// The wall.
extension State {
  /// Puts the board on a wall, with a playlist where there is one, otherwise with all its views.
  ///
  /// A line of the playlist that leads nowhere on this board says so in its turn, and is a problem; where no line leads
  /// anywhere, the board makes a list of its own.
  public mutating func beginKiosk(_ playlist: Playlist? = nil, every: Int = Playlist.usualSeconds, isStanding: Bool) {
    var problems = playlist?.problems ?? []
    let entries = playlist?.entries ?? []
    var shownCount = 0
    for entry in entries where entry.refusal == nil {
      do throws(ViewLine.Failure) {
        var trial = self
        try ViewLine.open(entry.words, in: &trial)
        shownCount += 1
      } catch {
        problems.append(
          Problem(
            .error, file: playlist?.file ?? "", line: entry.line, error.message,
            fix: "try the line after : on the board; Tab completes it"))
      }
    }
    let shown = shownCount == 0 ? Playlist(self, every: every) : Playlist(entries)
    kiosk = Kiosk(shown, problems: problems, home: (visits, viewSettings), isStanding: isStanding)
    showEntry()
  }

  /// Goes to the entry at which a wall was left; where the list has become shorter, the wall starts again.
  public mutating func resumeKiosk(at position: Int) {
    guard let kiosk, kiosk.entries.indices.contains(position) else { return }
    self.kiosk?.turn(by: position - kiosk.position)
    showEntry()
  }

  /// Seconds until the wall changes by itself; `nil` where there is no wall.
  public var secondsToChange: Int? { kiosk?.secondsToChange }

  /// Starts the wall, or returns to the board as it was.
  mutating func toggleKiosk() {
    guard let kiosk else { return beginKiosk(every: secondsOfAView, isStanding: false) }
    if kiosk.mode == .away {
      self.kiosk?.mode = .turning
      showEntry()
      return
    }
    leaveWall(to: kiosk.home.visits, kiosk.home.viewSettings)
  }

  private mutating func leaveWall(to visits: [Visit], _ viewSettings: ViewSettings) {
    self.visits = visits
    self.viewSettings = viewSettings
    if kiosk?.isStanding == true {
      kiosk?.mode = .away
      message = "wall mode resumes after \(Kiosk.patience / 60) minutes without a key; K resumes it now"
    } else {
      kiosk = nil
    }
  }

  /// Pauses; a second press continues.
  mutating func pauseKiosk() {
    let isPaused = kiosk?.mode == .paused
    kiosk?.mode = isPaused ? .turning : .paused
  }

  /// Moves to another entry, where the wall stays for a while.
  mutating func moveKiosk(by step: Int) {
    kiosk?.turn(by: step)
    kiosk?.mode = .paused
    showEntry()
  }

  /// Opens the view on the board itself; the wall returns when no key has been pressed for a while.
  mutating func openFromKiosk() {
    kiosk?.mode = .away
    message = "wall mode resumes after \(Kiosk.patience / 60) minutes without a key; K resumes it now"
  }

  /// Opens the keys on the board, where there is room for them; going back leads to where the wall was left.
  mutating func openHelp() {
    if isOnWall { openFromKiosk() }
    visitOnce(.help)
  }

  /// Moves the clock, and changes the view of the wall when it is time.
  ///
  /// - Parameter passed: seconds on a monotonic clock; `nil` for as many as the board's clock moves.
  mutating func letTimePass(until next: Moment, passed: Int? = nil) {
    let seconds = passed ?? max(0, next.seconds(since: now))
    alerts.pass(seconds)
    now = next
    guard let shown = kiosk else { return }
    if kiosk?.pass(seconds) == true {
      if shown.mode == .turning { markSeen(content.shownSeries) }
      prompt = nil
      message = ""
      showEntry()
    }
  }

  /// Goes to the view of the entry, with the view settings from when the wall began.
  private mutating func showEntry() {
    guard let kiosk, kiosk.mode != .away else { return }
    viewSettings = board.settled(kiosk.home.viewSettings)
    self.kiosk?.failure = kiosk.entry.refusal
    guard kiosk.entry.refusal == nil else {
      visits = [Visit(.overview)]
      return
    }
    do throws(ViewLine.Failure) {
      try ViewLine.open(kiosk.entry.words, in: &self)
    } catch {
      // A newer board may not have it any more: the wall says so.
      self.kiosk?.failure = error.message
      visits = [Visit(.overview)]
    }
  }
}

extension Playlist {
  /// The entries of a wall without a playlist: the overview, every metric that has a better direction, then every
  /// organisation with figures, in the order of the board.
  init(_ state: State, every: Int) {
    let board = state.board
    let metrics = state.digest.panels.map(\.metric).filter { $0.direction != .neither }
    let organisations = board.tree.descendants(of: board.tree.system.code).filter { organisation in
      !board.isCollective(organisation.code) && metrics.contains { board.hasFigures($0.id, organisation.code) }
    }
    let lines =
      [["overview"]] + metrics.map { ["metric", $0.id.text] }
      + organisations.prefix(24).map { ["organisation", $0.code.text] }
    self.init(lines.map { Entry(words: $0, seconds: every) })
  }
}
