import Metrics

extension Testshire {
  /// Waiting lists with their weekly bands, by provider and, for the last two months, by commissioner.
  static var waiting: Contribution {
    var observations: [Observation] = []
    var lists: [WaitingList] = []
    for (number, month) in months.enumerated() {
      for (organisation, code) in acute.enumerated() {
        let (list, within, all) = list(code, organisation, number, month)
        lists.append(list)
        let rows = RowSpan(line: 2 + number * 3 + organisation, rows: 2)
        observations.append(
          Observation(
            .incomplete, of: code, in: .month(month), .share(within: Count(within), of: Count(all)), rows: rows))
        for (item, part) in [("C_110", 3), ("C_130", 4), ("C_330", 5)] {
          observations.append(
            Observation(
              .incomplete, of: code, in: .month(month), part: BreakdownItem("treatment-function", item),
              .share(within: Count(within / part - organisation * 20), of: Count(all / part)), rows: rows))
        }
      }
      guard number >= 22 else { continue }
      for (organisation, code) in [OrganisationCode("0T1"), "0T2"].enumerated() {
        observations.append(
          Observation(
            .incomplete, of: code, in: .month(month),
            .share(within: Count(15_000 + organisation * 900), of: Count(16_500)),
            rows: RowSpan(line: 500 + number * 2 + organisation)))
      }
    }
    return Contribution(
      file: SourceFile(name: "waiting.csv"), layout: "RTT full extract", rowsRead: observations.count,
      observations: Observations(observations), waitingLists: lists)
  }

  private static func list(
    _ code: OrganisationCode, _ organisation: Int, _ number: Int, _ month: Month
  ) -> (list: WaitingList, within: Int, all: Int) {
    let bands = (0..<53).map { week -> UInt32 in
      let base = 900 - week * 40 - organisation * 60
      return week < 18 ? UInt32(max(20, base)) : UInt32(max(0, 60 + number * (3 - organisation) - week))
    }
    let within = bands.prefix(18).reduce(0) { $0 + Int($1) }
    let all = bands.reduce(0) { $0 + Int($1) }
    return (WaitingList(organisation: code, period: .month(month), bands: bands), within, all)
  }
}
