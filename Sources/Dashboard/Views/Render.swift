import Metrics
import Screen

/// The picture of a state.
public func render(_ state: State) -> Frame {
  Frame(size: state.size)
}
