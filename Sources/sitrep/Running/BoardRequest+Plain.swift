import CLinux
import Dashboard
import Feeds
import Glibc
import Metrics
import Screen

extension BoardRequest {
  /// Prints the board as plain text for screen readers; where there is a keyboard, reads lines and prints where they
  /// lead.
  ///
  /// A line is a view, as after `:` (`provider RD8 rtt`), or keys as `--keys` takes them (`down enter`, `[`, `!`). An
  /// empty line prints the page again; `q` or the end of input ends the program.
  func runPlainly() throws(ExitReason) {
    let read = setup.load()
    try setup.check(read)
    let loaded = remembered(read)
    let shown = try past(loaded) ?? loaded
    // A page prints all of its rows, so its size only decides the number of panels.
    var run = try run(of: shown, size: Size(columns: 200, rows: 200))
    var outside = outside(of: shown, present: loaded)
    outside.readActions(for: &run)
    sayChanges(on: loaded, in: &run)
    run.begin { outside.carryOut($0, $1) }
    run.play(keys) { outside.carryOut($0, $1) }
    leaveWall(&run)
    var told = tell(run.state, after: [])
    guard clinux_is_terminal(STDIN_FILENO) == 1, clinux_is_terminal(STDOUT_FILENO) == 1 else { return }
    defer { SessionFile.save(run.state) }
    while !run.hasEnded {
      Output.write("view or keys, ? help, q quit: ", to: STDOUT_FILENO)
      guard let line = readLine() else { return Output.print("") }
      // A user who knows the board from the screen types the colon too.
      let view = line.hasPrefix(":") && line.dropFirst().first?.isLetter == true ? String(line.dropFirst()) : line
      let words = view.split(whereSeparator: \.isWhitespace).map(String.init)
      if let first = words.first, first.count > 1, !isKey(first) {
        for key in [Key.character(":")] + view.map(Key.character) + [.enter] {
          run.press(key) { outside.carryOut($0, $1) }
        }
      } else if let script = try? KeyScript(view) {
        run.play(script) { outside.carryOut($0, $1) }
      }
      leaveWall(&run)
      if !run.hasEnded { told = tell(run.state, after: words.isEmpty ? [] : told) }
    }
  }

  /// A wall changes by itself and is looked at from a distance, so it has no plain text.
  private func leaveWall(_ run: inout BoardRun) {
    guard run.state.isOnWall else { return }
    run.obey(.kiosk) { _, _ in [] }
    run.obey(.say("the wall is a picture that turns by itself: it is not told in words")) { _, _ in [] }
  }

  private func isKey(_ word: String) -> Bool {
    (try? KeyScript(word)) != nil
  }

  /// Prints a page, unless it is the one printed last, and then the board's message; returns the lines of the page.
  private func tell(_ state: State, after told: [String]) -> [String] {
    let telling = SpokenText(state)
    let page = telling.lines
    var lines = page == told ? [] : page
    if !telling.message.isEmpty { lines.append(telling.message) }
    if lines.isEmpty { lines = ["nothing has changed"] }
    let isASCII = settings.ascii == true || clinux_is_terminal(STDOUT_FILENO) == 1 && !Places.writesUTF8
    Output.print(lines.map { isASCII ? $0.inASCII : $0 }.joined(separator: "\n"))
    return page
  }
}
