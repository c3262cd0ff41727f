import Metrics
import Testing

struct WaitingBandsTests {
  private func board(_ lists: [(OrganisationCode, [UInt32])], counts: Bool = true) -> Board {
    let organisations = [Given.provider("RA"), Given.provider("RB", counts: counts)]
    let file = Contribution(
      file: SourceFile(name: "rtt.csv"), layout: "RTT",
      observations: Observations(["RA", "RB"].map { Given.figure(.incomplete, $0, "2018-02", Given.share(9, 10)) }),
      waitingLists: lists.map { WaitingList(organisation: $0.0, period: Given.period("2018-02"), bands: $0.1) })
    return Board(Given.system(organisations), [file])
  }

  @Test func `a system's bands are the sum of its providers'`() {
    #expect(
      board([("RA", [1, 2, 3]), ("RB", [10, 20])]).waitingBands(of: "SYS", in: Given.period("2018-02")) == [11, 22, 3])
  }

  @Test func `the waits of some say nothing of the waits of all`() {
    #expect(board([("RA", [1, 2, 3])]).waitingBands(of: "SYS", in: Given.period("2018-02")).isEmpty)
    #expect(
      board([("RA", [1, 2, 3])], counts: false).waitingBands(of: "SYS", in: Given.period("2018-02")) == [1, 2, 3])
    #expect(board([("RA", [1, 2, 3])]).waitingBands(of: "RA", in: Given.period("2018-02")) == [1, 2, 3])
    #expect(board([]).waitingBands(of: "SYS", in: Given.period("2018-02")).isEmpty)
  }
}
