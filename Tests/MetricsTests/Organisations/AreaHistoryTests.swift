import Testing

@testable import Metrics

/// Systems whose area ended, began or changed on 1 April 2026.
@Suite struct AreaHistoryTests {
  static let april = Month(year: 2026, month: 4)
  static let february = Period("2026-02")!
  static let may = Period("2026-05")!

  static let endings: [(code: OrganisationCode, successors: [OrganisationCode])] = [
    ("QHG", ["S1Y5D"]), ("QUE", ["S1Y5D"]), ("QM7", ["S1Y5D", "D7T5G"]), ("QH8", ["D7T5G"]),
    ("QJG", ["T6Y0W", "D7T5G"]), ("QMM", ["T6Y0W"]), ("QU9", ["S0E4D"]), ("QNQ", ["S0E4D", "S9B9J", "QRL"]),
    ("QXU", ["S9B9J"]), ("QNX", ["S9B9J"]), ("QMJ", ["Z9B2Z"]), ("QRV", ["Z9B2Z"]),
  ]

  @Test(arguments: endings) func `an old code ends in March 2026 and names its successors`(
    _ one: (code: OrganisationCode, successors: [OrganisationCode])
  ) throws {
    let area = try #require(Footprints.system(one.code)).area
    #expect(area.ended == Month(year: 2026, month: 3))
    #expect(area.successors.map(\.code) == one.successors)
    #expect(area.successors.allSatisfy { $0.name != $0.code.text && area.ending.contains("\($0.name) (\($0.code))") })
  }

  static let beginnings: [(code: OrganisationCode, providers: Set<OrganisationCode>)] = [
    ("S1Y5D", ["RC9", "RD8", "RGN", "RGT", "RWG", "RWH", "RY4"]), ("D7T5G", ["RAJ", "RQW"]),
    ("T6Y0W", ["RCX", "RDE", "RGP", "RGR", "RM1"]), ("S0E4D", ["RDU", "RHW", "RNU", "RTH", "RWX", "RXQ"]),
    ("S9B9J", ["RA2", "RDR", "RPC", "RTK", "RTP", "RXC", "RYR"]),
    ("Z9B2Z", ["R1K", "RAL", "RAN", "RAS", "RKE", "RP6", "RQM", "RRV", "RYJ", "RYX"]),
  ]

  @Test(arguments: beginnings) func `a new board counts the trusts that NHS England maps to it`(
    _ one: (code: OrganisationCode, providers: Set<OrganisationCode>)
  ) throws {
    let system = try #require(Footprints.system(one.code))
    #expect(system.area.changed == Self.april && system.area.ended == nil)
    let trusts = system.organisations.filter {
      $0.role == .provider && $0.counts && $0.to == nil && $0.code.text.hasPrefix("R") && $0.code.text.utf8.count == 3
    }
    #expect(Set(trusts.map(\.code)) == one.providers)
    #expect(system.organisations.allSatisfy { $0.parent == one.code })
  }

  private func board(_ code: OrganisationCode) throws -> Board {
    let file = Given.file(
      "ae.csv", Self.figures.map { Given.figure(.fourHour, $0.0, $0.1, Given.share($0.2, 100)) },
      organisations: Set(Self.figures.map(\.0)).map { Given.provider($0) })
    return Board(try #require(Footprints.system(code)), [file])
  }

  static let figures: [(OrganisationCode, String, Int)] = [
    ("RWG", "2026-02", 90), ("RQW", "2026-02", 50), ("RAJ", "2026-02", 70), ("RWG", "2026-05", 90),
    ("RQW", "2026-05", 50), ("RAJ", "2026-05", 70),
  ]

  @Test func `an old code adds up what it had, and nothing after its last month`() throws {
    let board = try board("QM7")
    #expect(board.figure(Series.Key(.fourHour, "QM7"), in: Self.february)?.measurement.text == "140 of 200")
    #expect(board.figure(Series.Key(.fourHour, "QM7"), in: Self.may)?.value == nil)
    let problem = try #require(
      board.problems.first { $0.message.hasPrefix("Hertfordshire and West Essex (QM7) ended") })
    #expect(
      problem.message
        == "Hertfordshire and West Essex (QM7) ended Mar 2026; now Central East (S1Y5D) and Essex (D7T5G)")
  }

  @Test func `a system that ended says nothing of it while the files end before it did`() throws {
    let file = Given.file([Given.figure(.fourHour, "RWG", "2026-02", Given.share(90, 100))])
    let board = Board(try #require(Footprints.system("QM7")), [file])
    #expect(!board.problems.contains { $0.message.contains("ended") })
  }

  @Test func `a new code adds up the trusts it has today over all months, and says where today's area began`() throws {
    let board = try board("D7T5G")
    let key = Series.Key(.fourHour, "D7T5G")
    #expect(board.figure(key, in: Self.february)?.measurement.text == "120 of 200")
    #expect(board.figure(key, in: Self.may)?.measurement.text == "120 of 200")
    #expect(board.figure(key, in: Self.february)?.caveat.contains("today's area, which began in Apr 2026") == true)
    #expect(board.figure(key, in: Self.may)?.caveat.contains("today's area") == false)
    let chart = board.charted(key, upTo: Self.may, grain: .month)
    #expect(chart.marks.count == 1)
    #expect(chart.remark.contains("today's area, which began in Apr 2026"))
  }

  /// A list that names two trusts, of which the built-in table has one elsewhere, and leaves another out.
  @Test(arguments: [("QU9", ["RHW", "RXQ"]), ("QNQ", ["RWX"])])
  func `a list among the extracts decides for whom it names, the built-in table for the rest, on either board`(
    _ code: String, _ members: [String]
  ) throws {
    let code = OrganisationCode(code)
    let listed = [Given.provider("RXQ", in: "QU9"), Given.provider("RWX", in: "QNQ"), Given.provider("RHW")]
    func found(_ system: HealthSystem) -> [String] {
      let tree = OrganisationTree(system, seen: listed)
      let seen = Set(listed.map(\.code))
      return tree.descendants(of: code).filter { $0.counts && seen.contains($0.code) }.map(\.code.text).sorted()
    }
    #expect(found(try #require(Footprints.system(code))) == members)
    #expect(found(.everything) == members)
  }
}
