import Foundation
import Testing

/// Dates that may have the month first.
@Suite struct MonthFirstTests {
  private static let settings = """
    [[metric]]
    id = "ae.handovers-30"
    title = "Handovers over 30 min"
    unit = "patients"
    direction = "lower"
    rolls-up = "flow"
    cadence = "daily"
    [[layout]]
    name = "handover return"
    metric = "ae.handovers-30"
    organisation = "RZ1"
    period-column = "Day"
    value-column = "Over 30"

    """

  private static func board(_ dates: [String], order: String = "") throws -> PrintedBoard {
    let rows = dates.enumerated().map { "\($1),\($0 + 1)\n" }.joined()
    return try PrintedBoard(
      rows: "", providers: ["RZ1"], settings: settings + order, files: ["h.csv": "Day,Over 30\n" + rows],
      now: "2018-12-20T09:00", "--all-periods")
  }

  /// Days of 2018 as month/day/year.
  private static func american(_ month: Int, _ days: ClosedRange<Int>) -> [String] {
    days.map { String(format: "%02d/%02d/2018", month, $0) }
  }

  @Test(arguments: [
    (american(1, 1...31), 19), (american(3, 13...13), 1), (american(2, 1...12) + american(11, 12...14), 2),
    (american(6, 1...30) + ["7/1/2018"], 18),
  ])
  func `a column in which some date can only have the month first is read not at all`(dates: [String], doubtful: Int)
    throws
  {
    let board = try MonthFirstTests.board(dates)
    #expect(board.figures.isEmpty)
    let message = board.messages.first ?? ""
    #expect(board.messages.count == 1 && message.contains("with the month first"), "\(board.messages)")
    if doubtful > 1 { #expect(message.contains("in \(doubtful) rows"), "\(message)") }
    let fix = board.problems.first?["fix"] as? String ?? ""
    #expect(fix.contains("year-month-day") && fix.contains("date-order = \"month-first\""), "\(fix)")
    #expect(board.text.contains("nothing has been returned"))
  }

  @Test(arguments: [american(1, 1...31), american(3, 13...13), american(2, 1...12) + american(11, 12...14)])
  func `the fix that it names reads every row in its own month`(dates: [String]) throws {
    let board = try MonthFirstTests.board(dates, order: "date-order = \"month-first\"\n")
    #expect(board.messages.isEmpty, "\(board.messages)")
    let days = board.figures.filter { $0["organisation"] as? String == "RZ1" && ($0["period"] as? String)?.count == 10 }
    let read = days.compactMap { $0["period"] as? String }.sorted()
    #expect(read == dates.map { "2018-\($0.prefix(2))-\($0.dropFirst(3).prefix(2))" }.sorted())
  }

  @Test(arguments: [["13/01/2018", "01/02/2018"], ["01/02/2018", "02/03/2018"], ["31/01/2018", "12/12/2018"]])
  func `days first are read as they stand`(dates: [String]) throws {
    let board = try MonthFirstTests.board(dates)
    #expect(board.messages.isEmpty)
    let read = board.figures.compactMap { $0["organisation"] as? String == "RZ1" ? $0["period"] as? String : nil }
    let wanted = dates.map { "2018-\($0.dropFirst(3).prefix(2))-\($0.prefix(2))" }
    #expect(Set(wanted).isSubset(of: read), "\(read)")
  }

  @Test(arguments: ["ae.four-hour", "dtoc.bed-days", "ae.twelve-hour"])
  func `a column that has both is no column of dates`(metric: String) throws {
    let value = metric == "ae.four-hour" ? "9,10," : ",,5"
    let dates = ["13/01/2018", "01/13/2018", "02/03/2018"]
    let board = try PrintedBoard(
      rows: dates.map { "\(metric),RZ1,\($0),,,\(value)\n" }.joined(), providers: ["RZ1"], now: "2018-12-20T09:00")
    #expect(board.messages.contains { $0.contains("01/13/2018") }, "\(board.messages)")
    #expect(!board.figures.contains { $0["period"] as? String == "2018-01-13" && $0["value"] is NSNull })
  }
}
