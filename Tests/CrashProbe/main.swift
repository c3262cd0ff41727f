// Takes the terminal over as the board does, and crashes there as its argument says: nothing a user does brings the
// board to this, so a test has to.
import Feeds
import Glibc
import Screen
import Terminal
import Threads

if CommandLine.arguments.dropFirst().first == "history", let path = CommandLine.arguments.dropFirst(2).first {
  writeHistory(at: path)
}

if CommandLine.arguments.dropFirst().first == "actions", CommandLine.arguments.count == 5 {
  writeActions(
    into: CommandLine.arguments[2], as: CommandLine.arguments[3], until: CommandLine.arguments[4])
}

let configuration = TerminalConfiguration { getenv($0).map { String(cString: $0) } }
guard let session = try? TerminalSession(configuration) else { exit(2) }
var frame = Frame(size: session.size)
frame.write("the probe is on the terminal", row: 0, column: 0)
session.show(frame)

@Sendable @inline(never) func dive(_ depth: Int) -> Int { depth == -1 ? 0 : depth &+ dive(depth &+ 1) &* 3 }
@Sendable func crash(_ way: String) {
  switch way {
  case "trap":
    var numbers: [Int] = []
    numbers.append(numbers[CommandLine.arguments.count])
  case "overflow": print(dive(0))
  default: abort()
  }
}

let way = CommandLine.arguments.dropFirst().first ?? ""
if CommandLine.arguments.dropFirst(2).first == "background" {
  LoaderThread { crash(way) }.detach()
  while true { _ = session.events.wait() }
}
crash(way)
