import Metrics
import Testing

struct OrganisationTreeTests {
  private func tree(_ organisations: [Organisation], seen: [Organisation] = []) -> OrganisationTree {
    Board(
      Given.system(organisations),
      [Contribution(file: SourceFile(name: "a.csv"), layout: "own", organisations: seen)]
    ).tree
  }

  @Test func `a parent that does not exist, or is below the organisation itself, hides nobody`() {
    let lost = tree([Given.provider("RA", in: "nowhere")])
    #expect(lost.children(of: "SYS").map(\.code) == ["RA"])
    let loop = tree([
      Given.organisation("west", .place, in: "east"), Given.organisation("east", .place, in: "west"),
      Given.provider("RA", in: "east"),
    ])
    #expect(Set(loop.descendants(of: "SYS").map(\.code)) == ["west", "east", "RA"])
    #expect(tree([Given.organisation("west", .place, in: "west")]).children(of: "SYS").map(\.code) == ["west"])
  }

  @Test func `a loop of parents with money in it still makes a board`() {
    let organisations = [
      Given.organisation("west", .place, in: "east"), Given.organisation("east", .place, in: "west"),
      Given.provider("RA", in: "east"),
    ]
    let board = Board(
      Given.system(organisations), [PublishedMoney(positions: "RA | 1.0 ||", month: "2018-02").contribution("p.csv")])
    #expect(board.ledger.position(of: "SYS", in: Given.month("2018-02"))?.controlTotal == Given.millions("1.0"))
  }

  @Test func `a system that lists its organisations has those and no others, but takes names from the files`() {
    let named = Organisation(code: "RA", name: "NORTHMERE GENERAL HOSPITAL NHS TRUST", role: .provider)
    let found = tree([Given.provider("RA")], seen: [named, Given.provider("RB")])
    #expect(found.descendants(of: "SYS").map(\.code) == ["RA"])
    #expect(found["RA"]?.name == "Northmere General Hospital NHS Trust")
    #expect(tree([], seen: [named, Given.provider("RB")]).descendants(of: "SYS").map(\.code) == ["RA", "RB"])
  }

  @Test
  func `without a list of organisations those that a file of one's own has by their codes alone stand on the board`() {
    let board = Board(
      .everything,
      [
        Given.file(
          "p.csv", isLocal: true,
          [
            Given.figure(.fourHour, "RD8", "2018-02", Given.share(9, 10)),
            Given.figure(.cancer62Day, "06F", "2018-02", Given.rate("75.9")),
            Given.figure(.fourHour, "ZZZ", "2018-02", Given.share(8, 10)),
            Given.figure(.fourHour, .england, "2018-02", Given.share(8, 10)),
          ])
      ])
    #expect(board.tree.descendants(of: .all).map(\.code) == ["06F", "RD8", "ZZZ"])
    #expect(board.tree["RD8"]?.name == "Milton Keynes University Hospital NHS Foundation Trust")
    #expect(board.tree["06F"]?.role == .commissioner)
    #expect(board.tree["ZZZ"]?.name == "ZZZ")
    #expect(board.measurement(.fourHour, .all, "2018-02") == Given.share(17, 20))
    #expect(board.metrics.map(\.id) == [.fourHour, .cancer62Day])
  }

  @Test func `money and targets alone put an organisation on such a board, beside those that an extract names`() {
    let position = FinancePosition(
      organisation: "RXQ", month: Given.month("2018-02"), forecast: Given.millions("1.0"), rows: RowSpan(line: 2))
    let target = Target(.fourHour, scope: .organisation("RD8"), kind: .trajectory, value: Decimal(90), source: "t")
    let board = Board(
      .everything,
      [
        Given.file("ae.csv", organisations: [Organisation(code: "RD8", name: "Milton", role: .provider)]),
        Given.file("f.csv", finance: FinanceRecords(positions: [position]), targets: [target]),
      ])
    #expect(board.tree.descendants(of: .all).map(\.shortName) == ["Milton", "Buckinghamshire Healthcare"])
  }

  @Test func `an organisation list says which system an organisation belongs to, and names systems and organisations`()
  {
    let list = [
      Organisation(code: "QZ9", name: "NORTHMERE ICB", role: .system),
      Organisation(code: "RZ1", name: "FELLGATE HOSPITAL", role: .provider, parent: "QZ9"),
      Organisation(code: "RZ2", role: .provider, parent: "QHG"),
    ]
    let found = tree([], seen: [Organisation(code: "RZ1", role: .provider)] + list)
    #expect(found.path(to: "RZ1").map(\.name) == ["System", "Northmere ICB", "Fellgate Hospital"])
    #expect(found.path(to: "RZ2").map(\.shortName) == ["System", "BLMK", "RZ2"])
    #expect(found.collectives.map(\.code) == ["SYS", "QZ9", "QHG"])
  }

  @Test func `a system that no file describes has the organisations that a list puts in it beside those built in`()
    throws
  {
    let list = [
      Organisation(code: "RZ1", name: "Fellgate", role: .provider, parent: "QGH"),
      Organisation(code: "RZ2", name: "Beck", role: .provider, parent: "QZ9"),
    ]
    var system = try #require(Footprints.system("QGH"))
    #expect(Set(OrganisationTree(system, seen: list).byCode.keys).isSuperset(of: ["RWP", "RZ1"]))
    #expect(OrganisationTree(system, seen: list)["RZ2"] == nil)
    system = HealthSystem(code: "QZ9", name: "QZ9")
    system.takesLookUps = true
    #expect(OrganisationTree(system, seen: list).descendants(of: "QZ9").map(\.name) == ["Beck"])
    let systems = Footprints.systems(beside: list + [Organisation(code: "QZ9", name: "NORTHMERE ICB", role: .system)])
    #expect(systems.first { $0.code == "QZ9" }?.name == "Northmere ICB")
    #expect(systems.count == Footprints.systems.count + 1)
  }

  @Test func `an organisation without a name is called by its code as it is written`() {
    let found = tree([], seen: [Organisation(code: "RZ1", role: .provider)])
    #expect(found["RZ1"]?.name == "RZ1")
    #expect(found["RZ1"]?.shortName == "RZ1")
  }

  @Test func `the way from the system down to an organisation is told in order`() {
    let found = tree([Given.organisation("west", .place), Given.provider("RA", in: "west")])
    #expect(found.path(to: "RA").map(\.code) == ["SYS", "west", "RA"])
    #expect(found.collectives.map(\.code) == ["SYS", "west"])
  }

  @Test(arguments: [
    ("2016-03", false), ("2016-04", true), ("2018-03", true), ("2018-04", false), ("2015/16", false), ("2017/18", true),
    ("", true),
  ])
  func `an organisation exists in the periods that its months touch`(period: String, exists: Bool) {
    #expect(Given.provider("RA", from: "2016-04", to: "2018-03").exists(in: Given.period(period)) == exists)
  }
}
