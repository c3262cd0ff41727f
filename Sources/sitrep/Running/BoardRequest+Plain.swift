import CLinux
import Dashboard
import Feeds
import Glibc
import Metrics
import Screen

extension BoardRequest {
  /// Tells the board in lines of words; where there is a keyboard, goes on to take a line and tell where it leads.
  ///
  /// A line is a view, as after `:` (`provider RD8 rtt`), or keys as `--keys` takes them (`down enter`, `[`, `!`); an
  /// empty one tells the page again; `q` or the end of input ends.
  func runPlainly() throws(Ending) {
    let loaded = opening.feed.load()
    try opening.check(loaded)
    // A page tells all of its rows, so its size only decides how many panels there are.
    var run = try run(of: loaded, size: Size(columns: 200, rows: 200))
    var outside = ScriptedOutside(loaded: loaded, writer: writer)
    run.begin { outside.carryOut($0, $1) }
    run.play(keys) { outside.carryOut($0, $1) }
    var told = tell(run.state, after: [])
    guard clinux_is_terminal(STDIN_FILENO) == 1, clinux_is_terminal(STDOUT_FILENO) == 1 else { return }
    defer { SessionFile.save(run.state) }
    while !run.hasEnded {
      Output.write("view or keys, ? help, q quit: ", to: STDOUT_FILENO)
      guard let line = readLine() else { return Output.print("") }
      let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
      if let first = words.first, first.count > 1, !isKey(first) {
        for key in [Key.character(":")] + line.map(Key.character) + [.enter] {
          run.press(key) { outside.carryOut($0, $1) }
        }
      } else if let script = try? KeyScript(line) {
        run.play(script) { outside.carryOut($0, $1) }
      }
      if !run.hasEnded { told = tell(run.state, after: words.isEmpty ? [] : told) }
    }
  }

  private func isKey(_ word: String) -> Bool {
    (try? KeyScript(word)) != nil
  }

  /// Tells a page, unless it is the one told last, and at the end what the board has to say; the lines of the page.
  private func tell(_ state: State, after told: [String]) -> [String] {
    let telling = PlainTelling(state)
    let page = telling.lines
    var lines = page == told ? [] : page
    if !telling.message.isEmpty { lines.append(telling.message) }
    if lines.isEmpty { lines = ["nothing has changed"] }
    let isASCII = settings.ascii == true || clinux_is_terminal(STDOUT_FILENO) == 1 && !Places.writesUTF8
    Output.print(lines.map { isASCII ? String($0.map(\.ascii)) : $0 }.joined(separator: "\n"))
    return page
  }
}
