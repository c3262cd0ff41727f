import ArgumentParser
import Dashboard
import Metrics
import Screen

@testable import sitrep

/// Takes the bytes for a command line, a word on each line. Nothing may trap; what is wrong is said with a status it has
/// promised and in text that a terminal can show; a view's words lead to a page that can be drawn.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzCommands(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int32 {
  limitProcessorTime(seconds: 25)
  let text = String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  let typed = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  let (command, words) = Sitrep.meant(by: typed)
  do {
    let parsed = try command.parseAsRoot(words)
    if let board = parsed as? BoardCommand { draw(CommandWords(board.words).view, board.board) }
  } catch {
    let status = command.exitCode(for: error).rawValue
    precondition(status == 0 || status == 64, "status \(status)")
    let complaint = Sitrep.complaint(command, error)
    precondition(
      !complaint.unicodeScalars.contains { $0 != "\n" && [.control, .format].contains($0.properties.generalCategory) },
      complaint.debugDescription)
  }
  return 0
}

private func draw(_ view: [String], _ options: BoardOptions) {
  let size = options.size.map { Size(columns: min($0.columns, 200), rows: min($0.rows, 60)) }
  var state = State(
    board: Board(.everything, []), now: Moment(day: Day(number: 17_610)), size: size ?? Size(columns: 80, rows: 24))
  guard view.isEmpty || (try? ViewLine.open(view, in: &state)) != nil else { return }
  precondition(render(state).size == state.size)
}
