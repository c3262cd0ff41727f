/// A value that a metric is held against, for whom, when, and who said so.
public struct Target: Hashable, Sendable {
  /// Who set it.
  public enum Kind: String, Sendable, CaseIterable {
    /// The statutory or constitutional standard.
    case standard
    /// A step on the way back to the standard, set by national guidance.
    case interim
    /// What an organisation has agreed for itself, month by month.
    case trajectory
    /// What a system has set for itself.
    case local
  }

  /// For whom it holds.
  public enum Scope: Hashable, Sendable {
    /// Every organisation.
    case everyone
    /// England as a whole, not its parts.
    case england
    /// One organisation.
    case organisation(OrganisationCode)
  }

  /// What it is a target for.
  public let metric: MetricID
  /// For whom.
  public let scope: Scope
  /// For which part; `nil` for the whole and for parts without a target of their own.
  public let part: BreakdownItem?
  /// Who set it.
  public let kind: Kind
  /// In the metric's unit: percent, days, seconds, pounds.
  public let value: Decimal
  /// The first month it binds; `nil` for always.
  public let from: Month?
  /// The last month it binds; `nil` for still.
  public let to: Month?
  /// The month its document came out, from when the distance to it can be shown; `nil` when that is `from`.
  public let announced: Month?
  /// The document that set it.
  public let source: String
  /// Whether its value or date could not be confirmed; shown with a question mark.
  public let isUnconfirmed: Bool

  /// A target.
  public init(
    _ metric: MetricID, scope: Scope = .everyone, part: BreakdownItem? = nil, kind: Kind, value: Decimal,
    from: Month? = nil, to: Month? = nil, announced: Month? = nil, source: String, isUnconfirmed: Bool = false
  ) {
    self.metric = metric
    self.scope = scope
    self.part = part
    self.kind = kind
    self.value = value
    self.from = from
    self.to = to
    self.announced = announced
    self.source = source
    self.isUnconfirmed = isUnconfirmed
  }

  /// Whether one organisation has set it for itself, and no national document.
  var isLocal: Bool { if case .organisation = scope { true } else { false } }

  /// Whether it binds in this month.
  public func binds(in month: Month) -> Bool { (from ?? month) <= month && month <= (to ?? month) }
}
