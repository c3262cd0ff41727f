import Metrics

/// The trusts of the clinical review of access standards, which made no return of four-hour waits from May 2019 to May 2023.
///
/// The monthly CSV has 0 over four hours for them, which is not a figure; the workbook has `-`. They are in neither
/// part of the percentage published for England. Their attendances, admissions and twelve-hour waits were returned.
///
/// - Source: NHS England, A&E attendances by provider and the time series of June 2025, notes 2 and 3.
enum TrialTrusts {
  /// Fourteen trusts at any one time: R0D succeeded RD3 in October 2020.
  private static let codes: Set<OrganisationCode> = [
    "RC9", "RD3", "R0D", "RDU", "RFR", "RGR", "RGT", "RHU", "RK9", "RNQ", "RQM", "RVW", "RX1", "RXF", "RYJ",
  ]
  /// May 2019 to May 2023, as months since January of year 0.
  private static let months = Month(index: 2019 * 12 + 4)...Month(index: 2023 * 12 + 4)

  /// Whether a trust took part in a month.
  static func took(part code: OrganisationCode, in period: Period) -> Bool {
    guard case .month(let month) = period else { return false }
    return months.contains(month) && codes.contains(code)
  }
}

extension AERow {
  /// Treats nobody over four hours as no return; a number that was filled in stays.
  mutating func leaveOutWaits() {
    guard over.allSatisfy({ $0 == .missing || $0 == .known(.zero) }) else { return }
    over = [.missing, .missing, .missing]
  }
}
