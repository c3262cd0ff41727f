import Metrics
import Screen

/// The keys of the current page.
extension Keymap {
  /// The meaning of a key on the current page.
  public static func action(for key: Key, in state: State) -> Action {
    switch key {
    case .resize(let size): return .resize(size)
    case .unknown where state.kiosk?.mode != .turning: return .nothing("")
    case .mouse(let event): return action(for: event, in: state)
    case .control("c"): return .quit
    default: break
    }
    if state.prompt != nil { return promptAction(for: key) }
    let page = state.pageKinds
    if let binding = bindings.first(where: { $0.keys.contains(key) && applies($0, on: page) }) {
      return binding.action
    }
    // On a wall that changes views, any key pauses.
    return state.kiosk?.mode == .turning ? .kioskPause : .nothing(name(key))
  }

  private static func action(for event: MouseEvent, in state: State) -> Action {
    if state.kiosk?.mode == .turning { return .kioskPause }
    return switch event.kind {
    case .press: .press(event.position)
    case .doubleClick: .doublePress(event.position)
    case .wheelUp: .wheelUp(event.position)
    case .wheelDown: .wheelDown(event.position)
    }
  }

  private static func promptAction(for key: Key) -> Action {
    if let binding = promptBindings.first(where: { $0.keys.contains(key) }) { return binding.action }
    if case .character(let letter) = key { return .type(letter) }
    if case .paste(let text) = key { return .paste(text) }
    return .nothing(name(key))
  }

  /// The page's bindings with a word in the function bar, the most useful first.
  public static func functionBar(for state: State) -> [Binding] {
    if case .form? = state.prompt { return formBindings.filter { !$0.label.isEmpty } }
    if state.prompt != nil { return promptBindings.filter { !$0.label.isEmpty } }
    let page = state.pageKinds
    // Without a folder of actions there is nothing to write actions to.
    let fitting = bindings.filter {
      !$0.label.isEmpty && applies($0, on: page) && (state.agreed != nil || !$0.isOfActions)
    }
    // Help and quit must be visible on the narrowest screen.
    let last = fitting.filter(\.isAlwaysSeen)
    let isTop = state.visits.count == 1
    let others = fitting.filter { binding in
      if case .back = binding.action, isTop { return false }
      return !binding.isAlwaysSeen
    }
    return Array(others.prefix(2)) + last + others.dropFirst(2)
  }
}
