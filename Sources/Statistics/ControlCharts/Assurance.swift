/// Whether the process, left as it is, will meet its target.
///
/// It compares the target with the latest limits; it does not depend on whether the latest value meets the target. The
/// raw values are those of the `series_assurance` column.
/// - Source: NHSRplotthedots 0.2.2.
public enum Assurance: String, Sendable, CaseIterable {
  /// The limits are entirely on the better side of the target.
  case consistentPass = "consistent_pass"
  /// The limits are entirely on the worse side of the target.
  case consistentFail = "consistent_fail"
  /// The target is between the limits or on one, or there are no limits.
  case inconsistent

  /// The assurance of limits against a target; `nil` without a target, and where neither direction is better.
  init?(_ limits: ControlLimits?, target: Double?, improvement: ImprovementDirection) {
    guard let target, improvement != .neutral else { return nil }
    guard let lower = limits?.lower, let upper = limits?.upper else {
      self = .inconsistent
      return
    }
    if target > upper {
      self = improvement == .increase ? .consistentFail : .consistentPass
    } else if target < lower {
      self = improvement == .increase ? .consistentPass : .consistentFail
    } else {
      self = .inconsistent
    }
  }

  /// `P`, `F` or `?`.
  public var letter: Character {
    switch self {
    case .consistentPass: return "P"
    case .consistentFail: return "F"
    case .inconsistent: return "?"
    }
  }

  /// `will meet target`, `will miss target` or `hit or miss`.
  public var words: String {
    switch self {
    case .consistentPass: return "will meet target"
    case .consistentFail: return "will miss target"
    case .inconsistent: return "hit or miss"
    }
  }

  /// `meet`, `miss` or `hit/miss`, for a narrow column.
  public var shortWords: String {
    switch self {
    case .consistentPass: return "meet"
    case .consistentFail: return "miss"
    case .inconsistent: return "hit/miss"
    }
  }
}
