/// What a point of a control chart means for the measure: better, worse or neither.
///
/// The raw values are those of the `point_type` and `series_variation` columns. The target does not matter.
/// - Source: NHSRplotthedots 0.2.2.
public enum ControlPointType: String, Sendable, CaseIterable {
  /// No special cause.
  case commonCause = "common_cause"
  /// A special cause in the direction that is better.
  case improvement = "special_cause_improvement"
  /// A special cause in the direction that is worse.
  case concern = "special_cause_concern"
  /// A high special cause where neither direction is better.
  case neutralHigh = "special_cause_neutral_high"
  /// A low special cause where neither direction is better.
  case neutralLow = "special_cause_neutral_low"

  /// The meaning of a rule where `improvement` is the better direction.
  init(_ rule: ControlRule, improvement: ImprovementDirection) {
    switch (rule.isHigh, improvement) {
    case (nil, _): self = .commonCause
    case (true?, .increase), (false?, .decrease): self = .improvement
    case (true?, .decrease), (false?, .increase): self = .concern
    case (true?, .neutral): self = .neutralHigh
    case (false?, .neutral): self = .neutralLow
    }
  }
}
