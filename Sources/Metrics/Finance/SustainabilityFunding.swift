/// Sustainability funding (STF, later PSF) in the year so far, of one body or of those that state any.
public struct SustainabilityFunding: Hashable, Sendable {
  /// What was planned by now; `nil` where a body that states funding leaves it empty.
  public let planned: Money?
  /// What was earned by now; `nil` where a body that states funding leaves it empty.
  public let earned: Money?
  /// How many bodies state it. Commissioners receive none, and leave it empty.
  public let bodies: Int

  /// Of a body; `nil` where it states none.
  init?(_ body: OrganisationPosition) {
    (planned, earned) = (body.amount(.stfPlan)?.money, body.amount(.stfActual)?.money)
    bodies = 1
    if planned == nil, earned == nil { return nil }
  }

  /// The sum over bodies that state it; `nil` of none.
  init?(sumOf parts: [SustainabilityFunding]) {
    guard !parts.isEmpty else { return nil }
    (planned, earned) = (Money.total(parts.map(\.planned)), Money.total(parts.map(\.earned)))
    bodies = parts.reduce(0) { $0 + $1.bodies }
  }
}
