import Metrics
import Screen
import Testing

@testable import Dashboard

/// A board in use without a terminal: keys go in, pages come out.
struct Session {
  private(set) var state: State
  /// What the outside was asked for, in order.
  private(set) var effects: [Effect] = []
  /// What a live board would have drawn last.
  private var last = FrameCache()

  init(
    _ board: Board = Testshire.board, size: Size = Size(columns: 120, rows: 40),
    viewSettings: ViewSettings = ViewSettings()
  ) {
    state = State(
      board: board, now: board.healthSystem.asAt ?? Moment(day: Day(number: 17_000)), size: size,
      themes: ["default", "mono"], viewSettings: viewSettings)
  }

  /// Presses keys as `--keys` takes them; rows asked for are answered at once.
  mutating func play(_ keys: String) throws {
    for step in try KeyScript(keys).steps {
      switch step {
      case .key(let key): press(key)
      case .type(let text): for letter in text { press(.character(letter)) }
      case .resize(let size): obey(.resize(size))
      case .wait(let time): obey(.tick(state.now.advanced(bySeconds: Int(time.components.seconds))))
      }
    }
  }

  mutating func press(_ key: Key) { obey(Keymap.action(for: key, in: state)) }

  mutating func obey(_ action: Action) {
    for effect in reduce(&state, action) {
      effects.append(effect)
      if case .readRows(let key, let period, _) = effect { obey(.rows(Session.listing(key, period))) }
    }
    // Whatever was pressed before: what was kept looks as if it had been drawn anew. A wall keeps nothing.
    guard !state.isOnWall else { return }
    let isTheSame = render(state, after: &last) == render(state)
    #expect(isTheSame, "what was drawn before differs from what is drawn anew after \(action)")
  }

  /// Changes what the outside settles.
  mutating func change(_ change: (inout State) -> Void) { change(&state) }

  /// The picture now.
  var frame: Frame { render(state) }
  /// The picture's characters.
  var text: String { frame.text }

  /// Rows as a file would have them: many columns, two rows.
  static func listing(_ key: Series.Key, _ period: Period) -> SourceListing {
    let weeks = (0..<30).map { "Gt \($0 < 10 ? "0" : "")\($0) Weeks SUM 1" }
    func row(_ line: Int) -> (line: Int, fields: [String]) {
      (
        line,
        ["RTT-October-2016", key.organisation.text, "FENWICK HOSPITALS NHS TRUST", "C_999", "Total"]
          + weeks.indices.map { "\(900 - $0 * line)" }
      )
    }
    return SourceListing(
      key: key, period: period, file: "20161031-RTT-October-2016-full-extract.csv", written: "9 Dec 2016 09:30",
      header: [
        "Period", "Provider Org Code", "Provider Org Name", "Treatment Function Code", "Treatment Function Name",
      ]
        + weeks, rows: [row(12), row(19)])
  }
}
