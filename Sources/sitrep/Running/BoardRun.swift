import Dashboard
import Metrics
import Screen

/// A board in use: its state, changed by keys and results until it ends.
struct BoardRun {
  /// Carries out an effect outside the state; returns the actions that follow at once.
  typealias Outside = (Effect, State) -> [Action]

  /// Where the user is.
  private(set) var state: State
  /// Whether the user has asked to end.
  private(set) var hasEnded = false

  init(_ state: State) { self.state = state }

  /// Requests what the first view needs from outside.
  mutating func begin(_ outside: Outside) { carryOut(state.sourceRequest, outside) }

  /// Carries out an action, and whatever follows from its effects.
  mutating func obey(_ action: Action, _ outside: Outside) { carryOut(reduce(&state, action), outside) }

  private mutating func carryOut(_ effects: [Effect], _ outside: Outside) {
    for effect in effects {
      if effect == .quit { hasEnded = true }
      for answer in outside(effect, state) { obey(answer, outside) }
    }
  }

  /// Shows seconds on a running clock.
  mutating func showSeconds() { state.showsSeconds = true }

  /// Hides the keys, where nobody can press any.
  mutating func hideKeys() { state.showsKeys = false }

  /// Puts a board whose first figures have arrived on the wall.
  mutating func hang(_ wall: Wall) { wall.prepare(&state) }

  /// Handles a key.
  mutating func press(_ key: Key, _ outside: Outside) {
    if case .resize(let size) = key {
      obey(.resize(size), outside)
    } else {
      obey(Keymap.action(for: key, in: state), outside)
    }
  }

  /// Lets time pass, and updates the board whenever it changes by itself.
  private mutating func wait(_ seconds: Int, _ outside: Outside) {
    var left = seconds
    repeat {
      let step = min(left, max(1, state.secondsToChange ?? left))
      obey(.tick(state.now.advanced(bySeconds: step)), outside)
      left -= step
    } while left > 0
  }

  /// Plays a list of keys; the clock moves only where the list says so.
  mutating func play(_ script: KeyScript, _ outside: Outside) {
    for step in script.steps where !hasEnded {
      switch step {
      case .key(let key): press(key, outside)
      case .type(let text): for character in text { press(.character(character), outside) }
      case .resize(let size): obey(.resize(size), outside)
      case .wait(let time): wait(Int(time.components.seconds), outside)
      }
    }
  }
}
