import Metrics
import Screen

/// Carries out what was intended: the only place where state changes.
public func reduce(_ state: inout State, _ action: Action) -> [Effect] {
  []
}
