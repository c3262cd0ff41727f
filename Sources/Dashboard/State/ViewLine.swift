import Metrics

/// A whole view in one line: `provider RD8 rtt treatment-function`.
public struct ViewLine {
  /// The words that start a view.
  public static let words = [
    "overview", "metric", "organisation", "provider", "detail", "source", "problems", "summary", "help",
  ]

  /// Why a line names no view, as a sentence for the user.
  public struct Failure: Error, Hashable {
    /// What is wrong and what to type instead.
    public let message: String
  }

  /// Moves a state to the view that a line names.
  public static func open(_ words: [String], in state: inout State) throws(Failure) {
  }
}
