import Metrics

/// The numbers that a later part of a file uses, translated into those of the earlier part.
struct JoinedNumbers {
  /// The earlier part's number for each organisation of the later part.
  let organisations: [Int]
  /// The earlier part's number for each period of the later part.
  let periods: [Int32]
  /// The number of lines before the later part.
  let lines: Int
}

/// Joins the findings of two parts of one file that were read at the same time.
extension ContributionBuilder {
  /// Adds the organisations and periods that were found in a later part. Returns `nil` and adds nothing where the later
  /// part has a problem: it must then be read after this one.
  mutating func join(_ later: ContributionBuilder, lines: Int) -> JoinedNumbers? {
    guard later.problems.all.isEmpty, later.hasOnlyOrganisations else { return nil }
    return JoinedNumbers(
      organisations: joinOrganisations(later), periods: later.joinedPeriods.map { number(of: $0) }, lines: lines)
  }
}
