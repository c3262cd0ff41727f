import Foundation
import Metrics
import Testing

@Suite struct `The built-in systems` {
  @Test func `are the 36 integrated care boards of today, the 12 that ended and Buckinghamshire by itself`() {
    let systems = Footprints.systems
    #expect(systems.count == 49)
    #expect(Set(systems.map(\.code)).count == 49)
    #expect(systems.filter { $0.to == nil && $0.code != "QU9-BUCKS" }.count == 36)
    #expect(systems.filter { $0.to == Month(year: 2026, month: 3) }.count == 12)
    #expect(systems.map(\.name) == systems.map(\.name).sorted())
    #expect(systems.allSatisfy { $0.from != nil && !$0.shortName.isEmpty })
    let blmk = systems.first { $0.code == "QHG" }
    #expect(blmk?.name == "Bedfordshire, Luton and Milton Keynes")
    #expect(blmk?.shortName == "BLMK")
  }

  @Test(arguments: Footprints.systems) func `have organisations that hold together`(_ footprint: Footprints.Footprint)
    throws
  {
    let system = try #require(Footprints.system(footprint.code))
    #expect(system.name == footprint.name)
    let codes = system.organisations.map(\.code)
    #expect(Set(codes).count == codes.count && !codes.isEmpty)
    for organisation in system.organisations {
      #expect(organisation.parent == footprint.code)
      #expect(
        !organisation.name.contains("~") && !organisation.name.contains(">") && !organisation.name.contains("<"),
        "\(organisation.name)")
      #expect((organisation.successor == nil) == (organisation.to == nil), "\(organisation.code)")
      #expect(organisation.successor.map(codes.contains) ?? true, "\(organisation.code)")
    }
  }

  @Test func `count no provider twice, Buckinghamshire by itself aside`() {
    let systems = Footprints.systems.filter { $0.code != "QU9-BUCKS" }.compactMap { Footprints.system($0.code) }
    let ended = Set(systems.filter { $0.area.ended != nil }.map(\.code))
    let began: Set<OrganisationCode> = ["S1Y5D", "D7T5G", "T6Y0W", "S9B9J", "S0E4D", "Z9B2Z"]
    for atOneTime in [systems.filter { !ended.contains($0.code) }, systems.filter { !began.contains($0.code) }] {
      let counted = atOneTime.flatMap { $0.organisations.filter { $0.role == .provider && $0.counts }.map(\.code) }
      #expect(Set(counted).count == counted.count)
    }
  }

  @Test func `are found in any case, and nothing else is`() {
    #expect(Footprints.system("qhg")?.code == "QHG")
    #expect(Footprints.system("QZ9") == nil)
    #expect(Footprints.system("RC9") == nil)
  }

  static let mergers:
    [(system: OrganisationCode, organisation: OrganisationCode, last: String, successor: OrganisationCode)] =
      [
        ("QHG", "RC1", "2020-03", "RC9"), ("QSL", "RBA", "2020-03", "RH5"), ("QSL", "RA4", "2023-03", "RH5"),
        ("QU9", "10H", "2018-03", "14Y"), ("QU9-BUCKS", "10Y", "2018-03", "14Y"), ("QGH", "05F", "2020-03", "18C"),
        ("QGH", "06D", "2020-03", "18C"), ("QHG", "06P", "2021-03", "M1J4Y"), ("QHG", "RWN", "2017-03", "R1L"),
      ]

  @Test(arguments: mergers) func `know when an organisation went on as another`(
    _ one: (system: OrganisationCode, organisation: OrganisationCode, last: String, successor: OrganisationCode)
  ) throws {
    let system = try #require(Footprints.system(one.system))
    let organisation = try #require(system.organisations.first { $0.code == one.organisation })
    #expect(organisation.to.map { Period.month($0).text } == one.last)
    #expect(organisation.successor == one.successor)
  }

  static let visitors: [(system: OrganisationCode, organisation: OrganisationCode, counts: Bool)] = [
    ("QU9-BUCKS", "RNU", false), ("QU9", "RNU", true), ("QU9", "RYE", false), ("QHG", "RYE", false),
    ("QHG", "RYC", false), ("QHG", "RWK", false), ("QHG", "RV3", false), ("QHG", "RYV", false), ("QGH", "RTQ", false),
    ("QR1", "RTQ", true), ("QGH", "RYA", false), ("QSL", "RYF", false), ("QJK", "RYF", false), ("QHG", "RC9", true),
  ]

  @Test(arguments: visitors) func `count a provider that spans systems where most of its work is, if anywhere`(
    _ one: (system: OrganisationCode, organisation: OrganisationCode, counts: Bool)
  ) throws {
    let organisation = try #require(Footprints.system(one.system)?.organisations.first { $0.code == one.organisation })
    #expect(organisation.counts == one.counts)
    #expect(one.counts || Footprints.spanningProviders.contains(one.organisation))
  }

  @Test func `name trusts and commissioners in full and in short`() throws {
    let organisations = try #require(Footprints.system("QHG")).organisations
    let names = Dictionary(uniqueKeysWithValues: organisations.map { ($0.code, [$0.name, $0.shortName]) })
    #expect(names["RC9"] == ["Bedfordshire Hospitals NHS Foundation Trust", "Bedfordshire Hospitals"])
    #expect(names["RC1"] == ["Bedford Hospital NHS Trust", "Bedford Hospital"])
    #expect(names["04F"] == ["NHS Milton Keynes CCG", "Milton Keynes CCG"])
    #expect(names["611"] == ["Luton Borough Council", "Luton Borough Council"])
    #expect(organisations.first { $0.code == "00KB" }?.role == .localAuthority)
    #expect(organisations.first { $0.code == "M1J4Y" }?.from == Month(year: 2021, month: 4))
  }

  static let mapping = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "../../../shared/extracts/real/ods-system-mapping-2025.csv")

  @Test(.enabled(if: FileManager.default.fileExists(atPath: mapping.path), "needs the published mapping of 2025"))
  func `hold every provider of the published mapping in its system`() throws {
    let lines = try String(contentsOf: Self.mapping, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst()
    for line in lines {
      // The provider's code opens the line; the board's is the one field that looks like Q and two more.
      let fields = line.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
      let code = OrganisationCode(fields[0].uppercased())
      let board = try #require(fields.dropFirst().first { $0.wholeMatch(of: /Q[A-Z0-9]{2}/) != nil })
      let system = try #require(Footprints.system(OrganisationCode(board)))
      #expect(system.organisations.contains { $0.code == code }, "\(code) in \(board)")
    }
  }
}
