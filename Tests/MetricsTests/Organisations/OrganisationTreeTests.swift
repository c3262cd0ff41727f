import Metrics
import Testing

struct OrganisationTreeTests {
  private func tree(_ bodies: [Organisation], seen: [Organisation] = []) -> OrganisationTree {
    Board(
      Given.system(bodies),
      [Contribution(file: SourceFile(name: "a.csv"), layout: "own", organisations: seen)]
    ).tree
  }

  @Test func `a parent that does not exist, or is below the body itself, hides nobody`() {
    let lost = tree([Given.provider("RA", in: "nowhere")])
    #expect(lost.children(of: "SYS").map(\.code) == ["RA"])
    let loop = tree([
      Given.body("west", .place, in: "east"), Given.body("east", .place, in: "west"), Given.provider("RA", in: "east"),
    ])
    #expect(Set(loop.descendants(of: "SYS").map(\.code)) == ["west", "east", "RA"])
    #expect(tree([Given.body("west", .place, in: "west")]).children(of: "SYS").map(\.code) == ["west"])
  }

  @Test func `a loop of parents with money in it still makes a board`() {
    let bodies = [
      Given.body("west", .place, in: "east"), Given.body("east", .place, in: "west"), Given.provider("RA", in: "east"),
    ]
    let board = Board(
      Given.system(bodies), [PublishedMoney(positions: "RA | 1.0 ||", month: "2018-02").contribution("p.csv")])
    #expect(board.ledger.position(of: "SYS", in: Given.month("2018-02"))?.controlTotal == Given.millions("1.0"))
  }

  @Test func `a system that lists its bodies has those and no others, but takes names from the files`() {
    let named = Organisation(code: "RA", name: "NORTHMERE GENERAL HOSPITAL NHS TRUST", role: .provider)
    let found = tree([Given.provider("RA")], seen: [named, Given.provider("RB")])
    #expect(found.descendants(of: "SYS").map(\.code) == ["RA"])
    #expect(found["RA"]?.name == "Northmere General Hospital NHS Trust")
    #expect(tree([], seen: [named, Given.provider("RB")]).descendants(of: "SYS").map(\.code) == ["RA", "RB"])
  }

  @Test func `a body without a name is called by its code as it is written`() {
    let found = tree([], seen: [Organisation(code: "RZ1", role: .provider)])
    #expect(found["RZ1"]?.name == "RZ1")
    #expect(found["RZ1"]?.shortName == "RZ1")
  }

  @Test func `the way from the system down to a body is told in order`() {
    let found = tree([Given.body("west", .place), Given.provider("RA", in: "west")])
    #expect(found.path(to: "RA").map(\.code) == ["SYS", "west", "RA"])
    #expect(found.collectives.map(\.code) == ["SYS", "west"])
  }

  @Test(arguments: [
    ("2016-03", false), ("2016-04", true), ("2018-03", true), ("2018-04", false), ("2015/16", false), ("2017/18", true),
    ("", true),
  ])
  func `a body exists in the periods that its months touch`(period: String, exists: Bool) {
    #expect(Given.provider("RA", from: "2016-04", to: "2018-03").exists(in: Given.period(period)) == exists)
  }
}
