import Statistics

/// A figure that needs attention: it misses its target, or its latest point is a special cause of concern.
public struct Exception: Hashable, Sendable {
  /// The figure.
  public let figure: Figure
  /// The organisation that it belongs to.
  public let organisation: Organisation
  /// Whether its status has changed since the period before: it has just missed its target, just become a special cause
  /// of concern, or just begun to fail, which means that its process will not meet the target any more.
  public let isNew: Bool
  /// The variation of the latest point of its control chart; common cause where there are too few points to tell.
  public let variation: Variation
  /// Whether its control chart shows a special cause of concern, and whether its process will not meet the target.
  public let isConcerning: Bool, isFailing: Bool
  /// How far it is from its target, in standard deviations of its own process.
  public let severity: Double
  /// Whether its denominator is below 20, so that a single patient moves it by five points or more.
  public let isSmall: Bool
  /// Why there is no figure although the organisation usually makes a return: `no return for March 2018: usually 4,200
  /// attendances`; empty where there is a figure.
  public var absence = ""

  /// 2 for a special cause of concern that is also failing, 1 for either, 0 for neither. A missing return ranks with
  /// either of them, because no total that it belongs to can be judged.
  var rank: Int { !absence.isEmpty ? 1 : (isConcerning ? 1 : 0) + (isFailing ? 1 : 0) }

  /// The one rule by which exceptions are ranked everywhere: special causes of concern that are also failing first,
  /// then either of the two, then the rest. Within each rank, figures with a denominator below 20 come last and new
  /// exceptions come first; then the larger gap, in standard deviations of its own process, comes first.
  static func isWorse(_ left: Exception, than right: Exception) -> Bool {
    if left.rank != right.rank { return left.rank > right.rank }
    if left.isSmall != right.isSmall { return right.isSmall }
    if left.isNew != right.isNew { return left.isNew }
    if left.severity != right.severity { return left.severity > right.severity }
    return (left.organisation.code, left.figure.metric) < (right.organisation.code, right.figure.metric)
  }

  /// These exceptions, the worst first; those that rank alike stay in their order.
  static func worstFirst(_ all: [Exception]) -> [Exception] {
    // A national board has thousands: what ranks them is compared, and each is moved once.
    let ranks = all.indices.map { Rank(all[$0], at: $0) }
    return ranks.sorted { one, other in
      one.isWorse(than: other) ?? Exception.isWorse(all[one.place], than: all[other.place])
    }.map { all[$0.place] }
  }

  /// What nearly always decides which of two exceptions is worse.
  private struct Rank {
    let rank: Int
    let isSmall: Bool, isNew: Bool
    let severity: Double
    let place: Int

    init(_ item: Exception, at place: Int) {
      (rank, isSmall, isNew, severity, self.place) = (item.rank, item.isSmall, item.isNew, item.severity, place)
    }

    /// `nil` where neither is by these.
    func isWorse(than other: Rank) -> Bool? {
      if rank != other.rank { return rank > other.rank }
      if isSmall != other.isSmall { return other.isSmall }
      if isNew != other.isNew { return isNew }
      return severity == other.severity ? nil : severity > other.severity
    }
  }
}
