import Metrics
import Testing

@testable import Extracts

@Suite(.enabled(if: hasRealFiles, noRealFiles)) struct `real files` {
  @Test(arguments: [
    "ae-byprovider-2025-04-cleaned.csv", "ae-byprovider-2025-06-preamble-CONVERTED.csv",
    "rtt-full-extract-2024-11-RBD-only.csv", "ambsys-2017-08-to-2021-01.csv", "ods-system-mapping-2025.csv",
    "dtoc-msitdt-2018-04-to-2019-11-footprints-SUBSET.csv",
  ])
  func `read without an error, and rows sum to the file's own total`(name: String) throws {
    let read = try real(name)
    #expect(read.errors == [])
    #expect(read.statedTotals.allSatisfy { $0.stated == $0.summed })
  }

  @Test func `the footprints lost 9,654 days to delays in November 2019`() throws {
    let read = try real("dtoc-msitdt-2018-04-to-2019-11-footprints-SUBSET.csv")
    for role in [OrganisationRole.provider, .localAuthority] {
      let codes = Set(read.organisations.filter { $0.role == role }.map(\.code))
      let sum = read.observations.filter {
        $0.period.text == "2019-11" && $0.part == nil && codes.contains($0.organisation)
      }.reduce(Measurement.notReturned) { $0.adding($1.measurement) ?? $0 }
      #expect(sum == .count(Count(9654)))
    }
  }

  /// Three trusts' figures were revised between the two publications.
  @Test func `the sheet by provider says the same as the monthly file, provider by provider`() throws {
    let monthly = try real("ae-msitae-2025-04.csv")
    let sheet = try real("ae-byprovider-2025-04-cleaned.csv")
    let figures = Dictionary(
      uniqueKeysWithValues: monthly.observations.map { (Key($0.metric, $0.organisation, $0.part), $0.measurement) })
    var differing: Set<OrganisationCode> = []
    for figure in sheet.observations {
      let other = figures[Key(figure.metric, figure.organisation, figure.part)]
      if other != figure.measurement { differing.insert(figure.organisation) }
    }
    #expect(differing == ["RFS", "RTD", "RBT"])
    #expect(sheet.observations.count > 1600)
    #expect(sheet.organisations.count == 198)
    #expect(sheet.problems.map(\.message) == ["no period is stated in the file"])
  }

  private struct Key: Hashable {
    let metric: MetricID
    let organisation: OrganisationCode
    let part: BreakdownItem?
    init(_ metric: MetricID, _ organisation: OrganisationCode, _ part: BreakdownItem?) {
      (self.metric, self.organisation, self.part) = (metric, organisation, part)
    }
  }

  @Test func `Dorset County Hospital treats 12,534 of 21,693 within 18 weeks in November 2024`() throws {
    let read = try real("rtt-full-extract-2024-11-RBD-only.csv")
    #expect(read.figure(.incomplete, "RBD", "2024-11") == .share(within: Count(12_534), of: Count(21_693)))
    #expect(read.figure(.over52Weeks, "RBD", "2024-11") == .count(Count(647)))
    #expect(read.waitingLists.first { $0.organisation == "RBD" }?.bands.reduce(0, +) == 21_693)
  }

  @Test func `South Central answered category 2 calls after 23 minutes 12 in January 2021`() throws {
    let read = try real("ambsys-2017-08-to-2021-01.csv")
    #expect(read.figure(.category2, "RYE", "2021-01")?.value == Ratio(23 * 60 + 12))
    #expect(read.figure(.category2, "RYE", "2017-08") == .notReturned)
    #expect(read.statedTotals.count == 42 * 4)
  }

  @Test
  func `East of England's published means stand where their seconds come to others, and the two differences are said`()
    throws
  {
    let read = try real("ambsys-2017-08-to-2021-01.csv")
    #expect(read.figure(.category2, "RYC", "2017-11")?.value == Ratio(24 * 60 + 28))
    #expect(
      read.problems.map(\.message) == [
        "\"A31\" is 1,468 s, but \"A30\" ÷ \"A10\" is 1,467.1 s: a difference of 0.9 s",
        "\"A31\" is 1,925 s, but \"A30\" ÷ \"A10\" is 1,923.6 s: a difference of 1.4 s",
      ])
  }

  @Test func `Milton Keynes belongs to QHG`() throws {
    let read = try real("ods-system-mapping-2025.csv")
    #expect(read.organisations.first { $0.code == "RD8" }?.parent == "QHG")
    #expect(read.organisations.filter { $0.role == .system }.count == 42)
  }
}
