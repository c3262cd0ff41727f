/// Where a share stands against its target, counted in patients.
///
/// - Unit: whatever was counted: patients, or half patients for cancer.
public enum ShareStanding: Sendable, Equatable {
  /// On target or better; so many more could miss before it is missed.
  case met(headroom: Int)
  /// Missed; so many more within the standard would have met it.
  case missed(gap: Int)

  /// How many more within the standard would meet the target: 0 when it is met.
  public var gap: Int {
    switch self {
    case .met: return 0
    case .missed(let gap): return gap
    }
  }
}
