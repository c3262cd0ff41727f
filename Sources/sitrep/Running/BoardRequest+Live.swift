import CLinux
import Dashboard
import Feeds
import Glibc
import Metrics
import Screen
import Terminal

extension BoardRequest {
  /// How long the first picture waits for a complete board before an incomplete one is shown.
  private static let patience: Int64 = 60
  /// How long the terminal is left alone while no file has turned out to be an extract.
  private static let doubt: Int64 = 250

  /// Opens the board on the terminal and runs it; where the terminal cannot show it, prints it.
  func runLive() throws(ExitReason) {
    let start = EventSource.now
    let loader = Loader()
    let clock = setup.clock
    loader.keep(setup.feed, poll: settings.poll.map { $0.components.seconds * 1000 }) { clock.moment(of: $0) }
    var loaded = try firstSign(loader, since: start)
    var configuration = TerminalConfiguration(
      theme: themes.first, usesMouse: settings.mouse ?? true, isASCIIOnly: settings.ascii ?? false,
      environment: Places.environment)
    configuration.mostColours = settings.colours
    let session: TerminalSession
    do throws(TerminalProblem) {
      session = try TerminalSession(configuration)
    } catch {
      return try printPlainly(error, loader, loaded)
    }
    defer { session.end() }
    do throws(ExitReason) {
      if loaded == nil { loaded = try whole(loader, until: start + BoardRequest.patience) }
      let board = try LiveBoard(self, session, loader, loaded: loaded)
      // However it ends, the next session starts from what was shown last.
      defer { SessionFile.save(board.state) }
      try board.runToEnd()
    } catch {
      // Further messages appear on the user's own screen.
      session.end()
      throw error
    }
  }

  /// Waits until it is certain that there will be a board, so that the terminal is left alone where there will not;
  /// returns the board itself if it is complete by then.
  private func firstSign(_ loader: Loader, since start: Int64) throws(ExitReason) -> Loaded? {
    let mustBeWhole =
      !view.isEmpty || !keys.steps.isEmpty || session != nil || setup.mustBeWhole || wall.isAsked
      || history.asOf != nil
    while mustBeWhole || EventSource.now < start + BoardRequest.doubt {
      guard loader.mailbox.wait(milliseconds: mustBeWhole ? -1 : Int32(BoardRequest.doubt)) else { continue }
      // All messages are examined: a board may have come together with the progress before it, and comes once.
      let messages = loader.mailbox.take()
      if let loaded = mustBeWhole ? messages.wholeBoard : messages.loaded {
        try setup.check(loaded)
        return loaded
      }
      if messages.haveFigures, !mustBeWhole { return nil }
    }
    return nil
  }

  /// The complete board, if it arrives in time.
  private func whole(_ loader: Loader, until deadline: Int64) throws(ExitReason) -> Loaded? {
    while true {
      let left = deadline - EventSource.now
      guard loader.mailbox.wait(milliseconds: Int32(clamping: max(0, left))) else { return nil }
      if let loaded = loader.mailbox.take().wholeBoard {
        try setup.check(loaded)
        return loaded
      }
      if left <= 0 { return nil }
    }
  }

  /// The size of the window, where there is one, less the lines of the message below the picture and of the prompt.
  private static func size(above advice: String) -> Size {
    var (columns, rows): (Int32, Int32) = (0, 0)
    guard clinux_window_size(STDOUT_FILENO, &columns, &rows) == 0, columns > 0, rows > 0 else { return plainSize }
    let width = min(Int(columns), 2000)
    let below = 1 + (advice.count + width - 1) / width
    return Size(columns: width, rows: min(max(1, Int(rows) - below), 2000))
  }

  /// Prints the board as text, and why it is not live.
  private func printPlainly(_ problem: TerminalProblem, _ loader: Loader, _ loaded: Loaded?) throws(ExitReason) {
    let loaded = if let loaded { loaded } else { try whole(loader, until: .max) }
    guard let loaded else { return }
    var plain = self
    plain.settings.ascii = settings.ascii == true || !Places.writesUTF8
    try plain.printFrame(of: remembered(loaded), size: BoardRequest.size(above: problem.advice), .text, isLive: false)
    Output.error(problem.advice)
  }
}

extension TerminalProblem {
  /// Why there is no live board, and how to get one.
  fileprivate var advice: String {
    switch self {
    case .noTERM: "sitrep: TERM is not set, so this is a picture; for the live board try TERM=xterm-256color sitrep …"
    case .unknownTERM(let name):
      "sitrep: no terminal called \"\(Glyph.sanitised(name))\" is known, so this is a picture; for the live board try "
        + "TERM=xterm-256color sitrep …"
    case .cannotPosition(let name):
      "sitrep: the terminal \"\(Glyph.sanitised(name))\" cannot move its cursor, so this is a picture; sitrep --plain … tells "
        + "the board in lines of words and takes lines of keys"
    case .notATerminal:
      "sitrep: standard input is no terminal, so this is a picture; the live board needs a keyboard"
    }
  }
}
