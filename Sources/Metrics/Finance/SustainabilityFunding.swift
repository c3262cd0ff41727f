/// Sustainability funding (STF, later PSF) in the year to date, of one organisation or of all those that state any.
public struct SustainabilityFunding: Hashable, Sendable {
  /// The amount planned to date; `nil` where an organisation that states funding leaves it empty.
  public let planned: Money?
  /// The amount earned to date; `nil` where an organisation that states funding leaves it empty.
  public let earned: Money?
  /// How many organisations state it. Commissioners receive none, and leave it empty.
  public let organisations: Int

  /// The funding of an organisation; `nil` where it states none.
  init?(_ organisation: OrganisationPosition) {
    (planned, earned) = (organisation.amount(.stfPlan)?.money, organisation.amount(.stfActual)?.money)
    organisations = 1
    if planned == nil, earned == nil { return nil }
  }

  /// The sum over the organisations that state funding; `nil` where there are none.
  init?(sumOf parts: [SustainabilityFunding]) {
    guard !parts.isEmpty else { return nil }
    (planned, earned) = (Money.total(parts.map(\.planned)), Money.total(parts.map(\.earned)))
    organisations = parts.reduce(0) { $0 + $1.organisations }
  }
}
