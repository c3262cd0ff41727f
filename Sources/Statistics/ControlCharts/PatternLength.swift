/// The number of points in a row that make a run or a trend: six or seven.
///
/// - Source: NHSRplotthedots 0.2.2 uses seven; Making Data Count's Excel tool lets its user choose.
public enum PatternLength: Int, Sendable, CaseIterable {
  /// Six points, five steps.
  case six = 6
  /// Seven points, six steps: the reference.
  case seven = 7
}
