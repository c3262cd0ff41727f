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

  /// How many boards, boards with figures from before, turns of the wall, and pictures there have been.
  private(set) var reloads = 0, stalenesses = 0, turns = 0, frames = 0
  private let folder: ChangingFolder
  private var state: State
  private var memory: ReloadPass.Memory
  private var milliseconds: Int64 = 0
  private var now = Moment("2018-03-20T09:00") ?? Moment(day: Day(number: 17_610))
  private static let script = [
    "down enter", "enter", "enter", "escape", "escape escape", "e", "e", "[ [", "] ]", "S", "escape", "p p p p p",
    "t t t",
    "o o", "!", "escape", "?", "escape", "enter s r", "/ type:a escape escape", "T", "tab tab tab", "escape",
    ": type:overview enter",
  ].compactMap { try? KeyScript($0) }

  init(copying source: String) {
    folder = ChangingFolder(copying: source)
    let now = now
    let result = ReloadPass(feed: folder.feed) { _ in now }.first()
    memory = result.memory
    state = State(
      board: result.loaded?.board ?? Board(.everything, []), now: now, size: Size(columns: 120, rows: 40),
      themes: ["default", "mono"])
  }

  /// A minute: something happens to a file, the board looks until it has settled, a key or two, perhaps a resize.
  mutating func pass(_ minute: Int) {
    now = now.advanced(bySeconds: 60)
    folder.change(minute)
    look()
    // Every other day nobody comes but now and then, and the wall turns by itself.
    let isTurning = minute / 1440 % 2 == 1
    hang(isTurning)
    for second in [30, 0] { letTimePass(until: now.advanced(bySeconds: -second)) }
    if !isTurning || minute % 10 == 0 { press(Wall.script[minute % Wall.script.count]) }
    if minute % 5 == 0 { obey(.resize(Size(columns: 60 + minute * 7 % 180, rows: 15 + minute * 3 % 60))) }
    if state.visits.count > 30 { for _ in 0..<40 { obey(.back) } }
    _ = render(state)
    frames += 1
  }

  /// Begins the rotation, or ends it, where it is not so already.
  private mutating func hang(_ isWanted: Bool) {
    for _ in 0..<2 where (state.kiosk != nil) != isWanted { obey(.kiosk) }
  }

  private mutating func letTimePass(until moment: Moment) {
    let position = state.kiosk?.position
    obey(.tick(moment))
    if state.kiosk?.position != position { turns += 1 }
  }

  private mutating func press(_ script: KeyScript) {
    for step in script.steps {
      if case .key(let key) = step { obey(Keymap.action(for: key, in: state)) }
      if case .type(let text) = step {
        for letter in text { obey(Keymap.action(for: .character(letter), in: state)) }
      }
    }
  }

  private mutating func look() {
    let now = now
    let refresh = ReloadPass(feed: folder.feed) { _ in now }
    for _ in 0..<4 {
      milliseconds += 1_000
      let result = refresh.next(after: memory, at: milliseconds, boardIsStale: false)
      memory = result.memory
      guard let loaded = result.loaded else { continue }
      reloads += 1
      if !loaded.board.stalenesses.isEmpty { stalenesses += 1 }
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
    let fresh = ReloadPass(feed: folder.feed) { _ in now }.first().loaded?.board
    return fresh.map { picture($0) == picture(state.board) } ?? false
  }

  /// What the process takes now.
  static func sample() -> Sample {
    let pages = Files.contents("/proc/self/statm").split(separator: " ")
    return Sample(resident: (Int(pages[1]) ?? 0) * 4, handles: Files.names("/proc/self/fd").count)
  }

  func remove() { folder.remove() }
}
