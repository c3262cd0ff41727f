/// The direction in which a measure improves.
///
/// The raw values are the words of the `improvement_direction` column.
/// - Source: NHSRplotthedots 0.2.2, `improvement_direction`.
public enum ImprovementDirection: String, Sendable, CaseIterable {
  /// A higher value is better: the share seen within four hours.
  case increase
  /// A lower value is better: bed-days lost to delayed transfers.
  case decrease
  /// Neither is better: attendances.
  case neutral
}
