import Statistics

/// A figure that needs attention: it misses its target, or its latest point is a special cause of concern.
public struct Exception: Hashable, Sendable {
  /// The figure.
  public let figure: Figure
  /// Whose it is.
  public let organisation: Organisation
  /// Whether its status is not that of the period before: it has just missed, just become a special cause of
  /// concern, or just begun to fail: its process will not meet the target any more.
  public let isNew: Bool
  /// What its control chart says of the latest point; common cause where there are too few points to say anything.
  public let variation: Variation
  /// Whether its control chart shows a special cause of concern, and whether the process will not meet the target.
  public let isConcerning: Bool, isFailing: Bool
  /// How far it is off, in standard deviations of its own process.
  public let severity: Double
  /// Whether it is out of fewer than 20, where a single patient moves it by five points and more.
  public let isSmall: Bool
  /// That its organisation made no return where it usually does: `no return for March 2018: usually 4,200 attendances`;
  /// empty where there is a figure.
  public var absence = ""

  /// 2 for a special cause of concern that is failing, 1 for either, 0 for neither.
  /// A return that is missing stands beside either, because no sum that it belongs to says anything.
  var rank: Int { !absence.isEmpty ? 1 : (isConcerning ? 1 : 0) + (isFailing ? 1 : 0) }

  /// The one rule by which exceptions are ranked, everywhere: special causes of concern that are failing first, then
  /// either of the two, then the rest. Within each rank those out of fewer than 20 come last; what is new stands on top;
  /// then the larger gap in standard deviations of its own process.
  static func isWorse(_ left: Exception, than right: Exception) -> Bool {
    if left.rank != right.rank { return left.rank > right.rank }
    if left.isSmall != right.isSmall { return right.isSmall }
    if left.isNew != right.isNew { return left.isNew }
    if left.severity != right.severity { return left.severity > right.severity }
    return (left.organisation.code, left.figure.metric) < (right.organisation.code, right.figure.metric)
  }
}
