/// A value that a metric is compared with: for whom, when, and who set it.
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

  /// The organisations that it applies to.
  public enum Scope: Hashable, Sendable {
    /// Every organisation.
    case everyone
    /// England as a whole, not its parts.
    case england
    /// Every trust on its own, not all trusts together.
    case everyTrust
    /// Every system on its own.
    case everySystem
    /// One organisation.
    case organisation(OrganisationCode)
  }

  /// How its value is worked out from figures, where it is not the same for everyone.
  public enum Rule: Hashable, Sendable {
    /// A number of points above an organisation's own figure of a month, and at least the stated value.
    case rise(points: Int, since: Month)
    /// Fewer than the stated percentage of the list that the metric is a share of, as a number.
    case underPercentOfList
    /// The number stated for each day of the period.
    case perDay
    /// The stated percentage of the beds that a system states, for each day of the month.
    case percentOfBeds
  }

  /// The metric.
  public let metric: MetricID
  /// The organisations that it applies to.
  public let scope: Scope
  /// The part; `nil` for the whole, and for parts without a target of their own.
  public let part: BreakdownItem?
  /// Who set it.
  public let kind: Kind
  /// In the metric's unit: percent, days, seconds, pounds.
  public let value: Decimal
  /// The first month that it applies to; `nil` where it has always applied.
  public let from: Month?
  /// The last month that it applies to; `nil` where it still applies.
  public let to: Month?
  /// The month in which its document was published, from which the distance to it can be shown; `nil` when that is
  /// `from`.
  public let announced: Month?
  /// How its value is worked out from figures; `nil` where `value` is the target itself.
  public let rule: Rule?
  /// The document that set it.
  public let source: String
  /// Whether its value or its dates could not be confirmed; the board says "unconfirmed" beside it.
  public let isUnconfirmed: Bool

  /// A target.
  public init(
    _ metric: MetricID, scope: Scope = .everyone, part: BreakdownItem? = nil, kind: Kind, value: Decimal,
    from: Month? = nil, to: Month? = nil, announced: Month? = nil, rule: Rule? = nil,
    source: String, isUnconfirmed: Bool = false
  ) {
    self.metric = metric
    self.scope = scope
    self.part = part
    self.kind = kind
    self.value = value
    self.from = from
    self.to = to
    self.announced = announced
    self.rule = rule
    self.source = source
    self.isUnconfirmed = isUnconfirmed
  }

  /// Whether it applies to this month.
  public func binds(in month: Month) -> Bool { (from ?? month) <= month && month <= (to ?? month) }

  /// Whether it applies to this period.
  ///
  /// An ambition applies only to a whole period: a value to be reached by a March says nothing about the year that it
  /// ends.
  public func binds(_ period: Period) -> Bool {
    guard let last = period.month, binds(in: last) else { return false }
    guard kind == .interim, period.grain != .month, let first = period.firstDay?.month else { return true }
    return binds(in: first)
  }

  /// The same target with the value worked out for one organisation and period.
  func coming(to value: Decimal, source: String? = nil) -> Target {
    Target(
      metric, scope: scope, part: part, kind: kind, value: value, from: from, to: to, announced: announced,
      source: source ?? self.source, isUnconfirmed: isUnconfirmed)
  }
}
