import Metrics

/// The kind of organisation that a row of today's returns is about. Tables of trusts, systems and regions are one below
/// the other, or mixed.
enum ReturnOrganisation: Equatable {
  /// A trust, or another provider.
  case provider
  /// An integrated care board, whose figure is that of its system.
  case system
  /// England.
  case england
  /// A region of England, which is the sum of its trusts.
  case region

  /// The kind of an organisation by its code, otherwise by its name.
  ///
  /// - Source: ODS codes of boards begin with Q, those of regions with Y and two digits; both have three characters.
  init(code: String, name: String) {
    let code = code.uppercased()
    let isShort = code.utf8.count == 3
    if [code, name.uppercased()].contains(where: { $0 == "ENG" || $0.hasPrefix("ENGLAND") }) {
      self = .england
    } else if isShort, code.first == "Q" {
      self = .system
    } else if isShort && code.first == "Y" && code.dropFirst().allSatisfy(\.isNumber)
      || [code, name.uppercased()].contains(where: ReturnOrganisation.regions.contains)
    {
      self = .region
    } else {
      self = .provider
    }
  }

  private static let regions: Set<String> = [
    "EAST OF ENGLAND", "LONDON", "MIDLANDS", "NORTH EAST AND YORKSHIRE", "NORTH WEST", "SOUTH EAST", "SOUTH WEST",
    "MIDLANDS AND EAST", "NORTH", "SOUTH",
  ]
}

extension Record {
  /// A number in a return; `[z]`, not applicable, is none.
  func returned(_ field: Int, _ measure: ReturnMeasure) throws(Fault) -> Amount {
    if case .unavailable = cell(field) { return .missing }
    return measure.isMean ? try mean(field) : try amount(field)
  }
}

extension ContributionBuilder {
  /// The number of the organisation of a return; `nil` for one whose figures the board calculates itself: a region, or
  /// a system other than its own.
  mutating func organisation(
    _ kind: ReturnOrganisation, _ record: Record, _ code: Int, name: Int?
  ) throws(Fault) -> Int? {
    switch kind {
    case .provider: return try organisation(record, code, name: name, role: .provider)
    case .system: return isUnlisted(record.text(code)) ? nil : try organisation(record, code)
    case .england: return organisation(.england)
    case .region: return nil
    }
  }
}
