import Dashboard
import Feeds
import Glibc
import Metrics
import Screen

/// A board on a wall, and the folder it is fed from.
struct Wall {
  /// Memory in kB and file handles at one moment.
  struct Sample {
    let resident: Int
    let handles: Int
  }

  /// How many boards, boards with figures from before, and pictures there have been.
  private(set) var reloads = 0, lapses = 0, frames = 0
  private let folder: String
  private var state: State
  private var memory: Refresh.Memory
  private var milliseconds: Int64 = 0
  private var now = Moment("2018-03-20T09:00") ?? Moment(day: Day(number: 17_610))
  private static let script = [
    "down enter", "enter", "enter", "escape", "escape escape", "e", "e", "[ [", "] ]", "S", "escape", "p p p p p",
    "t t t",
    "o o", "!", "escape", "?", "escape", "enter s r", "/ type:a escape escape", "T", "tab tab tab", "escape",
    ": type:overview enter",
  ].compactMap { try? KeyScript($0) }

  init(copying source: String) {
    var template = Array("/tmp/sitrep-soak-XXXXXX".utf8CString)
    folder = template.withUnsafeMutableBufferPointer { String(cString: mkdtemp($0.baseAddress!)) }
    for name in Files.names(source) where name.hasPrefix("Monthly-AE-") || name.hasSuffix("-position.csv") {
      Files.write(Files.contents("\(source)/\(name)"), to: "\(folder)/\(name)")
    }
    Files.write(Wall.daily(0), to: folder + "/daily.csv")
    let now = now
    let result = Refresh(feed: Wall.feed(folder)) { _ in now }.first()
    memory = result.memory
    state = State(
      board: result.loaded?.board ?? Board(.everything, []), now: now, size: Size(columns: 120, rows: 40),
      themes: ["default", "mono"])
  }

  private static func feed(_ folder: String) -> Feed { Feed(paths: [folder]) { _ in (.everything, []) } }

  /// Daily returns that are others every minute.
  private static func daily(_ minute: Int) -> String {
    var text = "metric,organisation,period,breakdown,item,numerator,denominator,value\n"
    for day in 1...28 {
      text += "ae.four-hour,RZ1,2018-02-\(day < 10 ? "0" : "")\(day),,,\(300 + (minute * 7 + day * 13) % 90),400,\n"
    }
    return text
  }

  /// A minute: something happens to a file, the board looks until it has settled, a key or two, perhaps a resize.
  mutating func pass(_ minute: Int) {
    now = now.advanced(bySeconds: 60)
    let path = folder + "/daily.csv"
    switch minute % 30 {
    case 7: Files.write("", to: path)
    case 11: unlink(path)
    case 17: Files.write(String(Wall.daily(minute).dropLast(9)), to: path)
    case 23: rename(folder, folder + "-aside")
    case 24:
      rename(folder + "-aside", folder)
      Files.write(Wall.daily(minute), to: path)
    default: Files.write(Wall.daily(minute), to: path)
    }
    look()
    obey(.tick(now))
    for step in Wall.script[minute % Wall.script.count].steps {
      if case .key(let key) = step { obey(Keymap.action(for: key, in: state)) }
      if case .type(let text) = step {
        for letter in text { obey(Keymap.action(for: .character(letter), in: state)) }
      }
    }
    if minute % 5 == 0 { obey(.resize(Size(columns: 60 + minute * 7 % 180, rows: 15 + minute * 3 % 60))) }
    if state.visits.count > 30 { for _ in 0..<40 { obey(.back) } }
    _ = render(state)
    frames += 1
  }

  private mutating func look() {
    let now = now
    let refresh = Refresh(feed: Wall.feed(folder)) { _ in now }
    for _ in 0..<4 {
      milliseconds += 1_000
      let result = refresh.next(after: memory, at: milliseconds, boardIsStale: false)
      memory = result.memory
      guard let loaded = result.loaded else { continue }
      reloads += 1
      if !loaded.board.lapses.isEmpty { lapses += 1 }
      obey(.showPrepared(PreparedBoard(loaded.board, for: state)))
    }
  }

  private mutating func obey(_ action: Action) { _ = reduce(&state, action) }

  /// Whether the board shows what one shows that has just been started.
  var isAsFresh: Bool {
    let now = now
    func picture(_ board: Board) -> String {
      render(State(board: board, now: now, size: Size(columns: 120, rows: 40))).text
    }
    let fresh = Refresh(feed: Wall.feed(folder)) { _ in now }.first().loaded?.board
    return fresh.map { picture($0) == picture(state.board) } ?? false
  }

  /// What the process takes now.
  func sample() -> Sample {
    let pages = Files.contents("/proc/self/statm").split(separator: " ")
    return Sample(resident: (Int(pages[1]) ?? 0) * 4, handles: Files.names("/proc/self/fd").count)
  }

  func remove() {
    for name in Files.names(folder) { unlink("\(folder)/\(name)") }
    rmdir(folder)
  }
}
