import Metrics
import Screen

/// Which key means what, page by page; help and the function bar are printed from it.
public enum Keymap {
  /// What a key means where the user is.
  public static func action(for key: Key, in state: State) -> Action {
    .nothing("\(key)")
  }
}
