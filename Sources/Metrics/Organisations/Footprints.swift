/// Systems.
public enum Footprints {
  /// Spanning.
  public static let spanningProviders: Set<OrganisationCode> = ["RNU", "RYE"]
}
