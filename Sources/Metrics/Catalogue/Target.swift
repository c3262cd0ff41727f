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
    /// Every trust for itself, not what they come to together.
    case everyTrust
    /// Every system for itself.
    case everySystem
    /// One organisation.
    case organisation(OrganisationCode)
  }

  /// How its value follows from figures, where it is not the same for everyone.
  public enum Rule: Hashable, Sendable {
    /// So many points more than an organisation's own figure of a month, and at least the value that is stated.
    case rise(points: Int, since: Month)
    /// Fewer than the percent stated of the list that the metric is a share of, as a number.
    case underPercentOfList
    /// The number stated for each day of the period.
    case perDay
    /// The percent stated of the beds a system states, for each day of the month.
    case percentOfBeds
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
  /// How its value follows from figures; `nil` where `value` is the target itself.
  public let rule: Rule?
  /// The document that set it.
  public let source: String
  /// Whether its value or date could not be confirmed; shown with a question mark.
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

  /// Whether it binds in this month.
  public func binds(in month: Month) -> Bool { (from ?? month) <= month && month <= (to ?? month) }

  /// Whether it binds in this period.
  ///
  /// An ambition binds a period only as a whole: what is to be reached by a March says nothing of the year it ends.
  public func binds(_ period: Period) -> Bool {
    guard let last = period.month, binds(in: last) else { return false }
    guard kind == .interim, period.grain != .month, let first = period.firstDay?.month else { return true }
    return binds(in: first)
  }

  /// The same target with the value it comes to for one organisation and period.
  func coming(to value: Decimal, source: String? = nil) -> Target {
    Target(
      metric, scope: scope, part: part, kind: kind, value: value, from: from, to: to, announced: announced,
      source: source ?? self.source, isUnconfirmed: isUnconfirmed)
  }
}
