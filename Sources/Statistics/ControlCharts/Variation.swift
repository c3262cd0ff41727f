/// What the latest point of a control chart shows: whether the measure is really changing, and whether for the better.
///
/// The raw values are the reference's icon names, as in the `series_variation_icon` column.
/// - Source: NHSRplotthedots 0.2.2; the words are Making Data Count's.
public enum Variation: String, Sendable, CaseIterable {
  /// No significant change; also when the latest value is missing.
  case commonCause = "common_cause"
  /// A high or rising special cause where higher is better.
  case improvementHigh = "improvement_high"
  /// A low or falling special cause where lower is better.
  case improvementLow = "improvement_low"
  /// A high or rising special cause where lower is better.
  case concernHigh = "concern_high"
  /// A low or falling special cause where higher is better.
  case concernLow = "concern_low"
  /// A high or rising special cause where neither is better.
  case neutralHigh = "neutral_high"
  /// A low or falling special cause where neither is better.
  case neutralLow = "neutral_low"

  /// The variation for the label of the latest point.
  init(_ rule: ControlRule, improvement: ImprovementDirection) {
    switch (rule.isHigh, improvement) {
    case (nil, _): self = .commonCause
    case (true?, .increase): self = .improvementHigh
    case (false?, .increase): self = .concernLow
    case (true?, .decrease): self = .concernHigh
    case (false?, .decrease): self = .improvementLow
    case (true?, .neutral): self = .neutralHigh
    case (false?, .neutral): self = .neutralLow
    }
  }

  /// Whether the signal is high; `nil` for common cause.
  public var isHigh: Bool? {
    switch self {
    case .commonCause: return nil
    case .improvementHigh, .concernHigh, .neutralHigh: return true
    case .improvementLow, .concernLow, .neutralLow: return false
    }
  }

  /// `H` for a high signal, `L` for a low one, `·` for common cause.
  public var letter: Character {
    switch self {
    case .commonCause: return "·"
    case .improvementHigh, .concernHigh, .neutralHigh: return "H"
    case .improvementLow, .concernLow, .neutralLow: return "L"
    }
  }

  /// `improving: high`, `concerning: low`, `common cause` and so on.
  public var words: String {
    switch self {
    case .commonCause: return "common cause"
    case .improvementHigh: return "improving: high"
    case .improvementLow: return "improving: low"
    case .concernHigh: return "concerning: high"
    case .concernLow: return "concerning: low"
    case .neutralHigh: return "neutral: high"
    case .neutralLow: return "neutral: low"
    }
  }

  /// `improve`, `concern`, `neutral` or `common`, for a narrow column.
  public var shortWord: String {
    switch self {
    case .commonCause: return "common"
    case .improvementHigh, .improvementLow: return "improve"
    case .concernHigh, .concernLow: return "concern"
    case .neutralHigh, .neutralLow: return "neutral"
    }
  }

  /// The same without high and low where there is a better direction: the `series_variation` column.
  public var pointType: ControlPointType {
    switch self {
    case .commonCause: return .commonCause
    case .improvementHigh, .improvementLow: return .improvement
    case .concernHigh, .concernLow: return .concern
    case .neutralHigh: return .neutralHigh
    case .neutralLow: return .neutralLow
    }
  }
}
