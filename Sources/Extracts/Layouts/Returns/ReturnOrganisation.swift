import Metrics

/// Who a row of today's returns is about. Tables of trusts, systems and regions stand one under the other, or mixed.
enum ReturnOrganisation: Equatable {
  /// A trust, or another provider.
  case provider
  /// An integrated care board, whose figure is that of its system.
  case system
  /// England.
  case england
  /// One of its regions, which is the sum of its trusts.
  case region

  /// Tells by the code, else by the name.
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
  /// A number of a return; one that does not apply, `[z]`, is none.
  func returned(_ field: Int) throws(Fault) -> Amount {
    if case .unavailable = cell(field) { return .missing }
    return try amount(field)
  }
}

extension ContributionBuilder {
  /// The number of an organisation of a return; `nil` for one whose figures the board makes of others: a region, or a system
  /// that is not its own.
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
