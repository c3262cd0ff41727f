import Metrics

/// What the numbers of a later part of a file are in the earlier one.
struct JoinedNumbers {
  /// The earlier number of each organisation of the later part.
  let organisations: [Int]
  /// The earlier number of each period of the later part.
  let periods: [Int32]
  /// How many lines stand before the later part.
  let lines: Int
}

/// The findings of two parts of one file, read at the same time.
extension ContributionBuilder {
  /// Takes over the organisations and periods of what was found in a later part; `nil`, and nothing is taken over, where
  /// something was wrong in it: then it has to be read after this one.
  mutating func join(_ later: ContributionBuilder, lines: Int) -> JoinedNumbers? {
    guard later.problems.all.isEmpty, later.hasOnlyOrganisations else { return nil }
    return JoinedNumbers(
      organisations: joinOrganisations(later), periods: later.joinedPeriods.map { number(of: $0) }, lines: lines)
  }
}
